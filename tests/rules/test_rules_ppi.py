"""The reader of PPI cards: an invented card always, the published card and tables where they are found."""

import csv
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.rules.poverty import UNKNOWN
from rukun.rules.poverty.ppi import UnreadableCard, average_likelihood, card_from, judge, likelihood, lookup_from, score

CARD = card_from(
    {
        "key": "kartu-karangan@2024",
        "questions": [
            {"code": "roof", "answers": {"A": {"low": 0, "high": 3}, "B": {"low": 41, "high": 30}}},
            {
                "code": "radio",
                "answers": {"A": {"low": 5, "high": 0}, "B": {"low": 20, "high": 35}, "C": {"low": 30, "high": 36}},
            },
            {"code": "boat", "answers": {"A": {"low": 2, "high": 1}, "B": {"low": 30, "high": 33}}},
        ],
    }
)
TABLE = lookup_from(
    {
        "key": "tabel-karangan@2024",
        "low": {n: str(100 - n) for n in range(101)},
        "high": {n: f"{99.5 - n / 2}" for n in range(101)},
    }
)


def test_a_score_belongs_to_one_line():
    answers = {"roof": "B", "radio": "B", "boat": "A"}
    assert (score(CARD, answers, "low").total, score(CARD, answers, "high").total) == (63, 66)
    assert judge(CARD, TABLE, answers, "low").likelihood == Decimal(37)


def test_a_score_beyond_the_table_is_said_so_and_not_rounded():
    verdict = judge(CARD, TABLE, {"roof": "B", "radio": "C", "boat": "B"}, "low")
    assert (verdict.label, verdict.score, verdict.likelihood) == ("no_row", 101, None)
    assert (verdict.likelihood_least, verdict.likelihood_most) == (None, None)
    assert likelihood(TABLE, "low", 100) == 0


def test_an_answer_the_card_does_not_know_gives_no_score():
    verdict = judge(CARD, TABLE, {"roof": "Z", "radio": "A", "boat": "A"}, "low")
    assert (verdict.label, verdict.score, verdict.not_on_card, verdict.missing) == ("not_on_card", None, ("roof",), ())
    assert (verdict.likelihood_least, verdict.likelihood_most) == (Decimal(52), Decimal(93))


@given(
    st.fixed_dictionaries(
        {code: st.sampled_from([*answers, UNKNOWN, None]) for code, answers in CARD.questions.items()}
    ),
    st.sampled_from(["low", "high"]),
)
def test_bounds_hold_every_possible_answer_and_no_more(answers, line):
    verdict = judge(CARD, TABLE, answers, line)
    choices = [
        [given] if given not in (None, UNKNOWN) else list(CARD.questions[code]) for code, given in answers.items()
    ]
    full = [judge(CARD, TABLE, dict(zip(answers, chosen, strict=True)), line) for chosen in product(*choices)]
    found = [each.likelihood for each in full if each.likelihood is not None]
    assert (verdict.likelihood_least, verdict.likelihood_most) == (min(found, default=None), max(found, default=None))
    assert verdict.missing == tuple(code for code in CARD.questions if answers[code] in (None, UNKNOWN))
    assert (verdict.score is None) == bool(verdict.missing)
    if verdict.likelihood is not None:
        assert verdict.likelihood_least == verdict.likelihood == verdict.likelihood_most


def test_the_likelihood_is_averaged_and_the_left_out_are_counted():
    every = [
        judge(CARD, TABLE, {"roof": "A", "radio": "A", "boat": "A"}, "low"),
        judge(CARD, TABLE, {"roof": "B", "radio": "C", "boat": "A"}, "low"),
        judge(CARD, TABLE, {"roof": "A"}, "low"),
        judge(CARD, TABLE, {"roof": "B", "radio": "C", "boat": "B"}, "low"),
    ]
    average = average_likelihood(every)
    assert (average.likelihood, average.counted, average.left_out) == (Decimal(60), 2, 2)
    assert average_likelihood([]).likelihood is None
    with pytest.raises(UnreadableCard, match="lines_differ"):
        average_likelihood([every[0], judge(CARD, TABLE, {}, "high")])


def question(**points):
    return {"code": "q", "answers": {"A": points}}


@pytest.mark.parametrize(
    ("questions", "code"),
    [
        ([], "card_empty"),
        ([{"code": "q", "answers": {}}], "card_empty"),
        ([question(x=1), question(x=2)], "question_twice"),
        ([question(x=1), {**question(y=2), "code": "r"}], "lines_differ"),
        ([question(x="1")], "points_not_whole"),
        ([question(x=True)], "points_not_whole"),
        ([{"code": "q", "answers": {"unknown": {"x": 1}}}], "answer_word_reserved"),
    ],
)
def test_a_card_with_a_slip_is_refused(questions, code):
    with pytest.raises(UnreadableCard) as slip:
        card_from({"key": "k", "questions": questions})
    assert slip.value.code == code


def test_a_table_with_a_slip_and_an_unknown_line_are_refused():
    with pytest.raises(UnreadableCard, match="percent_out_of_range"):
        lookup_from({"key": "k", "low": {0: "101"}})
    with pytest.raises(UnreadableCard, match="line_unknown"):
        score(CARD, {}, "desil")
    with pytest.raises(UnreadableCard, match="line_unknown"):
        likelihood(TABLE, "desil", 1)


LINE_NAMES = {
    "National Poverty Line": "nl100",
    "$3.65/day 2017 PPP": "ppp365",
    "$6.85/day 2017 PPP": "ppp685",
    "$3.20/day 2011 PPP": "ppp320",
    "$5.50/day 2011 PPP": "ppp550",
    "Bottom 20th Percentile": "percentile20",
    "Bottom 40th Percentile": "percentile40",
    "Bottom 60th Percentile": "percentile60",
    "Bottom 80th Percentile": "percentile80",
}


def rows(path):
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def published_card(shared_data):
    questions = {}
    for row in rows(shared_data / "ppi_indonesia" / "scorecard_2023_susenas2022.csv"):
        points = {LINE_NAMES[name]: int(row[name]) for name in LINE_NAMES}
        questions.setdefault(f"q{row['no']}", {})[row["response"].split(".")[0]] = points
    return card_from(
        {"key": "ppi@2023", "questions": [{"code": code, "answers": answers} for code, answers in questions.items()]}
    )


def published_table(shared_data, name):
    table = {}
    for row in rows(shared_data / "ppi_indonesia" / name):
        for line, percent in row.items():
            if line != "score":
                table.setdefault(line, {})[int(float(row["score"]))] = percent
    return lookup_from({"key": name, **table})


@pytest.mark.shared
def test_the_twenty_worked_cases_on_every_line(shared_data, published_card):
    table = published_table(shared_data, "lookup_ppiIDN2023.csv")
    cases = rows(shared_data / "ppi_indonesia" / "worked_cases_2023.csv")
    assert len(cases) == 20
    for case in cases:
        answers = {f"q{n}": case[f"q{n}"] for n in range(1, 11)}
        for line in LINE_NAMES.values():
            verdict = judge(published_card, table, answers, line)
            assert verdict.label == "likelihood"
            assert verdict.score == int(case[f"score_{line}"])
            assert abs(verdict.likelihood - Decimal(case[f"likelihood_{line}"])) <= Decimal("0.00005")


@pytest.mark.shared
@pytest.mark.parametrize("name", ["lookup_ppiIDN2012_a.csv", "lookup_ppiIDN2020.csv", "lookup_ppiIDN2023.csv"])
def test_every_score_of_the_published_tables(shared_data, name):
    table = published_table(shared_data, name)
    for row in rows(shared_data / "ppi_indonesia" / name):
        for line in table.rows:
            assert likelihood(table, line, int(float(row["score"]))) == Decimal(row[line])
    assert all(likelihood(table, line, 101) is None for line in table.rows)


@pytest.mark.shared
def test_the_card_of_2023_can_reach_a_score_without_a_row(shared_data, published_card):
    table = published_table(shared_data, "lookup_ppiIDN2023.csv")
    best = {line: max(score(published_card, {}, line).totals) for line in published_card.lines}
    assert sorted(best.values()) == [99, 99, 99, 100, 100, 100, 100, 101, 101]
    for line in (line for line, top in best.items() if top == 101):
        answers = {
            code: max(known, key=lambda a, k=known: k[a][line]) for code, known in published_card.questions.items()
        }
        assert judge(published_card, table, answers, line).label == "no_row"
