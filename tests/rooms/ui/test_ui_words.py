"""Numbers, money, dates and ages, as people here write them; English mirrors it; nothing missing becomes a zero."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from django.test import override_settings
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from rukun.ui import words

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1500000, "1.500.000"),
        (0, "0"),
        (999, "999"),
        (-2500, "−2.500"),
        (Decimal("1234.5"), "1.235"),
        (None, "–"),
        ("", "–"),
    ],
)
def test_ribuan(value, written):
    assert words.ribuan(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [(1500000, "Rp1.500.000"), (0, "Rp0"), (-1500, "−Rp1.500"), (None, "–"), (470_100_000_000, "Rp470.100.000.000")],
)
def test_rupiah(value, written):
    assert words.rupiah(value) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Decimal("0.375"), "37,5 %"),
        (Fraction(3, 8), "37,5 %"),
        (0.4, "40 %"),
        (0, "0 %"),
        (1, "100 %"),
        (Fraction(1, 3), "33,3 %"),
        (Decimal("0.0001"), "< 0,1 %"),
        (Decimal("0.9999"), "> 99,9 %"),
        (None, "–"),
    ],
)
def test_persen(share, written):
    assert words.persen(share) == written.replace(" ", SPACE)


def test_english_mirrors_it():
    with translation.override("en"):
        assert words.rupiah(1500000) == "Rp1,500,000"
        assert words.persen(Decimal("0.375")) == f"37.5{SPACE}%"
        assert words.tanggal(date(2026, 1, 12)) == "12 January 2026"


def test_dates_and_times():
    assert words.tanggal(date(2026, 1, 12)) == "12 Januari 2026"
    assert words.tanggal(None) == "–"
    with override_settings(TIME_ZONE="Asia/Makassar"), words.timezone.override("Asia/Makassar"):
        late = datetime(2026, 1, 11, 16, 42, tzinfo=UTC)
        assert words.jam(late) == "00.42"
        assert words.tanggal(late) == "12 Januari 2026"


@pytest.mark.parametrize(
    ("days", "written"),
    [
        (0, "hari ini"), (1, "kemarin"), (-1, "besok"), (2, "2 hari lalu"), (13, "13 hari lalu"), (14, "2 minggu lalu"),
        (60, "8 minggu lalu"), (61, "2 bulan lalu"), (95, "3 bulan lalu"), (365, "12 bulan lalu"), (729, "23 bulan lalu"),
        (730, "24 bulan lalu"), (731, "2 tahun lalu"), (-9, "9 hari lagi"),
    ],
)  # fmt: skip
def test_umur(days, written):
    today = date(2026, 11, 22)
    assert words.umur(today - timedelta(days=days), today) == written


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_grouping_loses_no_digit(number):
    with translation.override("id"):
        assert int(words.ribuan(number).replace(".", "").replace("−", "-")) == number


@given(st.fractions(min_value=0, max_value=1))
def test_a_share_never_poses_as_nothing_or_all(share):
    with translation.override("id"):
        written = words.persen(share)
    assert (written == f"0{SPACE}%") == (share == 0)
    assert (written == f"100{SPACE}%") == (share == 1)


@given(st.integers(min_value=0, max_value=40000))
def test_an_age_in_words_never_grows_younger(days):
    today = date(2100, 1, 1)
    units = ["hari ini", "kemarin", "hari lalu", "minggu lalu", "bulan lalu", "tahun lalu"]

    def rank(age):
        said = words.umur(today - timedelta(days=age), today)
        found = next(index for index, unit in enumerate(units) if said.endswith(unit))
        return found, int(said.split()[0]) if said[0].isdigit() else 0

    with translation.override("id"):
        assert rank(days) <= rank(days + 1)
