"""A file of households as columns of hardships: 1, 0, or nothing where nobody knows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from pathlib import Path

import polars as pl

from rukun.kit.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Condition, leaves
from rukun.kit.problems import Problem
from rukun.parameters.mpi import Set
from rukun.site.commands.tables import separator

NOT_SAID = ("", "NA", "unknown", "refused")


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
        return pl.read_csv(
            path, separator=separator(path.read_bytes()), null_values=["NA", ""], infer_schema_length=None
        )
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
    """Whatever is neither 1 nor 0 where one of them should stand, or a weight below nothing, is a slip, no answer."""
    for code in (each.code for each in held.indicators if each.when is None):
        is_known = _number(code).is_in([0.0, 1.0]).fill_null(False)
        strange = rows.with_row_index("_row", offset=2).filter(_text(code).is_not_null() & ~is_known).head(1)
        for row, value in strange.select("_row", code).iter_rows():
            raise Problem("site.mpi_values", file=path, row=row, column=code, value=value)
    if weight and not (told[weight].fill_null(-1) >= 0).all():
        raise Problem("site.mpi_weights", file=path, column=weight)
