"""./rukun up: database, migrations, static files, the demo or the set-up page, then the web; Ctrl-C stops it all."""

from __future__ import annotations

import argparse
import hashlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection, transaction

from rukun.kit.problems import Problem
from rukun.site import demo, environment, postgres
from rukun.territory import queries as territory
from rukun.walls import actions as walls

SAY = sys.stderr


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--empty", action="store_true", help="tanpa data peragaan; administrator pertama disiapkan di layar"
    )
    parser.add_argument(
        "--fresh-demo", action="store_true", help="kosongkan dulu, lalu muat peragaan baru (hanya peragaan)"
    )
    parser.add_argument("--port", type=int, default=environment.number("RUKUN_PORT"), help="pintu (port)")
    parser.add_argument("--host", default=environment.text("RUKUN_HOST"), help="alamat")


def run(options: argparse.Namespace) -> int:
    postgres.refuse_unfit(settings.OWNER)
    if options.fresh_demo:
        _empty_demo()
    prepare()
    if not options.empty:
        _load_demo()
    return _serve(options.host, options.port)


def prepare() -> None:
    """Database, rights of the web's role, words and static files: made once, quick when nothing is new."""
    _say("3/4 Menyiapkan basis data … · preparing the database")
    postgres.make_app_role(settings.OWNER)
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        walls.grant(to=settings.APP.user)
    _collect()
    postgres.enter_as(connection, settings.APP)
    walls.refuse_unsafe()


def _collect() -> None:
    """Static files under hashed names, when any of them is another than last time."""
    mark = settings.STATIC_ROOT / "tanda"
    files = sorted(Path(storage.path(name)) for finder in get_finders() for name, storage in finder.list([]))
    looks = [(str(path), (seen := path.stat()).st_size, seen.st_mtime_ns) for path in files]
    seal = hashlib.sha256(repr(looks).encode()).hexdigest()
    if not mark.is_file() or mark.read_text() != seal:
        call_command("collectstatic", verbosity=0, interactive=False)
        mark.write_text(seal)


def _empty_demo() -> None:
    """Only an installation that says it is a demo, or none at all, may be emptied."""
    with connection.cursor() as cursor:
        cursor.execute("select to_regclass('territory_installation') is not null")
        if cursor.fetchone()[0]:
            cursor.execute("select coalesce(bool_and(is_demo), true) from territory_installation")
            if not cursor.fetchone()[0]:
                raise Problem("site.not_a_demo")
        cursor.execute("drop schema public cascade; create schema public")


def _load_demo() -> None:
    if territory.installation() is None:
        _say("4/4 Memuat desa peragaan (data rekaan) … · loading the invented desa")
        demo.load()


def _serve(host: str, port: int) -> int:
    connection.close()
    child = subprocess.Popen(_server_command(host, port), env=_child_environment())  # noqa: S603 - our own words
    signal.signal(signal.SIGTERM, lambda *_: child.send_signal(signal.SIGINT))
    try:
        if _answers(child, f"http://{host}:{port}/sehat/"):
            _greet(host, port)
        return child.wait()
    except KeyboardInterrupt:
        _say("\nMenutup Rukun … · closing")
        child.send_signal(signal.SIGINT)
        child.wait(timeout=20)
        return 0


def _server_command(host: str, port: int) -> list[str]:
    return [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", environment.text("RUKUN_WORKERS"), "--blocking-threads", "4", "--backpressure", "64",
        "--log-level", "warning", "--workers-kill-timeout", "10", "rukun.site.wsgi:application",
    ]  # fmt: skip


def _child_environment() -> dict[str, str]:
    told = {"RUKUN_AS": "app", "DJANGO_SETTINGS_MODULE": "rukun.site.settings"}
    return os.environ | told | ({} if environment.text("DATABASE_URL") else {postgres.JOIN: settings.OWNER.joint})


def _answers(child: subprocess.Popen[bytes], url: str) -> bool:
    """Waits until the health page answers, or the server has ended by itself."""
    for _ in range(100):
        if child.poll() is not None:
            return False
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own address
                return True
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    return False


def _greet(host: str, port: int) -> None:
    _say(f"\nRukun siap: http://{host}:{port}/    (Ctrl-C untuk berhenti · to stop)")
    held = territory.installation()
    if held is None:
        _say("Buka alamat itu untuk menyiapkan kabupaten dan administrator pertama.")
    elif held.is_demo:
        _say(demo.logins())


def _say(words: str) -> None:
    print(words, file=SAY, flush=True)
