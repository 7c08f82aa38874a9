"""One sealed file carries a whole installation to another machine, and whatever goes wrong changes nothing there.

Each command runs in a process of its own, on scratch databases of the tests' server; the second machine has other keys.
"""

from __future__ import annotations

import json
import stat

import pytest
from tests.rooms.people.workbooks import FAMILY, csv_of, numbered
from tests.rooms.site.machines import Machine, new_keys

PASSPHRASE = "kayu-ulin-di-hulu"
NIK = FAMILY[0]["nik"]
FILL = """
import os, sys, django
os.environ["RUKUN_AS"] = "owner"
django.setup()
from rukun.site.__main__ import main
from rukun.site.commands import up
up.prepare()
folder = sys.argv[1]
for words in (
    ["import", "codes", "--kabupaten", "64.74", "--since", "2024-01-01"],
    ["user", "pengelola", "--create", "--role", "administrator", "--full-name", "Wulan Peraga"],
    ["import", "register", folder + "/rt.csv", "--basis", "SK rekaan 1/2026", "--since", "2024-01-01"],
    ["import", "people", folder + "/warga.csv", "--area", "64.74.01.1001"],
    ["classify"],
):
    assert main(words) == 0, words
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cadangan")
    (folder / "sandi").write_text(PASSPHRASE + "\n")
    (folder / "sandi-salah").write_text("bukan-itu")
    (folder / "rt.csv").write_text("kode_desa,rt\n64.74.01.1001,3\n64.74.01.1001,4\n")
    (folder / "warga.csv").write_bytes(csv_of([*FAMILY, *(numbered(n, rt="4") for n in range(20, 40))]))
    return folder


@pytest.fixture(scope="module")
def first(folder):
    """A machine with a small real-looking town in it."""
    machine = Machine.empty("a", new_keys(folder / "kunci-a.json"))
    filled = machine.run(folder, code=FILL)
    assert filled.returncode == 0, filled.stderr[-3000:]
    yield machine
    machine.drop()


@pytest.fixture(scope="module")
def backup(first, folder):
    file = folder / "rukun.cadangan"
    ran = first.run("backup", file, "--passphrase-file", folder / "sandi", "--json")
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert json.loads(ran.stdout)["bytes"] == file.stat().st_size
    return file


@pytest.fixture
def second(folder):
    """A new machine with an empty database and other keys."""
    machine = Machine.empty("b", new_keys(folder / "kunci-b.json"))
    yield machine
    machine.drop()


def restore(machine, file, folder, *words, passphrase="sandi"):
    return machine.run("restore", file, "--passphrase-file", folder / passphrase, "--json", *words)


def test_a_backup_is_for_its_owner_and_tells_nothing(backup):
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    held = backup.read_bytes()
    told = [NIK, NIK[:12], "Rekaan", "people_person", "CREATE TABLE", "vault"]
    assert [word for word in told if word.encode() in held] == []
    assert not backup.with_name(backup.name + ".sebagian").exists()


def test_everything_comes_back_on_another_machine(first, second, backup, folder):
    keys = json.loads(second.key_file.read_text())
    ran = restore(second, backup, folder)
    assert ran.returncode == 0, ran.stderr[-3000:]
    there = second.content()
    assert there == first.content()
    assert there["people_person"][0] == 23
    assert there["people_secret"][0] > 20
    found = second.run(
        "shell", "--everything", "--run",
        "from rukun.people.actions import secrets; "
        f"print(secrets.reveal(holder=Person.objects.get(name={FAMILY[0]['nama']!r}), reason='uji pengembalian cadangan', by='uji'))",
    )  # fmt: skip
    assert found.stdout.strip() == NIK, found.stderr[-2000:]
    own = json.loads(second.key_file.read_text())
    assert (own["web"], own["database"]) == (keys["web"], keys["database"])
    assert own["vault"] != keys["vault"]
    assert stat.S_IMODE(second.key_file.stat().st_mode) == 0o600
    checked = second.run("verify", "--json")
    codes = {each["code"] for each in json.loads(checked.stdout)["findings"]}
    assert codes <= {"accounts.check_second_factor"}, checked.stdout


def test_everything_comes_back_under_another_owner(first, elsewhere, backup, folder):
    """The office's server knows neither our owner's name nor our web role's; its walls stand all the same."""
    ran = restore(elsewhere, backup, folder)
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert elsewhere.content() == first.content()
    with elsewhere.held.connect() as link:
        owners = "select distinct tableowner from pg_tables where schemaname = 'public'"
        walls = "select distinct unnest(roles) from pg_policies where policyname like '%\\_owner'"
        assert [link.execute(each).fetchall() for each in (owners, walls)] == [[(elsewhere.held.user,)]] * 2
    checked = elsewhere.run("verify", "--json")
    codes = {each["code"] for each in json.loads(checked.stdout)["findings"]}
    assert codes <= {"accounts.check_second_factor"}, checked.stdout
    again = elsewhere.run("backup", folder / "dari-sana", "--passphrase-file", folder / "sandi", "--json")
    assert again.returncode == 0, again.stderr[-3000:]
    assert restore(elsewhere, folder / "dari-sana", folder, "--replace").returncode == 0
    assert elsewhere.content() == first.content()


@pytest.mark.parametrize("fault", ["passphrase", "cut", "changed", "foreign", "gone"])
def test_a_file_that_does_not_open_changes_nothing(first, backup, folder, fault):
    held = backup.read_bytes()
    contents = {"cut": held[:-30], "changed": held[:-400] + bytes([held[-400] ^ 1]) + held[-399:], "foreign": b"%PDF"}
    file = folder / f"rusak-{fault}"
    if fault != "gone":
        file.write_bytes(contents.get(fault, held))
    before, keys = first.content(), first.key_file.read_text()
    ran = restore(first, file, folder, "--replace", passphrase="sandi-salah" if fault == "passphrase" else "sandi")
    problems = {
        "passphrase": "site.backup_passphrase",
        "foreign": "site.backup_unreadable",
        "gone": "site.file_unreadable",
    }
    assert ran.returncode == 1
    assert json.loads(ran.stdout)["problem"] == problems.get(fault, "site.backup_cut")
    assert (first.content(), first.key_file.read_text()) == (before, keys)


def test_a_full_database_is_not_overwritten_by_accident(first, backup, folder):
    before = first.content()
    ran = restore(first, backup, folder)
    assert (ran.returncode, json.loads(ran.stdout)["problem"]) == (1, "site.restore_not_empty")
    assert first.content() == before


def test_with_replace_the_backup_takes_the_place_of_what_was(first, backup, folder):
    before = first.content()
    made = first.run("user", "kemudian", "--create", "--role", "dpo", "--full-name", "Orang Kemudian")
    assert made.returncode == 0, made.stderr
    assert first.content() != before
    ran = restore(first, backup, folder, "--replace")
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert first.content() == before


def test_when_the_tables_cannot_be_put_back_those_that_were_stay(first, backup, folder):
    """Somebody holds a table, or the disk is full: the old content is there until the new one is whole."""
    before, keys = first.content(), first.key_file.read_text()
    with first.held.connect() as link:
        link.execute("lock table audit_line in access share mode")
        ran = restore(first, backup, folder, "--replace")
        assert (ran.returncode, json.loads(ran.stdout)["problem"]) == (1, "site.tool_failed")
        assert "lock timeout" in ran.stderr
    assert (first.content(), first.key_file.read_text()) == (before, keys)


def test_without_a_passphrase_nothing_is_written(first, folder):
    ran = first.run("backup", folder / "tanpa-sandi")
    assert ran.returncode == 1
    assert not (folder / "tanpa-sandi").exists()
