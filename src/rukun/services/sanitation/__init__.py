"""Clean living of a household and its surroundings: latrine, five pillars, larvae, a decent house.

Words: a *look* is one inspection of a household's sanitation; a *round* is two weeks of larva watch in an RT; a *claim*
is an area saying that nobody there defecates in the open. Doors: `queries`, `actions`, `public`, `problems`, `types`,
`words`.
"""
