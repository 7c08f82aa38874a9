"""A proposal from its first words to the meeting, back, into another, and on to the next year."""

from __future__ import annotations

import pytest
from tests.rooms.musrenbang import wishing
from tests.rooms.musrenbang.wishing import ON, YEAR, adopted, cause_of, kept, started, whole  # noqa: F401

from rukun.audit.models import Line
from rukun.facilitation.models import StepState
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import proposals as actions
from rukun.musrenbang.actions import turns
from rukun.musrenbang.public import proposals as window
from rukun.musrenbang.queries import beneficiaries, likeness, menu, proposals
from rukun.musrenbang.types import Owner, State
from rukun.territory import queries as territory
from rukun.walls import scope


def codes(proposal):
    return [each.code for each in proposals.missing(proposal, menu.juknis(YEAR, on=ON))]


def states(proposal):
    return [(turn.before, turn.after, turn.year) for turn in proposal.turns.all()]


def test_a_draft_has_a_state_an_owner_a_history_and_begins_the_step(places, adopted):  # noqa: F811
    made = started(places.melati)
    assert (made.state, made.owner, proposals.name(made)) == ("draft", "rt", "2026/1")
    assert states(made) == [("", "draft", 2026)]
    assert proposals.name(started(places.melati, "Lampu gang")) == "2026/2"
    assert proposals.name(started(places.mawar)) == "2026/1"
    assert StepState.objects.get(rt=places.melati, step="proposals").done_on is None
    assert "title" not in str(Line.objects.filter(verb="proposal.started").values_list("details", flat=True))


def test_only_an_rt_makes_proposals(places):
    with pytest.raises(Problem, match="not_an_rt"):
        actions.start(rt=territory.place(places.desa.pk, on=ON), year=YEAR, on=ON, by="uji", title="Jalan")


def test_what_is_missing_is_said_in_the_order_of_the_steps(places, adopted):  # noqa: F811
    made = started(places.melati)
    assert codes(made) == ["place", "cause", "menu", "benefit", "cost", "readiness"]
    with pytest.raises(Problem, match="not_ready") as told:
        actions.propose(proposal=made, on=ON, by="uji")
    assert len(told.value.details["missing"]) == 6
    made.refresh_from_db()
    assert made.state == "draft"


def test_a_whole_proposal_goes_to_the_meeting_and_ends_the_step(places, adopted):  # noqa: F811
    made = whole(places.melati)
    assert codes(made) == []
    assert made.cluster == "sosial"
    actions.propose(proposal=made, on=ON, by="uji")
    made.refresh_from_db()
    assert made.state == "proposed"
    assert StepState.objects.get(rt=places.melati, step="proposals").done_on == ON


def test_without_a_juknis_the_menu_and_the_quiz_are_not_asked(places):
    assert codes(started(places.melati)) == ["place", "cause", "benefit", "cost"]


@pytest.mark.parametrize("cost", [0, -5])
def test_a_cost_must_be_more_than_nothing(places, cost):
    with pytest.raises(Problem, match="cost_not_positive"):
        kept(started(places.melati), cost=cost)


def test_a_cost_above_the_ceiling_is_kept_but_does_not_go_to_the_meeting(places, adopted):  # noqa: F811
    made = whole(places.melati, cost=adopted.ceiling + 1)
    assert codes(made) == ["menu"]
    told = menu.checked(adopted, menu.draft_of(made))
    assert "150.000.001" in told.reasons[0].sentence


def test_the_cause_of_another_rt_is_refused(places):
    elsewhere = cause_of(places.mawar)
    with pytest.raises(Problem, match="cause_elsewhere"):
        kept(started(places.melati), cause_id=elsewhere.pk)


def test_an_older_page_does_not_write_over_a_newer_one(places):
    made = started(places.melati)
    kept(made, cost=5)
    with pytest.raises(Problem, match="proposal_changed"):
        kept(made, cost=6)
    made.refresh_from_db()
    assert made.cost == 5


def test_what_has_been_sent_on_is_not_changed(places):
    made = started(places.melati)
    for state in (State.PROPOSED, State.CHOSEN):
        turns.turn(proposal=made, to=state, office=Owner.RT, on=ON, by="uji")
    with pytest.raises(Problem, match="not_open"):
        kept(made, cost=5)


@pytest.mark.parametrize("title", ["Lampu 'gang' \"2\"; drop table", "إصلاح المسجد", "ᬩᬮᬶ ᬤᭂᬲ", "<b>Lampu</b>"])
def test_titles_in_any_script_stay_as_typed_and_are_found_again(places, title):
    made = started(places.melati, title)
    made.refresh_from_db()
    assert made.title == title
    assert [each.title for each in window.similar(title, places.melati.path, YEAR, on=ON)] == [title]


def test_withdrawing_wants_a_reason_and_keeps_the_proposal(places):
    made = started(places.melati)
    with pytest.raises(Problem, match="reason_missing"):
        actions.withdraw(proposal=made, reason="  ", on=ON, by="uji")
    actions.withdraw(proposal=made, reason="Sudah dikerjakan warga", on=ON, by="uji")
    assert proposals.sums(places.melati.path, YEAR, None).count == 0
    assert proposals.history(made)[0].reason == "Sudah dikerjakan warga"


def test_two_of_one_rt_become_one(places):
    one, other = started(places.melati), started(places.melati, "Drainase gang 2")
    actions.merge(proposal=one, into=other, reason="Sama", on=ON, by="uji")
    one.refresh_from_db()
    assert (one.state, one.merged_into_id) == ("merged", other.pk)
    with pytest.raises(Problem, match="merge_elsewhere"):
        actions.merge(proposal=other, into=started(places.mawar), reason="Sama", on=ON, by="uji")


def test_neighbours_of_the_desa_are_told_by_title_rt_and_state_alone(places):
    started(places.mawar, "Perbaikan drainase gang II")
    started(places.kenanga, "Perbaikan drainase gang II")
    with scope.within([places.melati.path]):
        assert likeness.nearest(wishing.TITLE, places.desa.path, YEAR) == []
        found = window.similar(wishing.TITLE, places.melati.path, YEAR, on=ON)
    assert [(each.rt, each.proposal_id, each.state) for each in found] == [("RT 004 Mawar", None, "disiapkan")]


def test_wishes_of_several_rts_are_gathered_for_the_desa(places):
    for rt in (places.melati, places.melati, places.mawar):
        started(rt, "Lampu jalan gang 1", cost=1_000_000)
    started(places.mawar, "Posyandu")
    (found,) = likeness.repeated(places.desa.path, YEAR, on=ON)
    assert (found.count, found.cost, len(found.rts)) == (3, 3_000_000, 2)


def test_a_proposal_lives_on_with_its_history(places, adopted):  # noqa: F811
    made = started(places.melati, year=2025)
    for state in (State.PROPOSED, State.NOT_CHOSEN):
        turns.turn(proposal=made, to=state, office=Owner.RT, on=ON, by="uji")
    assert list(proposals.left_over(places.melati.path, YEAR)) == [made]
    assert actions.carry_all(path=places.melati.path, year=YEAR, on=ON, by="uji") == 1
    made.refresh_from_db()
    assert (made.state, made.year, made.born) == ("draft", 2026, 2025)
    assert states(made)[-1] == ("not_chosen", "draft", 2026)
    with pytest.raises(Problem, match="cannot_carry"):
        actions.carry(proposal=made, year=YEAR, on=ON, by="uji")


def test_money_is_summed_by_cluster_against_its_share(places, adopted):  # noqa: F811
    whole(places.melati, cost=10_000_000)
    started(places.melati, "Tanpa biaya")
    sums = proposals.sums(places.melati.path, YEAR, adopted)
    assert (sums.count, sums.cost, sums.without_cost, sums.ceiling) == (2, 10_000_000, 1, 150_000_000)
    social = next(each for each in sums.shares if each.label == "Sosial dan lingkungan")
    assert (social.cost, social.least, social.most) == (10_000_000, 60_000_000, 105_000_000)


def test_progress_tells_each_rt_by_state(places):
    started(places.melati, cost=5)
    started(places.melati)
    started(places.kenanga)
    found = proposals.progress(places.desa.path, YEAR)
    assert {rt: (held.count, held.cost) for rt, held in found.items()} == {places.melati.pk: (2, 5)}


def test_beneficiaries_are_counted_from_the_register_where_it_holds_anybody(places):
    from tests.rooms.poverty.kitchens import make_kitchen

    from rukun.people.actions import tallies

    assert beneficiaries.groups(places.melati.path, on=ON) == []
    make_kitchen(places.melati, ages=(40, 3))
    make_kitchen(places.melati, ages=(70,))
    tallies.refresh(rt_ids=[places.melati.pk], on=ON)
    found = {each.code: each for each in beneficiaries.groups(places.melati.path, on=ON)}
    assert (found["all"].households, found["all"].people) == (2, 3)
    assert (found["under_five"].people, found["elderly"].people) == (1, 1)
    assert "2 Maret 2026" in found["all"].words
