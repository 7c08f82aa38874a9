"""Who opens the pages of clean living, and an RT with three families."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.rooms.conftest import Cast
from tests.rooms.people.families import make_household


@pytest.fixture
def as_(client: Any, cast: Cast) -> Callable[[str], Any]:
    """Someone of the cast at the screen, signed in with both factors."""

    def signed_in(name: str) -> Any:
        client.force_login(getattr(cast, name))
        session = client.session
        session["account_authentication_methods"] = [{"method": "mfa"}]
        session.save()
        return client

    return signed_in


@pytest.fixture
def homes(places: Any) -> list[Any]:
    return [make_household(places.melati, f"{name} Rekaan") for name in ("Ani", "Budi", "Cici")]
