"""Ceilings: what the juknis says, what a decree freezes, and what becomes of it when an RT is split or joined."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from tests.rooms.conftest import make_area
from tests.rooms.musrenbang.choosing_ground import make_juknis
from tests.rooms.racing import race

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import ceilings as actions
from rukun.musrenbang.models import Ceiling, Choice, Decree
from rukun.musrenbang.queries import ceiling_trials, ceilings, menu, plans
from rukun.parameters.juknis.types_money import AllocationRule, Eligibility, MoneyRules
from rukun.people.models import StatedCount, Tally
from rukun.territory.actions import changes
from rukun.territory.types import Level, Part
from rukun.walls import scope

YEAR, ON = 2026, date(2026, 3, 2)
FLAT = {"kind": "flat", "amount": 120_000_000, "budget": None, "step": 1}
TIERS = {
    "kind": "tiers", "budget": None, "step": 1,
    "tiers": [{"at_least": 1, "at_most": 99, "amount": 100_000_000}, {"at_least": 101, "at_most": None, "amount": 200_000_000}],
}  # fmt: skip


@pytest.fixture(autouse=True)
def says(monkeypatch: pytest.MonkeyPatch) -> Any:
    """says(kind=…, at_split=…) puts a juknis of Rp100 juta in force."""

    def put(kind: Any = "flat", at_split: Any = "by_households") -> None:
        rules = replace(MoneyRules(), allocation=AllocationRule(kind=kind), eligibility=Eligibility(at_split=at_split))
        programme = SimpleNamespace(juknis=make_juknis(money=rules), year=YEAR)
        monkeypatch.setattr("rukun.facilitation.queries.programmes.of_year", lambda year, on: programme)

    put()
    return put


def count(rt: Any, households: int, on: date = ON) -> None:
    StatedCount.objects.create(rt=rt, path=rt.path, households=households, on=on, source="daftar rekaan")


def tally(rt: Any, households: int) -> None:
    Tally.objects.update_or_create(rt=rt, defaults={"path": rt.path, "households": households, "counted_on": ON})


def issue(places: Any, rule: dict[str, Any] = FLAT, **more: Any) -> Decree:
    told = {"number": "SK 1", "decreed_on": ON, "since": ON, "on": ON, "by": "dpmd"}
    return actions.issue(area_id=places.kabupaten.pk, year=YEAR, rule=rule, **(told | more))


def carry(places: Any, **more: Any) -> Decree:
    told = {"number": "SK 2", "decreed_on": date(2026, 7, 1), "since": date(2026, 7, 1), "on": date(2026, 7, 1)}
    return actions.carry_over(area_id=places.kabupaten.pk, year=YEAR, by="dpmd", **(told | more))


def split(
    rt: Any, *, goes_on: bool, on: date = date(2026, 6, 1), numbers: tuple[str, ...] = ("007", "008")
) -> list[Any]:
    parts = [Part(f"Baru {number}", number) for number in numbers]
    return changes.split(area_id=rt.pk, parts=parts, goes_on=goes_on, on=on, basis="Perdes rekaan", by="operator")


def sum_in_force(places: Any, on: date) -> int:
    return sum(each.amount for each in ceilings.register(places.kabupaten.path, YEAR, on))


def code(act: Any) -> str:
    with pytest.raises(Problem) as caught:
        act()
    return caught.value.code


def test_without_a_decree_the_juknis_tells_where_it_is_the_same_for_all(places, says):
    money = ceilings.of_rt(places.melati.path, YEAR, ON)
    assert (money.amount, money.decree) == (100_000_000, None)
    says(kind="tiers")
    assert ceilings.of_rt(places.melati.path, YEAR, ON) is None
    assert plans.ceiling(places.melati.path, YEAR, ON) is None


def test_a_decree_freezes_every_rt_and_counts_before_the_juknis(places):
    decree = issue(places)
    assert set(decree.ceilings.values_list("rt", flat=True)) == {places.melati.pk, places.mawar.pk, places.kenanga.pk}
    money = ceilings.of_rt(places.melati.path, YEAR, ON)
    assert (money.amount, money.decree) == (120_000_000, decree.pk)
    assert "SK 1" in money.basis
    assert plans.ceiling(places.melati.path, YEAR, ON) == 120_000_000


def test_a_decree_holds_from_its_own_day_and_a_later_one_replaces_it(places):
    issue(places, since=date(2026, 1, 1), decreed_on=date(2025, 12, 20))
    issue(places, FLAT | {"amount": 90_000_000}, number="SK 3", since=date(2026, 8, 1))
    amounts = [ceilings.of_rt(places.mawar.path, YEAR, day).amount for day in (date(2026, 7, 31), date(2026, 8, 1))]
    assert amounts == [120_000_000, 90_000_000]
    assert ceilings.of_rt(places.mawar.path, YEAR, date(2025, 12, 25)).amount == 120_000_000


def test_by_size_an_rt_without_a_count_or_a_tier_is_named_never_guessed(places):
    count(places.melati, 62)
    count(places.mawar, 100)
    with pytest.raises(Problem) as caught:
        issue(places, TIERS)
    assert caught.value.code == "musrenbang.ceilings_missing"
    assert caught.value.details["n"] == 2
    decree = issue(places, TIERS, is_partial=True)
    assert list(decree.ceilings.values_list("rt", "amount", "households")) == [(places.melati.pk, 100_000_000, 62)]
    assert ceilings.of_rt(places.mawar.path, YEAR, ON) is None
    assert [each.id for each in ceilings.without(places.kabupaten.path, YEAR, ON)] == [
        places.mawar.pk,
        places.kenanga.pk,
    ]


def test_what_is_cut_to_a_budget_adds_up_to_it(places):
    decree = issue(places, {"kind": "scaled", "amount": 150_000_000, "budget": 400_000_000, "step": 1})
    assert ceilings.sums(decree)["together"] == 400_000_000
    assert decree.budget == 400_000_000


def test_a_decree_refuses_wrong_days_and_numbers(places):
    issue(places)
    assert code(lambda: issue(places)) == "musrenbang.decree_number"
    assert code(lambda: issue(places, number="SK 9", since=date(2099, 1, 1))) == "musrenbang.decree_days"
    assert code(lambda: issue(places, number="SK 9", decreed_on=date(1970, 1, 1))) == "musrenbang.decree_days"
    assert code(lambda: issue(places, number="SK 9", decreed_on=date(2026, 3, 3))) == "musrenbang.decree_days"
    assert code(lambda: issue(places, number="SK 9", since=date(2026, 2, 1))) == "musrenbang.decree_earlier"
    assert code(lambda: issue(places, number="SK 9", rule=TIERS)) == "musrenbang.ceilings_none"
    told = {"year": YEAR, "rule": FLAT, "number": "SK 9", "decreed_on": ON, "since": ON, "on": ON, "by": "dpmd"}
    assert code(lambda: actions.issue(area_id=places.desa.pk, **told)) == "musrenbang.decree_place"
    assert Decree.objects.count() == 1


def test_a_split_rt_has_no_ceiling_until_it_is_carried_over_by_households(places):
    count(places.melati, 120)
    issue(places)
    before = sum_in_force(places, date(2026, 5, 1))
    [fresh] = split(places.melati, goes_on=True, numbers=("007",))
    tally(places.melati, 80)
    tally(fresh, 40)
    day = date(2026, 7, 1)
    assert ceilings.of_rt(fresh.path, YEAR, day) is None
    assert [each.source for each in ceilings.pending(places.kabupaten.path, YEAR, day)] == [places.melati.pk]
    carry(places)
    assert ceilings.of_rt(places.melati.path, YEAR, day).amount == 80_000_000
    assert ceilings.of_rt(fresh.path, YEAR, day).amount == 40_000_000
    assert Ceiling.objects.get(rt=fresh).came_from_id == places.melati.pk
    assert sum_in_force(places, day) == before
    assert ceilings.pending(places.kabupaten.path, YEAR, day) == []
    assert code(lambda: carry(places, number="SK 3")) == "musrenbang.nothing_split"


def test_a_chain_of_splits_and_a_merge_conserves_every_rupiah(places, says):
    issue(places, FLAT | {"amount": 100_000_001})
    before = sum_in_force(places, ON)
    first, second = split(places.melati, goes_on=False)
    third, fourth = split(first, goes_on=False, on=date(2026, 6, 10), numbers=("009", "010"))
    changes.merge(
        area_ids=[second.pk, places.mawar.pk],
        into_id=places.mawar.pk,
        on=date(2026, 6, 20),
        basis="Perdes rekaan",
        by="op",
    )
    for rt in (first, second, third, fourth):
        tally(rt, 30)
    carry(places)
    day = date(2026, 7, 1)
    assert sum_in_force(places, day) == before
    held = {each.rt_id: each.amount for each in ceilings.register(places.kabupaten.path, YEAR, day)}
    assert held[places.melati.pk] == held.get(first.pk, 0) == held.get(second.pk, 0) == 0
    assert held[places.mawar.pk] == 150_000_001
    assert {held[third.pk], held[fourth.pk]} == {25_000_000, 25_000_001}


def test_the_way_of_the_juknis_decides_and_silence_asks(places, says):
    issue(places)
    fresh = split(places.melati, goes_on=False)
    says(at_split=None)
    assert code(lambda: carry(places)) == "musrenbang.split_not_said"
    says(at_split="by_households")
    assert code(lambda: carry(places)) == "musrenbang.split_uncounted"
    says(at_split="next_year")
    decree = carry(places)
    assert decree.rule["kept"] == 120_000_000
    assert {each.amount for each in decree.ceilings.filter(rt__in=fresh)} == {0}


def test_what_an_rt_stated_before_its_split_no_longer_counts(places):
    count(places.melati, 120)
    issue(places)
    [fresh] = split(places.melati, goes_on=True, numbers=("007",))
    tally(fresh, 40)
    assert code(lambda: carry(places)) == "musrenbang.split_uncounted"
    count(places.melati, 80, date(2026, 6, 5))
    carry(places)
    assert ceilings.of_rt(fresh.path, YEAR, date(2026, 7, 1)).amount == 40_000_000


def test_a_trial_shows_who_gains_and_who_loses_and_keeps_nothing(places, django_assert_max_num_queries):
    count(places.melati, 62)
    count(places.mawar, 150)
    with django_assert_max_num_queries(9):
        trial = ceiling_trials.tried(places.kabupaten.path, YEAR, TIERS, ON)
    assert (trial.whole.amount, trial.whole.up, trial.whole.down, trial.whole.unsaid) == (300_000_000, 1, 0, 1)
    assert [each.rt_id for each in trial.unsaid] == [places.kenanga.pk]
    assert [name for name, _sums in trial.by(1)] == ["Kecamatan Contoh Hulu", "Kecamatan Contoh Hilir"]
    assert sum(n for _low, _high, n in ceiling_trials.spread(trial)) == 2
    assert not Decree.objects.exists()


@pytest.mark.usefixtures("committed")
def test_two_decrees_of_one_number_at_once_are_one():
    with transaction.atomic(), scope.everything():
        kabupaten = make_area(Level.KABUPATEN, None, "Kabupaten Rekaan", "64.02", kind="kabupaten")
        desa = make_area(
            Level.DESA, make_area(Level.KECAMATAN, kabupaten, "Rekaan", "64.02.90"), "Rekaan", "64.02.90.2001"
        )
        make_area(Level.RT, desa, "RT 001", number="001")
    acts = [lambda: issue(SimpleNamespace(kabupaten=kabupaten))] * 4
    assert race(acts) == ["done", *["musrenbang.decree_number"] * 3]


def test_a_proposal_is_checked_under_the_ceiling_decreed_for_its_rt(places):
    issue(places)
    held = menu.of_place(places.melati.path, YEAR, on=ON)
    assert held.ceiling == 120_000_000
    told = menu.checked(held, menu.typed_draft("Gang rekaan", "", 110_000_000, {}))
    assert "pagu" not in " ".join(each.sentence for each in told.reasons)
    dear = menu.checked(held, menu.typed_draft("Gang rekaan", "", 130_000_000, {}))
    assert "Rp120.000.000" in " ".join(each.sentence for each in dear.reasons)


def test_what_was_counted_before_a_decree_began_does_not_hold_it_down(places):
    issue(places, FLAT | {"amount": 90_000_000}, number="SK 0")
    counted = Choice(ceiling=90_000_000, counted_on=ON)
    issue(places, since=date(2026, 7, 1))
    days = (date(2026, 6, 30), date(2026, 7, 1))
    assert [plans.least(places.melati.path, YEAR, day, [counted]) for day in days] == [90_000_000, 120_000_000]
