"""A programme year to test with: the demo's juknis, begun on a day, and someone at the door."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.test import Client

from rukun.facilitation.actions import programmes
from rukun.facilitation.models import Programme
from rukun.parameters import juknis

DEMO, KUKAR = "juknis/contoh_rekaan_2026", "juknis/kukar_rtku_2026"
FIRST = date(2026, 3, 1)


def day(number: int) -> date:
    """The day of the year, counted from its first."""
    return FIRST + timedelta(days=number)


def adopted(places: Any, *, first: date = FIRST, key: str = DEMO, **changes: Any) -> Programme:
    told = {"since": first, "basis": "SK uji", "on": first, "by": "uji", "path": places.kabupaten.path} | changes
    return programmes.adopt(juknis=juknis.load(key, begins=first), **told)


def client_of(user: Any) -> Client:
    """Signed in with both factors, as roles above the RT must be."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session.save()
    return client
