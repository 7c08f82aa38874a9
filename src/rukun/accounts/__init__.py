"""Users and the roles they hold in an area, from–until; what each role may do there.

Words: an *appointment* is a role held in an area for a term; a *permission* is one thing one may do. Doors:
`queries`, `actions`, `problems`, and `permissions`, asked at the front of every view and command.
"""
