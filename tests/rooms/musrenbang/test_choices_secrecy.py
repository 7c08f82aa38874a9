"""The vote rules: who voted what is nowhere, small and unanimous counts stay hidden, whatever changes is noticed."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest
from django.apps import apps
from django.core.serializers.python import Serializer
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.musrenbang.choosing_ground import ON, hand_in, opened, ticks

from rukun.audit.models import Line
from rukun.musrenbang.actions import codes, counting, sheets
from rukun.musrenbang.models import Entry, Proposal, Result, Sealed
from rukun.musrenbang.queries import checks, results

ROOMS = ("musrenbang", "audit", "facilitation", "accounts")
CHANCE = {
    "musrenbang.sealed": ("pk",),
    "musrenbang.result": ("digest",),
    "musrenbang.choice": ("seal",),
    "audit.line": ("details",),
}


def close(choice):
    return counting.close(choice=choice, on=ON, by="ketua")


def stored() -> Counter[str]:
    """Everything these rooms keep, without keys of rows (seals hold them too), moments, and ids drawn by chance."""
    rows = [row for room in ROOMS for model in apps.get_app_config(room).get_models() for row in model.objects.all()]
    return Counter(_told(row) for row in Serializer().serialize(rows))


def _told(row):
    fields = {name: value for name, value in row["fields"].items() if name not in (*CHANCE.get(row["model"], ()), "at")}
    return f"{row['model']} {sorted(fields.items(), key=str)}"


def voted(rt, filled, monkeypatch, by_code: bool) -> Counter[str]:
    """What is stored after voters, always the same in the same order, chose so."""
    fixed = random.Random(7)
    monkeypatch.setattr(codes.slips.secrets, "choice", fixed.choice)
    monkeypatch.setattr(sheets.secrets, "randbelow", fixed.randrange)
    monkeypatch.setattr("rukun.musrenbang.actions.choices.secrets.token_hex", lambda _: "benih")
    choice = opened(rt)
    if by_code:
        for slip, typed in zip(codes.make(choice=choice, number=len(filled), by="ketua"), filled, strict=True):
            codes.cast(code=codes.find(area_id=rt.pk, typed=slip), typed=typed)
    else:
        hand_in(choice, filled)
    close(choice)
    return stored()


@pytest.mark.parametrize("by_code", [False, True], ids=["paper", "code"])
def test_two_voters_who_swap_their_choices_leave_the_same_traces(places, monkeypatch, by_code):
    """V1. Nothing stored after the close depends on who chose what: only on how often it was chosen."""
    filled = [ticks(marks) for marks in ("A", "B", "CD", "AB", "A", "C", "D", "AD", "BC", "ABCD", "A", "B")]
    found = []
    for one, two in ((0, 0), (0, 1), (2, 9), (3, 11)):
        swapped = list(filled)
        swapped[one], swapped[two] = swapped[two], swapped[one]
        with transaction.atomic():
            found.append(voted(places.melati, swapped, monkeypatch, by_code))
            transaction.set_rollback(True)
    assert len(found[0]) > 20
    for other in found[1:]:
        assert _without_keys(other) == _without_keys(found[0])


def _without_keys(rows: Counter[str]) -> list[str]:
    """Rows of a later round have later keys; what they say is the same."""
    return sorted(re.sub(r"\b\d+\b", "#", row) for row in rows.elements())


def test_no_line_of_the_log_tells_of_a_ballot(places):
    choice = opened(places.melati)
    before = Line.objects.count()
    (number,) = sheets.make(choice=choice, number=1, by="ketua")
    (slip,) = codes.make(choice=choice, number=1, by="ketua")
    made = Line.objects.count()
    sheets.type_in(choice=choice, number=number, typed=ticks("A"), condition="filled", by="kader")
    codes.cast(code=codes.find(area_id=places.melati.pk, typed=slip), typed=ticks("B"))
    assert made - before == 2 and Line.objects.count() == made


def test_sealed_ballots_have_nothing_but_their_marks():
    assert {field.name for field in Sealed._meta.get_fields()} == {"id", "choice", "path", "marks"}
    for model in (Sealed, Entry):
        assert not [field.name for field in model._meta.fields if "Date" in type(field).__name__]


def test_the_order_of_the_ballots_is_drawn_by_lot(places, monkeypatch):
    """The seal is written in the order of the shuffle, not of the typing."""
    shuffled = []
    monkeypatch.setattr("random.SystemRandom.shuffle", lambda self, rows: shuffled.append(len(rows)))
    choice = opened(places.melati)
    hand_in(choice, [ticks("A")] * 3)
    close(choice)
    assert shuffled == [3]


@pytest.mark.parametrize(
    ("filled", "hidden"),
    [
        ([ticks("A")] * 5 + [ticks("B")] * 4, True),
        ([ticks("A")] * 5 + [ticks("B")] * 5, False),
        ([ticks("AB")] * 15, True),
        ([ticks("A")] * 9 + [{}], False),
        ([ticks("A")] * 9 + [None], True),
    ],
    ids=["nine", "ten", "unanimous", "ten with a blank", "ten with a spoilt"],
)
def test_few_or_unanimous_ballots_show_no_counts(places, filled, hidden):
    choice = opened(places.melati)
    hand_in(choice, filled)
    told = results.told(choice, close(choice))
    assert told.is_hidden == hidden
    said = [line.reason for line in (*told.won, *told.lost)] + list(told.fairness) + list(told.ties)
    said += [each for line in told.lost for each in line.needed]
    turns = [turn.reason for proposal in Proposal.objects.all() for turn in proposal.turns.all()]
    if hidden:
        assert not any(sign.isdigit() for sentence in (*said, *turns) for sign in sentence)
        assert {line.reason for line in told.won} == {"Usulan ini diterima."}
    else:
        assert any(sign.isdigit() for sentence in said for sign in sentence)
    choice.refresh_from_db()
    assert results.no_file(choice) == ("musrenbang.ballots_hidden" if hidden else "")


TAMPERING = ("add", "drop", "edit", "outcome", "spoilt", "rules")


@pytest.mark.parametrize("act", TAMPERING)
def test_whatever_is_changed_after_the_count_is_noticed(places, act):
    """V2. Even by hands the database cannot refuse: ballots, rules and outcome are held against the digest."""
    choice = opened(places.melati)
    hand_in(choice, [ticks("A")] * 6 + [ticks("B")] * 5)
    result = close(choice)
    assert not checks.findings(on=ON)
    kept = Tampered(result, act)
    assert not results.is_whole(kept.result)


class Tampered:
    """The same result in memory with one thing changed: what a keeper of the machine could write."""

    def __init__(self, result: Result, act: str) -> None:
        self.result = Result.objects.select_related("choice").get(pk=result.pk)
        getattr(self, f"_{act}")()

    def _ballots(self, rows):
        self.result.choice._prefetched_objects_cache = {"ballots": rows}

    def _rows(self):
        return list(self.result.choice.ballots.all())

    def _add(self):
        choice = self.result.choice
        self._ballots([*self._rows(), Sealed(choice=choice, path=choice.path, marks={"A": 1})])

    def _drop(self):
        self._ballots(self._rows()[1:])

    def _edit(self):
        rows = self._rows()
        rows[0].marks = {"D": 1}
        self._ballots(rows)

    def _outcome(self):
        self.result.outcome["winners"] = ["D"]

    def _spoilt(self):
        self.result.spoilt += 1

    def _rules(self):
        self.result.choice.rules["rule"] = "phragmen"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(votes=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["A", "B", "AB", "CD"])), min_size=1, max_size=25))
def test_however_often_one_votes_the_last_ballot_counts_once(places, votes):
    """V5, through the real database."""
    with transaction.atomic():
        choice = opened(places.melati, voters=5)
        slips = codes.make(choice=choice, number=5, by="ketua")
        for voter, marks in votes:
            codes.cast(code=codes.find(area_id=places.melati.pk, typed=slips[voter]), typed=ticks(marks))
        result = close(choice)
        last = dict(votes)
        counted = Counter("".join(sorted(ballot.marks)) for ballot in Sealed.objects.all())
        assert counted == Counter(last.values()) and result.sheets == len(last)
        transaction.set_rollback(True)
