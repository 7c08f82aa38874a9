"""What one juknis says otherwise than another: what is new, what is gone, what has another value."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rukun.facilitation.queries.rulebook import chapters
from rukun.facilitation.types import Change, Changed, Chapter, Clause
from rukun.facilitation.words_money import unknown
from rukun.parameters.juknis import Juknis
from rukun.ui.words import MISSING

PAIR = 2
"""Columns of a chapter that says one thing of each matter."""


def between(old: Juknis, new: Juknis) -> tuple[Changed, ...]:
    """Chapter by chapter, only where something is said otherwise."""
    pairs = zip(chapters(old), chapters(new), strict=True)
    found = (Changed(after.title, tuple(_changes(before, after))) for before, after in pairs)
    return tuple(each for each in found if each.changes)


def _changes(old: Chapter, new: Chapter) -> Iterator[Change]:
    before, after = ({each.key: each for each in chapter.clauses} for chapter in (old, new))
    for key in [*after, *(key for key in before if key not in after)]:
        yield from _change(before.get(key), after.get(key), new.columns)


def _change(before: Clause | None, after: Clause | None, columns: tuple[str, ...]) -> Iterator[Change]:
    if before is None or after is None:
        there = after or before
        if there is not None:
            whole = _whole(there)
            yield Change(there.values[0], "", "" if before is None else whole, "" if after is None else whole)
        return
    for column, was, now in zip(columns, before.values, after.values, strict=True):
        if was != now:
            yield Change(after.values[0], "" if len(columns) == PAIR else column, was, now)


def _whole(clause: Clause) -> str:
    """All it says, in one breath."""
    silent = (unknown(), MISSING)
    return " · ".join(value for value in clause.values[1:] if value not in silent) or unknown()


def counted(changed: tuple[Changed, ...]) -> dict[str, int]:
    """How many are new, gone, otherwise."""
    changes = [each for chapter in changed for each in chapter.changes]
    return {
        _("baru"): sum(not each.before for each in changes),
        _("tidak disebut lagi"): sum(not each.after for each in changes),
        _("berubah"): sum(bool(each.before and each.after) for each in changes),
    }
