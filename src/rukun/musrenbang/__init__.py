"""From proposals to a plan: the meeting, the choice, and the answers of those above, every step with its owner.

Words: a *proposal* always has a state, an owner and a history of *turns*; a *meeting* has invitations, attendance and
decisions; a *choice* is one count under a ceiling; a *plan line* is what came of it.
Doors: `queries`, `actions`, `public`, `problems`, `types`, `words`.
"""
