"""growth: a file of children, a row for a row; whatever is typed wrongly costs one reason and never a row."""

from __future__ import annotations

import csv
import io

import pytest

CHILDREN = """\ufeffnama;sex;birth_date;visit_date;weight_kg;lenhei_cm;measure;oedema;muac_cm;headc_cm
Rekaan 1;L;2025-01-10;2026-01-10;9,6;75,7;l;n;14,5;46
Rekaan 2;Perempuan;10/01/2024;10/01/2026;6,0;70;berdiri;;11;
Rekaan 3;2;2022-01-10;2026-01-10;3;100;h;n;;
Rekaan 4;1;2027-01-10;2026-01-10;9;75;h;n;;
Rekaan 5;1;2024-01-10;2026-01-10;88;12;h;n;;
Rekaan 6;1;2016-01-10;2026-01-10;28;130;h;y;;
Rekaan 7;x;;;28;abc;h;y;;
Rekaan 8;2;2018-01-10;2026-01-10;-5;115;h;n;;
"""


@pytest.fixture
def scored(rukun, tmp_path):
    def run(text: str, *words: str) -> list[dict[str, str]]:
        (tmp_path / "anak.csv").write_text(text)
        said = rukun("growth", tmp_path / "anak.csv", *words)
        assert (said.code, said.err) == (0, "")
        return list(csv.DictReader(io.StringIO(said.out)))

    return run


def test_a_row_for_a_row_with_score_class_flag_and_reason(scored):
    rows = scored(CHILDREN)
    assert [row["nama"] for row in rows] == [f"Rekaan {n}" for n in range(1, 9)]
    well, thin = rows[0], rows[1]
    assert (well["waz"], well["waz_class"], well["waz_flag"], well["waz_reason"]) == (
        "-0.04",
        "Berat badan normal",
        "0",
        "",
    )
    assert (thin["haz_class"], thin["whz_class"], thin["acz_class"]) == (
        "Sangat pendek",
        "Gizi buruk",
        "Lengan sangat kurus",
    )
    assert (thin["hcz"], thin["hcz_class"], thin["hcz_flag"]) == ("", "", "")
    assert thin["hcz_reason"] == "lingkar kepala belum ada atau tidak terbaca"


def test_what_cannot_be_is_flagged_and_told(scored):
    rows = {row["nama"]: row for row in scored(CHILDREN)}
    assert (rows["Rekaan 3"]["waz_flag"], rows["Rekaan 3"]["haz_flag"]) == ("1", "0")
    assert rows["Rekaan 3"]["waz_reason"].startswith("tidak masuk akal")
    assert {rows["Rekaan 4"][f"{index}_reason"] for index in ("waz", "haz", "baz")} == {"lahir sesudah hari diukur"}
    assert rows["Rekaan 4"]["whz"] == ""
    assert rows["Rekaan 5"]["haz_reason"] == "mustahil: berat dan tinggi tertukar?"
    assert rows["Rekaan 8"]["waz_reason"] == "berat belum ada atau tidak terbaca"


def test_swollen_feet_leave_height_and_no_weight(scored):
    [row] = [row for row in scored(CHILDREN) if row["nama"] == "Rekaan 6"]
    assert (row["waz"], row["baz"], row["haz"], row["haz_class"]) == ("", "", "-1.22", "Tinggi normal")
    assert row["waz_reason"] == "bengkak (edema): berat tidak dipakai"


def test_days_and_codes_say_the_same_as_dates_and_words(scored):
    told = scored("sex,age_days,weight_kg,lenhei_cm,measure\n1,365,9.6,75.7,L\n")
    assert (told[0]["waz"], told[0]["haz"], told[0]["whz"], told[0]["baz"]) == ("-0.04", "-0.02", "-0.06", "-0.03")


def test_school_children_have_classes_of_their_own(scored):
    told = scored("sex,age_days,weight_kg,lenhei_cm\n1,1826,19.9,108\n1,3653,34.5,138\n")
    assert [row["baz"] for row in told] == ["1.28", "0.84"]
    english = scored("sex,age_days,weight_kg,lenhei_cm\n1,1826,19.9,108\n1,3653,40,138\n", "--language", "en")
    assert [row["baz_class"] for row in english] == ["At risk of overnutrition", "Overweight"]


def test_columns_of_an_earlier_run_are_written_anew(scored):
    told = scored("sex,age_days,weight_kg,waz,waz_class\n1,365,9.6,99,lama\n")
    assert list(told[0]).count("waz") == 1
    assert told[0]["waz"] == "-0.04"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("nama,berat\nRekaan,9\n", "Perlu kolom sex"),
        ("sex,weight_kg\n1,9\n1,9,9,9\n", "tidak terbaca sebagai tabel CSV"),
        ("", "tidak terbaca sebagai tabel CSV"),
    ],
)
def test_a_file_that_is_none_gets_a_letter(rukun, tmp_path, text, says):
    (tmp_path / "anak.csv").write_text(text)
    said = rukun("growth", tmp_path / "anak.csv")
    assert (said.code, said.out) == (1, "")
    assert says in said.err and "→" in said.err


def test_bytes_that_are_no_text_get_a_letter(rukun, tmp_path):
    (tmp_path / "anak.csv").write_bytes(b"\xff\xfe\x00sex")
    assert rukun("growth", tmp_path / "anak.csv").code == 1
