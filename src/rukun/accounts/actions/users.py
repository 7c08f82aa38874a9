"""Accounts: made, closed, given a fresh code. A printed code works until its owner has chosen a password."""

from __future__ import annotations

from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from rukun.accounts import queries
from rukun.accounts.actions import appointments
from rukun.accounts.models import Appointment, User
from rukun.accounts.permissions import held_by, may_appoint, today
from rukun.audit import actions as audit
from rukun.kit import slips
from rukun.kit.problems import Problem
from rukun.walls import scope

By = User | str


@transaction.atomic
def create(*, username: str, name: str, password: str | None, by: By, path: str = "") -> User:
    """A new user; without a password they cannot sign in until they get a code. `path` places the line in the log.

    Raises Problem accounts.not_accepted with the reasons of the validators.
    """
    user = User(username=username.strip(), name=name.strip())
    _accept(user, password)
    user.set_password(password)
    user.save()
    audit.record("users.created", user, by=by, path=path or queries.kabupaten_path())
    return user


@transaction.atomic
def welcome(
    *, username: str, name: str, role: str, area_id: int, since: date, until: date | None, basis: str, by: By
) -> tuple[User, str]:
    """A new user with a first office and a one-time code for the printed slip: (user, code)."""
    path = appointments.seat_for(role, area_id, since=since, by=by).path
    user = create(username=username, name=name, password=None, by=by, path=path)
    appointments.appoint(user=user, role=role, area_id=area_id, since=since, until=until, basis=basis, by=by)
    return user, reset_password(user=user, by=by, on=today())


@transaction.atomic
def welcome_successor(
    *, appointment: Appointment, username: str, name: str, on: date, until: date | None, basis: str, by: By
) -> tuple[User, str]:
    """A new user who takes over an office: (user, one-time code)."""
    user = create(username=username, name=name, password=None, by=by, path=appointment.path)
    appointments.hand_over(appointment=appointment, to_user=user, on=on, until=until, basis=basis, by=by)
    return user, reset_password(user=user, by=by, on=today())


@transaction.atomic
def reset_password(*, user: User, by: By, on: date) -> str:
    """The one-time code, told once: it must be replaced at the first sign-in, within settings.CODE_DAYS.

    Every open session of the user ends.
    """
    _check_reach(user, by)
    code = slips.make()
    user.set_password(code)
    user.must_change_password = True
    user.code_until = on + timedelta(days=settings.CODE_DAYS)
    user.save(update_fields=["password", "must_change_password", "code_until"])
    until = str(user.code_until)
    audit.record("users.password_reset", user, by=by, path=queries.seat(user, on=on), until=until)
    return code


@transaction.atomic
def change_password(*, user: User, password: str) -> User:
    """The owner's own choice. The line stands in their own area, whichever page they came from."""
    _accept(user, password)
    user.set_password(password)
    user.must_change_password, user.code_until = False, None
    user.save(update_fields=["password", "must_change_password", "code_until"])
    path = queries.seat(user, on=today())
    with scope.within([path], user=user.pk):
        audit.record("users.password_changed", user, by=user, path=path)
    return user


@transaction.atomic
def deactivate(*, user: User, by: By) -> User:
    """Closes an account and its open sessions. Offices still running must be ended or handed over first."""
    _check_reach(user, by)
    if queries.not_over(on=today()).filter(user=user).exists():
        raise Problem("accounts.still_in_office", user=user.username)
    user.is_active = False
    user.save(update_fields=["is_active"])
    audit.record("users.deactivated", user, by=by, path=queries.seat(user, on=today()))
    return user


@transaction.atomic
def forget_second_factor(*, user: User, by: By) -> User:
    """For a lost phone: the second factor is set up anew at the next sign-in."""
    _check_reach(user, by)
    Authenticator.objects.filter(user=user).delete()
    audit.record("users.second_factor_forgotten", user, by=by, path=queries.seat(user, on=today()))
    return user


def _accept(user: User, password: str | None) -> None:
    try:
        user.full_clean(exclude=["password"])
        if password is not None:
            validate_password(password, user)
    except ValidationError as refused:
        raise Problem("accounts.not_accepted", reasons=" ".join(refused.messages)) from refused


def _check_reach(user: User, by: By) -> None:
    """Whoever renews another's code could come in as them: so only who may give every office they hold."""
    if not isinstance(by, User):
        return
    if user.pk == by.pk:
        raise Problem("accounts.own_account")
    held = held_by(by, on=today())
    offices = list(queries.not_over(on=today()).filter(user=user)) or list(queries.terms_of(user)[:1])
    if not offices or not all(may_appoint(held, office.role, office.path) for office in offices):
        raise Problem("accounts.beyond_reach", user=user.username)


def spoken_code(code: str) -> str:
    """A one-time code in groups that are easy to copy from a screen or a slip."""
    return slips.spoken(code)
