"""A family written in a form goes through the one gate, like every file: looked at first, then taken in whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from rukun.kit.problems import Finding
from rukun.people.actions import batches, tallies
from rukun.people.intake.layouts import PLAIN
from rukun.people.models import Batch, BatchRow, Household, Stay

KNOWN_HERE = frozenset({"row.no_kk"})
"""Said of rows of a file, untrue of a form: without a KK number its members are one kitchen all the same."""


@dataclass(frozen=True, slots=True)
class Said:
    """One remark on one member: the member's place in the list (0, 1 …), the field it is about, the finding."""

    member: int
    field: str
    finding: Finding

    @property
    def is_error(self) -> bool:
        return self.finding.severity == "error"


@dataclass(frozen=True, slots=True)
class Registered:
    """What became of a family: `household_id` is None when a remark stopped it, and then nothing was kept."""

    household_id: int | None
    said: tuple[Said, ...]


def look(*, area_id: int, members: Sequence[Mapping[str, str]], by: Any, on: date) -> tuple[Said, ...]:
    """What the gate says of these members. Nothing is left behind: not even the waiting rows."""
    with transaction.atomic():
        said = _said(batches.check(area_id=area_id, source=_form(members), by=by, on=on))
        transaction.set_rollback(True)
    return said


@transaction.atomic
def register(*, area_id: int, members: Sequence[Mapping[str, str]], by: Any, on: date) -> Registered:
    """Takes the family in as one household when no member is refused. Fields as in intake.layouts.FIELDS.

    Raises the Problems of batches.check and batches.accept.
    """
    said = look(area_id=area_id, members=members, by=by, on=on)
    if any(each.is_error for each in said):
        return Registered(None, said)
    batch = batches.check(area_id=area_id, source=_form(members), by=by, on=on)
    batch = batches.accept(batch=batch, by=by, on=on)
    return Registered(_united(batch, on), said)


def _form(members: Sequence[Mapping[str, str]]) -> batches.Form:
    titles = PLAIN.titles
    return batches.Form([{titles[field]: text for field, text in member.items()} for member in members])


def _said(batch: Batch) -> tuple[Said, ...]:
    fields = {title: field for field, title in PLAIN.titles.items()}
    rows = BatchRow.objects.filter(batch=batch, findings__isnull=False).order_by("number")
    return tuple(
        Said(row.number - 1, fields.get(said["column"], ""), Finding(said["code"], said["severity"], said["details"]))
        for row in rows.values_list("number", "findings", named=True)
        for said in row.findings
        if said["code"] not in KNOWN_HERE
    )


def _united(batch: Batch, on: date) -> int:
    """A form is one kitchen. Without a KK number the gate cannot know that, so its households become one here."""
    brought = Stay.objects.filter(person__batch=batch).order_by("id")
    first = brought.filter(relation="head").first() or brought.earliest("id")
    others = Household.objects.filter(batch=batch).exclude(pk=first.household_id)
    if others.exists():
        brought.filter(household__in=others).update(household=first.household_id)
        others.delete()
    Household.objects.filter(pk=first.household_id, batch=batch).update(is_assumed=False)
    tallies.refresh(rt_ids=[first.household.rt_id], on=on)
    return first.household_id
