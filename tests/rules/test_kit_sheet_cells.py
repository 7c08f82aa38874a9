"""What one cell means: numbers that are names, days in every style, choices by code or label; doubt is told, not hidden."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rukun.kit import sheet
from rukun.kit.dates import MONTHS, day_in_words
from rukun.kit.problems import Finding, letter


def code_of(answer: object) -> str:
    assert isinstance(answer, Finding)
    letter(answer, sheet.CATALOGUE, strict=True)
    return answer.code


@pytest.mark.parametrize(
    ("cell", "clean"),
    [
        ("  Warga\u00a0 Contoh\n ", "Warga Contoh"),
        ("\u200b'0012", "0012"),
        ("'Aisyah", "'Aisyah"),
        ("Nur'aini", "Nur'aini"),
        ("a\x00b", "ab"),
        ("", ""),
    ],
)
def test_text_is_cleaned_but_never_changed_in_meaning(cell: str, clean: str) -> None:
    assert sheet.clean_text(cell) == clean


@given(st.text())
def test_cleaning_twice_is_cleaning_once_unless_apostrophes_were_stacked(text: str) -> None:
    once = sheet.clean_text(text)
    if not once.startswith("'"):
        assert sheet.clean_text(once) == once


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0012345678901234", "0012345678901234"),
        ("'3201010101010001", "3201010101010001"),
        ("3201 0101 0101 0001", "3201010101010001"),
        ("32.01.01.010101.0001", "3201010101010001"),
        ("3201010101010001.0", "3201010101010001"),
        ("0812.345.000", "0812345000"),
        ("3.201010101010001E+15", "3201010101010001"),
        ("3,201010101010001E15", "3201010101010001"),
        ("-", None),
        ("", None),
        (" N/A ", None),
    ],
)
def test_digits_are_read_from_every_dress(cell: str, number: str | None) -> None:
    assert sheet.digits(cell) == number


@pytest.mark.parametrize("cell", ["3.27E+15", "3,20101E+15", "3E+15"])
def test_digits_a_spreadsheet_lost_are_said_to_be_lost(cell: str) -> None:
    assert code_of(sheet.digits(cell)) == "cell.broken_by_spreadsheet"


@pytest.mark.parametrize("cell", ["32010A", "٣٢٠١", "3.5e", "1,5"])
def test_what_is_no_number_is_said_to_be_none(cell: str) -> None:
    assert code_of(sheet.digits(cell)) == "cell.not_digits"


@given(st.integers(0, 10**16 - 1))
def test_sixteen_digits_survive_every_way_of_writing_them(number: int) -> None:
    nik = f"{number:016d}"
    spaced = " ".join(nik[at : at + 4] for at in range(0, 16, 4))
    assert {sheet.digits(cell) for cell in (nik, f"'{nik}", f"\u00a0{nik} ", f"{nik}.0", spaced)} == {nik}


DAY = date(2001, 5, 17)


@pytest.mark.parametrize(
    "cell",
    [
        "2001-05-17", "2001/5/17", "17/05/2001", "17-5-2001", "17.05.2001", "17 / 05 / 2001", "17 Mei 2001", "17 mei, 2001",
        "17-MAY-2001", "17MAY2001", "37028", "37028.0", "37028,5", "2001-05-17 00:00:00", "2001-05-17T07:30:00+08:00",
        "17/05/2001 7:30", "\u00a017/05/2001 ", "'17/05/2001", "17/05/2001 07:30:15 AM",
    ],
)  # fmt: skip
def test_a_day_is_read_in_every_style(cell: str) -> None:
    assert sheet.day(cell) == DAY


@pytest.mark.parametrize("cell", ["", " ", "-", "0000-00-00", "0000-00-00 00:00:00", "NULL"])
def test_an_empty_day_is_none(cell: str) -> None:
    assert sheet.day(cell) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("05/17/2001", "cell.date_month_first"),
        ("31/02/2001", "cell.date_impossible"),
        ("29-02-2001", "cell.date_impossible"),
        ("32/13/2001", "cell.date_impossible"),
        ("0/5/2001", "cell.date_impossible"),
        ("17/05/01", "cell.date_short_year"),
        ("17 Mei 01", "cell.date_short_year"),
        ("2001", "cell.date_year_only"),
        ("17 Mai 2001", "cell.date_unreadable"),
        ("kemarin", "cell.date_unreadable"),
        ("99999", "cell.date_unreadable"),
        ("170520", "cell.date_short_year"),
        ("3.27E+15", "cell.date_unreadable"),
    ],
)
def test_an_unclear_day_is_asked_about_not_guessed(cell: str, code: str) -> None:
    assert code_of(sheet.day(cell)) == code


@given(st.dates(date(1930, 1, 1), date(2099, 12, 31)))
def test_all_styles_of_one_day_agree(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    name = MONTHS[day.month - 1]
    styles = (
        day.isoformat(), f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", f"{day:%d.%m.%Y}",
        day_in_words(day), f"{day.day}{name[:3].upper()}{day.year}", str(serial), f"{serial}.0",
    )  # fmt: skip
    assert {sheet.day(style) for style in styles} == {day}


SEX = sheet.choices({"male": ("1", "L", "Laki-laki", "LAKI LAKI"), "female": ("2", "P", "Perempuan"), "none": ("0",)})


@pytest.mark.parametrize(
    ("cell", "value"),
    [("1", "male"), ("01", "male"), ("2.0", "female"), ("laki - laki", "male"), (" p ", "female"), ("FEMALE", "female"),
     ("0", "none"), ("none", "none"), ("", None), ("-", None)],
)  # fmt: skip
def test_a_choice_is_read_by_code_or_label(cell: str, value: str | None) -> None:
    assert sheet.choice(cell, SEX) == value


def test_an_unknown_choice_names_the_nearest_but_does_not_take_it() -> None:
    answer = sheet.choice("Peremuan", SEX)
    assert code_of(answer) == "cell.choice_unknown"
    assert isinstance(answer, Finding)
    assert answer.details["nearest"] == "female"
    assert code_of(sheet.choice("7", SEX)) == "cell.choice_unknown"


def test_one_name_cannot_mean_two_choices() -> None:
    with pytest.raises(ValueError, match="names both"):
        sheet.choices({"a": ("1",), "b": ("1",)})
