"""What the people of an RT know about their place, drawn by themselves: the tools of social mapping, as pictures.

Doors: `queries`, `actions`, `problems`, `types`, `words`.
"""
