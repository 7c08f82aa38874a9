"""./rukun seed: a whole regency of invented people in an empty installation."""

from __future__ import annotations

import argparse
import json
import sys
import time

from django.conf import settings
from django.db import connection

from rukun.accounts.permissions import today
from rukun.site import postgres, regency
from rukun.site.commands import up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kabupaten", default="64.02", help="kode kabupaten/kota, misalnya 64.02")
    parser.add_argument("--rt", type=int, default=3134, help="jumlah RT")
    parser.add_argument("--households", type=int, default=300_000, help="kira-kira jumlah rumah tangga")
    parser.add_argument("--seed", type=int, default=1, help="angka benih: angka sama, warga sama")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    began = time.monotonic()
    postgres.refuse_unfit(settings.OWNER)
    up.prepare()
    postgres.enter_as(connection, settings.OWNER)  # very many rows: the owner may lay the keys down meanwhile
    size = regency.Size(options.rt, options.households, options.seed)
    made = regency.fill(kabupaten=options.kabupaten, size=size, on=today(), say=_say)
    made["seconds"] = round(time.monotonic() - began)
    print(json.dumps({"ok": True} | made) if options.json else f"Selesai dalam {made['seconds']} detik.")
    return 0


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
