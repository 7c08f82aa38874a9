"""Kabupaten, kecamatan, desa or kelurahan, and down to the RT: which place is where, since when, by which decree.

Words: an *area* is a place that keeps its id for ever; an *edition* is its name, code and parent for a period; a
*succession* joins an area to what came of it (split, merge, rename, transfer, recode); a *boundary* is its shape for
a period. Nothing here knows of users or people. Doors: `queries`, `actions`, `problems`.
"""
