"""Problems, money, periods and area codes: small values that everything else counts on."""

import csv
import lzma
import pickle
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.kit import areacodes, known_areas, money
from rukun.kit.dates import Age, day_in_words, month_end, months_between, months_later
from rukun.kit.periods import Period, age_on, clashes, gaps
from rukun.kit.problems import Finding, Problem, Sentence, letter

CATALOGUE = {"x.late": Sentence("Terlambat sejak {on}.", "Menunggu {who}.", "Kirim {papers}.")}
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
PERIODS = st.builds(
    lambda since, length: Period(since, since + timedelta(days=length) if length else None), DAYS, st.integers(0, 4000)
)


def codes(call, *args, **kwargs) -> str:
    with pytest.raises(Problem) as caught:
        call(*args, **kwargs)
    return caught.value.code


def test_a_letter_speaks_its_values() -> None:
    problem = Problem("x.late", on=date(2026, 1, 12), who="RT 03", papers=["LPJ", "nota"])
    told = letter(problem, CATALOGUE, strict=True)
    assert told == Sentence("Terlambat sejak 12 Januari 2026.", "Menunggu RT 03.", "Kirim LPJ, nota.")
    assert str(problem).startswith("x.late {'on'")


def test_a_problem_survives_the_way_between_processes() -> None:
    problem = pickle.loads(pickle.dumps(Problem("x.late", who="RT 03")))
    assert (problem.code, problem.details) == ("x.late", {"who": "RT 03"})


def test_a_missing_value_fails_in_tests_and_stays_readable_in_life() -> None:
    finding = Finding("x.late", "warning", {"on": "kemarin"})
    with pytest.raises(KeyError, match="papers, who"):
        letter(finding, CATALOGUE, strict=True)
    assert letter(finding, CATALOGUE).why == "Menunggu …."


def test_a_code_nobody_listed_fails_in_tests_and_is_named_in_life() -> None:
    with pytest.raises(KeyError):
        letter(Problem("x.new"), CATALOGUE, strict=True)
    assert "x.new" in letter(Problem("x.new"), CATALOGUE).what


@pytest.mark.parametrize(
    "text",
    ["Rp1.500.000", "1.500.000,00", "1500000", "Rp 1.500.000,-", "rp.1.500.000", "IDR 1,500,000.00", "1,500,000", "1500000.0",
     "1 500 000", "\u00a01.500.000 "],
)  # fmt: skip
def test_an_amount_is_read_as_people_write_it(text: str) -> None:
    assert money.parse(text) == 1_500_000


@pytest.mark.parametrize("text", ["", "Rp", "satu juta", "1,500", "1.50.000", "15.00.000", "--5", "1e6", "1.5.0"])
def test_an_unclear_amount_is_refused(text: str) -> None:
    assert codes(money.parse, text) == "money.unreadable"


@pytest.mark.parametrize("text", ["1.500,50", "1500000.5", "0,01"])
def test_sen_are_refused(text: str) -> None:
    assert codes(money.parse, text) == "money.not_whole"


@given(st.integers(-(10**18), 10**18))
def test_what_is_shown_is_read_back(amount: int) -> None:
    assert money.parse(money.shown(amount)) == amount
    assert money.parse(f"{amount}") == amount
    assert money.parse(f"{amount}.00") == amount


def test_money_is_shown_and_said() -> None:
    assert money.shown(1_500_000) == "Rp1.500.000"
    assert money.shown(-500) == "-Rp500"
    assert money.in_words(609_160) == "enam ratus sembilan ribu seratus enam puluh rupiah"


def test_a_period_holds_its_first_day_and_not_its_last() -> None:
    period = Period(date(2026, 1, 1), date(2026, 2, 1))
    assert [day in period for day in (date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31), date(2026, 2, 1))] == [
        False, True, True, False,
    ]  # fmt: skip
    assert codes(Period, date(2026, 1, 1), date(2026, 1, 1)) == "periods.ends_before_it_begins"
    assert Period(date(2026, 1, 1)).covers(period)
    assert not period.covers(Period(date(2026, 1, 1)))


@given(PERIODS, PERIODS, DAYS)
def test_the_overlap_holds_exactly_the_shared_days(one: Period, two: Period, day: date) -> None:
    shared = one.overlap(two)
    assert shared == two.overlap(one)
    assert (day in one and day in two) == (shared is not None and day in shared)
    assert one.covers(two) == (shared == two)


@given(st.lists(PERIODS, max_size=6), PERIODS, DAYS)
def test_a_day_is_in_a_gap_exactly_when_nothing_covers_it(periods: list[Period], within: Period, day: date) -> None:
    bare = day in within and not any(day in period for period in periods)
    assert any(day in gap for gap in gaps(periods, within=within)) == bare
    assert clashes(gaps(periods, within=within)) == []


@given(st.lists(PERIODS, max_size=5))
def test_clashes_are_found_exactly_when_two_periods_share_a_day(periods: list[Period]) -> None:
    shared = any(a.overlap(b) for place, a in enumerate(periods) for b in periods[place + 1 :])
    assert bool(clashes(periods)) == shared


def test_ages_are_completed_years_and_months() -> None:
    assert age_on(date(2000, 2, 29), date(2001, 2, 28)) == Age(0, 11)
    assert age_on(date(2000, 2, 29), date(2001, 3, 1)) == Age(1, 0)
    assert age_on(date(2020, 1, 31), date(2020, 2, 29)) == Age(0, 0)
    assert age_on(date(1960, 6, 15), date(2026, 1, 12)) == Age(65, 6)
    assert age_on(date(2021, 1, 12), date(2026, 1, 11)).in_months == 59
    assert codes(age_on, date(2026, 1, 2), date(2026, 1, 1)) == "periods.not_born_yet"


@given(DAYS, st.integers(0, 30_000))
def test_age_never_falls_and_grows_a_year_on_the_birthday(birth: date, days: int) -> None:
    on = birth + timedelta(days=days)
    assert age_on(birth, on) <= age_on(birth, on + timedelta(days=1))
    had = (on.month, on.day) >= (birth.month, birth.day)
    assert age_on(birth, on).years == on.year - birth.year - (not had)


def test_days_are_written_in_words() -> None:
    assert day_in_words(date(2026, 1, 12)) == "12 Januari 2026"


@pytest.mark.parametrize(
    ("text", "dotted", "level", "kind", "parent"),
    [
        ("64", "64", "province", "province", None),
        ("6402", "64.02", "kabupaten", "kabupaten", "64"),
        ("64.72", "64.72", "kabupaten", "kota", "64"),
        ("640205", "64.02.05", "kecamatan", "kecamatan", "64.02"),
        ("6402052010", "64.02.05.2010", "desa", "desa", "64.02.05"),
        (" 64.02.05.1001 ", "64.02.05.1001", "desa", "kelurahan", "64.02.05"),
        ("91.03.01.3001", "91.03.01.3001", "desa", "desa_adat", "91.03.01"),
    ],
)
def test_a_code_knows_its_level_kind_and_parent(
    text: str, dotted: str, level: str, kind: str, parent: str | None
) -> None:
    code = areacodes.parse(text)
    assert (str(code), code.level, code.kind, code.parent and str(code.parent)) == (dotted, level, kind, parent)
    assert areacodes.parse(code.bare) == code


@pytest.mark.parametrize(
    "text", ["", "6", "640", "64.2", "64.02.05.4010", "64.02.05.201", "64-02", "64020520101", "٦٤"]
)
def test_what_is_no_code_is_refused(text: str) -> None:
    assert codes(areacodes.parse, text) == "areacodes.unreadable"


def test_an_area_covers_what_lies_beneath_and_not_its_neighbours() -> None:
    kabupaten = areacodes.parse("64.02")
    assert kabupaten.covers(areacodes.parse("64.02.05.2010"))
    assert kabupaten.covers(kabupaten)
    assert not kabupaten.covers(areacodes.parse("64"))
    assert not areacodes.parse("64.02.05").covers(areacodes.parse("64.02.06"))


def test_the_two_founding_regencies_are_known_whole() -> None:
    assert known_areas.named(areacodes.parse("6402")).name == "Kabupaten Kutai Kartanegara"
    kukar = Counter(area.kind for area in known_areas.beneath(areacodes.parse("64.02")))
    assert kukar == {"kecamatan": 20, "desa": 193, "kelurahan": 44}
    sumbawa_barat = Counter(area.kind for area in known_areas.beneath(areacodes.parse("52.07")))
    assert sumbawa_barat == {"kecamatan": 8, "desa": 58, "kelurahan": 7}
    assert len(known_areas.children_of()) == 38
    assert codes(known_areas.named, areacodes.parse("64.99")) == "areacodes.unknown"


def test_the_package_agrees_with_the_list_the_ministry_published(shared_data: Path) -> None:
    with lzma.open(shared_data / "admin_codes" / "wilayah_2025.csv.xz", "rt", encoding="utf-8") as file:
        published = {row["kode"]: (row["nama"], row["jenis"]) for row in csv.DictReader(file)}
    ours = {area.code: area for area in known_areas.children_of()}
    for province in tuple(ours):
        ours |= {area.code: area for area in known_areas.beneath(areacodes.parse(province))}
    assert ours.keys() == published.keys()
    assert [code for code, area in ours.items() if area.name != published[code][0]] == []
    assert [code for code, area in ours.items() if published[code][1] not in ("", area.kind)] == []


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 11, 22), 3, date(2027, 2, 22)),
        (date(2026, 1, 15), -3, date(2025, 10, 15)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
    ],
)
def test_the_same_day_some_months_on(day: date, months: int, then: date) -> None:
    assert months_later(day, months) == then


@given(DAYS, st.integers(-600, 600))
def test_months_on_lie_in_that_month_and_there_and_back_is_no_later(day: date, months: int) -> None:
    then = months_later(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day == min(day.day, month_end(then).day)
    assert months_later(then, -months) <= day
    if then.day == day.day:
        assert months_between(day, then) == months


@given(DAYS)
def test_the_day_after_the_end_of_a_month_is_a_first(day: date) -> None:
    assert month_end(day) >= day
    assert (month_end(day) + timedelta(days=1)).day == 1
