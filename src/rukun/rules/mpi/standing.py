"""How each household stands: the parts of its known hardships, and of what nobody knows of it.

>>> from fractions import Fraction
>>> from rukun.rules.mpi.spec import Indicator
>>> halves = Spec((Indicator("a", Fraction(1, 2)), Indicator("b", Fraction(1, 2))), cutoff=Fraction(1, 2))
>>> told = pl.DataFrame({"a": [1, 0, 0, 1], "b": [0, 0, None, None]})
>>> told.select(standing(halves)).to_series().to_list()
[True, False, None, True]
"""

from __future__ import annotations

import polars as pl

from rukun.rules.mpi.spec import Spec


def deprived(spec: Spec) -> pl.Expr:
    """The parts of its known hardships: columns of 1, 0 and null."""
    return _parts(spec, {code: pl.col(code) for code in spec.codes})


def unknown(spec: Spec) -> pl.Expr:
    """The parts of what nobody knows of it."""
    return _parts(spec, {code: pl.col(code).is_null() for code in spec.codes})


def _parts(spec: Spec, held: dict[str, pl.Expr]) -> pl.Expr:
    """Nulls count for nothing. In 32 bits, so that many small weights never wrap around."""
    return pl.sum_horizontal(held[code].cast(pl.Int32) * weight for code, weight in spec.whole_weights.items())


def standing(spec: Spec) -> pl.Expr:
    """True poor, False not, null when what is not known would decide."""
    return (
        pl.when(deprived(spec) >= spec.least).then(True).when(deprived(spec) + unknown(spec) < spec.least).then(False)
    )
