"""An RT with a border, houses and one sample of every kind of entry."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client
from django.urls import reverse

from rukun.accounts.permissions import today
from rukun.mapping.actions import entries, sheets
from rukun.mapping.queries.sheets import GROUP
from rukun.mapping.types import Tool
from rukun.people.models import Household, Person, Stay
from rukun.territory.models import Area, Boundary

ON = today()
YEAR = ON.year
SINCE = date(2024, 1, 1)
SQUARE = {
    "type": "Polygon",
    "coordinates": [[[116.9, -0.5], [116.91, -0.5], [116.91, -0.49], [116.9, -0.49], [116.9, -0.5]]],
}
INSIDE = {"longitude": 116.905, "latitude": -0.495}
ROOM = {"met_on": ON, "women": 9, "men": 7, "poor": None, "disability": None}

SAMPLES: dict[str, dict[str, Any]] = {
    Tool.MAP: {"name": "Musala Rekaan", "kind": "facility", **INSIDE},
    Tool.TRANSECT: {
        "order": 1, "place": "Tepi sungai", "land_use": "Kebun", "soil_water": "Lempung", "problem": "Titian lapuk",
        "potential": "",
    },
    Tool.HISTORY: {"since": 1998, "until": None, "what": "Kebakaran", "effect": "Kebun habis", "source": "Tetua"},
    Tool.SEASONS: {"name": "Banjir", "kind": "disaster", "months": "330000000003"},
    Tool.INSTITUTIONS: {"name": "Puskesmas", "importance": 3, "closeness": 1, "reason": "Jauh"},
    Tool.ACTORS: {"role": "Tetua adat", "influence": 3, "stance": "against", "reason": ""},
    Tool.CUSTOMS: {"name": "Lumbung padi", "practice": "Tiap panen", "state": "fading", "use": ""},
    Tool.RESOURCES: {"name": "Tanah kosong", "capital": "natural", "amount": "1 ha", "use": "unused", "idea": "Kebun"},
    Tool.TRENDS: {
        "name": "Hasil karet", "unit": "kuintal", "direction": "down", "reason": "Pohon tua",
        "points": {YEAR - 2: 40.0, YEAR: 18.0},
    },
    Tool.WELFARE: {"order": 1, "name": "Cukup", "criteria": "Rumah papan", "is_poor": False},
    GROUP: {"name": "Kelompok ibu-ibu", "women": 8, "men": 0},
}  # fmt: skip


def acts(rt: Area, year: int = YEAR, on: date = ON) -> dict[str, Any]:
    return {"rt_id": rt.pk, "path": rt.path, "year": year, "on": on, "by": "uji"}


def add(rt: Area, kind: str, year: int = YEAR, **changed: Any) -> Any:
    return entries.add(kind=kind, fields=SAMPLES[kind] | changed, **acts(rt, year))


def meet(rt: Area, tool: str, year: int = YEAR) -> Any:
    return sheets.meet(tool=tool, room=ROOM, **acts(rt, year))


def finish(rt: Area, tool: str, year: int = YEAR) -> None:
    """One entry, a room, and done."""
    add(rt, tool, year)
    meet(rt, tool, year)
    sheets.finish(tool=tool, **acts(rt, year))


def draw_border(rt: Area) -> None:
    Boundary.objects.create(area=rt, geometry=SQUARE, since=SINCE, source="rekaan", path=rt.path)


def make_home(rt: Area, name: str = "Sari Rekaan", at: tuple[float, float] | None = (116.904, -0.496)) -> Household:
    spot = dict(zip(("longitude", "latitude"), at, strict=True)) if at else {}
    home = Household.objects.create(rt=rt, path=rt.path, rt_since=SINCE, since=SINCE, address="Gang Rekaan", **spot)
    person = Person.objects.create(rt=rt, path=rt.path, name=name, name_key=name.lower(), sex="female")
    Stay.objects.create(person=person, household=home, path=rt.path, relation="head", since=SINCE, began_by="counted")
    return home


def client_of(user: Any) -> Client:
    """Signed in with both factors, as roles above the RT must be."""
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session.save()
    return client


def url(name: str, rt: Area, *args: object, **query: object) -> str:
    told = "&".join(f"{key}={value}" for key, value in query.items())
    return reverse(f"mapping:{name}", args=[rt.pk, *args]) + (f"?{told}" if told else "")
