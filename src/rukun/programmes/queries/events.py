"""What was done together: one by one, and counted by field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, QuerySet, Sum

from rukun.programmes.models import Event, Group, Participant
from rukun.programmes.queries import people
from rukun.programmes.queries import schemes as running
from rukun.programmes.types import Field, Form

MET = (Form.EVENT, Form.TRAINING)


@dataclass(frozen=True, slots=True)
class Told:
    """One field of empowerment in a year: events with how many men and women, groups with their capital."""

    field: str
    events: int = 0
    men: int = 0
    women: int = 0
    groups: int = 0
    lent: int = 0
    out: int = 0


def path_of(event_id: int) -> str:
    """The path of an event one may see, "" when there is none: used by guards."""
    return Event.objects.filter(pk=event_id).values_list("path", flat=True).first() or ""


def visible() -> QuerySet[Event]:
    return Event.objects.select_related("scheme", "replaced_by")


def under(path: str, *, year: int) -> QuerySet[Event]:
    """Beneath a path as they are told now, the newest first."""
    return _of(path, year).select_related("scheme").order_by("-on", "-pk")


def years(path: str) -> list[int]:
    found = Event.objects.filter(path__startswith=path).dates("on", "year", order="DESC")
    return [each.year for each in found]


def by_field(path: str, *, year: int) -> list[Told]:
    """Field by field, those with nothing left out. Two queries."""
    events = _of(path, year).order_by().values("scheme__field").annotate(
        events=Count("pk"), men=Sum("men"), women=Sum("women")
    )  # fmt: skip
    groups = Group.objects.filter(path__startswith=path, since__year__lte=year).exclude(until__year__lt=year)
    capital = groups.order_by().values("scheme__field").annotate(
        groups=Count("pk"), sum_lent=Sum("lent"), out=Sum(F("lent") - F("returned"))
    )  # fmt: skip
    held = {each.pop("scheme__field"): each for each in events}
    for each in capital:
        told = {"groups": each["groups"], "lent": each["sum_lent"], "out": each["out"]}
        held.setdefault(each["scheme__field"], {}).update(told)
    return [Told(field=str(field), **held[field]) for field in Field.values if field in held]


def participants(event: Event) -> list[tuple[Participant, str]]:
    """Those named, by name; "" for whom the register has moved on."""
    held = list(event.participants.all())
    named = people.names(each.person_id for each in held)
    return sorted(((each, named.get(each.person_id, "")) for each in held), key=lambda pair: (not pair[1], pair[1]))


def schemes(path: str, *, on: date) -> list[tuple[str, str]]:
    """Programmes an event of this place may belong to, those of meetings and training first."""
    found = sorted(running.reaching(path, on=on), key=lambda each: (each.form not in MET, each.name))
    return [(str(each.pk), f"{each.name} ({each.get_field_display().lower()})") for each in found]


def trained(person_ids: Iterable[int], event: Event) -> dict[int, Event]:
    """Person → the last event of the same programme they were named at, so that nobody is sent twice."""
    before = Participant.objects.filter(event__scheme=event.scheme_id, event__replaced_by=None).exclude(event=event)
    held = before.filter(person__in=set(person_ids)).select_related("event").order_by("event__on")
    return {each.person_id: each.event for each in held}


def _of(path: str, year: int) -> QuerySet[Event]:
    return Event.objects.filter(path__startswith=path, on__year=year, replaced_by=None)
