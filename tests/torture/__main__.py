"""./rukun torture: the ledger under strain, in a house of its own; the seed printed replays it."""

from __future__ import annotations

import argparse
import random
import secrets
import sys
import time
from pathlib import Path
from typing import Any

from tests.torture import house


def main() -> int:
    options = arguments().parse_args()
    print(f"benih {options.seed}", flush=True)
    with house.temporary() as folder:
        held = house.build(Path(folder))
        try:
            return 0 if all(_one(name, options, held) for name in ("steps", "rounds", "client", "server")) else 1
        finally:
            held.stop()


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./rukun torture")
    parser.add_argument("--steps", type=int, default=100_000, help="langkah mesin keadaan")
    parser.add_argument("--rounds", type=int, default=2_000, help="putaran 64 penulis berebut rupiah terakhir")
    parser.add_argument("--client-kills", dest="client", type=int, default=2_000, help="klien yang dibunuh")
    parser.add_argument("--server-kills", dest="server", type=int, default=200, help="server yang dibunuh")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**9), help="benih untuk mengulang")
    return parser


def _one(name: str, options: argparse.Namespace, held: house.House) -> bool:
    asked = getattr(options, name)
    if not asked:
        return True
    began = time.monotonic()
    told, is_well = _steps(asked, options.seed) if name == "steps" else _strain(name, asked, options.seed, held)
    print(f"{told} · {time.monotonic() - began:.0f} detik", flush=True)
    return is_well


def _steps(asked: int, seed: int) -> tuple[str, bool]:
    from django.db import transaction  # noqa: PLC0415 - the house stands by now

    from rukun.walls import scope  # noqa: PLC0415
    from tests.torture.ground import make_desks  # noqa: PLC0415
    from tests.torture.machine import Books, run  # noqa: PLC0415

    with transaction.atomic(), scope.everything():
        Books.desks = make_desks()
        run(asked, seed)
        transaction.set_rollback(True)
    return f"mesin keadaan: {Books.steps} langkah, {Books.refused} ditolak, semua janji terjaga", True


def _strain(name: str, asked: int, seed: int, held: house.House) -> tuple[Any, bool]:
    from tests.torture import strain  # noqa: PLC0415
    from tests.torture.ground import make_desks  # noqa: PLC0415

    [desk] = strain.posted(lambda: make_desks(rts=1, years=(2026,), named=name))
    strain.fund(desk, 15_000_000)
    rng = random.Random(seed)  # noqa: S311 - to be drawn again
    acts = {"rounds": strain.races, "client": strain.client_kills}
    told = strain.server_kills(desk, held, asked, rng) if name == "server" else acts[name](desk, asked, rng)
    return told, told.is_well


if __name__ == "__main__":
    sys.exit(main())
