"""A child of thirteen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.rooms.people.families import make_household, make_person, settle


@pytest.fixture
def raise_child(places: Any) -> Callable[..., Any]:
    """raise_child(name, born, rt) → a child with a parent."""

    def made(name: str = "Edi Rekaan", born: date = date(2013, 3, 3), rt: Any = None) -> Any:
        rt = rt or places.melati
        home = make_household(rt, f"Orang Tua {name}")
        child = make_person(rt, name, birth_date=born)
        settle(child, home, "child")
        return child

    return made


@pytest.fixture
def child(raise_child: Callable[..., Any]) -> Any:
    return raise_child()
