"""How a programme year is walked: its juknis, the calendar of steps, meetings that inform, trainings, helper visits.

Words: a *programme* is the juknis a kabupaten follows in one year, as adopted on a day; a *step* is one station of the
year with an actor and a deadline, known by its *mark*; a *gathering* is a sosialisasi or training; a *visit* is what a
helper found and promised; *readiness* is the short quiz about the rules. It stands beneath the rooms that fulfil the
steps: they call `actions.steps`. Doors: `queries`, `actions`, `problems`, `types`, `words`.
"""
