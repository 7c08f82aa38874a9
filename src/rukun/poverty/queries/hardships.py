"""Households as rows of hardships, for measures that count many at once: 1, 0, or nothing where nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import polars as pl

from rukun.kit.conditions import Check, check_of
from rukun.parameters.mpi import Set
from rukun.people.queries import facts
from rukun.poverty.facts.households import plain_facts


def table(path: str, held: Set, *, on: date) -> pl.DataFrame:
    """The households that live under a path now: `household`, `path`, and a column for each indicator."""
    return _table(facts.stream(path, on=on), held)


def table_as_of(path: str, held: Set, *, on: date) -> pl.DataFrame:
    """The same of an earlier day, by what was answered by then."""
    return _table(facts.stream_as_of(path, on=on), held)


def _table(seen: Iterable[facts.Known], held: Set) -> pl.DataFrame:
    checks = [check_of(each.when) for each in held.indicators if each.when is not None]
    rows = [(each.household_id, each.path, *_answers(each, checks)) for each in seen]
    kinds = {"household": pl.Int64, "path": pl.String} | {each.code: pl.Boolean for each in held.indicators}
    return pl.DataFrame(rows, schema=kinds, orient="row")


def _answers(each: facts.Known, checks: Sequence[Check]) -> list[bool | None]:
    known = plain_facts(each)
    return [check(known) for check in checks]
