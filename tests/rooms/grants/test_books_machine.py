"""Every sequence of acts keeps every promise about money: the same machine that `./rukun torture` runs for longer."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.torture.ground import make_desks
from tests.torture.machine import Books

pytestmark = pytest.mark.django_db
STEPS = 50


def test_any_sequence_of_acts(everything):
    Books.desks, Books.steps = make_desks(), 0
    chosen = settings(
        max_examples=20, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )  # fmt: skip
    run_state_machine_as_test(Books, settings=chosen)
    print(f"{Books.steps} langkah, {Books.refused} ditolak")
    assert Books.steps > 200
