"""A house of its own for torture: an embedded server in a temporary folder, our own child, so that it may be killed.

Imported before anything of Django; the folder is gone when the process ends.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class House:
    """`data` of the server, `keeper` the system's account it runs under, and the running child."""

    data: Path
    keeper: str | None
    socket: str
    port: str
    child: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        from django.conf import settings  # noqa: PLC0415 - the environment is told first

        from rukun.site import postgres  # noqa: PLC0415

        command = [postgres.BINARIES / "postgres", "-D", self.data, "-k", self.socket, "-p", self.port, "-h", ""]
        with (self.data.parent / "torture.log").open("ab") as log:
            self.child = subprocess.Popen(command, user=self.keeper, stdout=log, stderr=log)  # noqa: S603
        for _ in range(600):
            try:
                settings.OWNER.connect().close()
            except Exception:  # noqa: BLE001 - still recovering
                time.sleep(0.05)
            else:
                return
        raise SystemExit("server tidak bangun lagi dalam 30 detik")

    def kill(self) -> None:
        """Everything of the server dies at once, as when the current fails."""
        import psutil  # noqa: PLC0415 - comes with the embedded server

        assert self.child is not None
        family = [*psutil.Process(self.child.pid).children(recursive=True)]
        os.kill(self.child.pid, signal.SIGKILL)
        for each in family:
            if each.is_running():
                each.kill()
        self.child.wait()
        psutil.wait_procs(family, timeout=10)

    def stop(self) -> None:
        if self.child is not None:
            self.child.send_signal(signal.SIGINT)
            self.child.wait()


def tell_environment(folder: Path) -> None:
    runtime = folder / "jalan"
    runtime.mkdir(mode=0o700)
    os.environ |= {
        "DATABASE_URL": "", "RUKUN_HOME": str(ROOT), "RUKUN_VAR": str(folder), "RUKUN_AS": "app",
        "RUKUN_KEY_FILE": str(folder / "kunci.json"), "RUKUN_DATABASE": "rukun_torture",
        "XDG_RUNTIME_DIR": str(runtime), "DJANGO_SETTINGS_MODULE": "rukun.site.settings", "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    os.environ.pop("RUKUN_JOIN", None)
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]


def build(folder: Path) -> House:
    """A new server with an empty Rukun in it, started as our own child."""
    tell_environment(folder)
    from rukun.site import postgres  # noqa: PLC0415

    postgres.CONFIGURATION += "max_connections = 100\n"
    import django  # noqa: PLC0415

    django.setup()
    _furnish()
    return _taken_over(folder / "basisdata")


def _furnish() -> None:
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection, transaction  # noqa: PLC0415

    from rukun.site import postgres  # noqa: PLC0415
    from rukun.walls import actions  # noqa: PLC0415

    postgres.make_app_role(settings.OWNER)
    postgres.enter_as(connection, settings.OWNER)
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        actions.grant(to=settings.APP.user)
    postgres.enter_as(connection, settings.APP)
    connection.settings_dict["CONN_MAX_AGE"] = None


def _taken_over(data: Path) -> House:
    """The server the wheel has started is stopped, to be started again as a child that we may kill and reap."""
    from rukun.site import postgres  # noqa: PLC0415

    lines = (data / "postmaster.pid").read_text().splitlines()
    keeper = data.owner() if os.geteuid() == 0 else None
    stop: list[Any] = [postgres.BINARIES / "pg_ctl", "-D", data, "stop", "-m", "fast", "-w"]
    subprocess.run(stop, user=keeper, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
    house = House(data, keeper, socket=lines[4], port=lines[3])
    house.start()
    return house


def temporary() -> tempfile.TemporaryDirectory[str]:
    held = tempfile.TemporaryDirectory(prefix="rukun-siksa-", ignore_cleanup_errors=True)
    Path(held.name).chmod(0o755)
    return held
