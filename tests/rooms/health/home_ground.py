"""One invented household with somebody of every kind, as a monitor meets it today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.rooms.people.families import make_household, make_person, settle

from rukun.accounts.permissions import today

SINCE = date(2024, 1, 1)


def years_ago(years: int, days: int = 0) -> date:
    return today().replace(day=1, year=today().year - years) - timedelta(days=days)


@dataclass(frozen=True)
class Home:
    household: Any
    mother: Any
    child: Any
    elder: Any


def make_home(rt: Any) -> Home:
    home = make_household(rt, "Bapak Rekaan", since=SINCE)
    mother = make_person(rt, "Ibu Contoh", birth_date=years_ago(28))
    child = make_person(rt, "Kirana Rekaan", birth_date=years_ago(1, 20))
    elder = make_person(rt, "Mbah Peraga", birth_date=years_ago(70))
    settle(mother, home, "wife")
    settle(child, home, "child", since=max(SINCE, child.birth_date))
    settle(elder, home, "parent")
    return Home(home, mother, child, elder)


def typed(home: Home, **more: Any) -> dict[str, Any]:
    """What a browser sends when nothing is filled in; names as on the screen, "_" after the prefix's number."""
    child, elder = f"anak-{home.child.pk}", f"lansia-{home.elder.pk}"
    empty = {f"{child}-{name}": "" for name in ("weight", "lenhei", "lying", "head", "arm", "fed")}
    empty |= {f"{elder}-{name}": "" for name in ("systolic", "diastolic", "sugar", "waist_mm", "weight_g")}
    empty |= {"where": "home", "on": today().isoformat(), "words": "", "hamil-person": "", "hamil-since": ""}
    return empty | more
