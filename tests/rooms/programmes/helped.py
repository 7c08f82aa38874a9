"""A programme of the kabupaten and one in it, written straight into the tables; and who sits at the screen."""

from __future__ import annotations

from datetime import date
from typing import Any

from rukun.people.models import Household, Person, Stay
from rukun.programmes.models import Instalment, Scheme, Terms, Waiting
from rukun.territory.models import Area

SINCE, ENROLLED, TODAY = date(2023, 1, 1), date(2024, 1, 10), date(2024, 7, 20)


def signed_in(client: Any, user: Any) -> Any:
    """Somebody at the screen, with both factors."""
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa"}]
    session.save()
    return client


def make_home(rt: Area, name: str = "Sari Rekaan") -> tuple[Household, Person]:
    home = Household.objects.create(rt=rt, path=rt.path, since=SINCE, rt_since=SINCE)
    return home, make_person(home, name, relation="head")


def make_person(home: Household, name: str, relation: str = "child", sex: str = "female") -> Person:
    person = Person.objects.create(rt_id=home.rt_id, path=home.path, name=name, name_key=name.lower(), sex=sex)
    stays = {"household": home, "path": home.path, "relation": relation}
    Stay.objects.create(person=person, since=SINCE, began_by="counted", **stays)
    return person


def make_scheme(area: Area, *, form: str = "money", name: str = "Bantuan Rekaan", **terms: Any) -> Scheme:
    scheme = Scheme.objects.create(
        area=area, path=area.path, name=name, field="economic", form=form, unit="household", office="Dinas Rekaan",
        since=SINCE,
    )  # fmt: skip
    told = {"criteria": [], "seed": "rekaan", "amount": 900_000, "parts": 3, "basis": "SK rekaan", "by": "uji"}
    Terms.objects.create(scheme=scheme, path=area.path, since=SINCE, **told | terms)
    return scheme


def make_enrolled(scheme: Scheme, home: Household, person: Person, **told: Any) -> Waiting:
    """Taken in, with three parts of Rp300.000 due in February, March and April."""
    given = {"state": "enrolled", "enrolled_on": ENROLLED, "since": ENROLLED, "by": "uji"} | told
    waiting = Waiting.objects.create(scheme=scheme, household=home, head=person, path=home.path, **given)
    for number in (1, 2, 3):
        due = date(2024, 1 + number, 1)
        Instalment.objects.create(waiting=waiting, path=home.path, number=number, due=due, amount=300_000)
    return waiting
