"""Schooling of those from 6 to 21: who is not in school and why, who is at risk, which aid came or was missed.

Words: a *standing* is what is known of a child's schooling on a day; a *follow-up* is what somebody did about it.
Doors: `queries`, `actions`, `public`, `problems`, `types`, `words`.
"""
