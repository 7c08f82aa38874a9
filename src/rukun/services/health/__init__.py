"""What a monitor (jurpan) and a posyandu see of a family's health, from the cradle to old age.

A cadre records and screens; a health worker decides. Words: a *post* is a posyandu; *care* is a household one
monitor looks after; a *call* is one meeting with one household; a *referral* asks a health worker to look. Units:
grams, millimetres, days. Doors: `queries`, `actions`, `public`, `problems`, `types`, `words`.
"""
