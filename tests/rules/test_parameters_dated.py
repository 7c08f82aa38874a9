"""Dated numbers: what holds on a day, what never held, what ceased; and files that are refused with a letter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.kit.problems import Problem, letter
from rukun.parameters import CATALOGUE, load, read
from rukun.parameters.files import keys_in

INVENTED = """
description: An invented fee
unit: rupiah
values:
  2026-01-01: {value: 2500, source: invented decree 2}
  2024-01-01: {value: 1000, source: invented decree 1, note: the first}
  2025-07-01: {value: null, source: invented decree 1b}
"""


def refused(call, *args) -> Problem:
    with pytest.raises(Problem) as caught:
        call(*args)
    letter(caught.value, CATALOGUE, strict=True)
    return caught.value


def test_the_value_of_the_day_is_found_with_its_source() -> None:
    fee = read(INVENTED, "invented/fee")
    assert [value.since.year for value in fee.values] == [2024, 2025, 2026]
    assert (fee.at(date(2024, 1, 1)).value, fee.at(date(2025, 6, 30)).source) == (1000, "invented decree 1")
    assert (fee.at(date(2030, 1, 1)).value, fee.unit) == (2500, "rupiah")


def test_before_the_first_and_after_the_last_nothing_is_guessed() -> None:
    fee = read(INVENTED, "invented/fee")
    assert refused(fee.at, date(2023, 12, 31)).code == "parameters.before_first"
    ceased = refused(fee.at, date(2025, 12, 31))
    assert (ceased.code, ceased.details["source"]) == ("parameters.ceased", "invented decree 1b")


@given(
    st.dictionaries(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 10**12), min_size=1, max_size=6),
    st.data(),
)
def test_a_value_holds_until_the_day_before_the_next(values: dict[date, int], data: st.DataObject) -> None:
    lines = [f"  {day}: {{value: {value}, source: invented}}" for day, value in values.items()]
    fee = read("\n".join(["description: a", "unit: b", "values:", *lines]), "invented")
    on = data.draw(st.dates(min(values), date(2031, 1, 1)))
    assert fee.at(on).value == values[max(day for day in values if day <= on)]
    assert refused(fee.at, min(values) - timedelta(days=1)).code == "parameters.before_first"


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ("a: [", "parameters.not_yaml", None),
        ("description: a\ndescription: b", "parameters.not_yaml", None),
        ("a: 2026-02-30", "parameters.not_yaml", None),
        ("- a", "parameters.wrong_shape", "/"),
        ("unit: a\nvalues: {2024-01-01: {value: 1, source: a}}", "parameters.wrong_shape", "/description"),
        ("description: a\nunit: b\nvalues: {}", "parameters.wrong_shape", "/values"),
        (
            "description: a\nunit: b\nvalues: {2024-01-01: {value: null, source: a}}",
            "parameters.wrong_shape",
            "/values",
        ),
        ("description: a\nunit: b\nvalues: {2024: {value: 1, source: a}}", "parameters.wrong_shape", "/values/2024"),
        (
            "description: a\nunit: b\nvalues: {2024-01-01: {value: 1}}",
            "parameters.wrong_shape",
            "/values/2024-01-01/source",
        ),
        (
            "description: a\nunit: b\nvalues: {2024-01-01: {source: a}}",
            "parameters.wrong_shape",
            "/values/2024-01-01/value",
        ),
        ("description: a\nunit: b\nvalue: 3", "parameters.wrong_shape", "/value"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_refused_at_its_place(text: str, code: str, path: str | None) -> None:
    problem = refused(read, text, "invented")
    assert problem.code == code
    assert problem.details.get("path") == path


def test_the_line_of_a_slip_is_told() -> None:
    assert refused(read, "unit: a\ndescription: b\nunit: c\n", "x").details["line"] == 1
    assert refused(read, "unit: a\nb: {c\n", "x").details["line"] == 3


@pytest.mark.parametrize("key", ["nothing", "../dated", "poverty/../files", "/etc/passwd", "Poverty/National_line", ""])
def test_only_shipped_keys_are_opened(key: str) -> None:
    assert refused(load, key).code == "parameters.unknown_key"


def test_the_national_line_adds_up() -> None:
    line = load("poverty/national_line").at(date(2025, 12, 31)).value
    assert line["food"] + line["other"] == line["all"] == 609_160
    assert round(line["all"] * 4.72) == 2_875_235


def test_every_shipped_file_is_read_by_some_reader() -> None:
    assert keys_in("poverty") == ("poverty/bps14_rule", "poverty/national_line")
