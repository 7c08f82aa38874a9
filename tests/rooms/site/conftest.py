"""The pages here belong to a house that stands; an empty one is tried in tests/rooms/setup."""

import pytest
from tests.rooms.site.commanding import Commander
from tests.rooms.site.machines import Machine, new_keys
from tests.servers import embedded_root


@pytest.fixture(autouse=True)
def house_that_stands(monkeypatch):
    monkeypatch.setattr("rukun.site.setup.middleware.is_set_up", lambda: True)


@pytest.fixture
def rukun(capsys, monkeypatch):
    """`rukun("verify", "--json")` runs a command in this process, as the role of the test's connection."""
    monkeypatch.setenv("RUKUN_AS", "app")
    return Commander(capsys)


@pytest.fixture
def elsewhere(tmp_path):
    """An empty database on a server of somebody else, told by DATABASE_URL."""
    if embedded_root() is None:
        pytest.skip("di server ini ujian tidak dapat menjadi pengelola lain")
    machine = Machine.of_another("kantor", new_keys(tmp_path / "kunci-kantor.json"))
    yield machine
    machine.drop()
