"""Reads of users and terms. Who holds which office is public inside the house; lists keep to the reader's areas."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from rukun.accounts.models import Appointment, User
from rukun.accounts.permissions import Held, needs_second_factor
from rukun.kit.problems import Problem
from rukun.territory import queries as territory


def standing(user: User, *, on: date) -> tuple[tuple[Held, ...], bool]:
    """The roles held on a day, and whether this is a demonstration: one query for whoever holds a role."""
    terms = in_force(on=on).filter(user=user).annotate(is_demo=Exists(territory.demonstrations()))
    rows = list(terms.order_by("path", "role"))
    held = tuple(Held(term.role, term.area_id, term.path) for term in rows)
    return held, rows[0].is_demo if rows else is_demo()


def is_demo() -> bool:
    """Whether all people of this installation are invented."""
    return territory.demonstrations().exists()


def in_force(*, on: date) -> QuerySet[Appointment]:
    """Terms that run on a day."""
    return Appointment.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)


def not_over(*, on: date) -> QuerySet[Appointment]:
    """Terms that run on a day or are still to begin."""
    return Appointment.objects.filter(Q(until__isnull=True) | Q(until__gt=on))


def under(paths: Iterable[str]) -> Q:
    """Terms in these areas and beneath them; no path, nothing."""
    asked = Q(pk__in=[])
    for path in paths:
        asked |= Q(path__startswith=path)
    return asked


def terms_under(paths: Iterable[str], *, on: date, name: str = "", role: str = "") -> QuerySet[Appointment]:
    """Terms not over in these areas, with their users, by place; `name` is a part of a name or user name."""
    found = not_over(on=on).filter(under(paths), user__is_active=True).select_related("user")
    if name:
        found = found.filter(Q(user__name__icontains=name) | Q(user__username__icontains=name))
    if role:
        found = found.filter(role=role)
    return found.order_by("path", "role", "since", "pk")


def users_under(paths: Iterable[str]) -> QuerySet[User]:
    """Users who hold, held or will hold an office in these areas."""
    return User.objects.filter(Exists(Appointment.objects.filter(under(paths), user=OuterRef("pk"))))


def terms_of(user: User) -> QuerySet[Appointment]:
    """Every term of a person, the newest first: nothing is forgotten."""
    return Appointment.objects.filter(user=user).order_by("-since", "-pk")


def path_of_term(appointment_id: int) -> str:
    """The path of a term, "" when there is none: used by guards."""
    return Appointment.objects.filter(pk=appointment_id).values_list("path", flat=True).first() or ""


def refuse_stale_code(user: User, *, on: date) -> None:
    """A printed code opens until its last day, that day too. Raises Problem accounts.code_stale."""
    if user.must_change_password and user.code_until is not None and on > user.code_until:
        raise Problem("accounts.code_stale", until=user.code_until)


def seat(user: User, *, on: date) -> str:
    """Where the log keeps lines about this person: their own area, or the kabupaten when they hold no office."""
    own = not_over(on=on).filter(user=user).order_by("path").values_list("path", flat=True).first()
    return own or kabupaten_path()


def kabupaten_path() -> str:
    held = territory.installation()
    return held.kabupaten.path if held else ""


def has_second_factor(user: User) -> bool:
    return Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists()


def without_second_factor(paths: Iterable[str], *, on: date) -> int:
    """How many people in these areas should have a second factor and have none yet."""
    secured = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    terms = in_force(on=on).filter(under(paths), ~Exists(secured), user__is_active=True)
    open_to_guessing = {term.user_id for term in terms if needs_second_factor((Held(term.role, 0, term.path),))}
    return len(open_to_guessing)


def rts_without_head(path: str, *, on: date) -> int:
    """How many RT beneath a path have no head on a day."""
    headed = in_force(on=on).filter(role="rt_head", path__startswith=path).values("area")
    return territory.rts_under(path, on=on).exclude(area__in=headed).count()
