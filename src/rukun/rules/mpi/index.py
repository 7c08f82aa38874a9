"""H, A and M0 of everyone or of each group, and what each hardship adds.

>>> from rukun.rules.mpi.spec import Indicator
>>> spec = Spec((Indicator("a", Fraction(2, 3)), Indicator("b", Fraction(1, 3))), cutoff=Fraction(2, 3))
>>> told = measure(pl.DataFrame({"a": [1, 0], "b": [1, 1], "rt": ["RT 1", "RT 2"]}), spec, by="rt")
>>> [(group, str(each.m0), str(each.raw("b"))) for group, each in told.items()]
[('RT 1', '1', '1'), ('RT 2', '0', '1')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import polars as pl

from rukun.rules.mpi.spec import Spec
from rukun.rules.mpi.standing import deprived, unknown

Share = Fraction | float
"""Exact when households are counted, a float when they carry weights of a survey."""
Sums = Mapping[str, Any]
"""Rows, their weight, and the sums of one group."""


@dataclass(frozen=True, slots=True)
class Index:
    """Of the `counted` households of which everything is known; `incomplete` stand apart. The sums of the `whole` ones,
    of the `poor` among them and of those `apart` are kept; shares are drawn from them, None where nobody stands."""

    spec: Spec
    whole: Sums
    poor: Sums
    apart: Sums

    def __add__(self, other: Index) -> Index:
        """Two groups as one, by the same set."""
        mine, theirs = (self.whole, self.poor, self.apart), (other.whole, other.poor, other.apart)
        return Index(self.spec, *(_added(*pair) for pair in zip(mine, theirs, strict=True)))

    @property
    def counted(self) -> int:
        return int(self.whole["_rows"])

    @property
    def incomplete(self) -> int:
        return int(self.apart["_rows"])

    @property
    def h(self) -> Share | None:
        """How many of the counted are poor."""
        return _share(self.poor["_weight"], self.whole["_weight"])

    @property
    def a(self) -> Share | None:
        """How much of all hardships a poor household has."""
        return _share(self.poor["_score"], self.poor["_weight"] * self.spec.parts)

    @property
    def m0(self) -> Share | None:
        """H times A."""
        return _share(self.poor["_score"], self.whole["_weight"] * self.spec.parts)

    @property
    def h_least(self) -> Share | None:
        """H of all households if whatever is not known were no hardship."""
        return _share(self.poor["_weight"] + self.apart["_sure"], self._everyone)

    @property
    def h_most(self) -> Share | None:
        """H of all households if whatever is not known were hardship."""
        return _share(self.poor["_weight"] + self.apart["_likely"], self._everyone)

    @property
    def _everyone(self) -> Any:
        return self.whole["_weight"] + self.apart["_weight"]

    def raw(self, code: str) -> Share | None:
        """How many of the counted have this hardship."""
        return _share(self.whole[code], self.whole["_weight"])

    def censored(self, code: str) -> Share | None:
        """How many of the counted have it and are poor."""
        return _share(self.poor[code], self.whole["_weight"])

    def adds(self, code: str) -> Share | None:
        """Its part of M0; of all indicators together one."""
        return _share(self.poor[code] * self.spec.whole_weights[code], self.poor["_score"])

    def share_of(self, other: Index) -> Share | None:
        """This group's part of the counted of another, as of all."""
        return _share(self.whole["_weight"], other.whole["_weight"])

    def contribution_to(self, other: Index) -> Share | None:
        """This group's part of the M0 of all."""
        return _share(self.poor["_score"], other.poor["_score"])


def nobody(spec: Spec) -> Index:
    """Of no household at all: what sums begin with."""
    return Index(spec, *(defaultdict[str, Any](int) for _ in range(3)))


def _added(mine: Sums, theirs: Sums) -> Sums:
    held: Sums = defaultdict(int, {name: mine.get(name, 0) + theirs.get(name, 0) for name in {*mine, *theirs}})
    return held


def measure(table: pl.DataFrame, spec: Spec, *, weight: str = "", by: str = "") -> dict[Hashable, Index]:
    """By the values of column `by` in their order, or of everyone under None. A column of 1, 0 and null (not known) for
    each indicator; `weight`: the column with the weights of a survey."""
    kept = [name for name in (weight, by) if name]
    held = table.select(pl.col(spec.codes).cast(pl.Int8), *kept).with_columns(_score=deprived(spec))
    if by and held[by].is_sorted():
        held = held.with_columns(pl.col(by).set_sorted())  # groups that lie together need not be looked for
    whole, columns = held.drop_nulls(spec.codes), {code: pl.col(code) for code in spec.codes}
    poor, apart = whole.filter(pl.col("_score") >= spec.least), held.filter(_is_open(spec))
    sure, likely = pl.col("_score") >= spec.least, pl.col("_score") + unknown(spec) >= spec.least
    sums = (
        _sums(whole, weight, by, **columns),
        _sums(poor, weight, by, _score=pl.col("_score"), **columns),
        _sums(apart, weight, by, _sure=sure, _likely=likely),
    )
    by_group = [{row.pop(by, None): row for row in told.to_dicts()} for told in sums]
    groups: list[Any] = sorted({**by_group[0], **by_group[2]}) if by else [None]
    none: Sums = defaultdict(int)
    return {group: Index(spec, *(told.get(group, none) for told in by_group)) for group in groups}


def _is_open(spec: Spec) -> pl.Expr:
    return pl.any_horizontal(pl.col(spec.codes).is_null())


def _sums(rows: pl.DataFrame, weight: str, by: str, **wanted: pl.Expr) -> pl.DataFrame:
    """By group: how many rows, their weight, and the sum of each wanted expression."""
    weights = pl.col(weight).sum() if weight else pl.len()
    carried = [(each * pl.col(weight) if weight else each).sum().alias(name) for name, each in wanted.items()]
    told = [pl.len().alias("_rows"), weights.alias("_weight"), *carried]
    return rows.group_by(by).agg(told) if by else rows.select(told)


def _share(part: Any, whole: Any) -> Share | None:
    """None of nobody."""
    if not whole:
        return None
    return Fraction(part, whole) if isinstance(part, int) and isinstance(whole, int) else part / whole
