"""Offices: given, ended, handed over. Terms are half-open, [since, until): the day of a hand-over is the new one's."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q

from rukun.accounts import queries
from rukun.accounts.models import ONE_SEAT, Appointment, Role, User
from rukun.accounts.permissions import HELD_AT, held_by, may_appoint, today
from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.territory import queries as territory
from rukun.territory.types import Place

By = User | str


@transaction.atomic
def appoint(*, user: User, role: str, area_id: int, since: date, until: date | None, basis: str, by: By) -> Appointment:
    """A new term. Raises Problem when the role is not held at that level, is not the giver's to give, or is taken."""
    place = seat_for(role, area_id, since=since, by=by)
    _check_person(user, by)
    _check_period(since, until)
    _check_free(user, role, area_id, since, until)
    made = Appointment.objects.create(
        user=user, role=role, area_id=area_id, path=place.path, since=since, until=until, basis=basis.strip()
    )
    audit.record("appointments.made", made, by=by, path=made.path, role=role, user=user.pk, since=str(since))
    return made


@transaction.atomic
def end(*, appointment: Appointment, on: date, by: By) -> Appointment:
    """Ends a term: from `on` it opens nothing any more. The row stays: history is kept."""
    term = _locked(appointment)
    _check_authority(term.role, term.path, by)
    if on <= term.since:
        raise Problem("accounts.ends_before_it_began", since=term.since, on=on)
    if term.until is not None and term.until <= on:
        raise Problem("accounts.already_ended", until=term.until)
    _check_not_last_administrator(term, on)
    term.until = on
    term.save(update_fields=["until"])
    audit.record("appointments.ended", term, by=by, path=term.path, role=term.role, user=term.user_id, on=str(on))
    return term


@transaction.atomic
def hand_over(
    *, appointment: Appointment, to_user: User, on: date, basis: str, by: By, until: date | None = None
) -> Appointment:
    """Ends one term on a day and begins the successor's on that same day: no gap, no overlap. Returns the new term."""
    term = _locked(appointment)
    _check_authority(term.role, term.path, by)
    _check_person(to_user, by)
    if to_user.pk == term.user_id:
        raise Problem("accounts.same_person")
    if on <= term.since:
        raise Problem("accounts.ends_before_it_began", since=term.since, on=on)
    if term.until is not None and term.until < on:
        raise Problem("accounts.gap", until=term.until, on=on)
    _check_period(on, until)
    Appointment.objects.filter(pk=term.pk).update(until=on)
    _check_free(to_user, term.role, term.area_id, on, until)
    made = Appointment.objects.create(
        user=to_user, role=term.role, area_id=term.area_id, path=term.path, since=on, until=until, basis=basis.strip()
    )
    audit.record(
        "appointments.handed_over", made, by=by, path=made.path, role=made.role,
        from_user=term.user_id, to_user=to_user.pk, on=str(on),
    )  # fmt: skip
    return made


def seat_for(role: str, area_id: int, *, since: date, by: By) -> Place:
    """The place where the role would be held. Raises Problem when it cannot be held or given there."""
    place = territory.place(area_id, on=since)
    if place is None:
        raise Problem("accounts.no_such_area", on=since)
    if place.level not in HELD_AT.get(role, ()):
        raise Problem("accounts.wrong_level", role=label(role), area=place.label)
    _check_authority(role, place.path, by)
    return place


def label(role: str) -> str:
    return str(Role(role).label) if role in Role.values else role


def _check_authority(role: str, path: str, by: By) -> None:
    """Asked on the day of the act, never on a day someone writes in a form."""
    if isinstance(by, User) and not may_appoint(held_by(by, on=today()), role, path):
        raise Problem("accounts.not_yours_to_give", role=label(role))


def _check_person(user: User, by: By) -> None:
    if isinstance(by, User) and user.pk == by.pk:
        raise Problem("accounts.own_office")
    if not user.is_active:
        raise Problem("accounts.account_closed", user=user.username)


def _check_period(since: date, until: date | None) -> None:
    if until is not None and until <= since:
        raise Problem("accounts.ends_before_it_began", since=since, on=until)


def _check_free(user: User, role: str, area_id: int, since: date, until: date | None) -> None:
    overlapping = Appointment.objects.filter(Q(until__isnull=True) | Q(until__gt=since), area=area_id, role=role)
    if until is not None:
        overlapping = overlapping.filter(since__lt=until)
    if overlapping.filter(user=user).exists():
        raise Problem("accounts.already_held", role=label(role))
    if role in ONE_SEAT and (sitting := overlapping.select_related("user").first()):
        raise Problem("accounts.seat_taken", role=label(role), holder=sitting.user.name)


def _check_not_last_administrator(term: Appointment, on: date) -> None:
    if term.role != Role.ADMINISTRATOR:
        return
    others = queries.not_over(on=on).filter(role=Role.ADMINISTRATOR, since__lte=on, user__is_active=True)
    if not others.exclude(pk=term.pk).exists():
        raise Problem("accounts.last_administrator")


def _locked(appointment: Appointment) -> Appointment:
    return Appointment.objects.select_for_update().get(pk=appointment.pk)
