"""Who is in hardship, why, and how sure we are: verdicts kept with their reasons, never an "official" decile.

Words: a *classification* is one verdict of one rule on one day, never changed; a *standing* is where a household
stands now; a *need* is a plain fact that asks for help ("no latrine"); a *score card* is a PPI card the user brought.
Doors: `queries`, `actions`, `public`, `problems`.
"""
