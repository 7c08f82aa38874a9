"""Every sequence of acts keeps every promise about money: the same machine that `./rukun torture` runs for longer."""

from __future__ import annotations

import secrets

import pytest
from tests.torture.ground import make_desks
from tests.torture.machine import Books, run

pytestmark = pytest.mark.django_db
STEPS = 1_000


def test_any_sequence_of_acts(everything):
    seed = secrets.randbelow(10**9)
    print(f"benih {seed}")
    Books.desks = make_desks()
    run(STEPS, seed)
    assert Books.steps >= STEPS
    assert 0 < Books.refused < Books.steps
