"""./rukun backup and restore: the whole installation, keys included, in one sealed file."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from rukun.kit.problems import Problem
from rukun.site import environment, postgres, sealing
from rukun.walls import actions as walls


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="berkas cadangan")
    parser.add_argument("--passphrase-file", type=Path, help="berkas berisi sandi cadangan; tanpa ini sandi ditanyakan")
    parser.add_argument("--replace", action="store_true", help="restore: timpa data yang ada")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    passphrase = _passphrase(options.passphrase_file)
    if options.command == "backup":
        size = save(options.file, passphrase)
        return _done(options.json, "Cadangan tersimpan", file=str(options.file), bytes=size)
    bring_back(options.file, passphrase, replace=options.replace)
    return _done(options.json, "Data kembali", file=str(options.file))


def save(target: Path, passphrase: str) -> int:
    """Writes beside the target first and renames when whole: a broken backup never takes a good one's place."""
    waiting = target.with_name(target.name + ".sebagian")
    with waiting.open("wb") as file:
        waiting.chmod(0o600)
        sealing.write(file, _parts(), passphrase)
    waiting.replace(target)
    return target.stat().st_size


def bring_back(source: Path, passphrase: str, *, replace: bool) -> None:
    """Opens the whole file before touching anything; then keys, tables and rights are put back."""
    with source.open("rb") as file, tempfile.NamedTemporaryFile(dir=environment.folder()) as dump:
        parts = sealing.read(file, passphrase)
        keys = next(parts)
        for part in parts:
            dump.write(part)
        dump.flush()
        _refuse_full(replace=replace)
        _restore(dump.name)
        _put_keys(keys)
    with transaction.atomic():
        walls.grant(to=settings.APP.user)


def _parts() -> Iterator[bytes]:
    yield json.dumps(environment.keys_to_keep()).encode()
    with _tool("pg_dump", "--format=custom", "--compress=6", stdout=subprocess.PIPE) as process:
        while part := process.stdout.read(sealing.FRAME):
            yield part


def _refuse_full(*, replace: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('territory_installation') is not null")
        is_made = cursor.fetchone()[0]
        if is_made:
            cursor.execute("select exists (select 1 from territory_installation)")
        if is_made and cursor.fetchone()[0] and not replace:
            raise Problem("site.restore_not_empty")


def _restore(dump: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("drop schema public cascade; create schema public")
    flags = ("--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction")
    with _tool("pg_restore", *flags, "--dbname", settings.OWNER.database, dump, stdout=subprocess.DEVNULL):
        pass


def _put_keys(kept: bytes) -> None:
    """The backup's vault and index keys replace ours; the database password of this machine stays."""
    environment.put_keys(json.loads(kept))


@contextmanager
def _tool(name: str, *words: str, stdout: int) -> Iterator[subprocess.Popen[bytes]]:
    held = settings.OWNER
    at = ["--host", held.host, "--port", held.port, "--username", held.user]
    if name == "pg_dump":
        at += ["--dbname", held.database]
    quiet = os.environ | {"PGPASSWORD": held.password}
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([str(postgres.BINARIES / name), *at, *words], env=quiet, stdout=stdout, stderr=told)
        with process:
            yield process
        if process.returncode:
            told.seek(0)
            raise Problem("site.tool_failed", tool=name, message=told.read().decode(errors="replace").strip()[-300:])


def _passphrase(path: Path | None) -> str:
    if path:
        return path.read_text().strip()
    if not sys.stdin.isatty():
        raise Problem("site.passphrase_missing")
    return getpass.getpass("Sandi cadangan · backup passphrase: ")


def _done(as_json: bool, words: str, **told: object) -> int:
    print(json.dumps({"ok": True} | told) if as_json else f"{words}: {told['file']}")
    return 0
