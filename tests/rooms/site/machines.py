"""Installations beside the one under test: each a database, a key file, commands in processes of their own."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from tests.conftest import ROOT
from tests.servers import MAKE, embedded_root, made

from rukun.site import environment, postgres

TABLES = """
    select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1
"""
CONTENT = "select count(*), md5(coalesce(string_agg(each::text, chr(10) order by each::text), '')) from {} each"


@dataclass(frozen=True)
class Machine:
    """`held` is the owner's address of its database; with `url` it is told to the commands as DATABASE_URL."""

    held: postgres.Address
    key_file: Path
    url: str = ""

    @classmethod
    def empty(cls, name: str, key_file: Path) -> Machine:
        """On the server of the tests, under its owner."""
        machine = cls(replace(settings.OWNER, database=f"{settings.DATABASE}_{name}"), key_file)
        machine.drop()
        made(machine.held.database)
        return machine

    @classmethod
    def of_another(cls, name: str, key_file: Path, rights: str = "createrole") -> Machine:
        """On an office's server: its administrator has made an owner's role and a database, as the handbook says."""
        held = replace(
            settings.OWNER,
            database=f"{settings.DATABASE}_{name}",
            user=f"{settings.DATABASE}_kantor",
            password="rahasia",
        )
        place = f"host={quote(held.host, safe='')}&port={held.port}"
        machine = cls(held, key_file, f"postgresql://{held.user}:{held.password}@/{held.database}?{place}")
        machine.drop()
        with embedded_root().connect(autocommit=True) as link:
            link.execute(f"create role {held.user} login password 'rahasia' {rights}")
            link.execute(f"{MAKE} owner {held.user}".format(held.database))
        return machine

    def run(self, *words: object, code: str = "", **more: str) -> subprocess.CompletedProcess[str]:
        told = {"RUKUN_DATABASE": self.held.database, "RUKUN_KEY_FILE": str(self.key_file)}
        told |= {"PYTHONPATH": str(ROOT / "src"), "DJANGO_SETTINGS_MODULE": "rukun.site.settings"}
        told |= {"PYTHONWARNINGS": "default"} | ({"DATABASE_URL": self.url} if self.url else {})
        start = ["-c", code] if code else ["-m", "rukun.site"]
        command = [sys.executable, *start, *map(str, words)]
        return subprocess.run(command, cwd=ROOT, env=os.environ | told | more, capture_output=True, text=True)

    def content(self) -> dict[str, tuple[int, str]]:
        """Every table → how many rows and a hash of them all."""
        with self.held.connect() as link:
            names = [name for (name,) in link.execute(TABLES).fetchall()]
            return {name: link.execute(CONTENT.format(f'"{name}"')).fetchone() for name in names}

    def drop(self) -> None:
        with (embedded_root() or settings.OWNER).connect(autocommit=True) as link:
            link.execute(f"drop database if exists {self.held.database} with (force)")
            for role in (f"{self.held.database}_app", self.held.user):
                if role != settings.OWNER.user:
                    link.execute(f"drop role if exists {role}")


def new_keys(path: Path) -> Path:
    """Another machine: its own sealing keys. Only the password of the test server is shared."""
    fresh = {name: b64encode(secrets.token_bytes(32)).decode() for name in ("web", "index")}
    fresh |= {"vault": [b64encode(secrets.token_bytes(32)).decode()], "database": environment.keys().database}
    path.write_text(json.dumps(fresh))
    return path
