"""The open hall: what anyone may see without signing in. It reads only the `public` windows of other rooms.

Doors: none; it stands on top.
"""
