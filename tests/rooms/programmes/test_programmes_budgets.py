"""Pages of programmes stay small and quick in a kabupaten with many programmes and a long waiting list."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rooms.poverty.kitchens import client_of
from tests.rooms.programmes.helping import EARTH, OLD, OLDEST, ON, asks, make_home, make_scheme, make_terms

from rukun.programmes.actions import rulings
from rukun.programmes.models import Waiting

WIRE, QUERIES = 100_000, 15
ALIKE = re.compile(
    r'FROM "(django_session|accounts_\w+|territory_(area|edition|installation))"|'
    r"set_config|current_setting|^(SAVEPOINT|RELEASE)",
    re.IGNORECASE,
)


@pytest.fixture
def crowd(places: Any) -> Waiting:
    """Twenty programmes of the same kind; one with sixty who wait and ten taken in; one home asks for five."""
    schemes = [make_scheme(places.kabupaten, f"Program {n:02}", unit="household") for n in range(20)]
    for each in schemes:
        make_terms(each, OLD, EARTH, order=(OLDEST,), quota=100)
    homes = [make_home(places.melati, (f"Warga {n:02}", 60 + n % 20), answers={"floor": "earth"}) for n in range(70)]
    asked = [asks(schemes[0], home) for home in homes]
    for each in asked[60:]:
        rulings.enrol(waiting=each, words="Diperiksa", on=ON, by="uji")
    for each in schemes[1:5]:
        asks(each, homes[0])
    return asked[0]


def test_every_page_stays_small(crowd, places, cast):
    client, found = client_of(cast.programme_officer), {}
    for name, thing in {
        "home": (), "area": (places.melati.pk,), "doubles": (places.melati.pk,), "scheme": (crowd.scheme_id,),
        "terms_new": (crowd.scheme_id,), "household": (crowd.household_id,), "propose": (crowd.household_id,),
        "waiting": (crowd.pk,), "enrol": (crowd.pk,),
    }.items():  # fmt: skip
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(reverse(f"programmes:{name}", args=thing))
        own = [each["sql"] for each in asked.captured_queries if not ALIKE.search(each["sql"])]
        assert answer.status_code == 200
        found[name] = (len(answer.content), len(own))
    assert {name: told for name, told in found.items() if told[0] > WIRE or told[1] > QUERIES} == {}
