"""What a juknis leaves open is asked, each answer names its source, and nothing else moves."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rukun.kit.problems import Problem, letter
from rukun.parameters import CATALOGUE, juknis
from rukun.parameters.juknis import Filled, Limit, answered, askable, unknown

KUKAR = juknis.load("juknis/kukar_rtku_2026")
ANSWERS: dict[str, Any] = {
    "rupiah": 100_000_000,
    "percent": "37.5",
    "days": 7,
    "count": 1,
    "ways": ("approval", "usg"),
    "unit": "adult",
    "date": date(2026, 5, 1),
    "limit": ("20", None),
}


def refused(*args: Any) -> Problem:
    with pytest.raises(Problem) as caught:
        answered(*args)
    letter(caught.value, CATALOGUE, strict=True)
    return caught.value


def test_everything_open_can_be_answered_one_by_one_until_nothing_is_left() -> None:
    held, seen = KUKAR, []
    while left := unknown(held):
        asked = left[0]
        held = answered(held, asked.path, ANSWERS[asked.kind], "Surat DPMD 7/2026")
        seen.append(asked.path)
    assert len(seen) == len(set(seen)) == len(unknown(KUKAR))
    assert held.filled == tuple(Filled(path, "Surat DPMD 7/2026") for path in seen)
    assert held.choosing.ways == ("approval", "usg")
    assert {cluster.limit for cluster in held.clusters} == {Limit("20", None)}


def test_an_answer_moves_one_value_and_keeps_who_said_so() -> None:
    held = answered(KUKAR, "meeting.quorum", "50", "Pasal 9")
    assert replace(held, meeting=KUKAR.meeting, filled=()) == KUKAR
    assert (held.meeting.quorum, held.filled) == ("50", (Filled("meeting.quorum", "Pasal 9"),))


def test_a_known_value_may_be_set_right_and_the_last_source_stays() -> None:
    twice = answered(answered(KUKAR, "ceiling", 1, "keliru"), "ceiling", 120_000_000, "SK 4")
    assert (twice.ceiling, twice.filled) == (120_000_000, (Filled("ceiling", "SK 4"),))


def test_no_bound_is_an_answer_too() -> None:
    path = "clusters.sosial.limit"
    held = answered(KUKAR, path, (None, None), "Pasal 5")
    assert path not in [asked.path for asked in unknown(held)]
    assert held.cluster("sosial").limit == Limit()


@pytest.mark.parametrize("path", ["", "langit", "steps.langit.until", "clusters.sosial.label", "meeting", "filled"])
def test_what_is_not_asked_is_not_answered(path: str) -> None:
    assert refused(KUKAR, path, "50", "x").code == "juknis.not_asked"


def test_an_answer_that_contradicts_the_rest_is_refused() -> None:
    held = answered(KUKAR, "steps.musyawarah.since", date(2026, 5, 1), "x")
    assert refused(held, "steps.musyawarah.until", date(2026, 4, 1), "x").code == "juknis.step_backwards"
    assert refused(held, "steps.verifikasi.since", date(2026, 4, 1), "x").code == "juknis.steps_out_of_order"
    shares = answered(KUKAR, "clusters.sosial.limit", ("70", None), "x")
    assert refused(shares, "clusters.karakter.limit", ("40", None), "x").code == "juknis.shares_too_big"
    assert refused(KUKAR, "meeting.quorum", "500", "x").code == "juknis.over_hundred"


def test_every_question_is_one_sentence_with_its_subject() -> None:
    for asked in askable(KUKAR):
        said = asked.question.format(name=asked.about)
        assert said.endswith("?")
        assert asked.about in said
