"""Questionnaires: the small language answers yes, no or open; files are checked; every form can leave as XLSForm."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.kit.problems import Problem, letter
from rukun.parameters import CATALOGUE, instruments
from rukun.parameters.instruments import expressions
from rukun.parameters.instruments.expressions import BadExpression

ANSWERS = {
    "job": "farmer", "aid": ("food", "pkh"), "none": (), "land": Decimal("499.5"), "rooms": 2, "well": True,
    "asked": "unknown", "private": "refused", "day": date(2026, 1, 12),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("${job} = 'farmer'", True),
        ('${job} != "farmer"', False),
        ("${land} < 500 and ${rooms} >= 2", True),
        ("${land} > 500 or ${rooms} = 2.0", True),
        ("${well} = 'yes'", True),
        ("selected(${aid}, 'pkh')", True),
        ("selected(${aid}, 'p')", False),
        ("selected(${job}, 'farmer')", True),
        ("count-selected(${aid}) = 2", True),
        ("not(selected(${aid}, 'none')) or count-selected(${aid}) = 1", True),
        ("${asked} = 'x'", None),
        ("${private} != 'x'", None),
        ("${never} = 'x'", None),
        ("not(${asked} = 'x')", None),
        ("${asked} = 'x' and ${rooms} = 3", False),
        ("${asked} = 'x' or ${rooms} = 2", True),
        ("${asked} = 'x' or ${rooms} = 3", None),
        ("count-selected(${asked}) > 0", None),
        ("${job} > 3", None),
        ("${rooms} = 2 and ${job} = 'x' or ${land} > 1", True),
        ("${rooms} = 3 and (${job} = 'x' or ${land} > 1)", False),
        (". > 0 and . <= 20", True),
        ("${day} = '2026-01-12'", True),
    ],
)
def test_an_expression_answers_yes_no_or_open(text: str, holds: bool | None) -> None:
    assert instruments.parse(text).holds(ANSWERS, value=7) is holds


@pytest.mark.parametrize(
    "text",
    ["", "${a}", "1 <", "${a} == 1", "${A} = 1", "a = 1", "${a} = 1 and", "(${a} = 1", "${a} = 1)", "not ${a} = 1", "'x",
     "selected(${a}, b)", "selected('a', 'b')", "${a} = 1 ${b} = 2", "__import__('os')", "count(${a}) = 1", "1 + 1 = 2",
     "(" * 3000 + "${a} = 1" + ")" * 3000],
)  # fmt: skip
def test_what_is_no_expression_is_refused(text: str) -> None:
    with pytest.raises(BadExpression):
        instruments.parse(text)


@given(st.text(alphabet="${}ab.'\" ()<>=!,0123andortselctu-", max_size=60))
def test_any_text_is_either_an_expression_that_answers_or_is_refused(text: str) -> None:
    try:
        expression = instruments.parse(text)
    except BadExpression:
        return
    assert expression.holds({}) in (True, False, None)
    assert instruments.parse(expression.text) == expression


ATOMS = st.sampled_from(["${a} = 'x'", "${b} > 3", "selected(${c}, 'y')"])
TEXTS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        inner.map(lambda text: f"not({text})"),
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
            lambda parts: f"({parts[0]}) {parts[1]} ({parts[2]})"
        ),
    ),
    max_leaves=6,
)
GIVEN = st.fixed_dictionaries(
    {
        "a": st.sampled_from([None, "x", "z"]),
        "b": st.sampled_from([None, 1, 5]),
        "c": st.sampled_from([None, ("y",), ("w", "y"), ("w",)]),
    }
)


@given(TEXTS, GIVEN, GIVEN)
def test_what_is_decided_stays_decided_when_more_is_known(text: str, known: dict, more: dict) -> None:
    """An answer given with gaps is what every way of filling the gaps would give."""
    expression = instruments.parse(text)
    filled = {name: more[name] if value is None else value for name, value in known.items()}
    before, after = expression.holds(known), expression.holds(filled)
    assert before is None or before is after
    if None not in filled.values():
        assert after is not None


MINIMAL = """
title: {id: Uji, en: Trial}
since: 2026-01-01
source: invented
questions:
"""


def with_questions(*questions: str) -> instruments.Instrument:
    return instruments.read(
        MINIMAL + "\n".join(f"  - {{text: {{id: a, en: b}}, {each}}}" for each in questions), "trial"
    )


JOB = "name: job, type: choice, choices: [{value: farmer, id: a, en: b}, {value: other, id: c, en: d}]"


@pytest.mark.parametrize(
    ("questions", "code"),
    [
        (["name: a, type: integer", "name: a, type: integer"], "instruments.bad_question"),
        (["name: a, type: choice"], "instruments.bad_question"),
        ([JOB.replace("choice,", "integer,")], "instruments.bad_question"),
        (["name: a b, type: integer"], "instruments.bad_question"),
        ([JOB, "name: a, type: integer, relevance: \"${job} = 'fisher'\""], "instruments.bad_question"),
        ([JOB, "name: a, type: integer, relevance: \"selected(${job}, 'fisher')\""], "instruments.bad_question"),
        (["name: a, type: yes_no", "name: b, type: integer, relevance: \"${a} = 'true'\""], "instruments.bad_question"),
        (["name: a, type: integer, relevance: '${b} = 1'", "name: b, type: integer"], "instruments.bad_question"),
        (["name: a, type: integer, relevance: '. = 1'"], "instruments.bad_question"),
        (
            ["name: a, type: integer, level: person", "name: b, type: integer, relevance: '${a} = 1'"],
            "instruments.bad_question",
        ),
        (["name: a, type: integer, constraint: '. >'"], "instruments.bad_expression"),
        (["name: a, type: whole"], "parameters.wrong_shape"),
        (["name: a, type: integer, constraints: '. > 1'"], "parameters.wrong_shape"),
        (["name: a, type: choice, choices: [{value: unknown, id: a, en: b}]"], "parameters.wrong_shape"),
        (["name: a, type: choice, choices: nowhere"], "parameters.wrong_shape"),
        ([], "parameters.wrong_shape"),
    ],
)
def test_a_faulty_instrument_is_refused_with_a_letter(questions: list[str], code: str) -> None:
    with pytest.raises(Problem) as caught:
        with_questions(*questions)
    assert caught.value.code == code
    letter(caught.value, CATALOGUE, strict=True)


def test_a_question_is_asked_when_the_earlier_answers_say_so() -> None:
    trial = with_questions(JOB, "name: land, type: decimal, relevance: \"${job} = 'farmer'\", constraint: . <= 10")
    job, land = trial.questions
    assert job.is_asked({}) is True
    assert [land.is_asked({"job": job}) for job in ("farmer", "other", "unknown", None)] == [True, False, None, None]
    assert [land.constraint.holds({}, value=value) for value in (10, Decimal("10.1"), None)] == [True, False, None]
    assert trial.question("land") is land


def shipped() -> list[instruments.Instrument]:
    return [instruments.load(key) for key in instruments.all_keys()]


def test_the_shipped_instruments_are_in_force_from_their_day_on() -> None:
    assert instruments.all_keys() == ("bps14", "rt_census")
    assert [each.key for each in instruments.in_force(date(2010, 1, 1))] == ["bps14"]
    assert [each.key for each in instruments.in_force(date(2026, 6, 1))] == ["bps14", "rt_census"]
    with pytest.raises(Problem, match=r"parameters\.unknown_key"):
        instruments.load("ppi")


@pytest.mark.parametrize("instrument", shipped(), ids=lambda each: each.key)
def test_a_shipped_instrument_speaks_plainly_in_both_languages(instrument: instruments.Instrument) -> None:
    for question in instrument.questions:
        assert question.text.id != question.text.en
        assert question.text.id.endswith("?")
        assert len(question.text.id.split()) <= 15
    assert len(set(instrument.facts)) == len(instrument.questions)
    assert len(instrument.questions) <= 24


@pytest.mark.parametrize("instrument", shipped(), ids=lambda each: each.key)
def test_a_shipped_instrument_can_leave_as_xlsform(instrument: instruments.Instrument) -> None:
    sheets = instrument.as_xlsform()
    survey, choices = sheets["survey"], sheets["choices"]
    names = [row["name"] for row in survey]
    assert len(set(names)) == len(names)
    assert {question.name for question in instrument.questions} <= set(names)
    lists = {row["list_name"] for row in choices}
    used = {row["type"].split()[1] for row in survey if row["type"].startswith("select_")}
    assert used <= lists
    for name in lists:
        values = [row["name"] for row in choices if row["list_name"] == name]
        assert len(set(values)) == len(values)
        assert {"unknown", "refused"} <= set(values)
    for row in (*survey, *choices):
        assert all(isinstance(cell, str) and cell for cell in row.values())
    assert sheets["settings"][0]["form_id"] == instrument.key


def test_persons_stand_in_a_repeat_and_empty_answers_get_a_reason() -> None:
    trial = with_questions(
        JOB, "name: age, type: integer, level: person, constraint: . < 130, relevance: \"${job} = 'other'\""
    )
    survey = trial.as_xlsform()["survey"]
    assert [(row["type"], row["name"]) for row in survey] == [
        ("select_one job", "job"),
        ("begin_repeat", "member"),
        ("integer", "age"),
        ("select_one unanswered", "age_unanswered"),
        ("end_repeat", "member"),
    ]
    assert survey[2]["constraint"] == ". < 130"
    assert survey[3]["relevant"] == "(${job} = 'other') and ${age} = ''"


def test_nodes_are_found_at_every_depth() -> None:
    expression = instruments.parse("not(${a} = 1 or (${b} = 2 and selected(${c}, 'x'))) and count-selected(.) < 2")
    assert expression.names == {"a", "b", "c", ""}
    assert sum(isinstance(node, expressions.Compare) for node in expressions.nodes(expression.root)) == 3
