"""The reader of sheets: every file people really bring is read, or answered with a letter; nothing is lost silently."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from rukun.kit import sheet
from rukun.kit.problems import Problem, letter
from rukun.kit.sheet.text import tidy
from rukun.kit.sheet.workbooks import column_letters

PEOPLE = sheet.Header(
    {
        "nama": ("nama lengkap",),
        "nik": ("No. KTP",),
        "no_kk": ("nomor kk",),
        "lahir": ("tanggal lahir",),
        "catatan": (),
    },
    required=frozenset({"nama", "nik"}),
)
NIK = "0000010101010001"


def all_rows(table: sheet.Table) -> list[tuple[int, list[str]]]:
    return list(table.rows)


def read(data: bytes, name: str = "warga", **options) -> sheet.Table:
    return sheet.read(data, name, header=PEOPLE, **options)


def codes(table: sheet.Table) -> list[str]:
    return [finding.code for finding in table.findings]


def workbook(fill, name: str = "Lembar ngawur") -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        fill(book.add_worksheet(name), book)
    return buffer.getvalue()


def refused(data: bytes, code: str, **options) -> Problem:
    with pytest.raises(Problem) as caught:
        all_rows(read(data, **options))
    assert caught.value.code == code
    letter(caught.value, sheet.CATALOGUE, strict=True)  # the letter has all its values
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_in_any_dress_is_read_alike(delimiter: str, encoding: str) -> None:
    lines = [
        ["Daftar warga", "", "", ""],
        [" NAMA  Lengkap ", "No_KTP", "Warna", "Tánggal Lahir (hh/bb/tttt)"],
        ['Désa, "Contoh"; satu', f"'{NIK}", "biru", "17/05/2001"],
        ["", "", "", ""],
        ["Baris\nDua", NIK, "", " "],
    ]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows(lines)
    table = read(buffer.getvalue().encode(encoding))
    assert table.columns == {"nama": 0, "nik": 1, "no_kk": 2, "lahir": 3, "catatan": 4}
    assert (table.header_row, table.ignored, table.absent) == (2, ("Warna",), ("no_kk", "catatan"))
    assert all_rows(table) == [
        (3, ['Désa, "Contoh"; satu', NIK, "", "17/05/2001", ""]),
        (5, ["Baris\nDua", NIK, "", "", ""]),
    ]


def test_a_csv_glued_from_two_encodings_keeps_every_name() -> None:
    data = "nama,nik\nDésa A,1\n".encode() + "Désa B,2\n".encode("cp1252")
    assert [cells[0] for _, cells in read(data).rows] == ["Désa A", "Désa B"]


def test_signs_nobody_sees_are_taken_out() -> None:
    data = "\ufeffnama,ni\u200bk\nWarga\u00a0Contoh\u200b\x07, \u00a0123\u2060\n".encode()
    assert all_rows(read(data)) == [(2, ["Warga Contoh", "123", "", "", ""])]


def test_a_path_is_streamed_and_equals_its_bytes(tmp_path: Path) -> None:
    lines = [f"Warga {number},{number:016d},é\u00a0\n" for number in range(60_000)]  # more than two blocks
    data = ("nama,nik,catatan\n" + "".join(lines)).encode()
    (tmp_path / "warga.csv").write_bytes(data)
    from_path = all_rows(sheet.read(tmp_path / "warga.csv", "warga", header=PEOPLE))
    assert from_path == all_rows(read(data))
    assert len(from_path) == 60_000
    assert from_path[-1] == (60_001, ["Warga 59999", f"{59_999:016d}", "", "", "é"])


def test_a_row_wider_than_the_header_is_pointed_out() -> None:
    table = read(b"nama,nik,catatan\nA,1,jl. contoh, no 2\nB,2\nC,3,x,\n")
    assert [cells[:2] for _, cells in table.rows] == [["A", "1"], ["B", "2"], ["C", "3"]]
    assert [(finding.code, finding.details["row"]) for finding in table.findings] == [("sheet.row_too_wide", 2)]


def test_a_row_with_only_unknown_columns_still_counts() -> None:
    assert all_rows(read(b"nama,nik,warna\n,,biru\n,,\n")) == [(2, [""] * 5)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "sheet.empty"),
        (b" \n \n", "sheet.empty"),
        (b",,,\n,,\n", "sheet.empty"),
        (b"%PDF-1.7 \x00", "sheet.wrong_kind"),
        (b"<html><table><tr><td>nama", "sheet.wrong_kind"),
        (b"\x01\x02\x00\x03", "sheet.wrong_kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "sheet.old_xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0" + "EncryptedPackage".encode("utf-16-le"), "sheet.password"),
        (b"PK\x03\x04 and then nothing", "sheet.damaged"),
        (b"nama,nik,NIK\n", "sheet.duplicate_header"),
        (b'nama,nik\n"' + b"x" * 200_000, "sheet.csv_broken"),
    ],
)
def test_what_cannot_be_read_is_answered_with_a_letter(data: bytes, code: str) -> None:
    refused(data, code)


def test_a_missing_column_is_named_with_its_nearest_spelling() -> None:
    problem = refused(b"nama;nkk;nomor nik\nA;1;2\n", "sheet.header_missing")
    assert problem.details["missing"] == ["nik"]
    assert problem.details["seen"] == ["nama", "nkk", "nomor nik"]
    assert problem.details["nearest"] == ["nkk → nik"]


def test_limits_are_kept() -> None:
    refused(b"nama,nik\nA,1\nB,2\n", "sheet.too_many_rows", limits=sheet.Limits(rows=1))
    refused(b"nama,nik\nA,1\n", "sheet.too_big", limits=sheet.Limits(csv_bytes=10))
    plain = workbook(lambda ws, _: ws.write_row(0, 0, ["nama", "nik"]))
    refused(plain, "sheet.too_big", limits=sheet.Limits(workbook_bytes=100))


def test_the_sheet_that_fits_is_found_whatever_its_name_and_place() -> None:
    def fill(first, book) -> None:
        first.write_row(0, 0, ["petunjuk", "nama"])
        page = book.add_worksheet("xx")
        page.merge_range(1, 1, 1, 3, "DAFTAR WARGA")
        page.write_row(4, 1, ["Nama", "NIK", "Tanggal lahir", "NOMOR KK"])
        page.write_row(5, 1, ["Warga Satu", NIK])
        page.write_datetime(5, 3, date(2001, 5, 17), book.add_format({"num_format": "d/m/yy"}))
        page.write_number(5, 4, 1234567890123451)
        page.write_row(6, 1, [" ", "\u00a0", "", "", "  "])
        page.write_row(7, 1, ["'=Warga", "'0012", 37028, 3.5])

    table = read(workbook(fill))
    assert (table.sheet, table.header_row, codes(table)) == ("xx", 5, [])
    assert all_rows(table) == [
        (6, ["Warga Satu", NIK, "1234567890123451", "2001-05-17", ""]),
        (8, ["=Warga", "0012", "3.5", "37028", ""]),
    ]


def test_long_numbers_kept_as_numbers_are_pointed_out_by_cell() -> None:
    def fill(page, _) -> None:
        page.write_row(0, 1, ["nama", "nik", "no_kk"])
        page.write_row(1, 1, ["A", 3201010101010001, 3.201010101010001e17])
        page.write_row(2, 1, ["B", 3201010101010000, 5])

    table = read(workbook(fill))
    assert [cells[1:3] for _, cells in table.rows] == [
        ["3201010101010001", "3.201010101010001e+17"],
        ["3201010101010000", "5"],
    ]
    assert [(f.code, f.severity, f.details["cell"], f.details["column"]) for f in table.findings] == [
        ("sheet.number_broken", "error", "D2", "no_kk"),
        ("sheet.last_digit_doubtful", "warning", "C3", "nik"),
    ]


def test_formulas_merged_cells_and_macros_are_told() -> None:
    def fill(page, _) -> None:
        page.write_row(0, 0, ["nama", "nik", "no_kk"])
        page.write_row(1, 0, ["A", "1"])
        page.merge_range(1, 2, 3, 2, "kk")
        page.write_formula(2, 0, '=A2&"<b>"', None, "A<b>")
        page.write_formula(3, 0, "=A2", None, "")
        page.write_formula(3, 1, "=1+1", None, 2)

    with zipfile.ZipFile(io.BytesIO(workbook(fill))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    page = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = page.replace(b"<f>A2</f><v></v>", b"<f>A2</f>")
    assert parts["xl/worksheets/sheet1.xml"] != page
    parts["xl/vbaProject.bin"] = b"never run"
    table = read(zipped(parts), "warga.xlsm")
    assert [cells[:2] for _, cells in table.rows] == [["A", "1"], ["A<b>", ""], ["", "2"]]
    told = {finding.code: finding.details for finding in table.findings}
    assert told.keys() == {"sheet.macro_ignored", "sheet.formula_cells", "sheet.merged_cells"}
    assert told["sheet.formula_cells"] == {"sheet": "Lembar ngawur", "count": 3, "first": "A3", "without_value": 1}
    assert told["sheet.merged_cells"] == {"sheet": "Lembar ngawur", "count": 1, "first": "C2"}
    for finding in table.findings:
        letter(finding, sheet.CATALOGUE, strict=True)


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(name, content)
    return buffer.getvalue()


def test_a_zip_bomb_is_stopped_even_when_it_lies_about_its_size() -> None:
    bomb = bytearray(zipped({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b" " * 3_000_000}))
    limits = sheet.Limits(unpacked_bytes=1_000_000)
    refused(bytes(bomb), "sheet.too_big_unpacked", limits=limits)
    told = (3_000_000).to_bytes(4, "little")
    lying = bytes(bomb).replace(told, (10).to_bytes(4, "little"))
    assert lying != bytes(bomb)
    refused(lying, "sheet.too_big_unpacked", limits=limits)


def test_other_zips_and_torn_workbooks_get_a_letter() -> None:
    refused(zipped({"word/document.xml": b""}), "sheet.wrong_kind")
    whole = workbook(lambda ws, _: ws.write_row(0, 0, ["nama", "nik"]))
    refused(whole[: len(whole) // 2], "sheet.damaged")


WHOLE = workbook(lambda ws, _: [ws.write_row(row, 0, ["nama", "nik", row]) for row in range(9)])


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_bitten_workbook_ever_escapes_as_a_stack_trace(data: st.DataObject) -> None:
    whole = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(4, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        all_rows(read(bytes(whole)))
    except Problem as problem:
        assert problem.code in sheet.CATALOGUE


@given(st.binary(max_size=400))
def test_no_bytes_ever_escape_as_a_stack_trace(data: bytes) -> None:
    try:
        all_rows(read(b"nama,nik\n" + data))
        all_rows(read(data))
    except Problem as problem:
        assert problem.code in sheet.CATALOGUE


CLEAN = st.text(st.characters(exclude_categories=("Cs",)), max_size=20).map(tidy)
TRICKY = st.sampled_from(["=1+1", "+62", "-", "@x", "'=a", "''", "'0012", "0012", '"', "a,b;c\td", "é", "3.27E+15"])
TABLE = st.lists(st.tuples(*[CLEAN | TRICKY] * 3).filter(any), max_size=8)


@given(TABLE)
def test_what_is_written_as_csv_comes_back_as_it_was(rows: list[tuple[str, str, str]]) -> None:
    buffer = io.StringIO(newline="")
    assert sheet.write_csv(["nama", "nik", "catatan"], rows, buffer) == len(rows)
    table = read(buffer.getvalue().encode(), guarded=True)
    assert [(cells[0], cells[1], cells[4]) for _, cells in table.rows] == rows


@settings(deadline=None, max_examples=60)
@given(TABLE)
def test_what_is_written_as_xlsx_comes_back_as_text(rows: list[tuple[str, str, str]]) -> None:
    buffer = io.BytesIO()
    columns = [sheet.Column("nama"), sheet.Column("nik", 20), sheet.Column("catatan", 40)]
    assert sheet.write_xlsx([sheet.Sheet("Warga/RT [03]", columns, rows)], buffer) == len(rows)
    table = read(buffer.getvalue())
    kept = [tuple(sheet.clean_text(cell) for cell in (cells[0], cells[1], cells[4])) for _, cells in table.rows]
    assert kept == [tuple(sheet.clean_text(cell) for cell in row) for row in rows]
    assert codes(table) == []


def test_a_written_workbook_holds_no_formula_and_keeps_niks_as_text() -> None:
    rows = [["=1+1", NIK, date(2001, 5, 17), 1500000], ["@x", "+62", None, 10**16], ["\tx", "-1", None, None]]
    columns = [
        sheet.Column("nama"),
        sheet.Column("nik"),
        sheet.Column("lahir", kind="date"),
        sheet.Column("rp", kind="number"),
    ]
    buffer = io.BytesIO()
    sheet.write_xlsx([sheet.Sheet("a", columns, rows), sheet.Sheet("A", columns[:1], [])], buffer)
    with zipfile.ZipFile(buffer) as book:
        page = book.read("xl/worksheets/sheet1.xml")
        names = book.read("xl/workbook.xml")
    assert b"<f" not in page
    assert b'state="frozen"' in page
    assert b'name="a"' in names
    assert b'name="A 2"' in names
    header = sheet.Header({"nama": (), "nik": (), "lahir": (), "rp": ()})
    table = sheet.read(buffer.getvalue(), "x", header=header)
    assert [cells for _, cells in table.rows] == [
        ["=1+1", NIK, "2001-05-17", "1500000"],
        ["@x", "+62", "", str(10**16)],
        ["x", "-1", "", ""],
    ]


def test_a_cell_too_long_for_excel_is_refused_not_cut() -> None:
    with pytest.raises(Problem, match="sheet.cell_too_long"):
        sheet.write_xlsx([sheet.Sheet("a", [sheet.Column("x")], [["x" * 40_000]])], io.BytesIO())


def test_columns_have_the_letters_excel_gives_them() -> None:
    assert [column_letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_one_spelling_cannot_name_two_columns() -> None:
    with pytest.raises(ValueError, match="names both"):
        sheet.Header({"nik": ("nomor",), "no_kk": ("Nomor",)})
    with pytest.raises(ValueError, match="not a column"):
        sheet.Header({"nik": ()}, required=frozenset({"nama"}))


def test_columns_nobody_knows_follow_under_their_own_titles():
    header = sheet.Header({"nama": (), "nik": ()}, frozenset({"nama"}), keeps_rest=True)
    table = sheet.read(b"Blok,nama,Catatan,,Catatan\nB-7,Sari,biru,x,hijau\n", "uji.csv", header=header)
    assert list(table.columns) == ["nama", "nik", "Blok", "Catatan", "Catatan 2"]
    assert table.absent == ("nik",)
    assert list(table.rows) == [(2, ["Sari", "", "B-7", "biru", "hijau"])]
