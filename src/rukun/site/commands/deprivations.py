"""A file of households as columns of hardships: 1, 0, or nothing where nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from operator import and_, or_
from pathlib import Path

import polars as pl

from rukun.kit.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Condition, leaves
from rukun.kit.problems import Problem
from rukun.parameters.mpi import Set

NOT_SAID = ("", "NA", "unknown", "refused")
__all__ = ["Fraction", "holds", "read"]


def read(path: Path, held: Set, *, weight: str = "", groups: Sequence[str] = ()) -> pl.DataFrame:
    """A column of 1, 0 and null for each indicator, with the weight and the groups. Raises OSError, Problem
    `site.mpi_columns`, `site.mpi_unreadable`, `site.mpi_values`, `site.mpi_weights`."""
    rows = _rows(path)
    needed = [leaf.fact for each in held.indicators if each.when is not None for leaf in leaves(each.when)]
    needed += [each.code for each in held.indicators if each.when is None]
    if lacking := [name for name in dict.fromkeys([*needed, weight, *groups]) if name and name not in rows.columns]:
        raise Problem("site.mpi_columns", file=path, lacking=", ".join(lacking), found=", ".join(rows.columns))
    kept = [pl.col(name) for name in groups]
    kept += [pl.col(weight).cast(pl.Float64, strict=False)] if weight else []
    told = rows.select(*kept, *(_column(each.code, each.when) for each in held.indicators))
    _sound(rows, told, held, path, weight)
    return told


def holds(condition: Condition) -> pl.Expr:
    """The condition as an expression over answers: true, false, or null when they do not decide."""
    if isinstance(condition, AllOf | AnyOf):
        return reduce(and_ if isinstance(condition, AllOf) else or_, [holds(part) for part in condition.parts])
    if isinstance(condition, Among):
        return _text(condition.fact).is_in([str(value).lower() for value in condition.values])
    value, limit = _number(condition.fact), float(condition.limit)
    if isinstance(condition, AtLeast):
        return value >= limit
    return value <= limit if isinstance(condition, AtMost) else value < limit


def _rows(path: Path) -> pl.DataFrame:
    try:
        if path.suffix.lower() == ".parquet":
            return pl.read_parquet(path)
        head = path.read_bytes()[:10_000].split(b"\n", 1)[0]
        mark = ";" if head.count(b";") > head.count(b",") else ","
        return pl.read_csv(path, separator=mark, null_values=["NA", ""], infer_schema_length=None)
    except pl.exceptions.PolarsError as cause:
        raise Problem("site.mpi_unreadable", file=path, cause=str(cause).splitlines()[0]) from cause


def _column(code: str, when: Condition | None) -> pl.Expr:
    said = holds(when) if when is not None else _number(code)
    return said.cast(pl.Int8, strict=False).alias(code)


def _number(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).replace(list(NOT_SAID), None).cast(pl.Float64, strict=False)


def _text(name: str) -> pl.Expr:
    return pl.col(name).cast(pl.String).str.strip_chars().replace(list(NOT_SAID), None).str.to_lowercase()


def _sound(rows: pl.DataFrame, told: pl.DataFrame, held: Set, path: Path, weight: str) -> None:
    """Words where 1 or 0 should stand, or a weight below nothing, are a slip and no answer."""
    for each in held.indicators:
        strange = told[each.code].is_in([0, 1]).not_() | (told[each.code].is_null() & _said(rows, each.code, each.when))
        if (row := strange.fill_null(False).arg_max()) is not None and strange.fill_null(False)[row]:
            raise Problem("site.mpi_values", file=path, row=row + 2, column=each.code, value=rows[each.code][row])
    if weight and not (told[weight].fill_null(-1) >= 0).all():
        raise Problem("site.mpi_weights", file=path, column=weight)


def _said(rows: pl.DataFrame, code: str, when: Condition | None) -> pl.Series:
    if when is not None:
        return pl.Series([False]).new_from_index(0, rows.height)
    return rows.select(_text(code).is_not_null()).to_series()
