"""Who did what, when, to which thing. It points at nobody, so the log outlives what it tells of.

Words: a *line* is one act in one transaction. Doors: `actions` (record), `queries` (read inside one's areas).
"""
