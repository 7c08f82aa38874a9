"""import: what comes in, what is refused, what a dry run leaves behind, and an installation begun by commands alone."""

from __future__ import annotations

import json
import stat

import openpyxl
import pytest
from tests.rooms.people.workbooks import CHILD, FAMILY, csv_of, numbered

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.people.models import Batch, BatchRow, Person
from rukun.territory import queries as territory
from rukun.territory.models import Area, Boundary, Edition, Installation
from rukun.walls import scope

BROKEN = CHILD | {"nama": "Tono Rekaan", "nik": "123", "hubungan": "anak"}


@pytest.fixture
def brought(tmp_path):
    """A file of rows, as a person would bring it."""

    def write(rows, name="warga.csv"):
        path = tmp_path / name
        path.write_bytes(csv_of(rows) if isinstance(rows, list) else rows)
        return path

    return write


@pytest.mark.parametrize("area", ["64.02.90.2001", "6402902001", "64.02.90.2001/003", "64.02.90.2001/3", "#{melati}"])
def test_people_come_in(rukun, places, brought, area):
    area = area.format(melati=places.melati.id)
    said = rukun("import", "people", brought(FAMILY), "--area", area, "--json")
    assert said.code == 0, said.err
    assert {name: said.told[name] for name in ("read", "kept", "refused", "warned")} == {
        "read": 3, "kept": 3, "refused": 0, "warned": said.told["warned"],
    }  # fmt: skip
    assert set(Person.objects.values_list("name", "rt")) == {(row["nama"], places.melati.id) for row in FAMILY}
    assert Line.objects.filter(verb="people.batch_accepted", actor="perintah:import").count() == 1
    assert "6402901708800001" not in said.out + said.err


def test_counts_are_told_in_words(rukun, places, brought):
    rows = [*FAMILY, *(numbered(n) for n in range(100, 160)), BROKEN]
    said = rukun("import", "people", brought(rows), "--area", "64.02.90.2001")
    assert said.code == 0
    assert "64 dibaca, 63 dapat disimpan, 1 ditolak" in said.out
    assert "Memeriksa warga.csv" in said.err
    assert "--report" in said.out


def test_a_dry_run_leaves_nothing_but_its_line(rukun, places, brought, tmp_path):
    report = tmp_path / "hasil.xlsx"
    rows = [*FAMILY, *(numbered(n) for n in range(100, 160)), BROKEN]
    words = ("import", "people", brought(rows), "--area", "64.02.90", "--dry-run", "--report", report, "--json")
    said = rukun(*words)
    assert said.code == 0
    assert (said.told["state"], said.told["refused"]) == ("discarded", 1)
    assert (Person.objects.count(), BatchRow.objects.count()) == (0, 0)
    assert Batch.objects.get().state == "discarded"
    assert {*Line.objects.values_list("verb", flat=True)} >= {"people.batch_checked", "people.batch_report_taken"}
    sheet = openpyxl.load_workbook(report).worksheets[1]
    titles = [cell.value for cell in sheet[1]]
    assert sheet.max_row == 2
    assert sheet.cell(2, titles.index("nama") + 1).value == "Tono Rekaan"
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_too_many_broken_rows_stop_the_whole(rukun, places, brought):
    rows = [BROKEN | {"nama": f"Salah Rekaan {n}"} for n in range(40)]
    said = rukun("import", "people", brought([*FAMILY, *rows]), "--area", "64.02.90.2001", "--json")
    assert said.code == 1
    assert (said.told["ok"], said.told["refused"]) == (False, 40)
    assert (Person.objects.count(), BatchRow.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("content", "area", "code"),
    [
        (b"%PDF-1.7 rekaan", "64.02.90.2001", "sheet."),
        (b"satu,dua\n1,2\n", "64.02.90.2001", "sheet.header_missing"),
        (FAMILY, "64.02.99", "site.area_unknown"),
        (FAMILY, "#99999999", "site.area_unknown"),
        (FAMILY, "#satu", "site.area_unknown"),
        (FAMILY, "64.02.90.2001/077", "site.area_unknown"),
        (FAMILY, "64.02.91", ""),
    ],
)
def test_what_cannot_be_done_is_a_letter(rukun, places, brought, content, area, code):
    said = rukun("import", "people", brought(content), "--area", area, "--json")
    assert said.code == 1
    assert "→" in said.err or said.told["refused"]
    assert said.told.get("problem", "").startswith(code)
    assert "Traceback" not in said.err
    assert not Person.objects.exists()


def test_a_file_that_is_not_there_is_a_letter(rukun, places, tmp_path):
    said = rukun("import", "people", tmp_path / "tidak-ada.csv", "--area", "64.02", "--json")
    assert (said.code, said.told["problem"]) == (1, "site.file_unreadable")


def test_two_rt_of_one_number_are_asked_about(rukun, places, brought):
    from tests.rooms.conftest import make_area

    dusun = make_area("dusun", places.desa, "Dusun Rekaan")
    make_area("rt", dusun, "RT 003", number="003")
    said = rukun("import", "people", brought(FAMILY), "--area", "64.02.90.2001/003", "--json")
    assert (said.code, said.told["problem"]) == (1, "site.area_unclear")
    assert f"#{places.melati.id}" in said.err


def test_an_empty_installation_begins_with_commands_alone(rukun, db, brought):
    said = rukun("import", "codes", "--json")
    assert (said.code, said.told["problem"]) == (1, "site.kabupaten_missing")
    assert rukun("import", "codes", "--kabupaten", "64.02", "--dry-run", "--json").told["fresh"] > 200
    assert not Installation.objects.exists()
    assert rukun("import", "codes", "--kabupaten", "64.02", "--since", "2024-01-01").code == 0
    desa = Edition.objects.filter(area__level="desa").order_by("code").first()
    register = brought(f"kode_desa,rt,rw\n{desa.code},1,2\n{desa.code},2,2\n".encode(), "rt.csv")
    said = rukun("import", "register", register, "--basis", "SK rekaan 1/2026", "--json")
    assert (said.code, said.told["kept"], said.told["known"]) == (0, 2, 0)
    again = rukun("import", "register", register, "--basis", "SK rekaan 1/2026", "--json")
    assert (again.told["kept"], again.told["known"]) == (0, 2)
    made = ("user", "pengelola", "--create", "--role", "administrator", "--full-name", "Wulan Peraga", "--json")
    assert rukun(*made).told["offices"][0]["role"] == "administrator"
    people = [{**row, "rt": str(1 + number % 2)} for number, row in enumerate(FAMILY[:1])]
    said = rukun("import", "people", brought(people), "--area", f"{desa.code}/001", "--json")
    assert (said.code, said.told["kept"]) == (0, 1), said.err


def test_a_newer_list_of_codes_is_held_against_ours(rukun, places, brought):
    rows = [
        ("64.02", "KAB. KUTAI KARTANEGARA"), ("64.02.90", "Contoh Hulu"), ("64.02.90.2001", "Sumber Rekaan Baru"),
        ("64.02.91", "Contoh Hilir"), ("64.02.91.2001", "Muara Rekaan"), ("64.02.91.2002", "Tanjung Rekaan"),
    ]  # fmt: skip
    file = brought(("kode,nama\n" + "\n".join(f"{code},{name}" for code, name in rows)).encode(), "kode.csv")
    dry = rukun("import", "codes", file, "--dry-run", "--json")
    assert (dry.told["fresh"], dry.told["revised"]) == (1, 1 + dry.told["revised"] - 1)
    assert not Edition.objects.filter(name="Tanjung Rekaan").exists()
    assert rukun("import", "codes", file, "--json").told["problem"] == "site.basis_missing"
    assert rukun("import", "codes", file, "--basis", "Kepmendagri rekaan").code == 0
    assert Edition.objects.filter(name="Tanjung Rekaan", code="64.02.91.2002").exists()


def test_a_register_with_errors_brings_nothing(rukun, places, brought):
    file = brought(b"kode_desa,rt\n64.02.90.2001,9\n64.02.90.7777,1\n", "rt.csv")
    said = rukun("import", "register", file, "--basis", "SK rekaan", "--json")
    assert (said.code, said.told["ok"], said.told["refused"]) == (1, False, 1)
    assert "baris 3" in said.err
    assert not Edition.objects.filter(number="009").exists()


def test_borders_come_in(rukun, places, brought):
    square = [[[116.0, -0.5], [116.1, -0.5], [116.1, -0.4], [116.0, -0.4], [116.0, -0.5]]]
    shape = {
        "type": "Feature",
        "properties": {"kode": "64.02.90.2001"},
        "geometry": {"type": "Polygon", "coordinates": square},
    }
    file = brought(json.dumps({"type": "FeatureCollection", "features": [shape]}).encode(), "batas.geojson")
    words = ("import", "boundaries", file, "--level", "desa", "--source", "Peta rekaan", "--json")
    assert rukun(*words, "--dry-run").told["kept"] == 1
    assert not Boundary.objects.exists()
    said = rukun(*words)
    assert (said.code, said.told["kept"], said.told["without"]) == (0, 1, 1)
    assert Boundary.objects.get().area_id == places.desa.id
    assert Area.objects.get(pk=places.desa.id).path == territory.path_of(places.desa.id)


def test_the_scope_of_a_command_ends_with_it(rukun, places, brought):
    with scope.within([]):
        rukun("import", "people", brought(FAMILY), "--area", "64.02.90.2001")
        assert not Person.objects.exists()
    assert Person.objects.count() == 3
    assert today() == Batch.objects.get().on


@pytest.mark.parametrize(("rows", "is_owner"), [(10, False), (70_000, True)])
def test_only_a_very_large_file_comes_in_as_the_owner(rukun, places, brought, monkeypatch, settings, rows, is_owner):
    became = []
    monkeypatch.setattr("rukun.site.postgres.enter_as", lambda _link, address: became.append(address))
    monkeypatch.setattr("rukun.people.actions.batches.check", _stopping)
    row = "003,Orang Rekaan,L,17/08/1980,Jalan Contoh nomor 12 di tepi sungai\n"
    file = brought(("rt,nama,jenis_kelamin,tanggal_lahir,alamat\n" + row * rows).encode())
    assert (
        rukun("import", "people", file, "--area", "64.02.90.2001/003", "--json").told["problem"] == "site.file_missing"
    )
    assert became == ([settings.OWNER] if is_owner else [])


def _stopping(**_words):
    raise Problem("site.file_missing")
