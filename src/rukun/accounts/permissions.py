"""What each role may do, read aloud: one table, asked at the front of every view and command.

A role is held in an area for a term and covers that area and what lies beneath it. Outside one's areas the answer is
"not found"; inside them, without the permission, it is "not allowed".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone

from rukun.accounts.models import Appointment, Role, User
from rukun.walls import scope


class Permission(StrEnum):
    PLACE_SEE = "place.see"
    TERRITORY_EDIT = "territory.edit"
    PEOPLE_SEE = "people.see"
    PEOPLE_EDIT = "people.edit"
    PEOPLE_IMPORT = "people.import"
    INTERVIEW = "interview.record"
    SECRET_REVEAL = "secret.reveal"  # noqa: S105 - the name of a permission
    POVERTY_SEE = "poverty.see"
    POVERTY_NAMES = "poverty.names"
    POVERTY_EXPORT = "poverty.export"
    RULES_EDIT = "rules.edit"
    PLAN_SEE = "plan.see"
    PLAN_EDIT = "plan.edit"
    MEETING_HOLD = "meeting.hold"
    BALLOT_TYPE = "ballot.type"
    VISIT_RECORD = "visit.record"
    GATHERING_RECORD = "gathering.record"
    DESA_ANSWER = "plan.answer_desa"
    KECAMATAN_ANSWER = "plan.answer_kecamatan"
    JUKNIS_EDIT = "juknis.edit"
    MONEY_SEE = "money.see"
    RAB_EDIT = "rab.edit"
    SPEND_PROPOSE = "spend.propose"
    SPEND_APPROVE = "spend.approve"
    SPEND_PAY = "spend.pay"
    GRANT_DESA = "grant.check_desa"
    GRANT_KECAMATAN = "grant.check_kecamatan"
    GRANT_KABUPATEN = "grant.check_kabupaten"
    PRICES_EDIT = "prices.edit"
    FLAGS_SEE = "flags.see"
    FLAGS_CLOSE = "flags.close"
    SERVICES_SEE = "services.see"
    HEALTH_SEE = "health.see"
    HEALTH_RECORD = "health.record"
    HEALTH_DECIDE = "health.decide"
    SANITATION_RECORD = "sanitation.record"
    SANITATION_CHECK = "sanitation.check"
    SCHOOL_RECORD = "school.record"
    PROGRAMME_NAMES = "programme.names"
    PROGRAMME_PROPOSE = "programme.propose"
    PROGRAMME_EDIT = "programme.edit"
    PROGRAMME_DECIDE = "programme.decide"
    PROGRAMME_GIVE = "programme.give"
    APPOINT = "accounts.appoint"
    AUDIT_SEE = "audit.see"


P = Permission
_FIGURES = {P.PLACE_SEE, P.POVERTY_SEE, P.PLAN_SEE, P.MONEY_SEE, P.SERVICES_SEE}
_NEIGHBOUR = _FIGURES | {P.PEOPLE_SEE, P.INTERVIEW, P.POVERTY_NAMES, P.PLAN_EDIT, P.BALLOT_TYPE, P.RAB_EDIT}
_HELPER = {P.SANITATION_RECORD, P.SCHOOL_RECORD, P.PROGRAMME_NAMES, P.PROGRAMME_PROPOSE, P.PROGRAMME_GIVE}
_RT_OFFICER = _NEIGHBOUR | _HELPER | {P.PEOPLE_EDIT, P.MEETING_HOLD, P.GATHERING_RECORD}
_OFFICE = {P.PROGRAMME_NAMES, P.PROGRAMME_PROPOSE, P.PROGRAMME_EDIT, P.PROGRAMME_DECIDE, P.PROGRAMME_GIVE}
_DESA = (
    _RT_OFFICER
    | (_OFFICE - {P.PROGRAMME_DECIDE})
    | {P.GRANT_DESA, P.PEOPLE_IMPORT, P.POVERTY_EXPORT, P.SECRET_REVEAL, P.VISIT_RECORD, P.DESA_ANSWER}
)

MAY: dict[str, frozenset[Permission]] = {
    Role.RT_HEAD: frozenset(_RT_OFFICER | {P.SECRET_REVEAL, P.SPEND_PROPOSE, P.SPEND_APPROVE}),
    Role.RT_SECRETARY: frozenset(_RT_OFFICER | {P.SPEND_PROPOSE}),
    Role.RT_TREASURER: frozenset(_FIGURES | {P.BALLOT_TYPE, P.RAB_EDIT, P.SPEND_PROPOSE, P.SPEND_PAY}),
    Role.KADER: frozenset(_NEIGHBOUR | _HELPER | {P.SPEND_PROPOSE, P.HEALTH_SEE, P.HEALTH_RECORD}),
    Role.PENDAMPING: frozenset(_NEIGHBOUR | _HELPER | {P.MEETING_HOLD, P.VISIT_RECORD, P.GATHERING_RECORD}),
    Role.HEALTH_WORKER: frozenset(
        _FIGURES
        | {P.PEOPLE_SEE, P.HEALTH_SEE, P.HEALTH_RECORD, P.HEALTH_DECIDE, P.SANITATION_RECORD, P.SANITATION_CHECK}
    ),
    Role.SCHOOL_OFFICER: frozenset(_FIGURES | {P.PEOPLE_SEE, P.SCHOOL_RECORD}),
    Role.PROGRAMME_OFFICER: frozenset(_FIGURES | _OFFICE | {P.PEOPLE_SEE, P.POVERTY_NAMES}),
    Role.DESA_OPERATOR: frozenset(_DESA | {P.TERRITORY_EDIT, P.SPEND_PAY}),
    Role.DESA_HEAD: frozenset(_DESA | {P.APPOINT, P.SPEND_APPROVE, P.PROGRAMME_DECIDE}),
    Role.KECAMATAN_OFFICER: frozenset(
        _FIGURES
        | {P.VISIT_RECORD, P.GATHERING_RECORD, P.KECAMATAN_ANSWER, P.GRANT_KECAMATAN, P.FLAGS_SEE, P.SANITATION_CHECK}
    ),
    Role.DPMD: frozenset(
        _FIGURES | {P.TERRITORY_EDIT, P.JUKNIS_EDIT, P.GATHERING_RECORD, P.GRANT_KABUPATEN, P.PRICES_EDIT, P.FLAGS_SEE}
    ),
    Role.DINSOS: frozenset(_FIGURES | _OFFICE | {P.PEOPLE_SEE, P.POVERTY_NAMES, P.POVERTY_EXPORT, P.RULES_EDIT}),
    Role.INSPEKTORAT: frozenset(_FIGURES | {P.AUDIT_SEE, P.FLAGS_SEE, P.FLAGS_CLOSE}),
    Role.DPO: frozenset(_FIGURES | {P.AUDIT_SEE}),
    Role.ADMINISTRATOR: frozenset(
        (_DESA | {P.TERRITORY_EDIT, P.APPOINT, P.AUDIT_SEE, P.RULES_EDIT, P.JUKNIS_EDIT, P.PRICES_EDIT})
        - {P.GRANT_DESA, P.SECRET_REVEAL, P.BALLOT_TYPE, P.DESA_ANSWER}
    ),
}

HELD_AT: dict[str, tuple[str, ...]] = {
    Role.RT_HEAD: ("rt",),
    Role.RT_SECRETARY: ("rt",),
    Role.RT_TREASURER: ("rt",),
    Role.KADER: ("rt", "rw", "dusun", "desa"),
    Role.PENDAMPING: ("rt", "rw", "dusun", "desa"),
    Role.HEALTH_WORKER: ("desa", "kecamatan"),
    Role.SCHOOL_OFFICER: ("desa", "kecamatan", "kabupaten"),
    Role.PROGRAMME_OFFICER: ("kecamatan", "kabupaten"),
    Role.DESA_OPERATOR: ("desa",),
    Role.DESA_HEAD: ("desa",),
    Role.KECAMATAN_OFFICER: ("kecamatan",),
    Role.DPMD: ("kabupaten",),
    Role.DINSOS: ("kabupaten",),
    Role.INSPEKTORAT: ("kabupaten",),
    Role.DPO: ("kabupaten",),
    Role.ADMINISTRATOR: ("kabupaten",),
}
RT_ROLES = frozenset({Role.RT_HEAD, Role.RT_SECRETARY, Role.RT_TREASURER, Role.KADER})

MAY_APPOINT: dict[str, frozenset[str]] = {
    Role.DESA_HEAD: RT_ROLES,
    Role.ADMINISTRATOR: frozenset(Role),
}
"""Who may give which role, inside their own areas; never to themselves (the action sees to that)."""


@dataclass(frozen=True, slots=True)
class Held:
    """A role held today: in which area, and the path that covers what lies beneath."""

    role: str
    area_id: int
    path: str


def today() -> date:
    """The day where this kabupaten lies. The clock is read at the front door only."""
    return timezone.localdate()


def held_by(user: User, *, on: date) -> tuple[Held, ...]:
    terms = Appointment.objects.filter(user=user, since__lte=on).exclude(until__lte=on).order_by("path", "role")
    return tuple(Held(term.role, term.area_id, term.path) for term in terms)


def may(held: tuple[Held, ...], permission: Permission, path: str) -> bool:
    """Whether one of these roles covers the path and grants the permission."""
    return any(path.startswith(each.path) and permission in MAY[each.role] for each in held)


def may_somewhere(held: tuple[Held, ...], permission: Permission) -> bool:
    return any(permission in MAY[each.role] for each in held)


def covers(held: tuple[Held, ...], path: str) -> bool:
    return any(path.startswith(each.path) for each in held)


def paths_with(held: tuple[Held, ...], permission: Permission) -> tuple[str, ...]:
    """The areas in which these roles grant the permission: what a list page may show."""
    return tuple(each.path for each in held if permission in MAY[each.role])


def may_appoint(held: tuple[Held, ...], role: str, path: str) -> bool:
    """Whether one of these roles covers the path and may give the role there."""
    return any(path.startswith(each.path) and role in MAY_APPOINT.get(each.role, ()) for each in held)


def needs_second_factor(held: tuple[Held, ...]) -> bool:
    """Every role above the RT opens many families: a password alone is not enough."""
    return any(each.role not in RT_ROLES for each in held)


PathOf = Callable[..., str]


def needs(permission: Permission, *, area: PathOf | None = None) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Guards a view. `area(**url_arguments)` finds the path the request is about, seen with the user's own eyes.

    Signed out: the sign-in page. A place outside one's areas, or none at all: not found. Inside, but not allowed:
    403. The transaction's scope is told to the database before anything is read; `request.held` carries the roles.
    """

    def guard(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect(f"{resolve_url('account_login')}?next={request.path}")
            if not hasattr(request, "held"):  # the threshold has usually asked already
                request.held = held_by(request.user, on=today())
            scope.enter([each.path for each in request.held], user=request.user.pk)
            _check(request.held, permission, area(**kwargs) if area else None)
            return view(request, *args, **kwargs)

        guarded.permission = permission
        return guarded

    return guard


def _check(held: tuple[Held, ...], permission: Permission, path: str | None) -> None:
    if path is None:
        if not may_somewhere(held, permission):
            raise PermissionDenied
    elif not covers(held, path):
        raise Http404
    elif not may(held, permission, path):
        raise PermissionDenied
