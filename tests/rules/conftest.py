"""What the tests of the rules share: the doctests of every rule, and the sister folder with published data."""

from pathlib import Path

import pytest
from hypothesis import settings

# A shared, slow machine may pause between two examples; that says nothing about a rule.
settings.register_profile("rules", deadline=None)
settings.load_profile("rules")


def pytest_configure(config):
    config.addinivalue_line("markers", "shared: runs over ../shared/data where it is found")


@pytest.fixture(scope="session")
def shared_data():
    """The folder of published data beside the repository; the test is skipped in plain words without it."""
    root = next((p for p in Path(__file__).resolve().parents if (p / "pyproject.toml").exists()), None)
    folder = root.parent / "shared" / "data" if root else None
    if folder is None or not folder.is_dir():
        pytest.skip("no shared data folder beside the repository: this test reads published tables from it")
    return folder
