"""The ground under the house: which server an address means, what makes it unfit, whose log may tell of people."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import ROOT
from tests.rooms.site.commanding import Said
from tests.rooms.site.machines import Machine
from tests.servers import MAKE, embedded_root

from rukun.kit.problems import Problem
from rukun.site import postgres
from rukun.site.commands import COMMANDS
from rukun.walls.server import QUIET

PREPARE = """
import os, django
os.environ["RUKUN_AS"] = "owner"
django.setup()
from django.conf import settings
from rukun.site import postgres
from rukun.site.commands import up
postgres.refuse_unfit(settings.OWNER)
up.prepare()
"""
ONE_BY_ONE = """
import contextlib, io, json, sys
from rukun.site.__main__ import main
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(words)
    print(json.dumps([words, code, out.getvalue(), err.getvalue()]))
"""
"""Several commands in one process: most of a command's time is spent on getting up."""
LOUD = {
    "log_min_error_statement": "error",
    "log_error_verbosity": "default",
    "log_statement": "mod",
    "log_min_duration_statement": "100",
    "log_min_duration_sample": "100",
    "log_transaction_sample_rate": "0.5",
    "log_parameter_max_length_on_error": "10",
    "debug_print_parse": "on",
    "debug_print_rewritten": "on",
    "debug_print_plan": "on",
}

SECRET = ["--passphrase-file", __file__]
WORDS = {
    "up": ["--empty"],
    "seed": ["--json"],
    "import": ["codes", "--json"],
    "export": ["figures", "angka.csv", "--area", "64.02", "--json"],
    "user": ["seseorang"],
    "backup": ["cadangan", *SECRET, "--json"],
    "restore": [__file__, *SECRET],
    "shell": ["--run", "print(Person.objects.count())"],
    "classify": ["--json"],
    "verify": ["--json"],
    "flags": ["--json"],
    "profile": ["--all", "--json"],
}
NOBODY_HOME = "postgresql://rukun:sandi-rahasia@127.0.0.1:1/rukun"


@pytest.mark.parametrize("role", ["owner", "app"])
def test_every_command_tells_of_a_server_that_is_down(tmp_path, role):
    names = [name for name, command in COMMANDS.items() if command.role == role]
    told = _said(
        _run(tmp_path, code=ONE_BY_ONE, words=[[name, *WORDS[name]] for name in names], DATABASE_URL=NOBODY_HOME)
    )
    assert list(told) == names
    for name, said in told.items():
        assert said.code == 1, name
        assert said.err.startswith("Basis data tidak dapat dihubungi.\nKata server: ")
        assert "→ Periksa apakah PostgreSQL menyala" in said.err and "sandi-rahasia" not in said.out + said.err
        if "--json" in WORDS[name]:
            assert said.told["problem"] == "site.database_down"
    assert list(tmp_path.glob("cadangan*")) == []


@pytest.mark.parametrize("url", ["rukun", "mysql://a:b@c/d", "postgresql://%zz@server/x", "postgresql://server/x"])
def test_an_address_that_cannot_be_read_is_a_letter(url):
    with pytest.raises(Problem) as told:
        postgres.address_from(url, "rukun")
    assert told.value.code == "site.database_url"


def test_an_address_that_cannot_be_read_is_told_before_the_house_stands(tmp_path):
    ran = _run(tmp_path, "verify", "--json", DATABASE_URL="mysql://a:sandi-rahasia@c/d")
    assert (ran.returncode, json.loads(ran.stdout)["problem"]) == (1, "site.database_url")
    assert ran.stderr.startswith("DATABASE_URL tidak terbaca.") and "sandi-rahasia" not in ran.stderr


def test_an_embedded_server_that_does_not_start_says_why(tmp_path):
    """Another version's data, a broken setting: the server's own last word is in the letter."""
    held = tmp_path / "var" / "basisdata"
    held.mkdir(parents=True)
    (held / "PG_VERSION").write_text("9\n")
    (held / "postgresql.conf").touch()
    ran = _run(tmp_path, "verify", "--json", RUKUN_VAR=str(tmp_path / "var"), DATABASE_URL="")
    told = json.loads(ran.stdout)
    assert (ran.returncode, told["problem"]) == (1, "site.embedded_down")
    assert "Traceback" not in ran.stderr


def test_a_folder_whose_name_is_too_long_for_a_socket_is_told(tmp_path):
    far = tmp_path / ("jauh" * 25)
    ran = _run(tmp_path, "verify", "--json", RUKUN_VAR=str(far), XDG_RUNTIME_DIR=str(far), DATABASE_URL="")
    assert (ran.returncode, json.loads(ran.stdout)["problem"]) == (1, "site.path_too_long")


def _run(folder: Path, *said: str, code: str = "", words: Any = (), **told: str) -> subprocess.CompletedProcess[str]:
    told = {"RUKUN_KEY_FILE": str(folder / "kunci.json"), "PYTHONPATH": str(ROOT / "src")} | told
    start = ["-c", code, json.dumps(words)] if code else ["-m", "rukun.site", *said]
    env = os.environ | told
    return subprocess.run([sys.executable, *start], cwd=folder, env=env, capture_output=True, text=True, timeout=120)


def _said(ran: subprocess.CompletedProcess[str]) -> dict[str, Said]:
    assert ran.returncode == 0, ran.stderr[-3000:]
    return {words[0]: Said(*said) for words, *said in map(json.loads, ran.stdout.splitlines())}


def test_an_address_says_what_postgresql_itself_reads():
    held = postgres.address_from("postgresql://nama:s%40ndi@[::1]:6432/warga?sslmode=verify-full&sslrootcert=/ca", "x")
    assert held == postgres.Address(
        "::1", "6432", "warga", "nama", "s@ndi", {"sslmode": "verify-full", "sslrootcert": "/ca"}
    )
    assert postgres.address_from("postgresql://nama@/?host=/soket", "rukun").database == "rukun"
    assert held.as_django()["OPTIONS"]["sslmode"] == held.as_environment()["PGSSLMODE"] == "verify-full"


def test_an_installation_lives_on_a_server_of_others(elsewhere):
    """As the handbook prepares it, with nothing left to everybody; then its administrator lets the log talk."""
    database = elsewhere.held.database
    with embedded_root(database).connect(autocommit=True) as root:
        root.execute(f"revoke all on database {database} from public")
        ran = elsewhere.run(code=PREPARE)
        assert ran.returncode == 0, ran.stderr[-3000:]
        assert _verified(elsewhere) == []
        for name, value in LOUD.items():
            root.execute(f"alter database {database} set {name} = '{value}'")
        told = _verified(elsewhere)
        assert [(each["code"], each["details"]["setting"].split(" = ")[0]) for each in told] == [
            ("walls.check_log", name) for name in sorted(LOUD)
        ]
        for each in told:
            assert each["details"]["line"] in each["now"]
            root.execute(each["details"]["line"])
    assert _verified(elsewhere) == []


def _verified(machine: Machine) -> list[dict[str, Any]]:
    """What verify finds, but for the administrator whom nobody has made yet."""
    told = json.loads(machine.run("verify", "--json").stdout)["findings"]
    return [each for each in told if each["code"] != "accounts.check_no_administrator"]


def test_every_setting_that_could_tell_of_people_is_planted_and_written_down():
    assert set(LOUD) == {name for name in QUIET if "." not in name}, "a module's own is there only with the module"
    handbook = (ROOT / "docs/operations/database.md").read_text()
    assert [name for name in QUIET if f"`{name}`" not in handbook] == []


@pytest.mark.parametrize("fault", ["SQL_ASCII", "pemilik basis data", "pemilik skema public"])
def test_a_server_that_is_not_fit_is_refused_before_anything_is_made(elsewhere, fault):
    database, owner = elsewhere.held.database, elsewhere.held.user
    with embedded_root().connect(autocommit=True) as root:
        if fault == "SQL_ASCII":
            root.execute(f"drop database {database}")
            root.execute(f"{MAKE} owner {owner}".format(database).replace("UTF8", "SQL_ASCII"))
        else:
            root.execute(f"alter database {database} owner to postgres")
    if fault == "pemilik skema public":
        with embedded_root(database).connect(autocommit=True) as root:
            root.execute("alter schema public owner to postgres")
    with pytest.raises(Problem) as refused:
        postgres.refuse_unfit(elsewhere.held)
    assert refused.value.code == "site.server_unfit"
    assert fault in " ".join(refused.value.details["faults"])


def test_a_database_of_another_program_is_neither_filled_nor_emptied(elsewhere):
    with elsewhere.held.connect(autocommit=True) as link:
        link.execute("create table pelanggan as select 'penting' as isi")
        words = [
            ["up", "--fresh-demo"],
            ["seed"],
            ["backup", "x", *SECRET],
            ["restore", __file__, "--replace", *SECRET],
        ]
        told = _said(elsewhere.run(json.dumps(words), code=ONE_BY_ONE))
        assert {name: said.code for name, said in told.items()} == dict.fromkeys(("up", "seed", "backup", "restore"), 1)
        assert all("tabel yang bukan milik Rukun: pelanggan" in said.err for said in told.values())
        assert link.execute("select isi from pelanggan").fetchall() == [("penting",)]
        assert link.execute("select count(*) from pg_tables where schemaname = 'public'").fetchone() == (1,)


def test_where_we_may_not_make_the_webs_role_the_line_for_the_administrator_makes_it(elsewhere):
    app = postgres.app_role(elsewhere.held)
    with embedded_root().connect(autocommit=True) as root:
        root.execute(f"alter role {elsewhere.held.user} nocreaterole")
        with pytest.raises(Problem) as refused:
            postgres.make_app_role(elsewhere.held)
        assert refused.value.code == "site.role_missing"
        line = refused.value.details["sql"]
        assert "SCRAM-SHA-256" in line and app.password not in line
        root.execute(line)
    assert postgres.make_app_role(elsewhere.held) == app
    with app.connect() as link:
        assert link.execute("select current_user").fetchone() == (app.user,)


def test_an_older_server_of_ours_learns_what_is_new_and_keeps_what_was_set(tmp_path, monkeypatch):
    file = tmp_path / "postgresql.conf"
    file.write_text("#work_mem = 4MB\nshared_buffers = '2GB'  # set by hand\n")
    monkeypatch.setattr(postgres, "CONFIGURATION", "\nshared_buffers = '384MB'\nwork_mem = '32MB'\n")
    for _start in range(2):
        postgres.configure(file, is_new=False)
    assert file.read_text().split("set by hand\n")[1].split() == ["work_mem", "=", "'32MB'"]
    postgres.configure(file, is_new=True)
    assert "shared_buffers = '384MB'" in file.read_text()
