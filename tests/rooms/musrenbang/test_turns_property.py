"""Whatever is tried with proposals, through the real database: none is ever without a state, an owner and a history."""

from __future__ import annotations

from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, invariant, rule, run_state_machine_as_test
from tests.rooms.rolled_back import RolledBack

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import proposals, turns
from rukun.musrenbang.models import Proposal, Turn
from rukun.musrenbang.types import Owner, State
from rukun.territory import queries as territory

ON = date(2026, 3, 2)
STATES, OFFICES = st.sampled_from(State), st.sampled_from(Owner)
WORDS = st.sampled_from(["", "  ", "Sudah selesai", "Pasal 7"])
YEARS = st.sampled_from([None, 2024, 2026])


class Turning(RolledBack):
    """Starts, turns, merges, carries and takes back in two RTs; what is refused must leave no trace."""

    made = Bundle("made")
    rts = ()

    @rule(target=made, rt=st.integers(0, 1), year=st.sampled_from([2024, 2025]))
    def start(self, rt, year):
        return proposals.start(rt=self.rts[rt], year=year, on=ON, by="uji", title="Lampu gang").pk

    @rule(one=made, to=STATES, office=OFFICES, reason=WORDS, article=WORDS, year=YEARS)
    def turn(self, one, to, office, reason, article, year):
        told = {"to": to, "office": office, "reason": reason, "article": article, "year": year}
        self.tried(one, turns.turn, **told)

    @rule(one=made, other=made, reason=WORDS)
    def merge(self, one, other, reason):
        self.tried(one, proposals.merge, into=Proposal.objects.get(pk=other), reason=reason)

    @rule(one=made, year=st.sampled_from([2025, 2026]))
    def carry(self, one, year):
        self.tried(one, proposals.carry, year=year)

    @rule(one=made, reason=WORDS)
    def withdraw(self, one, reason):
        self.tried(one, proposals.withdraw, reason=reason)

    def tried(self, one, act, **told):
        before = Turn.objects.filter(proposal=one).count()
        try:
            act(proposal=Proposal.objects.get(pk=one), on=ON, by="uji", **told)
        except Problem:
            assert Turn.objects.filter(proposal=one).count() == before
        else:
            assert Turn.objects.filter(proposal=one).count() == before + 1

    @invariant()
    def each_has_a_state_an_owner_and_an_unbroken_history(self):
        for held in Proposal.objects.prefetch_related("turns"):
            told = list(held.turns.all())
            assert held.state in State.values
            assert held.owner in Owner.values
            assert told[0].before == ""
            assert [turn.after for turn in told[:-1]] == [turn.before for turn in told[1:]]
            assert (told[-1].after, told[-1].year, told[-1].due) == (held.state, held.year, held.due)
            assert [turn.year for turn in told] == sorted(turn.year for turn in told)


def test_no_proposal_is_ever_without_a_state_an_owner_and_a_history(places, monkeypatch):
    monkeypatch.setattr(Turning, "rts", [territory.place(rt.pk, on=ON) for rt in (places.melati, places.mawar)])
    modest = {"max_examples": 15, "stateful_step_count": 14, "deadline": None, "database": None}
    checks = list(HealthCheck)
    run_state_machine_as_test(Turning, settings=settings(**modest, suppress_health_check=checks))
    assert not Proposal.objects.exists()
