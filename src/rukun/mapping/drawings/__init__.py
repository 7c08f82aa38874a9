"""The pictures of the ten tools: entries in, a ui Picture out. Pure strokes, no database.

Each is 400 wide so that its letters can be read on a phone, and tells itself apart by form and words, never by colour
alone: the same drawing hangs on the wall at A3, copied in black and white.
"""
