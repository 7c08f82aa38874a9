"""export, classify, user, and the door itself: what is written out, who is told what, and how a command ends."""

from __future__ import annotations

import csv
import re
import stat

import openpyxl
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.people.workbooks import FAMILY, csv_of, numbered
from tests.rooms.poverty.kitchens import BETTER, POOR, make_kitchen

from rukun.accounts.models import User
from rukun.audit.models import Line
from rukun.people.models import Person, Stay
from rukun.poverty.models import Standing
from rukun.site.commands import COMMANDS, listing

REASON = "rapat desa bulan ini"
NUMBERS = [row["nik"] for row in FAMILY] + ["6402901203100004"]


@pytest.fixture
def filled(rukun, places, tmp_path):
    """Three relatives and five single people in RT 003, by the gate."""
    file = tmp_path / "warga.csv"
    file.write_bytes(
        csv_of([{**row, "status_kawin": "Kawin"} for row in (*FAMILY, *(numbered(n) for n in range(100, 105)))])
    )
    assert rukun("import", "people", file, "--area", "64.02.90.2001").code == 0
    return places


def table_of(path):
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.parametrize("name", ["warga.keluar.csv", "warga.xlsx"])
def test_people_go_out_by_name_and_it_is_written_down(rukun, filled, tmp_path, name):
    file = tmp_path / name
    said = rukun("export", "people", file, "--area", "64.02.90.2001/003", "--reason", REASON, "--json")
    assert said.code == 0, said.err
    rows = table_of(file)
    assert said.told["rows"] == len(rows) == Stay.objects.filter(until__isnull=True).count() == 8
    assert {row["Nama"] for row in rows} == set(Person.objects.values_list("name", flat=True))
    assert {row["RT"] for row in rows} == {"RT 003 Melati"}
    assert {row["Hubungan"] for row in rows} >= {"Kepala keluarga", "Istri", "Anak"}
    assert {row["Status kawin"] for row in rows} == {"Kawin"}
    line = Line.objects.get(verb="people.names_exported")
    assert (line.details["reason"], line.details["rows"], line.path) == (REASON, 8, filled.melati.path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    text = " ".join(str(cell) for row in rows for cell in row.values())
    assert not any(number in text for number in NUMBERS)
    assert not re.search(r"\d{16}", text)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("people", "a.csv"), "people.reason_missing"),
        (("people", "a.csv", "--reason", "cek 6402901708800001 di rapat desa"), "people.reason_has_number"),
        (("people", "a.pdf", "--reason", REASON), "site.export_form"),
        (("people", "tiada/a.csv", "--reason", REASON), "site.file_trouble"),
    ],
)
def test_names_stay_where_they_are_without_a_good_reason(rukun, filled, tmp_path, words, code):
    what, name, *rest = words
    said = rukun("export", what, tmp_path / name, "--area", "64.02", "--json", *rest)
    assert (said.code, said.told["problem"]) == (1, code)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("a.")]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 6), st.integers(0, 3))
def test_as_many_rows_go_out_as_people_live_there(rukun, tmp_path_factory, places, here, there):
    with transaction.atomic():
        for rt, size in ((places.melati, here), (places.mawar, there)):
            if size:
                make_kitchen(rt, ages=(30,) * size)
        file = tmp_path_factory.mktemp("keluar") / "warga.csv"
        said = rukun("export", "people", file, "--area", "64.02.90.2001", "--reason", REASON, "--json")
        assert said.told["rows"] == len(table_of(file)) == here + there
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", ["jumlah.csv", "jumlah.xlsx"])
def test_figures_are_one_row_an_rt_and_small_counts_are_marked(rukun, filled, tmp_path, name):
    said = rukun("export", "figures", tmp_path / name, "--area", "64.02", "--json")
    rows = {row["RT"]: row for row in table_of(tmp_path / name)}
    assert said.told["rows"] == len(rows) == 3
    assert int(rows["RT 003 Melati"]["Warga"]) == 8
    assert "jangan diterbitkan" in rows["RT 003 Melati"]["Catatan"]
    assert not rows["RT 001 Kenanga"]["Catatan"]
    assert said.told["small_counts"] == 1
    words = rukun("export", "figures", tmp_path / name, "--area", "64.02").out
    assert "jangan diterbitkan" in words
    assert not Line.objects.filter(verb="people.names_exported").exists()


def test_classify_judges_and_says_how_many(rukun, places):
    make_kitchen(places.melati, POOR)
    make_kitchen(places.mawar, BETTER)
    said = rukun("classify", "--area", "64.02.90.2001/003", "--json")
    assert said.code == 0
    assert (said.told["households"], said.told["changed"], said.told["poor"]) == (1, 1, 1)
    said = rukun("classify", "--json")
    assert (said.told["households"], said.told["changed"]) == (2, 1)
    assert Standing.objects.count() == said.told["poor"] + said.told["not_poor"] + said.told["cannot_be_said"]
    assert "2 rumah tangga dinilai, 0 putusan baru" in rukun("classify").out


def test_a_user_is_made_shown_and_given_a_new_code(rukun, places):
    words = ("user", "ketua-baru", "--create", "--role", "rt_head", "--full-name", "Rekaan Baru")
    made = rukun(*words, "--area", "64.02.90.2001/003", "--basis", "SK 1", "--json")
    assert made.code == 0, made.err
    assert User.objects.get(username="ketua-baru").check_password(made.told["code"])
    shown = rukun("user", "ketua-baru")
    assert "Ketua RT, RT 003 Melati, sejak" in shown.out
    assert made.told["code"] not in shown.out
    again = rukun("user", "ketua-baru", "--reset", "--json").told["code"]
    user = User.objects.get(username="ketua-baru")
    assert (user.check_password(again), user.check_password(made.told["code"])) == (True, False)
    assert Line.objects.filter(verb="users.password_reset", actor="perintah:user").count() == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("tidak-ada",), "site.user_unknown"),
        (("baru", "--create", "--role", "rt_head"), "site.user_incomplete"),
        (("baru", "--create", "--role", "rt_head", "--full-name", "Rekaan"), "accounts.wrong_level"),
    ],
)
def test_a_user_that_cannot_be_is_a_letter(rukun, places, words, code):
    said = rukun("user", *words, "--json")
    assert (said.code, said.told["problem"]) == (1, code)
    assert not User.objects.exists()


@pytest.mark.parametrize("words", [(), ("--help",), ("-h",), ("help",)])
def test_the_door_lists_every_command(rukun, words):
    said = rukun(*words)
    assert (said.code, said.out.strip()) == (0, listing().strip())


def test_an_unknown_command_ends_with_two(rukun):
    said = rukun("terbang")
    assert said.code == 2
    assert "'terbang' tidak ada" in said.err
    assert "backup" in said.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(rukun, name):
    said = rukun(name, "--help")
    assert said.code == 0
    assert COMMANDS[name].said in " ".join(said.out.split())
    assert not {"usage:", "options:", "positional", "show this"} & set(said.out.split(" "))
    assert said.out.startswith(f"Pakai: ./rukun {name}")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("verify", "--terbang"), "tidak dikenal: --terbang"),
        (("import",), "yang masih kurang"),
        (("import", "people", "a.csv"), "yang masih kurang: --area"),
        (("import", "register", "a.csv", "--since", "kemarin"), "bukan tanggal"),
        (("export", "rahasia", "a.csv", "--area", "64"), "tidak dikenal: 'rahasia'"),
        (("user", "a", "--reset", "--create"), "tidak bersama"),
    ],
)
def test_wrong_words_end_with_two_and_say_what_is_wrong(rukun, words, told):
    said = rukun(*words)
    assert said.code == 2
    assert told in said.err
    assert "--help" in said.err
