"""The fourteen criteria agree with the questionnaires that feed them; PPI cards of users are read as published."""

import csv
import io
import random
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from rukun.kit.problems import Problem, letter
from rukun.parameters import CATALOGUE, instruments, poverty, ppi

TODAY = date(2026, 1, 12)


def refused(call, *args) -> Problem:
    with pytest.raises(Problem) as caught:
        call(*args)
    letter(caught.value, CATALOGUE, strict=True)
    return caught.value


def test_nine_of_fourteen() -> None:
    rule = poverty.bps14(TODAY)
    assert (rule.threshold, len(rule.criteria), rule.key) == (9, 14, "poverty/bps14_rule@2005-01-01")
    assert refused(poverty.bps14, date(2004, 12, 31)).code == "parameters.before_first"
    income = next(criterion for criterion in rule.criteria if criterion.code == "head_income")
    assert income.facts == ("head_job", "head_land_m2", "head_income_month")
    assert "0.5 ha" in income.note


@pytest.mark.parametrize("key", ["bps14", "rt_census"])
def test_every_fact_of_the_rule_is_asked_and_every_answer_it_knows_is_offered(key: str) -> None:
    rule = poverty.bps14(TODAY)
    asked = {question.fact: question for question in instruments.load(key).questions}
    derived = {"floor_area_per_person": "floor_area_m2"}  # divided by the people the register knows
    for criterion in rule.criteria:
        for fact in criterion.facts:
            assert derived.get(fact, fact) in asked
        for fact, answers in criterion.answers.items():
            question = asked[fact]
            offered = {True, False} if question.type == "yes_no" else {choice.value for choice in question.choices}
            assert answers <= offered
            assert answers != offered, "a criterion that every answer fulfils decides nothing"


def test_both_questionnaires_ask_a_fact_alike() -> None:
    long, short = (instruments.load(key) for key in ("bps14", "rt_census"))
    for question in long.questions:
        other = short.question(question.name)
        assert (question.type, question.choices, question.unit, question.constraint, question.relevance) == (
            other.type, other.choices, other.unit, other.constraint, other.relevance,
        )  # fmt: skip


def test_the_rule_that_judges_reads_it() -> None:
    judge = pytest.importorskip("rukun.rules.poverty", reason="the rule of poverty is not built yet")
    rule = judge.rule_from(poverty.bps14(TODAY).as_mapping())
    poor = {
        "floor_area_per_person": Decimal("7.9"), "floor": "earth", "wall": "thatch", "toilet": "public", "lighting": "candle",
        "drinking_water": "rain", "cooking_fuel": "charcoal", "protein_per_week": 1, "new_clothes_per_year": 1, "meals_per_day": 2,
        "can_pay_clinic": False, "head_job": "other", "head_income_month": 599_999, "head_education": "sd", "sellable_assets": 499_999,
    }  # fmt: skip
    assert [reason.holds for reason in judge.classify(poor, rule).reasons] == [True] * 14
    edge = poor | {
        "floor_area_per_person": 8, "floor": "cement", "wall": "good_wood", "toilet": "own", "lighting": "other_electric",
        "drinking_water": "bottled", "cooking_fuel": "gas", "protein_per_week": 2, "new_clothes_per_year": 2, "meals_per_day": 3,
        "can_pay_clinic": True, "head_income_month": 600_000, "head_education": "smp", "sellable_assets": 500_000,
    }  # fmt: skip
    assert [reason.holds for reason in judge.classify(edge, rule).reasons] == [False] * 14


RULE = """
description: a
editions:
  2020-01-01:
    threshold: 1
    source: invented
    criteria:
      - {code: a, id: b, en: c, %s}
"""


@pytest.mark.parametrize(
    "condition",
    ["fact: x", "below: 3", "fact: x, below: many", "fact: x, among: y", "fact: x, among: [1]", "any_of: {a: b}", "fact: x, under: 3",
     "any_of: [{fact: x}]", "fact: x, below: true"],
)  # fmt: skip
def test_an_unclear_condition_is_refused(condition: str) -> None:
    assert refused(poverty.read_rule, RULE % condition, "trial").code == "parameters.wrong_shape"


def test_editions_follow_one_another_and_a_threshold_must_be_reachable() -> None:
    (edition,) = poverty.read_rule(RULE % "fact: x, at_most: 2.5", "trial")
    assert edition.criteria[0].condition == {"fact": "x", "at_most": Decimal("2.5")}
    assert refused(
        poverty.read_rule, (RULE % "fact: x, below: 2").replace("threshold: 1", "threshold: 2"), "t"
    ).details["path"] == ("/editions/2020-01-01/threshold")


CARD = """no,indicator,response,National Poverty Line,$2.50/day
1,"What is the roof, mostly?",A. Leaves,0,0
1,"What is the roof, mostly?","B. Tiles, or stone",40,35
2,Is there a lamp?,A. No,0,0
2,Is there a lamp?,B. Yes,60,65
"""
TABLE = "score,nl100,ppp250\n0.0,80.5,90\n35,,70\n40,30,\n100,5,6.25\n"


def test_an_invented_card_is_read_whole() -> None:
    card = ppi.read_card(b"\xef\xbb\xbf" + CARD.encode(), "invented")
    assert card.lines == ("National Poverty Line", "$2.50/day")
    assert [(question.code, [each.code for each in question.responses]) for question in card.questions] == [
        ("q1", ["A", "B"]),
        ("q2", ["A", "B"]),
    ]
    assert card.questions[0].responses[1].text == "Tiles, or stone"
    table = ppi.read_lookup(TABLE.encode(), "invented-table")
    assert dict(table.rows["nl100"]) == {0: Decimal("80.5"), 40: Decimal(30), 100: Decimal(5)}
    pairs = ppi.pairs(card, table)
    assert [(pair.card, pair.lookup, pair.agrees) for pair in pairs] == [
        ("National Poverty Line", "nl100", True),
        ("$2.50/day", "ppp250", True),
    ]
    ready = ppi.renamed(card, {pair.card: pair.lookup for pair in pairs}, table)
    assert ready.as_mapping()["questions"][1]["answers"]["B"] == {"nl100": 60, "ppp250": 65}


def test_a_doubtful_pair_is_said_to_be_doubtful_and_a_person_may_name_the_pairs() -> None:
    card = ppi.read_card(CARD.encode(), "invented")
    swapped = ppi.read_lookup(b"score,ppp250,nl100\n0,1,2\n", "table")
    assert [pair.agrees for pair in ppi.pairs(card, swapped)] == [False, False]
    assert ppi.renamed(card, {"$2.50/day": "ppp250"}, swapped).lines == ("ppp250",)
    narrow = ppi.read_lookup(b"score,nl100\n0,1\n", "table")
    assert refused(ppi.pairs, card, narrow).code == "ppi.lines_do_not_pair"
    for names in ({}, {"x": "nl100"}, {"$2.50/day": "x"}, {"$2.50/day": "nl100", "National Poverty Line": "nl100"}):
        assert refused(ppi.renamed, card, names, swapped).code == "ppi.lines_do_not_pair"


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        ("no,", "nr,", 1),
        ("$2.50/day\n", "National Poverty Line\n", 1),
        (",National Poverty Line,$2.50/day", "", 1),
        ("B. Yes,60,65", "B. Yes,60", 5),
        ("B. Yes,60,65", "B. Yes,60,6.5", 5),
        ("B. Yes,60,65", "Yes,60,65", 5),
        ("B. Yes", "A. Yes", 5),
        ("2,Is there a lamp?,B", "2,Is there light?,B", 5),
        ("2,Is there a lamp?,B", "two,Is there a lamp?,B", 5),
        (CARD[CARD.index("\n") :], "\n", 2),
    ],
)
def test_a_faulty_card_is_refused_at_its_row(old: str, new: str, row: int) -> None:
    assert old in CARD
    problem = refused(ppi.read_card, CARD.replace(old, new).encode(), "invented")
    assert (problem.code, problem.details["row"]) == ("ppi.card_unreadable", row)


@pytest.mark.parametrize(
    ("old", "new", "row"), [("40,", "35,", 4), ("6.25", "101", 5), ("6.25", "x", 5), ("80.5", "NaN", 2), ("", "", 0)]
)
def test_a_faulty_table_is_refused_at_its_row(old: str, new: str, row: int) -> None:
    text = TABLE.replace(old, new) if old else ""
    assert refused(ppi.read_lookup, text.encode(), "invented").details["row"] == (row or 1)


def test_random_cards_come_back_as_they_were() -> None:
    dice = random.Random(64)
    for _ in range(20):
        lines = [f"Line {number}" for number in range(dice.randint(1, 4))]
        rows = [
            [
                str(question),
                f"Question {question}?",
                f"{chr(65 + answer)}. Word {answer}",
                *(str(dice.randint(0, 60)) for _ in lines),
            ]
            for question in range(1, dice.randint(2, 11))
            for answer in range(dice.randint(2, 5))
        ]
        buffer = io.StringIO()
        csv.writer(buffer).writerows([["no", "indicator", "response", *lines], *rows])
        card = ppi.read_card(buffer.getvalue().encode(), "dice")
        back = [
            [question.code[1:], question.text, f"{each.code}. {each.text}", *map(str, each.points.values())]
            for question in card.questions
            for each in question.responses
        ]
        assert back == rows


@pytest.mark.parametrize(
    ("card_name", "table_name", "questions", "lines"),
    [
        ("scorecard_2023_susenas2022", "lookup_ppiIDN2023", 10, 9),
        ("scorecard_2020_susenas2016", "lookup_ppiIDN2020", 10, 19),
    ],
)
def test_published_cards_pair_with_their_tables(
    shared_data: Path, card_name: str, table_name: str, questions: int, lines: int
) -> None:
    folder = shared_data / "ppi_indonesia"
    card = ppi.read_card((folder / f"{card_name}.csv").read_bytes(), card_name)
    table = ppi.read_lookup((folder / f"{table_name}.csv").read_bytes(), table_name)
    assert (len(card.questions), len(card.lines), len(table.lines)) == (questions, lines, lines)
    assert [pair for pair in ppi.pairs(card, table) if not pair.agrees] == []


def test_published_worked_cases_come_out_as_published(shared_data: Path) -> None:
    folder = shared_data / "ppi_indonesia"
    table = ppi.read_lookup((folder / "lookup_ppiIDN2023.csv").read_bytes(), "table")
    card = ppi.read_card((folder / "scorecard_2023_susenas2022.csv").read_bytes(), "card")
    card = ppi.renamed(card, {pair.card: pair.lookup for pair in ppi.pairs(card, table)}, table)
    points = {question.code: {each.code: each.points for each in question.responses} for question in card.questions}
    cases = list(csv.DictReader((folder / "worked_cases_2023.csv").read_text(encoding="utf-8").splitlines()))
    assert len(cases) == 20
    for case in cases:
        for line in card.lines:
            score = sum(answers[case[code]][line] for code, answers in points.items())
            assert score == int(case[f"score_{line}"])
            assert round(table.rows[line][score], 4) == Decimal(case[f"likelihood_{line}"])
