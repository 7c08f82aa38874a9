"""Who came: in counts and kinds of voice for everybody, household by household for those who hold the meeting."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from rukun.musrenbang.facts import presence
from rukun.musrenbang.facts.presence import VOICES, Kinds, kinds
from rukun.musrenbang.models import Attendance, Meeting
from rukun.musrenbang.types import Calling
from rukun.needs.types import Age
from rukun.people.queries import facts, households, persons
from rukun.people.types import Sex

__all__ = [
    "VOICES",
    "Kinds",
    "Member",
    "Row",
    "kinds",
    "members",
    "present_adults",
    "present_households",
    "present_people",
    "roll",
    "row_of",
    "standing",
]
OLDEST = ((17, Age.CHILD), (30, Age.YOUNG), (59, Age.ADULT))


@dataclass(frozen=True, slots=True)
class Row:
    """One household of the list. `number` is None for one recorded since; `is_gone`: nobody lives there any more."""

    number: int | None
    household_id: int
    head: str
    address: str
    is_gone: bool
    came: tuple[Attendance, ...]

    @property
    def women(self) -> bool:
        return any(each.sex == Sex.FEMALE for each in self.came)

    @property
    def men(self) -> bool:
        return any(each.sex == Sex.MALE for each in self.came)

    @property
    def is_unsaid(self) -> bool:
        """Somebody came, and nobody has said who."""
        return any(not each.sex for each in self.came)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who lives in a household, with the kind of voice they would be. `is_there`: one such voice came."""

    person_id: int
    name: str
    age: int | None
    sex: str
    age_group: str
    is_disabled: bool
    is_there: bool


def present_households(meeting: Meeting) -> int:
    """Households of which somebody came."""
    return Attendance.objects.filter(meeting=meeting).values("household").distinct().count()


def present_people(meeting: Meeting) -> int:
    """Residents who came for a household; invited guests are not among them."""
    return Attendance.objects.filter(meeting=meeting).count()


def present_adults(meeting: Meeting) -> int:
    """Residents who came and are not known to be children."""
    return Attendance.objects.filter(meeting=meeting).exclude(age_group=Age.CHILD).count()


def standing(meeting: Meeting, came: Kinds | None = None) -> dict[str, Any]:
    """The verdict as it was kept when the meeting was opened; before that, what it would be now."""
    if meeting.verdict and meeting.state not in (Calling.PLANNED, Calling.SHORT):
        return meeting.verdict
    came, fresh = came or kinds(meeting), Meeting(pk=meeting.pk, path=meeting.path, rules=meeting.rules)
    fresh.earlier_id = meeting.earlier_id
    of = presence.base(fresh)
    return presence.kept(presence.verdict(fresh, came, of), of, came, presence.lacking(fresh, came), "")


def roll(meeting: Meeting) -> list[Row]:
    """The list by its numbers, then households recorded since. At most five queries."""
    numbers = dict(meeting.invitations.filter(number__isnull=False).values_list("household", "number"))
    lines = {line.household_id: line for line in households.of_rt(meeting.path) if line.members}
    gone = households.last_heads([home for home in numbers if home not in lines]) if numbers.keys() - lines else {}
    came = _came(meeting)
    rows = [
        Row(
            numbers.get(home),
            home,
            lines[home].head if home in lines else gone.get(home, ""),
            lines[home].address if home in lines else "",
            home not in lines,
            tuple(came.get(home, ())),
        )
        for home in {**numbers, **lines}
    ]
    return sorted(rows, key=lambda row: (row.number is None, row.number or 0, row.household_id))


def row_of(meeting: Meeting, number: int) -> Row | None:
    """One line of the list by its number."""
    home = meeting.invitations.filter(number=number).values_list("household", flat=True).first()
    if home is None:
        return None
    card = households.cards([home]).get(home)
    is_gone = home not in households.living(meeting.path)
    head = (card or {}).get("head") or households.last_heads([home]).get(home, "")
    return Row(number, home, head, (card or {}).get("address", ""), is_gone, tuple(_came(meeting).get(home, ())))


def members(meeting: Meeting, row: Row) -> tuple[list[Member], list[Attendance]]:
    """Who lives there, each with the voice that came if one is alike, and the voices that are like none of them."""
    left, found = list(row.came), []
    home = households.visible().filter(pk=row.household_id).first()
    for stay in persons.living_in(home) if home else []:
        person = stay.person
        age = facts.years(person.birth_date, meeting.on)
        kind = (person.sex, age_group(age), person.disability not in ("", "none"))
        alike = next((each for each in left if (each.sex, each.age_group, each.is_disabled) == kind), None)
        if alike:
            left.remove(alike)
        found.append(Member(person.pk, person.name, age, *kind, is_there=alike is not None))
    return found, left


def age_group(age: int | None) -> str:
    """The age group of needs.types; "" where the age is not known."""
    if age is None:
        return ""
    return str(next((group for oldest, group in OLDEST if age <= oldest), Age.ELDERLY))


def _came(meeting: Meeting) -> dict[int, list[Attendance]]:
    found: dict[int, list[Attendance]] = defaultdict(list)
    for each in Attendance.objects.filter(meeting=meeting).order_by("household", "place"):
        found[each.household_id].append(each)
    return found
