"""Who opens the pages of health."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.conftest import Cast

from rukun.walls import scope


@pytest.fixture
def browse(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """browse(who, name, *ids) reads a page of health; with `data` it sends a form. The page sets its own scope."""
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)

    def visit(who: str, name: str, *ids: int, data: dict[str, Any] | None = None, **query: Any) -> Any:
        client = Client()
        client.force_login(getattr(cast, who))
        url = reverse(f"health:{name}", args=ids, query=query or None)
        with scope.within([]):
            return client.get(url) if data is None else client.post(url, data)

    return visit
