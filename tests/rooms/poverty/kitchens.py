"""Invented households with answers, for verdicts and pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client

from rukun.people.models import Household, Interview, Person, Stay, Tally
from rukun.rules.identity import name_key
from rukun.territory.models import Area

ON = date(2026, 3, 1)
POOR = {
    "floor_area_m2": 18,
    "floor": "earth",
    "wall": "bamboo",
    "toilet": "none",
    "lighting": "oil_lamp",
    "drinking_water": "river",
    "cooking_fuel": "firewood",
    "protein_per_week": 0,
    "new_clothes_per_year": 1,
    "meals_per_day": 2,
    "can_pay_clinic": False,
    "head_job": "farm_labourer",
    "head_education": "sd",
    "sellable_assets": 0,
}
BETTER = {
    "floor_area_m2": 60,
    "floor": "cement",
    "wall": "plastered_brick",
    "toilet": "own",
    "lighting": "electric",
    "drinking_water": "piped",
    "cooking_fuel": "gas",
    "protein_per_week": 3,
    "new_clothes_per_year": 2,
    "meals_per_day": 3,
    "can_pay_clinic": True,
    "head_job": "other",
    "head_income_month": 3_000_000,
    "head_education": "smp",
    "sellable_assets": 2_000_000,
}


def make_kitchen(rt: Area, answers: dict[str, Any] | None = None, *, ages: tuple[int, ...] = (40, 30, 3)) -> Household:
    """A household whose first person is the head; interviewed on ON when there are answers."""
    home = Household.objects.create(rt=rt, path=rt.path, rt_since=ON, since=ON, address="Jalan Rekaan 1")
    for number, age in enumerate(ages):
        person = Person.objects.create(
            rt=rt, path=rt.path, name=f"Warga Rekaan {home.pk}-{number}", name_key=name_key("Warga Rekaan"),
            sex="female", birth_date=date(ON.year - age, 1, 1),
        )  # fmt: skip
        relation = "head" if number == 0 else "child"
        Stay.objects.create(
            person=person, household=home, path=rt.path, relation=relation, since=ON, began_by="counted"
        )
    if answers is not None:
        Interview.objects.create(
            household=home, path=rt.path, instrument="bps14", on=ON, source="interview", answers=answers, by="uji"
        )
    return home


def make_tally(rt: Area, **counts: Any) -> Tally:
    return Tally.objects.create(rt=rt, path=rt.path, counted_on=ON, **counts)


def client_of(user: Any) -> Client:
    """Signed in with both factors, as roles above the RT must be."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session.save()
    return client
