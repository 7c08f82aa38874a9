"""Paper ballots: numbered sheets drawn by lot, read by two people on their own, compared, settled at the paper.

No audit line is written for a sheet: the count writes one for all of them.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.musrenbang.facts import marks as reading
from rukun.musrenbang.models import Choice, Entry, Sheet
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.types import Condition, Stage, Way

SPARE = 10
DIGITS = 4


@transaction.atomic
def make(*, choice: Choice, number: int, by: Any) -> list[str]:
    """So many new sheets, their numbers drawn by lot. There may be a few more than voters, for spoilt ones.

    Raises Problem musrenbang.choice_not_open, musrenbang.no_sheets, musrenbang.too_many_sheets.
    """
    held = opened(choice)
    taken = set(queries.sheet_numbers(held))
    most = (1 if held.rules["together"] else held.voters + SPARE) - len(taken)
    if held.way == Way.CONSENSUS or number < 1:
        raise Problem("musrenbang.no_sheets")
    if number > most:
        raise Problem("musrenbang.too_many_sheets", number=number, most=most)
    drawn = _drawn(taken, number)
    Sheet.objects.bulk_create(Sheet(choice=held, path=held.path, number=each) for each in drawn)
    audit.record("choice.sheets_made", held, by=by, path=held.path, sheets=number)
    return sorted(drawn)


@transaction.atomic
def type_in(*, choice: Choice, number: str, typed: Mapping[str, str], condition: str, by: Any) -> Entry:
    """What one person reads on one sheet; typed again it replaces their own reading.

    Raises Problem musrenbang.choice_not_open, musrenbang.sheet_unknown, musrenbang.sheet_settled,
    musrenbang.sheet_read_twice, musrenbang.more_than_voters, musrenbang.nothing_marked, and those of facts.marks.
    """
    held = opened(choice)
    sheet = _sheet(held, number)
    marks = _read(held, typed, condition)
    _check_turn(held, sheet, str(by))
    entry, _made = Entry.objects.update_or_create(
        sheet=sheet,
        typist=str(by),
        is_settled=False,
        defaults={"path": held.path, "marks": marks, "is_spoilt": condition == Condition.SPOILT},
    )
    return entry


@transaction.atomic
def settle(*, choice: Choice, number: str, typed: Mapping[str, str], condition: str, by: Any) -> Entry:
    """What a look at the paper found where two readings differ.

    Raises Problem musrenbang.choice_not_open, musrenbang.sheet_unknown, musrenbang.nothing_to_settle, and those of
    facts.marks.
    """
    held = opened(choice)
    sheet = _sheet(held, number)
    if not any(each.number == sheet.number and each.differs for each in queries.typed(held)):
        raise Problem("musrenbang.nothing_to_settle", number=sheet.number)
    marks = _read(held, typed, condition)
    return Entry.objects.create(
        sheet=sheet,
        path=held.path,
        typist=str(by),
        marks=marks,
        is_spoilt=condition == Condition.SPOILT,
        is_settled=True,
    )


def opened(choice: Choice) -> Choice:
    """The choice, held against its own close. Raises Problem musrenbang.choice_not_open."""
    held = Choice.objects.select_for_update().get(pk=choice.pk)
    if held.stage != Stage.OPEN:
        raise Problem("musrenbang.choice_not_open")
    return held


def check_room(choice: Choice) -> None:
    """Raises Problem musrenbang.more_than_voters when everyone who may vote has."""
    if queries.progress(choice).ballots >= choice.voters:
        raise Problem("musrenbang.more_than_voters", voters=choice.voters)


def _check_turn(choice: Choice, sheet: Sheet, typist: str) -> None:
    readings = list(sheet.entries.all())
    if any(each.is_settled for each in readings):
        raise Problem("musrenbang.sheet_settled", number=sheet.number)
    if typist in {each.typist for each in readings}:
        return
    if len(readings) > 1:
        raise Problem("musrenbang.sheet_read_twice", number=sheet.number)
    if not readings:
        check_room(choice)


def _sheet(choice: Choice, number: str) -> Sheet:
    found = Sheet.objects.filter(choice=choice, number=number.strip()).first()
    if found is None:
        raise Problem("musrenbang.sheet_unknown", number=number.strip()[:8])
    return found


def _read(choice: Choice, typed: Mapping[str, str], condition: str) -> dict[str, Any]:
    """What stands on a sheet; nothing where it is said to be blank or spoilt."""
    return read(choice, typed) if condition == Condition.FILLED else {}


def read(choice: Choice, typed: Mapping[str, str]) -> dict[str, Any]:
    """Raises Problem musrenbang.nothing_marked and those of facts.marks."""
    on_sheet = set(choice.options.values_list("mark", flat=True))
    marks = reading.read(choice.way, typed, on_sheet, choice.rules)
    if not marks:
        raise Problem("musrenbang.nothing_marked")
    return marks


def _drawn(taken: set[str], number: int) -> list[str]:
    """Numbers nobody has, by lot: which sheet was taken first cannot be seen from them."""
    digits = max(DIGITS, len(str(10 * (len(taken) + number))))
    drawn: list[str] = []
    while len(drawn) < number:
        each = str(secrets.randbelow(10**digits)).zfill(digits)
        if each not in taken:
            taken.add(each)
            drawn.append(each)
    return drawn
