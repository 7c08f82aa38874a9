"""Verdicts kept with their reasons: in bulk exactly as one by one, and every sum equal to a recount."""

from __future__ import annotations

import random
from collections import Counter
from contextlib import contextmanager
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from kitchens import BETTER, ON, POOR, make_kitchen, make_tally

from rukun.audit.models import Line
from rukun.people.models import Household, Interview
from rukun.people.queries import facts as people_facts
from rukun.poverty.actions import classifications
from rukun.poverty.facts import judgements, rulebook
from rukun.poverty.facts.households import per_person, plain_facts
from rukun.poverty.models import Classification, PovertyTally, Standing
from rukun.poverty.queries import figures, verdicts
from rukun.poverty.queries.standings import sums_of
from rukun.rules.poverty import UnreadableFact
from rukun.walls import scope

LATER = date(2026, 6, 1)


def mixed(seed: int) -> dict[str, object] | None:
    """Answers of an invented household: of each, the poor one, the better one, unknown, or none at all."""
    chance = random.Random(seed)
    every = {fact: [POOR.get(fact), BETTER[fact], "unknown", None] for fact in BETTER}
    chosen = {fact: chance.choices(values, [4, 4, 1, 1])[0] for fact, values in every.items()}
    return {fact: value for fact, value in chosen.items() if value is not None} if seed % 7 else None


def kept() -> dict[int, tuple[object, ...]]:
    rows = Standing.objects.values_list(
        "household", "label", "counted", "unknown", "needs", "facts_on", "verdict__reasons"
    )
    return {row[0]: (*row[1:4], tuple(row[4]), *row[5:]) for row in rows}


def test_in_bulk_exactly_as_one_by_one(places):
    homes = [make_kitchen(rt, mixed(n)) for n in range(24) for rt in (places.melati, places.kenanga)]
    for home in homes:
        classifications.classify(household=home.pk, on=ON, by="uji")
    singly, tallies = kept(), list(PovertyTally.objects.order_by("path").values("path", "poor", "reasons", "needs"))
    Standing.objects.all().delete()
    PovertyTally.objects.all().delete()
    assert classifications.classify_area(path=places.kabupaten.path, on=ON, by="uji") == len(homes)
    assert kept() == singly
    assert list(PovertyTally.objects.order_by("path").values("path", "poor", "reasons", "needs")) == tallies


def test_a_verdict_is_followed_and_never_changed(places):
    home = make_kitchen(places.melati, POOR)
    assert classifications.classify(household=home.pk, on=ON, by="uji") == "poor"
    assert classifications.classify_area(path=places.melati.path, on=LATER, by="uji") == 0
    Interview.objects.create(
        household=home, path=home.path, instrument="bps14", on=LATER, source="interview", answers=BETTER, by="uji"
    )
    assert classifications.classify_area(path=places.melati.path, on=LATER, by="uji") == 1
    assert list(Classification.objects.order_by("id").values_list("label", "on")) == [("poor", ON), ("not_poor", LATER)]
    assert Standing.objects.get().label == "not_poor"


def test_a_new_need_is_no_new_verdict(places):
    home = make_kitchen(places.melati, POOR)
    classifications.classify_area(path=places.melati.path, on=ON, by="uji")
    before = Standing.objects.get()
    Interview.objects.create(
        household=home, path=home.path, instrument="bps14", on=LATER, source="interview",
        answers={"has_disability": True}, by="uji",
    )  # fmt: skip
    assert classifications.classify_area(path=places.melati.path, on=LATER, by="uji") == 0
    after = Standing.objects.get()
    assert after.verdict_id == before.verdict_id and after.facts_on == LATER
    assert set(after.needs) == {*before.needs, "disability"}
    assert after.digest != before.digest
    assert PovertyTally.objects.get().needs["disability"] == 1


def test_a_standing_without_a_digest_is_read_again(places):
    make_kitchen(places.melati, POOR)
    classifications.classify_area(path=places.melati.path, on=ON, by="uji")
    kept_before = kept()
    Standing.objects.update(digest=None)
    assert classifications.classify_area(path=places.melati.path, on=ON, by="uji") == 0
    assert kept() == kept_before and Standing.objects.get().digest is not None


def test_a_slip_in_an_answer_never_becomes_a_verdict(places):
    home = make_kitchen(places.melati, POOR | {"floor": ["earth"]})
    with pytest.raises(UnreadableFact):
        classifications.classify(household=home.pk, on=ON, by="uji")


def test_who_is_gone_stands_nowhere(places):
    stays, gone = make_kitchen(places.melati, POOR), make_kitchen(places.melati, POOR)
    classifications.classify_area(path=places.melati.path, on=ON, by="uji")
    Household.objects.filter(pk=gone.pk).update(until=LATER)
    classifications.classify_area(path=places.melati.path, on=LATER, by="uji")
    assert list(Standing.objects.values_list("household", flat=True)) == [stays.pk]
    assert PovertyTally.objects.get().poor == 1
    assert Classification.objects.filter(household=gone.pk).count() == 1


def test_one_line_in_the_log_that_names_nobody(places):
    home = make_kitchen(places.melati, POOR)
    classifications.classify_area(path=places.melati.path, on=ON, by="uji")
    line = Line.objects.get(verb="poverty.area_classified")
    assert line.details == {"rule": rulebook.in_force(ON).key, "households": 1, "changed": 1}
    assert str(home.pk) not in str(line.details["rule"])


@contextmanager
def undone():
    """What happens inside leaves nothing behind: each example of a property starts with empty RTs."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seeds=st.lists(st.integers(0, 10_000), max_size=12), moved=st.sets(st.integers(0, 11)))
def test_every_sum_equals_a_recount(places, seeds, moved):
    """Also after households were asked again: the kept sums, and the sums of a parent, equal counting one by one."""
    with undone():
        check_sums(places, seeds, moved)


def check_sums(places, seeds, moved):
    rts = (places.melati, places.mawar, places.kenanga)
    homes = [make_kitchen(rts[n % 3], mixed(seed), ages=(70,)) for n, seed in enumerate(seeds)]
    classifications.classify_area(path=places.kabupaten.path, on=ON, by="uji")
    for number in moved & set(range(len(homes))):
        home = homes[number]
        Interview.objects.create(
            household=home, path=home.path, instrument="bps14", on=LATER, source="interview", answers=POOR, by="uji"
        )
        classifications.classify(household=home.pk, on=LATER, by="uji")
    whole = figures.of_path(places.kabupaten.path)
    counted = sums_of(places.kabupaten.path)
    assert Counter(whole.verdicts) == counted.labels
    assert Counter(whole.reasons) == counted.reasons
    assert Counter(whole.needs) == counted.needs
    assert whole.judged == len(homes)


def test_an_old_sum_is_counted_again_when_read(places):
    home = make_kitchen(places.melati, POOR)
    tally = make_tally(places.melati, households=1, version=3)
    classifications.classify_area(path=places.kabupaten.path, on=ON, by="uji")
    assert figures.of_path(places.melati.path).poor == 1
    Standing.objects.filter(household=home.pk).delete()
    assert figures.of_path(places.melati.path).poor == 1
    tally.version = 4
    tally.save()
    found = figures.of_path(places.melati.path)
    assert (found.judged, found.poor, found.stale) == (0, 0, 0)


def test_many_old_sums_say_so_instead_of_making_one_wait(places, monkeypatch):
    monkeypatch.setattr(figures, "COUNTED_AGAIN", 0)
    make_kitchen(places.melati, POOR)
    tally = make_tally(places.melati, households=1, version=3)
    classifications.classify_area(path=places.kabupaten.path, on=ON, by="uji")
    tally.version = 4
    tally.save()
    assert figures.of_path(places.kabupaten.path).stale == 1


@pytest.mark.parametrize("seed", range(1, 30))
def test_what_was_kept_can_be_spoken_again_whole(places, seed):
    home = make_kitchen(places.melati, mixed(seed))
    classifications.classify(household=home.pk, on=ON, by="uji")
    spoken = verdicts.of_household(home.pk)
    book = rulebook.in_force(ON)
    fresh = book.judge(plain_facts(next(people_facts.among([home.pk], on=ON))))
    assert (spoken.verdict.label, spoken.verdict.settles) == (fresh.label, fresh.settles)
    assert [(r.code, r.holds, r.had) for r in spoken.verdict.reasons] == [
        (r.code, r.holds, r.had) for r in fresh.reasons
    ]


@given(area=st.integers(1, 4000), people=st.integers(1, 40))
def test_space_a_head_never_crosses_the_line_by_rounding(area, people):
    quarter = area / 4
    assert (per_person(quarter, people) < 8) == (area < 32 * people)


def test_nobody_outside_sees_a_verdict(places):
    make_kitchen(places.melati, POOR)
    classifications.classify_area(path=places.kabupaten.path, on=ON, by="uji")
    with scope.within([places.mawar.path]):
        assert not Standing.objects.exists()
        assert not Classification.objects.exists()
        assert not PovertyTally.objects.exists()


def test_labels_here_are_the_words_of_the_rule():
    assert {rulebook.in_force(ON).judge({}).label} <= set(judgements.LABELS)
