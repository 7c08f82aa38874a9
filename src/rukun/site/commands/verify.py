"""./rukun verify: every promise of the database and every sum is looked at again; what does not fit is named.

It runs as the web's role, so that what it sees of walls and powers is what the web would meet.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date

from rukun.accounts.permissions import today
from rukun.accounts.queries import checks as accounts
from rukun.audit.queries import checks as audit
from rukun.grants.queries import checks as grants
from rukun.kit.problems import Finding
from rukun.musrenbang.queries import checks as musrenbang
from rukun.people.queries import checks as people
from rukun.poverty.queries import checks as poverty
from rukun.site import letters
from rukun.site.commands import places
from rukun.site.commands.speaking import answer, say
from rukun.territory.queries import checks as territory
from rukun.walls import queries as walls
from rukun.walls import scope

Check = Callable[[date], list[Finding]]
CHECKS: dict[str, Check] = {
    "pagar basis data": lambda on: walls.findings(),
    "wilayah": lambda on: territory.findings(on=on),
    "pengguna": lambda on: accounts.findings(on=on),
    "warga": lambda on: people.findings(on=on),
    "penilaian": lambda on: poverty.findings(on=on),
    "pilihan": lambda on: musrenbang.findings(on=on),
    "dana RT": lambda on: grants.findings(on=on),
    "catatan": lambda on: audit.findings(on=on),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    began, on = time.monotonic(), today()
    found: list[Finding] = []
    with places.everything(), scope.many_rows("128MB"):
        for name, check in CHECKS.items():
            say(f"Memeriksa {name} …")
            found += check(on)
    seconds = round(time.monotonic() - began, 1)
    told = {"ok": not found, "findings": [_as_told(each) for each in found], "seconds": seconds}
    return answer(told, _page(found, seconds), as_json=options.json)


def _as_told(each: Finding) -> dict[str, object]:
    sentence = letters.spoken(each)
    return {"code": each.code, "details": dict(each.details), "what": sentence.what, "now": sentence.now}


def _page(found: list[Finding], seconds: float) -> str:
    if not found:
        return f"Semua janji terjaga: {len(CHECKS)} bagian diperiksa dalam {seconds} detik."
    lines = [f"{len(found)} hal tidak cocok:"]
    for each in found:
        sentence = letters.spoken(each)
        lines.append(f"\n- {sentence.what} [{each.code}]\n  {sentence.why}\n  → {sentence.now}")
    return "\n".join(lines)
