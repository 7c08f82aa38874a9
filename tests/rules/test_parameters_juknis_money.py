"""The money of a juknis: refused by letter where it contradicts itself; every shipped file says only what is known."""

import json
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rukun.kit.problems import Problem, letter
from rukun.parameters import CATALOGUE, juknis
from rukun.parameters.files import shipped
from rukun.parameters.juknis import Gap, Juknis, MoneyRules, Tier, as_document, from_document

DEMO = "juknis/contoh_rekaan_2026"
JAMBI = "juknis/jambi_kampung_bahagia_2026"
KUKAR = [f"juknis/kukar_rt50_{year}" for year in (2022, 2023, 2024, 2025)]
ARTICLE = {"source": {"article": "Pasal 9"}}
SIZES = [
    {"at_most": 59, "amount": 50_000_000},
    {"at_least": 60, "at_most": 99, "amount": 70_000_000},
    {"at_least": 101, "amount": 100_000_000},
]


def refused(call: Any, *args: Any) -> Problem:
    with pytest.raises(Problem) as caught:
        call(*args)
    letter(caught.value, CATALOGUE, strict=True)
    return caught.value


def read(regulations: Any = None, **money: Any) -> Juknis:
    """The demo's file with some of its money otherwise."""
    file = yaml.safe_load(shipped(DEMO))
    file["money"] |= money
    return juknis.read(yaml.safe_dump(file | ({"regulations": regulations} if regulations else {})), "juknis/uji")


def tiers(*spans: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"allocation": {"kind": "tiers", "tiers": list(spans), **more, **ARTICLE}}


def tranches(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"tranches": [{"number": n, **ARTICLE, **each} for n, each in enumerate(parts, start=1)]}


def cap(**parts: Any) -> dict[str, Any]:
    return {"caps": [{"key": "a", "label": "Batas rekaan", "rupiah": 1000, **ARTICLE, **parts}]}


REFUSALS: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("tier_gap", {"households": "100"}, tiers(*SIZES)),
    ("tier_gap", {"households": "60–70"}, tiers(SIZES[0], {"at_least": 71, "amount": 1})),
    ("tier_gap", {"households": "1–59"}, tiers({"at_least": 60, "amount": 1})),
    ("tier_gap", {"households": "≥ 60"}, tiers(SIZES[0])),
    ("tier_overlap", {"households": "50–59"}, tiers(SIZES[0], {"at_least": 50, "amount": 1})),
    ("tier_overlap", {"households": "100"}, tiers({"at_most": 100, "amount": 1}, {"at_least": 101, "amount": 2}, unsettled=[{"at_least": 100, "at_most": 100}])),
    ("tier_backwards", {"households": "60–50"}, tiers(SIZES[0], {"at_least": 60, "at_most": 50, "amount": 1})),
    ("allocation_without", {"kind": "tiers"}, tiers()),
    ("allocation_without", {"kind": "flat", "tiers": 3}, {"allocation": {"kind": "flat", "tiers": SIZES, **ARTICLE}}),
    ("range_crossed", {"least": 9, "most": 8}, {"allocation": {"kind": "range", "least": 9, "most": 8, **ARTICLE}}),
    ("tranche_shares", {"total": "90"}, tranches({"share": 50}, {"share": 40})),
    ("tranche_shares", {"total": "100.5"}, tranches({"share": 60}, {"share": "40.5"}, {"share": None})),
    ("tranche_numbers", {"numbers": "1, 1"}, tranches({"share": 50}, {"share": 50, "number": 1})),
    ("tranche_numbers", {"numbers": "2, 3"}, tranches({"share": 50, "number": 2}, {"share": 50, "number": 3})),
    ("tranche_backwards", {"number": 2}, tranches({"share": 50}, {"share": 50, "since": 20, "until": 19})),
    ("tranches_out_of_order", {"number": 2, "before": 1}, tranches({"share": 50, "since": 20}, {"share": 50, "since": 19})),
    ("tranches_out_of_order", {"number": 3, "before": 1}, tranches({"share": 50, "until": 20}, {"share": 50}, {"share": 0, "until": 19})),
    ("desk_backwards", {"bundle": "rab"}, {"desks": [{"bundle": "rab", "levels": ["kecamatan", "desa"], **ARTICLE}]}),
    ("cap_without_limit", {"label": "Batas rekaan"}, cap(rupiah=None)),
    ("unknown_part", {"word": "langit"}, cap(cluster="langit")),
    ("unknown_part", {"word": "Z9"}, cap(menu="Z9")),
    ("unknown_part", {"word": "Z8"}, {"mandatory": [{"key": "a", "label": "A", "menu": "Z8", **ARTICLE}]}),
    ("purchases_out_of_order", {"way": "B"}, {"purchases": [{"at_most": 5, "way": "A"}, {"at_most": 5, "way": "B", **ARTICLE}]}),
    ("purchases_out_of_order", {"way": "B"}, {"purchases": [{"at_most": None, "way": "A"}, {"at_most": 5, "way": "B", **ARTICLE}]}),
]  # fmt: skip


@pytest.mark.parametrize(("code", "values", "money"), REFUSALS, ids=[f"{row[0]}-{n}" for n, row in enumerate(REFUSALS)])
def test_a_contradiction_is_refused_and_names_its_article(
    code: str, values: dict[str, Any], money: dict[str, Any]
) -> None:
    problem = refused(lambda: read(**money))
    assert problem.code == f"juknis.{code}"
    assert problem.details["article"] == "Pasal 9"
    assert {name: problem.details[name] for name in values} == values


def test_a_regulation_that_ends_before_it_begins_is_refused() -> None:
    law = {"kind": "Perbup", "number": "7", "since": date(2026, 2, 1), "until": date(2026, 1, 1), **ARTICLE}
    assert refused(lambda: read([law])).code == "juknis.regulation_backwards"


TWICE: list[tuple[str, dict[str, Any]]] = [
    ("money/papers", {"papers": [{"key": "a", "bundle": "spj", "label": "A"}] * 2}),
    ("money/desks", {"desks": [{"bundle": "spj", "levels": ["desa"]}] * 2}),
    ("money/desks/spj", {"desks": [{"bundle": "spj", "levels": ["desa", "desa"]}]}),
    ("money/ways", {"ways": [{"place": "desa"}] * 2}),
    ("money/caps", {"caps": cap()["caps"] * 2}),
    ("money/honoraria", {"honoraria": [{"office": "Ketua RT"}, {"office": "ketua rt"}]}),
    ("money/mandatory", {"mandatory": [{"key": "a", "label": "A"}] * 2}),
]


@pytest.mark.parametrize(("place", "money"), TWICE, ids=[row[0] for row in TWICE])
def test_nothing_stands_twice(place: str, money: dict[str, Any]) -> None:
    problem = refused(lambda: read(**money))
    assert (problem.code, problem.details["place"]) == ("juknis.twice", place)


def test_one_paper_may_stand_in_two_bundles() -> None:
    papers = [{"key": "a", "bundle": bundle, "label": "A"} for bundle in ("rab", "spj")]
    assert [each.key for each in read(papers=papers).money.papers_of("spj")] == ["a"]


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("/money/caps/1/rupiah", cap(rupiah=-1)),
    ("/money/caps/1/rupiah", cap(rupiah=0)),
    ("/money/caps/1/rupiah", cap(rupiah=10**15)),
    ("/money/caps/1/rupiah", cap(rupiah="1.500.000,00")),
    ("/money/caps/1/rupiah", cap(rupiah=1.5)),
    ("/money/caps/1/per", cap(per="abad")),
    ("/money/caps/1/kind", cap(kind="batu")),
    ("/money/tranches/1/number", tranches({"number": 0})),
    ("/money/tranches/1/since", tranches({"since": -1})),
    ("/money/allocation/tiers/1/amount", tiers({"amount": -5})),
    ("/money/allocation/tiers/1/at_most", tiers({"at_most": -5, "amount": 1})),
    ("/money/ways/1/channel", {"ways": [{"place": "desa", "channel": "karung"}]}),
    ("/money/leftover", {"leftover": "dibagi"}),
    ("/money/tax_by", {"tax_by": "warga"}),
    ("/money/has_shift", {"has_shift": "ya"}),
    ("/money/wages/hours", {"wages": {"hours": 25}}),
    ("/money/langit", {"langit": 1}),
]


@pytest.mark.parametrize(("path", "money"), WRONG, ids=[f"{row[0]}-{n}" for n, row in enumerate(WRONG)])
def test_what_is_not_as_it_should_be_is_named_by_its_place(path: str, money: dict[str, Any]) -> None:
    problem = refused(lambda: read(**money))
    assert (problem.code, problem.details["path"]) == ("parameters.wrong_shape", path)


@pytest.mark.parametrize(("share", "gate"), [(110, None), (None, 101)])
def test_more_than_all_gets_its_own_letter(share: int | None, gate: int | None) -> None:
    problem = refused(lambda: read(**tranches({"share": share, "gate": gate})))
    assert (problem.code, problem.details["written"]) == ("juknis.over_hundred", str(share or gate))


@st.composite
def split(draw: st.DrawFn) -> list[dict[str, Any]]:
    """All counts of households from one on, cut into spans, some of them marked as unsettled."""
    cuts = sorted(draw(st.sets(st.integers(2, 300), max_size=6)))
    ends = [(least, most and most - 1) for least, most in zip([1, *cuts], [*cuts, None], strict=True)]
    return [
        {"at_least": least, "at_most": most, "is_open": draw(st.booleans()), "amount": 10_000_000 + n}
        for n, (least, most) in enumerate(ends)
    ]


def parted(spans: list[dict[str, Any]]) -> dict[str, Any]:
    known = [
        {**{name: each[name] for name in ("at_least", "at_most", "amount")}} for each in spans if not each["is_open"]
    ]
    gaps = [{name: each[name] for name in ("at_least", "at_most")} for each in spans if each["is_open"]]
    return tiers(*known, unsettled=gaps)


@given(split(), st.integers(1, 400))
def test_every_household_count_has_one_tier_or_an_open_question(spans: list[dict[str, Any]], households: int) -> None:
    if all(each["is_open"] for each in spans):
        spans[0]["is_open"] = False
    rule = juknis.read(yaml.safe_dump(yaml.safe_load(shipped(JAMBI)) | {"money": parted(spans)}), "juknis/uji").money
    meant = next(each for each in spans if each["at_least"] <= households <= (each["at_most"] or 400))
    found = rule.allocation.tier(households)
    assert (found and found.amount) == (None if meant["is_open"] else meant["amount"])


@given(split(), st.data())
def test_no_span_can_be_left_out_or_stretched(spans: list[dict[str, Any]], data: st.DataObject) -> None:
    spans[0]["is_open"] = False
    other = data.draw(st.integers(1, len(spans))) if len(spans) > 1 else 0
    if not other or other == len(spans):
        return
    stretched = [*spans[:other], {**spans[other], "at_least": spans[other]["at_least"] - 1}, *spans[other + 1 :]]
    file = yaml.safe_load(shipped(JAMBI))
    for changed, code in ((spans[:other] + spans[other + 1 :], "juknis.tier_gap"), (stretched, "juknis.tier_overlap")):
        problem = refused(juknis.read, yaml.safe_dump(file | {"money": parted(changed)}), "juknis/uji")
        assert problem.code == code


def test_jambi_ships_with_its_gap_as_an_open_question() -> None:
    rule = juknis.load(JAMBI).money.allocation
    assert [(each.at_least, each.at_most) for each in rule.unsettled] == [(100, 100)]
    amounts = [(found := rule.tier(households)) and found.amount for households in (1, 59, 60, 99, 100, 101, 5000)]
    assert amounts == [50_000_000, 50_000_000, 70_000_000, 70_000_000, None, 100_000_000, 100_000_000]
    assert all(isinstance(each, Tier | Gap) for each in (*rule.tiers, *rule.unsettled))


@pytest.mark.parametrize("key", juknis.keys())
def test_every_shipped_file_survives_the_frost_and_names_its_sources(key: str) -> None:
    held = juknis.load(key)
    assert from_document(json.loads(json.dumps(as_document(held)))) == held
    assert held.sources
    assert held.notes
    parts = (*held.regulations, *held.money.ways, *held.money.tranches, *held.money.caps, *held.money.papers)
    assert all(each.source.said != "–" for each in (*parts, *held.money.honoraria, *held.money.mandatory))


@pytest.mark.parametrize("key", sorted({*juknis.keys()} - {DEMO}))
def test_a_real_one_says_where_each_thing_stands_and_what_is_missing(key: str) -> None:
    held = juknis.load(key)
    parts = (*held.clusters, *held.menu, *held.blocked, *held.steps, *held.regulations, *held.money.ways)
    assert all(each.source.text for each in parts)
    assert juknis.unknown(held)
    assert any("belum" in note or "tidak disebut" in note or "tidak ditemukan" in note for note in held.notes)


def test_an_old_document_without_money_is_still_read() -> None:
    document = as_document(juknis.load(DEMO))
    del document["money"], document["regulations"]
    assert (from_document(document).money, from_document(document).regulations) == (MoneyRules(), ())


def test_the_days_of_tranches_move_with_the_first_day_of_the_year() -> None:
    held, moved = juknis.load(DEMO), juknis.load(DEMO, begins=date(2031, 3, 1))
    shift = moved.since - held.since
    for before, after in zip(held.money.tranches, moved.money.tranches, strict=True):
        assert (before.since + shift, before.until + shift) == (after.since, after.until)


def test_kukar_had_fifty_million_in_two_halves_and_a_disputed_share() -> None:
    for key in KUKAR:
        held = juknis.load(key)
        assert (held.ceiling, [each.share for each in held.money.tranches]) == (50_000_000, ["50", "50"])
        assert [each.channel for each in held.money.ways] == ["desa_apbdes", "kelurahan_dpa"]
        assert not held.cluster("gotong_royong").limit.is_known
        assert any("15 persen" in note and "20 persen" in note for note in held.notes)
    assert [bool(juknis.load(key).money.mandatory) for key in KUKAR] == [True, False, False, False]
    assert [bool(juknis.load(key).money.honoraria) for key in KUKAR] == [False, True, False, False]
    assert [juknis.load(key).entry("M10") is not None for key in KUKAR] == [False, False, False, True]


def test_the_money_of_the_field_notes_comes_out_to_the_rupiah() -> None:
    a_year = 12 * sum(each.a_month or 0 for each in juknis.load(KUKAR[1]).money.honoraria)
    old, new = juknis.load(KUKAR[1]).ceiling, juknis.load("juknis/kukar_rtku_2026").ceiling
    assert a_year == 23_400_000
    assert (a_year * 1000 // old, a_year * 1000 // new) == (468, 156)
    assert (3_134 * old, 3_134 * new) == (156_700_000_000, 470_100_000_000)


def test_semarang_and_kediri_and_samarinda_say_what_is_known() -> None:
    semarang, kediri = juknis.load("juknis/semarang_operasional_2025"), juknis.load("juknis/kediri_prodamas_2021")
    assert len(semarang.money.papers_of("request")) == 7
    assert [(each.rupiah, each.percent) for each in semarang.money.caps] == [
        (None, "2.5"), (150_000, None), (1_000_000, None), (400_000, None), (300_000, None),
    ]  # fmt: skip
    assert semarang.money.way("kelurahan").channel == "rt_account"
    assert [each.limit.at_least for each in kediri.clusters] == ["60", "20", "20"]
    assert (kediri.money.has_shift, kediri.money.leftover) == (True, "return")
    later = juknis.load("juknis/kediri_prodamas_2022").cluster("prasarana").limit
    assert (later.at_least, later.at_most) == ("25", "40")
    assert [each.share for each in juknis.load("juknis/samarinda_probebaya_2026").money.tranches] == ["60", "40"]
