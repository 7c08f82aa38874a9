"""Who opens the pages of residents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.rooms.conftest import Cast


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
