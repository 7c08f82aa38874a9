"""What a juknis leaves open is asked, each answer names its source, and nothing else moves."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rukun.kit.problems import Problem, letter
from rukun.parameters import CATALOGUE, juknis
from rukun.parameters.juknis import Filled, Limit, answered, as_document, askable, from_document, unknown

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
    "text": "SK DPMD 9/2026",
    "shares": ("60", "40"),
    "levels": ("desa", "kecamatan"),
    "flag": True,
    "allocation": "flat",
    "at_split": "next_year",
    "channel": "kecamatan_dpa",
    "flow": "advance",
    "leftover": "return",
    "tax_by": "kecamatan",
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
    assert len(seen) == len(set(seen))
    assert {asked.path for asked in unknown(KUKAR)} <= set(seen)
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


@pytest.mark.parametrize("key", juknis.keys())
def test_every_shipped_juknis_can_be_completed(key: str) -> None:
    held = juknis.load(key)
    while left := unknown(held):
        held = answered(held, left[0].path, ANSWERS[left[0].kind], "Surat DPMD 7/2026")
    assert held.money.way("desa" if "desa" in [each.place for each in held.money.ways] else "kelurahan").flow
    assert [desk.levels for desk in held.money.desks][:1] == [("desa", "kecamatan")]
    assert sum(int(each.share) for each in held.money.tranches) == 100
    assert from_document(as_document(held)) == held


def test_what_only_money_needs_is_asked_last() -> None:
    themes = [asked.theme for asked in unknown(KUKAR)]
    assert themes.index("ceiling") == themes.count("plan")
    assert list(dict.fromkeys(themes)) == ["plan", "ceiling", "way", "tranches", "desks", "spending", "closing"]


def test_the_households_of_jambi_without_a_tier_are_asked_and_then_have_one() -> None:
    jambi = juknis.load("juknis/jambi_kampung_bahagia_2026")
    path = "money.allocation.tiers.100"
    asked = next(each for each in unknown(jambi) if each.path == path)
    assert (asked.kind, asked.about) == ("rupiah", "100")
    assert "ceiling" not in [each.path for each in askable(jambi)]
    held = answered(jambi, path, 70_000_000, "Surat wali kota 4/2026")
    assert (held.money.allocation.tier(100).amount, held.money.allocation.unsettled) == (70_000_000, ())
    assert held.money.allocation.tier(100).source.text == "Surat wali kota 4/2026"
    again = answered(held, path, 100_000_000, "Ralat")
    assert (again.money.allocation.tier(100).amount, again.filled) == (100_000_000, (Filled(path, "Ralat"),))


def test_tranches_are_answered_together_and_keep_what_is_known_of_them() -> None:
    assert refused(KUKAR, "money.tranches", ("60", "30"), "x").code == "juknis.tranche_shares"
    held = answered(KUKAR, "money.tranches", ("60", "40"), "x")
    gated = answered(held, "money.tranches.2.gate", "75", "x")
    assert [(each.share, each.gate) for each in gated.money.tranches] == [("60", None), ("40", "75")]
    again = answered(gated, "money.tranches", ("50", "50"), "x")
    assert [(each.share, each.gate) for each in again.money.tranches] == [("50", None), ("50", "75")]


def test_tiers_need_a_file_of_ones_own() -> None:
    assert refused(KUKAR, "money.allocation.kind", "tiers", "x").code == "juknis.allocation_without"
