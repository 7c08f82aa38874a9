"""An RT with three families."""

from __future__ import annotations

from typing import Any

import pytest
from tests.rooms.people.families import make_household


@pytest.fixture
def homes(places: Any) -> list[Any]:
    return [make_household(places.melati, f"{name} Rekaan") for name in ("Ani", "Budi", "Cici")]
