"""Keeps what people say, once; withdraws what was typed wrongly; puts it with a core problem."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.facilitation.actions import steps
from rukun.kit.problems import Problem
from rukun.needs.actions import spoken, trees
from rukun.needs.models import Grouping, Statement, Withdrawal
from rukun.needs.models import Problem as CoreProblem
from rukun.needs.models.statements import REASON, WORDS
from rukun.parameters.juknis import StepKind

FIELDS = ("kind", "words", "sex", "age", "welfare", "disability", "occasion", "on")


@transaction.atomic
def keep(*, rt_id: int, path: str, year: int, said: Mapping[str, Any], on: date, by: Any) -> Statement:
    """Keeps one statement, the first of which begins the step. Raises Problem of `spoken.safe`, needs.day_in_future."""
    kept = _kept(rt_id=rt_id, path=path, year=year, said=said, on=on, by=by)
    record("needs.statement_kept", kept, by=by, path=path, kind=kept.kind, occasion=kept.occasion)
    steps.begin(rt_id=rt_id, path=path, year=year, step=StepKind.NEEDS, on=on, by=by)
    return kept


@transaction.atomic
def correct(*, statement: Statement, said: Mapping[str, Any], because: str, on: date, by: Any) -> Statement:
    """A newer statement instead of this one, in the same group. Raises Problem as `keep` and `withdraw` do."""
    home = {"rt_id": statement.rt_id, "path": statement.path, "year": statement.year}
    newer = _kept(**home, said=said, on=on, by=by)
    group = Grouping.objects.filter(statement=statement).first()
    _withdrawn(statement, because, on, by, instead=newer)
    if group:
        Grouping.objects.create(statement=newer, path=newer.path, problem_id=group.problem_id)
    record("needs.statement_corrected", newer, by=by, path=newer.path)
    return newer


@transaction.atomic
def withdraw(*, statement: Statement, because: str, on: date, by: Any) -> None:
    """It counts no more; the row stays. Raises Problem needs.already_withdrawn and those of `spoken.safe`."""
    _withdrawn(statement, because, on, by)
    record("needs.statement_withdrawn", statement, by=by, path=statement.path)


@transaction.atomic
def group(*, statement: Statement, problem: CoreProblem | None, by: Any) -> None:
    """Puts a statement with a core problem of its RT and year, or with none. Raises Problem needs.other_year."""
    if problem and (problem.path, problem.year) != (statement.path, statement.year):
        raise Problem("needs.other_year")
    if problem is None:
        Grouping.objects.filter(statement=statement).delete()
    else:
        place = {"path": statement.path, "problem": problem}
        Grouping.objects.update_or_create(statement=statement, defaults=place)
    record("needs.statement_grouped", statement, by=by, path=statement.path, is_grouped=problem is not None)


@transaction.atomic
def group_anew(*, statement: Statement, words: str, theme: str, on: date, by: Any) -> CoreProblem:
    """A new core problem, begun by this statement. Raises Problem of `spoken.safe`."""
    home = {"rt_id": statement.rt_id, "path": statement.path, "year": statement.year}
    made = trees.plant(**home, words=words, theme=theme, on=on, by=by)
    group(statement=statement, problem=made, by=by)
    return made


def _kept(*, rt_id: int, path: str, year: int, said: Mapping[str, Any], on: date, by: Any) -> Statement:
    told = {name: said[name] for name in FIELDS if name in said}
    told["words"] = spoken.safe(told["words"], limit=WORDS)
    if told["on"] > on:
        raise Problem("needs.day_in_future", on=told["on"])
    return Statement.objects.create(rt_id=rt_id, path=path, year=year, by=str(by), **told)


def _withdrawn(statement: Statement, because: str, on: date, by: Any, instead: Statement | None = None) -> None:
    kept = {"because": spoken.safe(because, limit=REASON), "on": on, "by": str(by), "instead": instead}
    _held, is_new = Withdrawal.objects.get_or_create(statement=statement, defaults=kept | {"path": statement.path})
    if not is_new:
        raise Problem("needs.already_withdrawn")
    Grouping.objects.filter(statement=statement).delete()
