"""How a child grows: z-scores by the LMS method, their classes, what cannot be, and whether weight was gained.

Standards are handed in as tables of L, M and S; arrays go in and arrays come out, one place for each child. Source: WHO
Child Growth Standards 2006 and WHO Reference 2007; Permenkes 2/2020 adopts both.

>>> import numpy as np
>>> flat = Table(first=0, per=1, lms=np.array([[[1.0, 10.0, 0.1]] * 1857] * 2))
>>> found = scores(Measured.of(sex=[1], age_days=[400], weight_kg=[9.0]), dict.fromkeys(TABLES, flat))
>>> float(found.z["waz"][0])
-1.0
"""

from rukun.rules.growth.classes import Cut, Limits, classed, flagged
from rukun.rules.growth.gains import Gain, Marked, Weighing, least_at, marked, marks_of
from rukun.rules.growth.lms import Table, at, measure_at, score
from rukun.rules.growth.reasons import doubts, why
from rukun.rules.growth.scores import INDICES, LAST_DAY_2006, TABLES, Measured, Scores, scores
from rukun.rules.growth.skdn import Shares, Skdn, shares

__all__ = [
    "INDICES",
    "LAST_DAY_2006",
    "TABLES",
    "Cut",
    "Gain",
    "Limits",
    "Marked",
    "Measured",
    "Scores",
    "Shares",
    "Skdn",
    "Table",
    "Weighing",
    "at",
    "classed",
    "doubts",
    "flagged",
    "least_at",
    "marked",
    "marks_of",
    "measure_at",
    "score",
    "scores",
    "shares",
    "why",
]
