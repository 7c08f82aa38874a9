"""Who came for which household: ticked on a phone, or typed in from the printed list. No time and no name is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Finding, Problem
from rukun.musrenbang.actions.holding import held_open
from rukun.musrenbang.models import Attendance, Meeting
from rukun.people.queries import households

Tick = tuple[int, str]
"""A household's id and the sex of who came; "" where nobody has said."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One person who came for a household. `is_proxy`: somebody else speaks for them."""

    sex: str = ""
    age_group: str = ""
    is_disabled: bool = False
    is_proxy: bool = False


@transaction.atomic
def tick(*, meeting: Meeting, came: Iterable[Tick], left: Iterable[Tick] = (), by: Any) -> list[Finding]:
    """Ticks that are new, and those taken back; the same tick twice is one person. What cannot be is told and left out:
    a finding for every household nobody lives in any more.

    Raises Problem musrenbang.attendance_closed.
    """
    kept = held_open(meeting)
    came, left = set(came), set(left) - set(came)
    gone = _gone(kept, {home for home, _sex in came})
    came = {each for each in came if each[0] not in gone}
    there = list(Attendance.objects.filter(meeting=kept, household__in={home for home, _sex in came | left}))
    new = came - {(row.household_id, row.sex) for row in there}
    _take_back(there, left)
    _add(kept, there, sorted(new))
    if new or left:
        audit.record("meeting.attended", kept, by=by, path=kept.path, came=len(new), left=len(left))
    return [Finding("musrenbang.household_gone", "error", {"households": gone[home]}) for home in sorted(gone)]


@transaction.atomic
def by_numbers(*, meeting: Meeting, numbers: Collection[int], by: Any) -> int:
    """Households by their number on the printed list, all or none. How many were new.

    Raises Problem musrenbang.attendance_closed, musrenbang.number_unknown, musrenbang.household_gone.
    """
    kept = held_open(meeting)
    listed = dict(kept.invitations.filter(number__isnull=False).values_list("number", "household"))
    unknown = sorted(set(numbers) - set(listed))
    if unknown:
        raise Problem("musrenbang.number_unknown", numbers=ranges(unknown), last=max(listed, default=0))
    homes = {listed[number] for number in numbers}
    if gone := _gone(kept, homes):
        raise Problem("musrenbang.household_gone", households=", ".join(gone[home] for home in sorted(gone)))
    there = Attendance.objects.filter(meeting=kept, household__in=homes).values_list("household", flat=True)
    new = homes - set(there)
    _add(kept, [], [(home, "") for home in sorted(new)])
    audit.record("meeting.attended", kept, by=by, path=kept.path, came=len(new), left=0)
    return len(new)


@transaction.atomic
def people(*, meeting: Meeting, household_id: int, voices: Sequence[Voice], by: Any) -> None:
    """Everybody who came for one household, in place of what was known; nobody means that it did not come.

    Raises Problem musrenbang.attendance_closed, musrenbang.household_gone.
    """
    kept = held_open(meeting)
    if voices and (gone := _gone(kept, {household_id})):
        raise Problem("musrenbang.household_gone", households=gone[household_id])
    removed, _each = Attendance.objects.filter(meeting=kept, household=household_id).delete()
    Attendance.objects.bulk_create(
        Attendance(
            meeting=kept, path=kept.path, household_id=household_id, place=place, sex=voice.sex,
            age_group=voice.age_group, is_disabled=voice.is_disabled, is_proxy=voice.is_proxy,
        )
        for place, voice in enumerate(voices, start=1)
    )  # fmt: skip
    audit.record("meeting.attended", kept, by=by, path=kept.path, came=len(voices), left=removed)


@transaction.atomic
def guests(*, meeting: Meeting, came: Collection[int], left: Collection[int] = (), by: Any) -> None:
    """Invited persons (ids) who came, and those ticked by mistake. Raises Problem musrenbang.attendance_closed."""
    kept = held_open(meeting)
    persons = kept.invitations.filter(household__isnull=True)
    new = persons.filter(pk__in=list(came), came=False).update(came=True)
    gone = persons.filter(pk__in=list(set(left) - set(came)), came=True).update(came=False)
    if new or gone:
        audit.record("meeting.attended", kept, by=by, path=kept.path, came=new, left=gone)


def ranges(numbers: Sequence[int]) -> str:
    """[4, 5, 6, 9] → "4–6, 9"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(f"{first}–{last}" if last > first else f"{first}" for first, last in spans)


def _gone(kept: Meeting, homes: set[int]) -> dict[int, str]:
    """Households nobody lives in any more, with their number and the name of their last head."""
    gone = sorted(homes - set(households.living(kept.path)))
    if not gone:
        return {}
    heads = households.last_heads(gone)
    numbers = dict(kept.invitations.filter(household__in=gone).values_list("household", "number"))
    return {each: " · ".join(filter(None, [str(numbers.get(each, "–")), heads.get(each)])) for each in gone}


def _take_back(there: list[Attendance], left: set[Tick]) -> None:
    mistaken = [row for row in there if (row.household_id, row.sex) in left]
    Attendance.objects.filter(pk__in=[row.pk for row in mistaken]).delete()
    there[:] = [row for row in there if row not in mistaken]


def _add(kept: Meeting, there: list[Attendance], new: Sequence[Tick]) -> None:
    """A person whose sex nobody had said is told apart now rather than counted twice."""
    unsaid = {row.household_id: row for row in there if not row.sex}
    last = {row.household_id: row.place for row in sorted(there, key=lambda row: row.place)}
    fresh = []
    for home, sex in new:
        if sex and (row := unsaid.pop(home, None)):
            row.sex = sex
            row.save(update_fields=["sex"])
        else:
            last[home] = last.get(home, 0) + 1
            fresh.append(Attendance(meeting=kept, path=kept.path, household_id=home, place=last[home], sex=sex))
    Attendance.objects.bulk_create(fresh)
