"""The pages here belong to a house that stands; an empty one is tried in tests/rooms/setup."""

import pytest
from tests.rooms.site.commanding import Commander


@pytest.fixture(autouse=True)
def house_that_stands(monkeypatch):
    monkeypatch.setattr("rukun.site.setup.middleware.is_set_up", lambda: True)


@pytest.fixture
def rukun(capsys, monkeypatch):
    """`rukun("verify", "--json")` runs a command in this process, as the role of the test's connection."""
    monkeypatch.setenv("RUKUN_AS", "app")
    return Commander(capsys)
