"""The way up and back: who may answer what and when, deadlines, merging, the plan under its ceiling."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from answering import CEILING, ON, YEAR, put, says, silent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import answers
from rukun.musrenbang.models import Partner, Plan, Proposal, Turn
from rukun.musrenbang.queries import answers as queries
from rukun.musrenbang.types import Owner, State
from rukun.parameters.juknis.types import StepKind

WHY = {"reason": "Sudah ada di tempat lain", "on": ON, "by": "uji"}


@pytest.fixture(autouse=True)
def juknis(monkeypatch):
    says(monkeypatch)


@pytest.fixture
def steps(monkeypatch):
    finished = []
    monkeypatch.setattr("rukun.facilitation.actions.steps.finish", lambda **said: finished.append(said["step"]))
    return finished


def states(*proposals):
    return [Proposal.objects.get(pk=each.pk).state for each in proposals]


def test_what_was_chosen_goes_up_with_deadlines(places):
    one = put(places.melati)
    answers.send(proposals=[one.pk], on=ON, by="uji")
    one.refresh_from_db()
    assert (one.state, one.owner, one.due) == (State.AT_DESA, Owner.DESA, ON + timedelta(7))
    answers.pass_on(proposals=[one.pk], on=ON, by="uji", note="Setuju")
    one.refresh_from_db()
    assert (one.state, one.owner, one.due) == (State.AT_KECAMATAN, Owner.KECAMATAN, ON + timedelta(14))
    assert Turn.objects.filter(proposal=one).last().reason == "Setuju"


def test_a_silent_juknis_gives_no_deadline(places, monkeypatch):
    silent(monkeypatch)
    one = put(places.melati, upto=State.AT_DESA)
    assert (one.owner, one.due) == (Owner.DESA, None)
    assert queries.overdue(places.kabupaten.path, date(2030, 1, 1)) == []


@pytest.mark.parametrize("upto", [State.AT_DESA, State.AT_KECAMATAN])
def test_what_comes_back_goes_up_again_to_who_sent_it_back(places, upto):
    office = {State.AT_DESA: Owner.DESA, State.AT_KECAMATAN: Owner.KECAMATAN}[upto]
    one = put(places.melati, upto=upto)
    answers.send_back(proposals=[one.pk], office=office, due=ON + timedelta(5), **WHY)
    one.refresh_from_db()
    assert (one.state, one.owner, one.due) == (State.RETURNED, Owner.RT, ON + timedelta(5))
    answers.send(proposals=[one.pk], on=ON, by="uji")
    assert states(one) == [upto]


def test_a_deadline_in_the_past_is_refused(places):
    one = put(places.melati, upto=State.AT_DESA)
    with pytest.raises(Problem, match="due_past"):
        answers.send_back(proposals=[one.pk], office=Owner.DESA, due=ON - timedelta(1), **WHY)
    assert states(one) == [State.AT_DESA]


@pytest.mark.parametrize(
    ("reason", "article", "code"), [(" ", "Pasal 1", "reason_missing"), ("ya", "", "article_missing")]
)
def test_a_refusal_says_why_and_by_which_article(places, reason, article, code):
    one = put(places.melati, upto=State.AT_DESA)
    with pytest.raises(Problem, match=code):
        answers.refuse(proposals=[one.pk], office=Owner.DESA, reason=reason, article=article, on=ON, by="uji")
    assert states(one) == [State.AT_DESA]


def test_answers_of_the_wrong_office_twice_or_too_early(places):
    early, late = put(places.melati), put(places.melati, upto=State.AT_KECAMATAN)
    for act in (
        lambda: answers.pass_on(proposals=[early.pk], on=ON, by="uji"),
        lambda: answers.pass_on(proposals=[late.pk], on=ON, by="uji"),
        lambda: answers.accept(proposals=[early.pk], on=ON, by="uji"),
        lambda: answers.send(proposals=[late.pk], on=ON, by="uji"),
        lambda: answers.send_back(proposals=[late.pk], office=Owner.DESA, due=None, **WHY),
    ):
        with pytest.raises(Problem, match="not_waiting_here"):
            act()
    answers.accept(proposals=[late.pk], on=ON, by="uji")
    with pytest.raises(Problem, match="not_waiting_here"):
        answers.accept(proposals=[late.pk], on=ON, by="uji")


def test_several_are_answered_at_once_or_none_of_them(places):
    good, other = put(places.melati, upto=State.AT_DESA), put(places.mawar, upto=State.AT_DESA)
    too_early = put(places.melati)
    with pytest.raises(Problem, match="not_waiting_here"):
        answers.pass_on(proposals=[good.pk, too_early.pk], on=ON, by="uji")
    assert states(good, too_early) == [State.AT_DESA, State.CHOSEN]
    answers.pass_on(proposals=[good.pk, other.pk], on=ON, by="uji")
    assert states(good, other) == [State.AT_KECAMATAN] * 2


@pytest.mark.parametrize(("ids", "code"), [([], "none_ticked"), ([987654321], "proposals_gone")])
def test_nothing_and_nobody(places, ids, code):
    with pytest.raises(Problem, match=code):
        answers.pass_on(proposals=ids, on=ON, by="uji")


def test_a_merged_wish_lives_on_in_another_of_its_desa(places):
    one, other = put(places.melati, upto=State.AT_DESA), put(places.mawar, upto=State.AT_DESA)
    answers.merge(proposals=[one.pk], into=other.pk, office=Owner.DESA, **WHY)
    one.refresh_from_db()
    assert (one.state, one.owner, one.merged_into_id) == (State.MERGED, Owner.DESA, other.pk)
    assert states(other) == [State.AT_DESA]


def test_where_a_wish_cannot_be_merged(places):
    one, elsewhere = put(places.melati, upto=State.AT_DESA), put(places.kenanga, upto=State.AT_DESA)
    drafted = put(places.mawar, upto=State.PROPOSED)
    for into in (elsewhere.pk, one.pk, drafted.pk, 987654321, None):
        with pytest.raises(Problem, match="merge_target"):
            answers.merge(proposals=[one.pk], into=into, office=Owner.DESA, **WHY)
    assert states(one) == [State.AT_DESA]
    assert one.pk not in [each.id for each in queries.could_take(queries.chosen([one.pk], "", Owner.DESA))]


def test_the_plan_is_written_in_order_and_never_above_the_ceiling(places):
    wishes = [put(places.melati, f"Usulan {n}", cost=60_000_000, upto=State.AT_KECAMATAN) for n in (1, 2, 3)]
    answers.accept(proposals=[each.pk for each in wishes[:2]], on=ON, by="uji")
    assert list(Plan.objects.values_list("place", "proposal__title")) == [(1, "Usulan 1"), (2, "Usulan 2")]
    with pytest.raises(Problem, match="over_ceiling") as told:
        answers.accept(proposals=[wishes[2].pk], on=ON, by="uji")
    assert told.value.details["over"] == "Rp30.000.000"
    assert (states(wishes[2]), Plan.objects.count()) == ([State.AT_KECAMATAN], 2)


def test_no_plan_without_a_cost_or_a_ceiling(places, monkeypatch):
    bare = put(places.melati, cost=None, upto=State.AT_KECAMATAN)
    with pytest.raises(Problem, match="cost_missing"):
        answers.accept(proposals=[bare.pk], on=ON, by="uji")
    says(monkeypatch, ceiling=None)
    one = put(places.mawar, upto=State.AT_KECAMATAN)
    with pytest.raises(Problem, match="ceiling_unknown"):
        answers.accept(proposals=[one.pk], on=ON, by="uji")


def shared(proposal, rt, share, agreed=ON):
    return Partner.objects.create(
        proposal_id=proposal.pk, leader_id=proposal.rt_id, rt=rt, path=rt.path, year=YEAR, name="2026/1", title="x",
        share=share, asked_on=ON, agreed_on=agreed,
    )  # fmt: skip


def test_partners_pay_their_share_out_of_their_own_money(places):
    joint = put(places.melati, cost=100_000_000, upto=State.AT_KECAMATAN)
    shared(joint, places.mawar, 40_000_000)
    answers.accept(proposals=[joint.pk], on=ON, by="uji")
    assert Plan.objects.get().amount == 60_000_000
    large = put(places.mawar, cost=120_000_000, upto=State.AT_KECAMATAN)
    with pytest.raises(Problem, match="over_ceiling") as told:
        answers.accept(proposals=[large.pk], on=ON, by="uji")
    assert (told.value.details["taken"], told.value.details["over"]) == ("Rp40.000.000", "Rp10.000.000")


def test_partners_never_pay_all_of_it(places):
    joint = put(places.melati, cost=30_000_000, upto=State.AT_KECAMATAN)
    shared(joint, places.mawar, 30_000_000)
    with pytest.raises(Problem, match="shares_too_large"):
        answers.accept(proposals=[joint.pk], on=ON, by="uji")


@given(costs=st.lists(st.integers(1, 80_000_000), min_size=1, max_size=6))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_money_in_a_plan_never_passes_the_ceiling(places, costs):
    from django.db import transaction

    with transaction.atomic():
        for cost in costs:
            one = put(places.melati, cost=cost, upto=State.AT_KECAMATAN)
            try:
                answers.accept(proposals=[one.pk], on=ON, by="uji")
            except Problem as problem:
                assert problem.code == "musrenbang.over_ceiling"
        lines = list(Plan.objects.filter(rt=places.melati).order_by("place"))
        assert sum(line.amount for line in lines) <= CEILING
        assert [line.place for line in lines] == list(range(1, len(lines) + 1))
        transaction.set_rollback(True)


def test_who_owes_is_told_by_office_the_longest_first(places):
    put(places.melati, upto=State.AT_DESA), put(places.mawar, upto=State.AT_DESA)
    put(places.melati, upto=State.AT_KECAMATAN)
    back = put(places.melati, upto=State.AT_DESA)
    answers.send_back(proposals=[back.pk], office=Owner.DESA, due=ON + timedelta(5), **WHY)
    assert queries.overdue(places.kabupaten.path, ON + timedelta(5)) == []
    found = [
        (each.owner, each.area_id, each.count) for each in queries.overdue(places.kabupaten.path, date(2026, 5, 1))
    ]
    assert found == [
        (Owner.RT, places.desa.id, 1),
        (Owner.DESA, places.desa.id, 2),
        (Owner.KECAMATAN, places.kecamatan.id, 1),
    ]
    assert queries.overdue(places.kenanga.path, date(2026, 5, 1)) == []


def test_steps_of_the_year_end_when_nothing_waits_any_more(places, steps):
    one, other = put(places.melati, upto=State.AT_DESA), put(places.melati, upto=State.AT_DESA)
    answers.pass_on(proposals=[one.pk], on=ON, by="uji")
    assert steps == []
    answers.pass_on(proposals=[other.pk], on=ON, by="uji")
    assert steps == [StepKind.DESA]
    answers.refuse(proposals=[other.pk], office=Owner.KECAMATAN, article="Pasal 3", **WHY)
    answers.accept(proposals=[one.pk], on=ON, by="uji")
    assert steps[-3:] == [StepKind.DESA, StepKind.KECAMATAN, StepKind.PLAN]
