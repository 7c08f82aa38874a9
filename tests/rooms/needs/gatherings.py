"""An invented meeting: what people say, and the tree they build of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.test import Client

from rukun.needs.actions import statements, trees
from rukun.needs.models import Node, Problem, Statement
from rukun.people.models import Household, Person, Stay
from rukun.territory.models import Area

ON, YEAR = date(2026, 3, 1), 2026
SAID = {"kind": "problem", "words": "Air sumur keruh kalau hujan", "occasion": "home", "on": ON}


def home(rt: Area) -> dict[str, Any]:
    return {"rt_id": rt.pk, "path": rt.path, "year": YEAR, "on": ON, "by": "uji"}


def say(rt: Area, words: str = "Air sumur keruh", **voice: Any) -> Statement:
    return statements.keep(**home(rt), said=SAID | voice | {"words": words})


def plant(rt: Area, words: str = "Air sumur keruh", theme: str = "water") -> tuple[Problem, Node]:
    problem = trees.plant(**home(rt), words=words, theme=theme)
    return problem, Node.objects.get(problem=problem, is_core=True)


def grow(node: Node, words: str, side: str = "cause") -> Node:
    return trees.grow(node=node, side=side, words=words, on=ON, by="uji")


def settle(rt: Area, sex: str, born: int | None, disability: str = "") -> Person:
    """One resident with a kitchen of their own."""
    since = {"since": date(2024, 1, 1)}
    kitchen = Household.objects.create(rt=rt, path=rt.path, rt_since=date(2024, 1, 1), **since)
    who = Person.objects.create(
        rt=rt, path=rt.path, name="Sari Rekaan", name_key="sari rekaan", sex=sex, disability=disability,
        birth_date=born and date(born, 6, 1),
    )  # fmt: skip
    Stay.objects.create(person=who, household=kitchen, path=rt.path, relation="head", began_by="counted", **since)
    return who


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client
