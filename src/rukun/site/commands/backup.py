"""./rukun backup and restore: the whole installation, keys included, in one sealed file."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection, transaction

from rukun.kit.problems import Problem
from rukun.site import environment, postgres, sealing
from rukun.site.commands import places
from rukun.site.commands.whole import written_whole
from rukun.walls import actions as walls

EMPTY = "drop schema public cascade; create schema public"
NEWER = b"SET transaction_timeout = 0;\n"
"""What our tools write begins with a setting that servers before 17 do not know; it only says what is so already."""
OWNER_WALL = re.compile(r" POLICY public \S+ \S+_owner ")
OWNER_WALLS = """
do $$
declare wall record;
begin
    for wall in select tablename, regexp_replace(policyname, '_select$', '_owner') as name
                from pg_policies where schemaname = 'public' and policyname like '%\\_select' loop
        execute format('create policy %I on public.%I to current_user using (true) with check (true)',
                       wall.name, wall.tablename);
    end loop;
end $$;
revoke execute on all functions in schema public from public;
"""
"""What a dump leaves out because it belongs to the owner of this machine's database."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", type=Path, help="berkas cadangan")
    parser.add_argument(
        "--passphrase-file",
        metavar="BERKAS",
        type=Path,
        help="berkas berisi sandi cadangan; tanpa ini sandi ditanyakan",
    )
    parser.add_argument("--replace", action="store_true", help="restore: timpa data yang ada")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    passphrase = _passphrase(options.passphrase_file)
    postgres.refuse_unfit(settings.OWNER)
    if options.command == "backup":
        size = save(options.file, passphrase)
        return _done(options.json, "Cadangan tersimpan", file=str(options.file), bytes=size)
    bring_back(options.file, passphrase, replace=options.replace)
    return _done(options.json, "Data kembali", file=str(options.file))


def save(target: Path, passphrase: str) -> int:
    """Writes beside the target first and renames when whole: a broken backup never takes a good one's place."""
    with written_whole(target) as waiting, waiting.open("wb") as file:
        waiting.chmod(0o600)
        sealing.write(file, _parts(), passphrase)
    return target.stat().st_size


def bring_back(source: Path, passphrase: str, *, replace: bool) -> None:
    """Opens the whole file before touching anything; then keys, tables and rights are put back."""
    with places.readable(source).open("rb") as file, tempfile.NamedTemporaryFile(dir=environment.folder()) as dump:
        parts = sealing.read(file, passphrase)
        keys = next(parts)
        for part in parts:
            dump.write(part)
        dump.flush()
        _refuse_full(replace=replace)
        _restore(dump.name)
        _put_keys(keys)
    postgres.make_app_role(settings.OWNER)
    with transaction.atomic():
        walls.grant(to=settings.APP.user)


def _parts() -> Iterator[bytes]:
    yield json.dumps(environment.keys_to_keep()).encode()
    with _tool(
        "pg_dump", "--format=custom", "--compress=6", "--enable-row-security", stdout=subprocess.PIPE
    ) as process:
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
    """What was goes and what the file holds comes in one transaction: until it is whole, nothing has changed."""
    with tempfile.NamedTemporaryFile("w", dir=environment.folder()) as wanted:
        wanted.writelines(_without_owner_walls(dump))
        wanted.flush()
        flags = ("--no-owner", "--no-privileges", "--use-list", wanted.name, "--file", "-")
        once = ("--single-transaction", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--command", EMPTY)
        with (
            _tool("psql", *once, "--file", "-", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as target,
            _killed_on_trouble(target),
        ):
            with _tool("pg_restore", *flags, dump, stdout=subprocess.PIPE) as source:
                _pour([source.stdout.read(sealing.FRAME).replace(NEWER, b"", 1)], target.stdin)
                _pour(iter(lambda: source.stdout.read(sealing.FRAME), b""), target.stdin)
            _pour([OWNER_WALLS.encode()], target.stdin)
            with suppress(BrokenPipeError):
                target.stdin.close()


def _pour(parts: Iterable[bytes], into: IO[bytes]) -> None:
    """All parts, also when psql has ended: it says why itself, and the other side ends well."""
    for part in parts:
        with suppress(BrokenPipeError):
            into.write(part)


def _without_owner_walls(dump: str) -> list[str]:
    """The contents of a dump but for the policies of its owner: on this machine the owner may bear another name."""
    with _tool("pg_restore", "--list", dump, stdout=subprocess.PIPE) as process:
        lines = process.stdout.read().decode().splitlines(keepends=True)
    return [line for line in lines if not OWNER_WALL.search(line)]


@contextmanager
def _killed_on_trouble(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """psql commits when its input ends: when the other side fails it must not see an end."""
    try:
        yield
    except BaseException:
        process.kill()
        raise


def _put_keys(kept: bytes) -> None:
    """The backup's vault and index keys replace ours; the database password of this machine stays."""
    environment.put_keys(json.loads(kept))


@contextmanager
def _tool(name: str, *words: str, stdout: int, stdin: int | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """A tool of PostgreSQL at our database. Raises Problem site.tool_failed with its last words."""
    ours = settings.OWNER.as_environment() | {"PGOPTIONS": "-c lock_timeout=10s -c client_min_messages=error"}
    with tempfile.TemporaryFile() as told:
        command = [str(postgres.BINARIES / name), *words]
        process = subprocess.Popen(command, env=os.environ | ours, stdin=stdin, stdout=stdout, stderr=told)
        with process:
            yield process
        if process.returncode:
            told.seek(0)
            raise Problem("site.tool_failed", tool=name, message=told.read().decode(errors="replace").strip()[-300:])


def _passphrase(path: Path | None) -> str:
    if path and (told := places.readable(path).read_text().strip()):
        return told
    if path or not sys.stdin.isatty():
        raise Problem("site.passphrase_missing")
    return getpass.getpass("Sandi cadangan · backup passphrase: ")


def _done(as_json: bool, words: str, **told: object) -> int:
    print(json.dumps({"ok": True} | told) if as_json else f"{words}: {told['file']}")
    return 0
