"""./rukun flags: looks at the books of an area for reasons to look closer, as every night should."""

from __future__ import annotations

import argparse
import time

from rukun.accounts.permissions import today
from rukun.facilitation.queries import programmes
from rukun.grants.actions import watching
from rukun.site.commands import places
from rukun.site.commands.speaking import answer, say
from rukun.walls import scope

BY = "perintah:flags"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", metavar="KODE", help=places.AREA_HELP + "; tanpa ini seluruh kabupaten")
    parser.add_argument("--year", type=int, help="tahun program; tanpa ini tahun yang berjalan")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    began, on = time.monotonic(), today()
    with places.everything(), scope.many_rows("128MB"):
        area = places.place(options.area, on=on)
        year = options.year or programmes.year_on(on)
        say(f"Memeriksa pembukuan {year} di {area.label} …")
        told = watching.scan(path=area.path, year=year, on=on, by=BY)
    seconds = round(time.monotonic() - began, 1)
    words = f"{told['new']} tanda baru dari {told['found']} yang terlihat, dalam {seconds} detik."
    return answer(told | {"ok": True, "seconds": seconds}, words, as_json=options.json)
