"""Residents, households and family cards of every RT, and the one gate by which they come in (SIOS).

Words: a *person*; a *household* is one kitchen; a *family card* is a KK. A *stay* puts a person in a household for a
period, an *entry* puts a person on a card for a period; born, died, moved in, moved out are how stays begin and end.
An *interview* is what was asked and answered on a day. A *batch* is everything that comes in: checked first, accepted
whole or not at all, undone whole. Doors: `queries`, `actions`, `public`, `problems`, `types`.
"""
