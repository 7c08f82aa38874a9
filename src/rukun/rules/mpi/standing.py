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


WIDTHS = ((1 << 7, pl.Int8), (1 << 15, pl.Int16))


def _parts(spec: Spec, held: dict[str, pl.Expr]) -> pl.Expr:
    """Nulls count for nothing. As narrow as the sum of all weights allows: many small ones never wrap around."""
    width = next((width for past, width in WIDTHS if spec.parts < past), pl.Int32)
    carried = (held[code].cast(width) * pl.lit(weight, width) for code, weight in spec.whole_weights.items())
    return pl.sum_horizontal(carried)


def standing(spec: Spec) -> pl.Expr:
    """True poor, False not, null when what is not known would decide."""
    return (
        pl.when(deprived(spec) >= spec.least).then(True).when(deprived(spec) + unknown(spec) < spec.least).then(False)
    )
