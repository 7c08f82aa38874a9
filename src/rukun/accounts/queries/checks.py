"""Are offices held as promised: one person at a time where there is one seat, a second factor where much is opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from allauth.mfa.models import Authenticator
from django.db import connection
from django.db.models import Exists, OuterRef

from rukun.accounts import queries
from rukun.accounts.models import ONE_SEAT, Appointment, Role
from rukun.audit.queries.checks import without_line
from rukun.kit.problems import Finding

SHOWN = 10
TERMS_OVERLAP = """
    select distinct a.id from accounts_appointment a join accounts_appointment b
        on a.id <> b.id and a.area_id = b.area_id and a.role = b.role
        and daterange(a.since, a.until) && daterange(b.since, b.until)
    where a.role = any(%s) or a.user_id = b.user_id order by 1
"""


def findings(*, on: date) -> list[Finding]:
    """Codes: accounts.check_terms_overlap, accounts.check_second_factor, accounts.check_no_administrator,
    audit.check_missing."""
    return [*_overlapping(), *_administrators(on), *_lines()]


def _overlapping() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(TERMS_OVERLAP, [list(ONE_SEAT)])
        ids = [pk for (pk,) in cursor.fetchall()]
    if ids:
        yield Finding("accounts.check_terms_overlap", "error", {"count": len(ids), "ids": ids[:SHOWN]})


def _administrators(on: date) -> Iterator[Finding]:
    """A demonstration asks for no second factor; an installation that nobody has founded yet has no administrator."""
    running = queries.in_force(on=on).filter(role=Role.ADMINISTRATOR, user__is_active=True)
    if queries.kabupaten_path() and not running.exists():
        yield Finding("accounts.check_no_administrator", "error")
    secured = Authenticator.objects.filter(user=OuterRef("user"), type=Authenticator.Type.TOTP)
    bare = running.filter(~Exists(secured)).values_list("user__username", flat=True).distinct()
    if bare and not queries.is_demo():
        yield Finding("accounts.check_second_factor", "error", {"count": len(bare), "users": sorted(bare)[:SHOWN]})


def _lines() -> list[Finding]:
    made = Appointment.objects.values_list("pk", flat=True)
    return without_line("accounts.appointment", ("appointments.made", "appointments.handed_over"), made)
