"""The register of RT: everything or nothing, each fault with its row."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.territory.conftest import BY

from rukun.kit.problems import Problem
from rukun.kit.sheet import Column, Sheet, write_xlsx
from rukun.territory import queries
from rukun.territory.actions import registers
from rukun.territory.models import Area, Edition
from rukun.territory.queries import readings

SINCE = date(2021, 3, 1)
HEAD = "kode_desa,desa,dusun,rw,rt,nama,sejak,dasar\n"


def bring(text, within, since=SINCE):
    source = text if isinstance(text, bytes) else (HEAD + text).encode()
    return registers.bring(source=source, file="rt.csv", within=within, since=since, basis="SK 5/2021", by=BY)


def read(text, within):
    return readings.read_register((HEAD + text).encode(), "rt.csv", within=within, since=SINCE, basis="SK")


def test_rt_come_in_with_their_dusun_and_rw(places, sound):
    done = bring(
        "64.02.90.2001,,Dusun Satu,1,1,Anggrek,,\n"
        "6402902001,,Satu,01,2,,17/08/2022,SK 9/2022\n"
        ",Muara Rekaan,,,7,,,\n"
        ",desa muara rekaan,Hilir,,008,,,\n",
        places.kabupaten.path,
    )
    assert (done.read, len(done.rows), done.known, done.remarks) == (4, 4, 0, ())
    labels = [queries.place(row.area_id, on=date(2023, 1, 1)).way for row in _new_rts()]
    assert [[step.label for step in way[2:]] for way in labels] == [
        ["Desa Sumber Rekaan", "Dusun Satu", "RW 001", "RT 001 Anggrek"],
        ["Desa Sumber Rekaan", "Dusun Satu", "RW 001", "RT 002"],
        ["Desa Muara Rekaan", "RT 007"],
        ["Desa Muara Rekaan", "Dusun Hilir", "RT 008"],
    ]
    second = Edition.objects.get(name="RT 002")
    assert (second.since, second.basis) == (date(2022, 8, 17), "SK 9/2022")
    assert sound() == ()


def _new_rts():
    return Edition.objects.filter(area__level="rt", since__gte=SINCE).order_by("area")


def test_who_is_there_already_is_counted_and_left_alone(places):
    bring("64.02.90.2001,,Satu,1,1,Anggrek,,\n", places.desa.path)
    before = Area.objects.count()
    done = bring("64.02.90.2001,,Satu,1,1,,,\n64.02.90.2001,,,,3,,,\n64.02.90.2001,,Satu,1,2,,,\n", places.desa.path)
    assert (done.known, len(done.rows)) == (2, 1)
    assert Area.objects.count() == before + 1


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("64.02.90.2999,,,,1,,,\n", "territory.desa_unknown", "desa"),
        (",Sumber Rekan,,,1,,,\n", "territory.desa_unknown", "desa"),
        (",,,,1,,,\n", "territory.desa_missing", "desa"),
        ("64.02.90.2001,,,,,,,x\n", "territory.rt_missing", "rt"),
        ("64.02.90.2001,,,,RT satu,,,\n", "cell.not_digits", "rt"),
        ("64.02.90.2001,,,,1234,,,\n", "territory.number_odd", "rt"),
        ("64.02.90.2001,,,,0,,,\n", "territory.number_odd", "rt"),
        ("64.02.90.2001,,,,1,,31/02/2022,\n", "cell.date_impossible", "sejak"),
        ("64.02.90.2001,,,,1,,01/01/1999,\n", "territory.before_desa", "sejak"),
    ],
)
def test_each_fault_is_told_with_its_row_and_nothing_comes_in(places, row, code, column):
    text = "64.02.91.2001,,,,5,,,\n" + row
    [remark] = read(text, places.kabupaten.path).remarks
    assert (remark.row, remark.column, remark.finding.code) == (3, column, code)
    before = Area.objects.count()
    with pytest.raises(Problem) as caught, transaction.atomic():
        bring(text, places.kabupaten.path)
    assert caught.value.code == "territory.register_has_errors"
    assert Area.objects.count() == before


def test_the_nearest_desa_is_named(places):
    [remark] = read(",Sumber Rekan,,,1,,,\n", places.kabupaten.path).remarks
    assert remark.finding.details["nearest"] == "Sumber Rekaan"


def test_the_same_rt_twice_is_found(places):
    [remark] = read("64.02.90.2001,,,,7,,,\n64.02.90.2001,,,,RT 007,,,\n", places.desa.path).remarks
    assert (remark.finding.code, remark.row, remark.finding.details["first"]) == ("territory.rt_twice", 3, 2)


def test_within_one_desa_its_name_may_be_left_out_and_others_are_unknown(places):
    assert len(bring(",,,,7,,,\n", places.desa.path).rows) == 1
    [remark] = read("64.02.91.2001,,,,9,,,\n", places.desa.path).remarks
    assert remark.finding.code == "territory.desa_unknown"


def test_a_workbook_comes_in_like_a_csv(places):
    out = io.BytesIO()
    columns = [Column("Kode Desa", kind="text"), Column("RT", kind="text")]
    write_xlsx([Sheet("RT", columns, [["64.02.90.2001", "010"], ["64.02.90.2001", "011"]])], out)
    assert len(bring(out.getvalue(), places.desa.path).rows) == 2


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(
        st.tuples(
            st.sampled_from(["64.02.90.2001", "64.02.91.2001"]),
            st.sampled_from(["", "Satu", "Dua"]),
            st.sampled_from(["", "1", "02"]),
            st.integers(1, 30),
        ),
        min_size=1,
        max_size=25,
    )
)
def test_in_known_and_refused_always_add_up(places, sound, rows):
    point = transaction.savepoint()
    try:
        text = "".join(f"{desa},,{dusun},{rw},{rt},,,\n" for desa, dusun, rw, rt in rows)
        register = read(text, places.kabupaten.path)
        assert len(register.rows) + register.known + register.errors == register.read == len(rows)
        if not register.errors:
            before = queries.counts(places.kabupaten.path, on=SINCE)["rt"]
            bring(text, places.kabupaten.path)
            assert queries.counts(places.kabupaten.path, on=SINCE)["rt"] == before + len(register.rows)
            assert bring(text, places.kabupaten.path).known == len(rows)
            assert sound() == ()
    finally:
        transaction.savepoint_rollback(point)
