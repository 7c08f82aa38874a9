"""The pages here belong to a house that stands; an empty one is tried in tests/rooms/setup."""

import pytest


@pytest.fixture(autouse=True)
def house_that_stands(monkeypatch):
    monkeypatch.setattr("rukun.site.setup.middleware.is_set_up", lambda: True)
