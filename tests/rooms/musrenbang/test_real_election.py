"""An election others held and published, run through the pages of an RT's meeting: the same works must win.

The mass of sheets is typed by the action behind the page, twice each: through the pages it would be 168 forms for
84 voters. Everything around them (who came, opening, drawing up, counting, result, published ballots) goes by the pages.
"""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.rooms.musrenbang.choosing_ground import propose
from tests.rooms.musrenbang.meeting_ground import call, settle
from tests.rooms.musrenbang.wishing import client_of

from rukun.accounts.permissions import today
from rukun.musrenbang.actions import sheets
from rukun.musrenbang.models import Choice, Meeting, Proposal
from rukun.musrenbang.types import State
from rukun.rules.allocation.pabulib import File, read
from rukun.walls import scope

ASSEN = "Netherlands_Assen_2024.pb.gz"
OURS = """META
key;value
description;Musyawarah RT rekaan
num_projects;4
num_votes;12
budget;100000
vote_type;approval
PROJECTS
project_id;cost;name;selected
1;50000;Parit gang utara;1
2;40000;Sumur bersama;0
3;30000;Taman baca;1
4;20000;Lampu tikungan;1
VOTES
voter_id;vote
""" + "".join(f"{n};{vote}\n" for n, vote in enumerate(["1,4"] * 5 + ["1"] * 2 + ["3"] * 4 + ["2"]))


@pytest.fixture
def head(cast: Any) -> Client:
    return client_of(cast.rt_head)


def test_an_invented_election_through_the_meeting(head: Client, places: Any) -> None:
    _as_published(head, places.melati, read(OURS.encode(), name="rekaan.pb"))


@pytest.mark.shared
def test_assen_2024_through_the_meeting(head: Client, places: Any, shared_data: Any) -> None:
    """84 young people chose among 14 works with 100,000 euro, counted by equal shares."""
    file = read(gzip.decompress((shared_data / "pabulib" / ASSEN).read_bytes()), name=ASSEN)
    assert (len(file.election.projects), sum(each.weight for each in file.election.ballots)) == (14, 84)
    _as_published(head, places.melati, file)


def _as_published(head: Client, rt: Any, file: File) -> None:
    votes = [each.choices for each in file.election.ballots for _ in range(each.weight)]
    works = _put(rt, file)
    choice = _chosen_how(head, _opened(head, rt, len(votes)), len(votes), file)
    _typed(choice, votes, works)
    _sent(head, "choice_count", choice.pk)
    page = _seen(head, "result", choice.pk)
    won = {each.title for each in Proposal.objects.filter(state=State.CHOSEN)}
    assert won == {works[each].title for each in file.selected}
    assert all(title in page for title in won)
    published = read(b"".join(_answer(head, "ballots", choice.pk)), name="kita.pb")
    assert sum(each.weight for each in published.election.ballots) == len(votes)


def _put(rt: Any, file: File) -> dict[str, Proposal]:
    """Project of the file → the proposal it became."""
    works = {f"{each.name} ({each.id})": each.cost for each in file.election.projects}
    made = propose(rt, works)
    return dict(zip((each.id for each in file.election.projects), made, strict=True))


def _opened(head: Client, rt: Any, came: int) -> Meeting:
    """As many households as there were voters, all of them there."""
    settle(rt, came)
    meeting = call(rt, day=today(), on=today())
    _sent(head, "meeting_numbers", meeting.pk, numbers=f"1-{came}")
    _sent(head, "meeting_open", meeting.pk, agreed="Semua yang datang sepakat mulai.")
    return meeting


def _chosen_how(head: Client, meeting: Meeting, voters: int, file: File) -> Choice:
    told = {"way": "approval", "rule": "equal-shares", "unit": "household", "voters": voters}
    _sent(head, "choice_draw", meeting.pk, ceiling=file.election.ceiling, **told)
    choice = Choice.objects.get(meeting=meeting)
    _sent(head, "choice_open", choice.pk)
    _sent(head, "sheets", choice.pk, number=voters)
    return choice


def _typed(choice: Choice, votes: list[Any], works: dict[str, Proposal]) -> None:
    choice.refresh_from_db()
    marks = {option.proposal_id: option.mark for option in choice.options.all()}
    for sheet, vote in zip(choice.sheets.values_list("number", flat=True), votes, strict=True):
        typed = {marks[works[each].pk]: "1" for each in vote}
        for typist in ("ketua", "kader"):
            sheets.type_in(choice=choice, number=sheet, typed=typed, condition="filled", by=typist)


def _sent(head: Client, name: str, pk: int, **typed: Any) -> None:
    with scope.within([]):
        answer = head.post(reverse(f"musrenbang:{name}", args=[pk]), typed)
    assert answer.status_code == 302, answer.content.decode()[-3000:]


def _answer(head: Client, name: str, pk: int) -> Any:
    with scope.within([]):
        answer = head.get(reverse(f"musrenbang:{name}", args=[pk]))
    assert answer.status_code == 200
    return answer


def _seen(head: Client, name: str, pk: int) -> str:
    return _answer(head, name, pk).content.decode()
