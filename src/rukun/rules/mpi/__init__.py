"""Many hardships at once, by the counting of Alkire and Foster: how many are poor (H), how deep (A), both in one (M0).

A household is poor when the weights of its hardships reach the cut-off. What is not known is neither hardship nor none:
such households are counted apart, and how far they could move H is told.

>>> import polars as pl
>>> spec = Spec((Indicator("school", Fraction(1, 2)), Indicator("water", Fraction(1, 2))), cutoff=Fraction(1, 2))
>>> told = measure(pl.DataFrame({"school": [1, 0, 1], "water": [1, 0, 0]}), spec)[None]
>>> str(told.h), str(told.a), str(told.m0)
('2/3', '3/4', '1/2')
"""

from fractions import Fraction

from rukun.rules.mpi.changes import Change, change
from rukun.rules.mpi.index import Index, measure, nobody
from rukun.rules.mpi.spec import Indicator, Spec
from rukun.rules.mpi.standing import deprived, standing, unknown

__all__ = [
    "Change",
    "Fraction",
    "Index",
    "Indicator",
    "Spec",
    "change",
    "deprived",
    "measure",
    "nobody",
    "standing",
    "unknown",
]
