"""Verdicts kept with their reasons: in bulk exactly as one by one, and every sum equal to a recount."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rukun.poverty.actions import classifications
from rukun.poverty.facts import judgements, rulebook
from rukun.poverty.models import Classification, PovertyTally, Standing
from rukun.poverty.queries.standings import sums_of

from .conftest import BETTER, ON, POOR


def mixed(seed: int) -> dict[str, object]:
    """Answers of an invented household: of each, the poor one, the better one, unknown, or none at all."""
    chance = random.Random(seed)
    every = {fact: [POOR.get(fact), BETTER[fact], "unknown", None] for fact in BETTER}
    chosen = {fact: chance.choices(values, [4, 4, 1, 1])[0] for fact, values in every.items()}
    return {fact: value for fact, value in chosen.items() if value is not None}


def test_first(places, kitchen):
    homes = [kitchen(places.melati, mixed(n)) for n in range(30)]
    print(classifications.classify_area(path=places.kabupaten.path, on=ON, by="uji"))
    for s in Standing.objects.select_related("verdict")[:3]:
        print(s.label, s.counted, s.needs, s.verdict.reasons)
    print(PovertyTally.objects.values())
    assert classifications.classify_area(path=places.kabupaten.path, on=ON, by="uji") == 0
