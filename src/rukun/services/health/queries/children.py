"""Everything one page tells of how a child grows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.kit.dates import months_between
from rukun.people.queries import persons
from rukun.services.health.facts import charts, growth
from rukun.services.health.models import Measurement, Referral
from rukun.services.health.queries import measurements, referrals


@dataclass(frozen=True, slots=True)
class Line:
    """One measuring with the mark of its month, "" where another weighing of that month or none stands for it."""

    measurement: Measurement
    months: int
    mark: str


@dataclass(frozen=True, slots=True)
class Child:
    """`age_days` and `months` today; None where no birth date is known. `lines` the newest first."""

    person: Any
    age_days: int | None
    months: int | None
    lines: list[Line]
    open: list[Referral]
    is_due: bool

    @property
    def is_girl(self) -> bool:
        return self.person.sex == "female"

    @property
    def measured(self) -> list[Measurement]:
        return [each.measurement for each in reversed(self.lines)]


def child(person: Any, *, on: date) -> Child:
    """Four queries."""
    born, held = person.birth_date, measurements.of_person(person.pk)
    weighed = [(each.on, each.weight_g) for each in held if each.weight_g and not each.has_oedema]
    marks = growth.marks(weighed, born) if born else {}
    lines = [Line(each, months_between(born, each.on) if born else 0, _mark(each, marks)) for each in held]
    return Child(
        person=person, age_days=(on - born).days if born else None, months=months_between(born, on) if born else None,
        lines=lines[::-1], open=referrals.open_of(person.pk), is_due=bool(measurements.due([person], on)),
    )  # fmt: skip


def visible() -> Any:
    """Persons inside the scope."""
    return persons.visible()


def chart(kind: str, told: Child) -> charts.Chart | None:
    if told.age_days is None:
        return None
    return charts.chart(kind, is_girl=told.is_girl, age_days=told.age_days, measured=told.measured)


def category(index: str, measurement: Measurement) -> str:
    """The class of Permenkes 2/2020 in words, "" where there is none: for who decides, never for who screens."""
    z = getattr(measurement, index)
    if z is None or index in measurement.doubts:
        return ""
    return growth.category(index, z, age_days=measurement.age_days, on=measurement.on).id


def _mark(each: Measurement, marks: dict[date, Any]) -> str:
    return str(marks.get(each.on, "")) if each.weight_g and not each.has_oedema else ""
