"""Accepted whole or not at all, taken back whole, nothing lost on the way; and bad files leave nothing behind."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from tests.rooms.conftest import make_area

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.kit.sheet.tables import MEGABYTE
from rukun.people.actions import batches, merges, moving_in
from rukun.people.models import (
    Batch,
    BatchRow,
    CardEntry,
    FamilyCard,
    Household,
    Interview,
    Person,
    Secret,
    Stay,
    Tally,
)
from rukun.people.types import BatchState
from rukun.site.letters import spoken

from .workbooks import BY, CHILD, FAMILY, HEAD, ON, WIFE, accept, check, codes_of, csv_of, numbered, repacked, xlsx_of

REGISTER = (FamilyCard, Household, Person, Secret, Stay, CardEntry, Interview)


def dump() -> dict[str, list]:
    """The whole register, row by row, and the tallies without their age."""
    rows = {model.__name__: list(model.objects.order_by("pk").values()) for model in REGISTER}
    kept = ("rt_id", "households", "people", "male", "female", "under_five", "school_age", "elderly", "without_nik")
    tallies = [row for row in Tally.objects.order_by("rt_id").values(*kept) if row["households"]]
    return rows | {"Tally": tallies}


def undo(batch):
    return batches.undo(batch=batch, by=BY, on=ON)


CELLS = st.fixed_dictionaries(
    {
        "nama": st.sampled_from(["Budi Rekaan", "Sari Rekaan", "", "O'ong \\ Rekaan", "Ñu Contoh"]),
        "jenis_kelamin": st.sampled_from(["L", "P", "2", "", "?"]),
        "nik": st.sampled_from(["", "-", *[f"640290170880{serial:04d}" for serial in range(1, 9)], "12", "3.27E+15"]),
        "no_kk": st.sampled_from(["", "6402901203100004", "6402901203100005", "0402901203100006", "99"]),
        "tanggal_lahir": st.sampled_from(["17/08/1980", "", "1/2/2020", "31/02/1990", "1/1/2999"]),
        "hubungan": st.sampled_from(["1", "Istri", "anak", "", "entah"]),
        "rt": st.sampled_from(["003", "4", "9"]),
        "alamat": st.sampled_from(["", "Jl. Contoh\t1", "baris\ndua"]),
    }
)
ROWS = st.lists(CELLS, min_size=1, max_size=12)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=ROWS, second=ROWS)
def test_nothing_is_lost_none_comes_twice_and_undo_restores(places, first, second):
    """read = kept + refused; each row is a person or a refused row of the report; undo after accept changes nothing."""
    with transaction.atomic():
        _taken_in(places, first)
        before = dump()
        batch = check(places.desa, _upload(second))
        assert batch.rows_read == len(second) == batch.rows_kept + batch.rows_refused
        numbers = list(BatchRow.objects.filter(batch=batch).order_by("number").values_list("number", flat=True))
        assert len(numbers) == len(set(numbers)) == len(second)
        refused = list(BatchRow.objects.filter(batch=batch, is_kept=False))
        assert all(row.original for row in refused) and len(refused) == batch.rows_refused
        if batch.state == BatchState.CHECKED and batch.rows_kept:
            accept(batch)
            assert Person.objects.filter(batch=batch).count() == batch.rows_kept
            assert Stay.objects.filter(person__batch=batch, until=None).count() == batch.rows_kept
            undo(batch)
        assert dump() == before
        transaction.set_rollback(True)


def _taken_in(places, rows):
    batch = check(places.desa, _upload(rows))
    if batch.state == BatchState.CHECKED and batch.rows_kept:
        accept(batch)


def _upload(rows):
    return batches.Form(rows=rows)


def test_a_failure_midway_changes_nothing(places, monkeypatch):
    batch, before = check(places.desa, FAMILY), dump()
    broken = (*moving_in.MOVES[:4], "insert into people_person (id) values (1)", *moving_in.MOVES[4:])
    monkeypatch.setattr(moving_in, "MOVES", broken)
    with pytest.raises(DatabaseError), transaction.atomic():
        accept(batch)
    assert dump() == before
    assert Batch.objects.get(pk=batch.pk).state == BatchState.CHECKED
    assert BatchRow.objects.filter(batch=batch).count() == 3
    monkeypatch.undo()
    accept(batch)
    assert Person.objects.count() == 3


def test_what_came_into_the_register_after_the_check_stops_the_acceptance(places):
    first, second = check(places.desa, FAMILY), check(places.desa, [HEAD])
    accept(first)
    before = dump()
    with pytest.raises(Problem, match="batch_register_changed"), transaction.atomic():
        accept(second)
    assert dump() == before


def test_people_who_waited_do_not_come_to_an_rt_that_has_ended(places):
    batch = check(places.desa, FAMILY)
    rts = [places.mawar.id, places.melati.id]
    merges.merge_rts(rt_ids=rts, into_id=places.mawar.id, on=ON, basis="SK 9/2026", today=ON, by=BY)
    before = dump()
    with pytest.raises(Problem, match="rt_ended") as caught, transaction.atomic():
        accept(batch)
    assert "RT 003 Melati sudah berakhir" in spoken(caught.value).what
    assert dump() == before


def test_too_many_refused_rows_stop_the_batch_for_good(places):
    rows = [numbered(serial) for serial in range(1, 11)] + [numbered(serial, nama="") for serial in range(11, 15)]
    batch = check(places.desa, rows)
    assert (batch.state, batch.rows_refused) == (BatchState.STOPPED, 4)
    with pytest.raises(Problem, match="batch_not_waiting"), transaction.atomic():
        accept(batch)
    assert batches.discard(batch=batch, by=BY, on=ON).state == BatchState.DISCARDED
    assert not BatchRow.objects.filter(batch=batch).exists()


def test_few_refused_rows_never_stop_a_small_batch(places):
    assert check(places.desa, [HEAD, WIFE | {"nama": ""}]).state == BatchState.CHECKED


def test_a_batch_is_accepted_once_and_taken_back_once(places):
    batch = accept(check(places.desa, FAMILY))
    with pytest.raises(Problem, match="batch_not_waiting"), transaction.atomic():
        accept(batch)
    assert undo(batch).state == BatchState.UNDONE
    with pytest.raises(Problem, match="batch_not_accepted"), transaction.atomic():
        undo(batch)


def test_waiting_rows_lost_in_a_crash_are_noticed(places):
    batch = check(places.desa, FAMILY)
    BatchRow.objects.filter(batch=batch).first().delete()
    with pytest.raises(Problem, match="batch_rows_lost"), transaction.atomic():
        accept(batch)


BUILT_UPON = {
    "wawancara": lambda home: Interview.objects.create(
        household=home, path=home.path, instrument="bps14", on=ON, source="visit", answers={}, by="kader"
    ),
    "sudah pindah": lambda home: Stay.objects.filter(household=home, relation="child").update(
        until=date(2026, 8, 1), ended_by="moved_out"
    ),
    "warga yang datanya": lambda home: Person.objects.filter(name="Sari Rekaan").update(revision=1),
    "rumah tangga yang datanya": lambda home: Household.objects.filter(pk=home.pk).update(revision=1),
    "perubahan kartu": lambda home: CardEntry.objects.filter(relation="child").update(until=ON),
}


@pytest.mark.parametrize("what", BUILT_UPON)
def test_what_others_built_upon_is_not_taken_away(places, what):
    batch = accept(check(places.desa, FAMILY))
    BUILT_UPON[what](Household.objects.get())
    before = dump()
    with pytest.raises(Problem, match="batch_built_upon") as raised, transaction.atomic():
        undo(batch)
    assert what in spoken(raised.value).what
    assert dump() == before


def test_a_later_batch_in_the_same_household_stands_in_the_way(places):
    first = accept(check(places.desa, [HEAD, WIFE]))
    second = accept(check(places.desa, [CHILD]))
    with pytest.raises(Problem, match="batch_built_upon"), transaction.atomic():
        undo(first)
    undo(second)
    undo(first)
    assert not Person.objects.exists() and not Secret.objects.exists()


def test_every_act_leaves_one_line_with_counts_and_no_number(places):
    batch = undo(accept(check(places.desa, FAMILY)))
    lines = list(Line.objects.filter(subject_id=batch.pk, subject="people.batch").order_by("id"))
    assert [line.verb for line in lines] == ["people.batch_checked", "people.batch_accepted", "people.batch_undone"]
    for line in lines:
        assert line.details["rows_kept"] == 3 and len(line.details["file_sha256"]) == 64
        assert HEAD["nik"] not in str(line.details) and "Budi" not in str(line.details)


def test_the_tally_counts_each_rt(places):
    rows = [
        *FAMILY,
        numbered(7, rt="4", tanggal_lahir="1/1/2024", nik=""),
        numbered(8, rt="4", tanggal_lahir="1/7/1966", nik=""),
    ]
    accept(check(places.desa, rows))
    melati, mawar = Tally.objects.get(rt=places.melati), Tally.objects.get(rt=places.mawar)
    assert (melati.households, melati.people, melati.male, melati.female, melati.school_age) == (1, 3, 2, 1, 1)
    assert (mawar.households, mawar.people, mawar.under_five, mawar.elderly, mawar.without_nik) == (2, 2, 1, 1, 2)


# The workbook to mend.


def _taken_home(batch):
    with batches.report(batch=batch, by=BY) as held:
        return CalamineWorkbook.from_object(io.BytesIO(held.read()))


def test_the_mended_workbook_comes_back_and_fits(places):
    rows = [
        HEAD,
        WIFE | {"jenis_kelamin": "?"},
        CHILD | {"nik": "640290010115000"},
        *[numbered(n) for n in range(20, 40)],
    ]
    batch = check(places.desa, rows)
    sheets = _taken_home(batch)
    assert sheets.sheet_names == ["Petunjuk", "Perbaikan", "Perlu dilihat", "Ringkasan"]
    assert "langsung di lembar itu" in str(sheets.get_sheet_by_index(0).to_python())
    title, *refused = sheets.get_sheet_by_index(1).to_python()
    assert title[-4:] == ["Masalah", "Yang perlu dilakukan", "Lembar semula", "Baris semula"]
    assert [(row[title.index("nama")], row[-1]) for row in refused] == [("Sari Rekaan", 3.0), ("Joko Rekaan", 4.0)]
    assert "jenis_kelamin" in refused[0][-4] and refused[0][title.index("nik")] == WIFE["nik"]
    accept(batch)
    mended = [dict(zip(title, row, strict=True)) for row in refused]
    mended[0]["jenis_kelamin"], mended[1]["nik"] = "P", CHILD["nik"]
    again = check(places.desa, xlsx_of(mended, sheet="Perbaikan"))
    assert (again.rows_read, again.rows_refused) == (2, 0)
    accept(again)
    assert Household.objects.filter(stays__person__name="Budi Rekaan").get().stays.count() == 3


def test_the_report_names_each_warned_row(places):
    batch = check(places.desa, [HEAD | {"agama": "entah"}])
    sheets = _taken_home(batch)
    _, row = sheets.get_sheet_by_index(2).to_python()
    assert row[:3] == ["warga.csv", 2.0, "agama"] and "entah" in row[3]


OWN = {"Blok": "B-7", "Catatan Pak RT": "rumah biru"}


def _to_mend(batch):
    title, *rows = _taken_home(batch).get_sheet_by_name("Perbaikan").to_python()
    return [dict(zip(title, row, strict=True)) for row in rows]


def test_a_stopped_batch_takes_home_every_row_with_a_problem_and_loses_nothing_of_the_user(places):
    rows = [numbered(n, nama="") | OWN for n in range(2, 10)]
    rows += [numbered(20, agama="entah") | OWN, CHILD | OWN, HEAD | {"no_kk": "6402901203100055"} | OWN]
    batch = check(places.desa, xlsx_of(rows, sheet="Data RT 3"), layout="rukun")
    assert batch.state == "stopped"
    found = _to_mend(batch)
    assert [row["Baris semula"] for row in found] == [*range(2, 10), 10, 11]
    assert {row["Lembar semula"] for row in found} == {"Data RT 3"}
    assert all(row | OWN == row for row in found)
    assert [row["nik"] for row in found] == [row["nik"] for row in rows[:10]]
    assert "entah" in found[8]["Masalah"]
    told = str(_taken_home(batch).get_sheet_by_index(0).to_python())
    assert "Perbaiki di berkas asli" in told
    assert "Blok, Catatan Pak RT" in told


def test_the_cells_of_rows_without_a_problem_are_not_kept(places):
    batch = check(places.desa, [*[numbered(n, nama="") for n in range(2, 10)], *FAMILY])
    assert batch.state == "stopped"
    kept = BatchRow.objects.filter(batch=batch, original__isnull=False)
    assert set(kept.values_list("number", flat=True)) == set(range(2, 10))
    assert numbered(2)["nik"].encode() not in bytes(kept.get(number=2).original), "and they are sealed"


def test_own_columns_go_round_with_the_workbook_and_ours_do_not_pile_up(places):
    rows = [numbered(n) | OWN for n in range(20, 40)] + [numbered(2, jenis_kelamin="?") | OWN]
    first = _to_mend(check(places.desa, xlsx_of(rows)))
    second = _to_mend(check(places.desa, xlsx_of(first, sheet="Perbaikan")))
    assert [row["Blok"] for row in second] == ["B-7"]
    assert list(second[0]) == list(first[0])


# Bad files: a letter, and nothing is stored.


def macro():
    return repacked(xlsx_of([HEAD]), **{"xl__vbaProject.bin": b"x"})


def too_big():
    return b"PK\x03\x04" + b"\0" * (40 * MEGABYTE + 1)


BAD_FILES = {
    "sheet.empty": lambda: b"  \n",
    "sheet.too_big": too_big,
    "sheet.damaged": lambda: xlsx_of([HEAD])[:-200],
    "sheet.old_xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "sheet.password": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    ),
    "sheet.wrong_kind": lambda: b"%PDF-1.7 contoh",
    "sheet.header_missing": lambda: b"kolom,lain\n1,2\n",
    "people.batch_without_rows": lambda: csv_of([]),
    "people.batch_too_large": lambda: csv_of([numbered(1), numbered(2), numbered(3)]),
}


@pytest.mark.parametrize("code", BAD_FILES)
def test_a_bad_file_is_answered_by_a_letter_and_nothing_is_stored(places, code):
    before = (Batch.objects.count(), BatchRow.objects.count(), Line.objects.count())
    with pytest.raises(Problem) as raised, transaction.atomic():
        check(places.desa, BAD_FILES[code](), row_limit=2)
    assert raised.value.code == code
    assert "…" not in spoken(raised.value).what
    assert (Batch.objects.count(), BatchRow.objects.count(), Line.objects.count()) == before


def test_a_macro_is_not_run_and_the_cells_are_read(places):
    assert check(places.desa, macro()).rows_kept == 1


def test_an_area_without_rt_is_told_so(places):
    empty = make_area("desa", places.other_kecamatan, "Desa Kosong", "64.02.91.2009", kind="desa")
    with pytest.raises(Problem, match="batch_area_without_rt"), transaction.atomic():
        check(empty, [HEAD])


def test_a_number_kept_as_a_number_loses_no_digit_unseen(places):
    """Sixteen digits in a number cell: fifteen are exact, the last is doubtful; beyond exactness the row is refused."""
    rows = [HEAD | {"nik": 6402901708800010}, numbered(2) | {"nik": 9201011708800001}]
    batch = check(places.desa, xlsx_of(rows))
    assert codes_of(batch)["sheet.last_digit_doubtful"] == 1
    assert batch.rows_refused == 1


def test_formulas_and_merged_cells_do_not_slip_in(places):
    def merged(workbook, worksheet):
        worksheet.merge_range("A2:A4", "003")

    data = xlsx_of([{"rt": "", **{k: v for k, v in row.items() if k != "rt"}} for row in FAMILY], before=merged)
    batch = check(places.desa, data)
    assert codes_of(batch)["row.rt_missing"] >= 2
    formula = xlsx_of([HEAD | {"nama": "=A1"}])
    assert check(places.desa, formula).rows_read == 1


def test_a_thousand_rows_cost_a_fixed_number_of_queries(places, django_assert_max_num_queries):
    rows = [numbered(serial) for serial in range(1, 1001)]
    with django_assert_max_num_queries(60):
        batch = check(places.desa, rows)
    with django_assert_max_num_queries(50):
        accept(batch)
    assert Person.objects.count() == 1000


def test_the_web_role_may_ask_the_narrow_window_but_learns_no_person(places):
    accept(check(places.desa, FAMILY))
    with connection.cursor() as cursor:
        cursor.execute("select * from people_numbers_held('nik', array(select index from people_secret))")
        assert [column.name for column in cursor.description] == ["index", "path"]
        assert len(cursor.fetchall()) == 3
