"""The house looked over: its floors are read from the same contract that import-linter keeps."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.rooms.conftest import cast, everything, places  # noqa: F401 - the standing cast serves here too

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def floors() -> dict[str, int]:
    """Room → floor, 0 at the bottom, from the first contract in pyproject.toml."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = next(each["layers"] for each in contracts if each["name"].startswith("The floors"))
    return {room.strip(" ()"): height for height, layer in enumerate(reversed(layers)) for room in layer.split("|")}
