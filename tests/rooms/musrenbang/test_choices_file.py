"""The published ballots counted by the command line: the same winners, for our own choice and for a real election."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.musrenbang.choosing_ground import ON, clusters, hand_in, make_juknis, opened, propose, ticks
from tests.rooms.poverty.kitchens import client_of

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import counting
from rukun.musrenbang.facts import elections
from rukun.musrenbang.models import Choice, Option
from rukun.musrenbang.public import choices as public
from rukun.musrenbang.queries import results
from rukun.rules.allocation import pabulib
from rukun.walls import scope

ROOT = Path(__file__).resolve().parents[3]
REAL = ROOT.parent / "shared" / "data" / "pabulib"


def counted_by_command(data: bytes, folder: Path) -> dict:
    path = folder / "suara.pb"
    path.write_bytes(data)
    ran = subprocess.run(
        [sys.executable, "-m", "rukun.site", "allocate", str(path), "--json"],
        cwd=folder, env={"PYTHONPATH": str(ROOT / "src"), "RUKUN_VAR": str(folder), "RUKUN_HOME": str(ROOT), "PATH": ""},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(ran.stdout)


def closed(choice: Choice) -> Choice:
    counting.close(choice=choice, on=ON, by="ketua")
    choice.refresh_from_db()
    return choice


FILLED = {
    "approval": [ticks("AB")] * 6 + [ticks("CD")] * 5 + [{}],
    "points": [{"A": "7", "B": "3"}] * 6 + [{"C": "10"}] * 5,
    "ranking": [{"B": "1", "A": "2"}] * 6 + [{"C": "1", "D": "2", "A": "3"}] * 5,
    "usg": [{"A": "454", "B": "545"}] * 6 + [{"C": "555", "D": "111"}] * 5,
}


@pytest.mark.parametrize("way", FILLED)
@pytest.mark.parametrize("rule", ["equal-shares", "phragmen", "greedy-votes"])
def test_the_file_counts_to_the_same_winners(places, tmp_path, way, rule):
    choice = opened(places.melati, way=way, rule=rule)
    hand_in(choice, FILLED[way])
    assert closed(choice)
    _name, file = public.ballots_file(choice.path, places.melati.id, choice.meeting.year, "RT Rekaan")
    told = counted_by_command(file, tmp_path)
    kept = results.of(choice).outcome
    assert (told["winners"], told["cost"], told["budget"]) == (kept["winners"], kept["cost"], kept["budget"])
    assert pabulib.read(file, name="a.pb").election.voters == len(FILLED[way])


def test_the_file_carries_shares_and_the_lot(places, tmp_path):
    juknis = make_juknis(clusters=clusters(sosial=("50", None), fisik=("80", None)))
    propose(places.melati, {"Pelatihan": 50_000_000, "Kursus": 50_000_000}, cluster="sosial")
    choice = opened(places.melati, {"Jalan": 60_000_000, "Gang": 60_000_000}, juknis)
    hand_in(choice, [ticks("C")] * 7 + [ticks("D")] * 7 + [ticks("AB")] * 2)
    file = results.ballots_file(closed(choice), "RT Rekaan")
    kept = results.of(choice).outcome
    assert kept["lowered"] and choice.rules["seed"] in file.decode()
    assert counted_by_command(file, tmp_path)["winners"] == kept["winners"]


def test_what_the_public_sees_and_what_it_does_not(places):
    choice = opened(places.melati)
    here = (choice.path, places.melati.id, choice.meeting.year)
    assert public.result(*here) is None
    hand_in(choice, [ticks("A")] * 4)
    assert closed(choice)
    seen = public.result(*here)
    assert seen.told.is_hidden and [line.title for line in seen.told.won] == ["Drainase"]
    assert seen.file == "" and public.ballots_file(*here, "RT Rekaan") is None
    with pytest.raises(Problem) as refused:
        results.ballots_file(choice, "RT Rekaan")
    assert refused.value.code == "musrenbang.ballots_hidden"


def test_anyone_may_read_the_result_and_count_again(places, tmp_path):
    choice = opened(places.melati)
    hand_in(choice, FILLED["approval"])
    closed(choice)
    page = reverse("transparency:result", args=[places.melati.id, choice.meeting.year])
    with scope.within([]):
        told = Client().get(page)
        file = Client().get(reverse("transparency:ballots", args=[places.melati.id, choice.meeting.year]))
        nothing = Client().get(reverse("transparency:result", args=[places.kenanga.id, choice.meeting.year]))
    assert told.status_code == 200 and all(
        line.reason in told.content.decode() for line in results.told(choice, results.of(choice)).won
    )
    assert counted_by_command(file.content, tmp_path)["winners"] == results.of(choice).outcome["winners"]
    assert nothing.status_code == 404


@pytest.mark.shared
@pytest.mark.parametrize("name", ["Worldwide_Mechanical_Turk_k_approval_3", "own"])
def test_a_real_election_through_the_screens_of_a_meeting(places, cast, tmp_path, name):
    """A real election as if it were an RT, beside one of our own making: drawn, typed by two, counted, downloaded."""
    election = _election(name)
    works = {each.name or each.id: each.cost for each in election.projects}
    ceiling, people = election.ceiling, election.voters
    choice = opened(places.melati, works, make_juknis(ceiling=ceiling), ceiling=ceiling, voters=people)
    marks = dict(zip((each.id for each in election.projects), elections.marks_for(len(works)), strict=True))
    filled = [[marks[each] for each in ballot.choices] for ballot in election.ballots for _ in range(ballot.weight)]
    ketua, kader = client_of(cast.rt_head), client_of(cast.kader)
    at = lambda page: reverse(f"musrenbang:{page}", args=[choice.pk])  # noqa: E731
    ketua.post(at("sheets"), {"number": people})
    for number, chosen in zip(choice.sheets.values_list("number", flat=True), filled, strict=True):
        typed = {"number": number, "condition": "filled" if chosen else "blank"} | {f"m_{mark}": "1" for mark in chosen}
        assert [who.post(at("sheet_type"), typed).status_code for who in (ketua, kader)] == [302, 302]
    assert ketua.post(at("choice_count")).url == at("result")
    choice.refresh_from_db()
    told = results.told(choice, results.of(choice))
    assert len(told.won) + len(told.lost) == len(works) and told.cost <= ceiling and told.sheets == people
    page = ketua.get(at("result")).content.decode()
    assert all(escape(line.reason) in page for line in (*told.won, *told.lost))
    again = counted_by_command(ketua.get(at("ballots")).content, tmp_path)
    assert again["winners"] == [line.mark for line in told.won]


def _election(name: str):
    if name == "own":
        return _own()
    found = sorted(REAL.glob(f"{name}*.pb.gz"))
    if not found:
        pytest.skip("../shared/data/pabulib is not here")
    return pabulib.read(gzip.decompress(found[0].read_bytes()), name=found[0].name).election


def _own():
    works = {f"Usulan {number}": 5_000_000 + 1_500_000 * number for number in range(12)}
    options = [
        Option(mark=mark, title=title, cost=cost)
        for mark, (title, cost) in zip("ABCDEFGHIJKL", works.items(), strict=True)
    ]
    rows = [{"ABCDEFGHIJKL"[(voter * step) % 12]: 1 for step in (1, 5, 7)} for voter in range(60)]
    return elections.election(Choice(way="approval", ceiling=60_000_000, rules={}), options, rows)


some_marks = st.dictionaries(st.sampled_from("ABCDEF"), st.just(1))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    ballots=st.lists(some_marks, min_size=1, max_size=25),
    costs=st.lists(st.integers(1, 120), min_size=6, max_size=6),
    least=st.integers(0, 100),
    most=st.integers(0, 100),
    rule=st.sampled_from(["equal-shares", "phragmen", "greedy-votes"]),
)
def test_money_stays_under_the_ceiling_and_shares_are_kept_or_said(ballots, costs, least, most, rule):
    """Whatever is voted: never above the ceiling, never above a most share; a least share is kept, or lowered aloud."""
    rules = {
        "rule": rule, "utility": "cost", "completion": "add-one", "ties": "votes,cost,lot:uji",
        "shares": [
            {"category": "x", "label": "X", "at_least": least, "at_most": None},
            {"category": "y", "label": "Y", "at_least": 0, "at_most": most},
        ],
    }  # fmt: skip
    choice = Choice(way="approval", ceiling=100, rules=rules)
    options = [
        Option(mark=mark, title=mark, cost=cost, cluster="xxyy  "[at].strip())
        for at, (mark, cost) in enumerate(zip("ABCDEF", costs, strict=True))
    ]
    told = elections.outcome(choice, options, ballots, explained=False)
    spent = {
        cluster: sum(each.cost for each in options if each.mark in told["winners"] and each.cluster == cluster)
        for cluster in "xy"
    }
    lowered = {each["category"]: each["reachable"] for each in told["lowered"]}
    assert told["cost"] <= 100 and spent["y"] <= most
    assert spent["x"] >= lowered.get("x", least)
    assert set(told["reasons"]) == set("ABCDEF")
