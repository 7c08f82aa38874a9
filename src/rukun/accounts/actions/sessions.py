"""Who came in, who went out, and when the door was locked: one line each, without a password or a guessed name."""

from __future__ import annotations

from django.db import transaction

from rukun.accounts import queries
from rukun.accounts.models import User
from rukun.accounts.permissions import today
from rukun.audit import actions as audit
from rukun.walls import scope

UNKNOWN = "tamu"
"""Who stands in the log for somebody at the door."""


@transaction.atomic
def came_in(*, user: User) -> None:
    path = queries.seat(user, on=today())
    with scope.within([path], user=user.pk):
        audit.record("sessions.began", user, by=user, path=path)


@transaction.atomic
def went_out(*, user: User) -> None:
    path = queries.seat(user, on=today())
    with scope.within([path], user=user.pk):
        audit.record("sessions.ended", user, by=user, path=path)


@transaction.atomic
def locked_out(*, username: str) -> None:
    """Too many wrong tries. A name nobody has is not written: people type passwords and NIKs there."""
    user = User.objects.filter(username__iexact=username).first()
    path = queries.seat(user, on=today()) if user else queries.kabupaten_path()
    with scope.within([path]):
        audit.record("sessions.locked_out", user, by=UNKNOWN, path=path, is_known=user is not None)
