"""Visits to households, and what was written down on the day of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rukun.people.queries import members
from rukun.services.health.models import Call, Dose, ElderCheck, Measurement, Post, PregnancyCheck, Referral
from rukun.services.health.queries import doses


@dataclass(frozen=True, slots=True)
class Met:
    """One member as the visit left them."""

    person: Any
    measurement: Measurement | None = None
    doses: tuple[Dose, ...] = ()
    mother: PregnancyCheck | None = None
    elder: ElderCheck | None = None
    asked: tuple[Referral, ...] = ()

    def __bool__(self) -> bool:
        return any((self.measurement, self.doses, self.mother, self.elder, self.asked))


def path_of(call_id: int) -> str:
    """The path of a call one may see, "" when there is none: used by guards."""
    return Call.objects.filter(pk=call_id).values_list("path", flat=True).first() or ""


def posts_for(path: str) -> Any:
    """Posyandu that serve a place, by name."""
    serving = [post.pk for post in Post.objects.filter(until__isnull=True) if path.startswith(post.path)]
    return Post.objects.filter(pk__in=serving)


def last_of(household_id: int) -> Call | None:
    return Call.objects.filter(household=household_id).order_by("-on", "-id").first()


def met(call: Call) -> list[Met]:
    """Everybody of the household for whom something was written on that day."""
    people = [stay.person for stay in members.of_households([call.household_id])]
    told = {"person__in": [each.pk for each in people], "on": call.on}
    measured = {each.person_id: each for each in Measurement.objects.filter(call=call, replaced_by__isnull=True)}
    given, asked = list(doses.in_force().filter(**told)), list(Referral.objects.filter(**told))
    mothers = PregnancyCheck.objects.filter(pregnancy__person__in=told["person__in"], on=call.on)
    looked = {each.pregnancy.person_id: each for each in mothers.select_related("pregnancy")}
    old = {each.person_id: each for each in ElderCheck.objects.filter(**told)}
    held = [
        Met(
            each, measured.get(each.pk), tuple(dose for dose in given if dose.person_id == each.pk),
            looked.get(each.pk), old.get(each.pk), tuple(one for one in asked if one.person_id == each.pk),
        )
        for each in people
    ]  # fmt: skip
    return [each for each in held if each]
