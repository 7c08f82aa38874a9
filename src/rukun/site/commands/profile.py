"""./rukun profile: the yearly progress of PBRT as a sheet of A3 for one RT, or for all of them."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from django.utils import translation

from rukun.accounts.permissions import today
from rukun.facilitation.queries import programmes
from rukun.kit.problems import Problem
from rukun.reports.queries import profile_pages, profiles
from rukun.reports.queries.profiles import Profile
from rukun.site.commands import places
from rukun.site.commands.speaking import answer, counted, say
from rukun.site.commands.whole import written_whole
from rukun.territory import queries as territory
from rukun.territory.types import Level, Place
from rukun.ui.words import ribuan
from rukun.walls import scope

STEP = 500


def arguments(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--rt", metavar="KODE", help="satu RT: KODE_DESA/005, atau nomor wilayah #259")
    which.add_argument("--all", action="store_true", help="semua RT")
    parser.add_argument("--area", metavar="KODE", help="bersama --all, hanya RT di wilayah ini: " + places.AREA_HELP)
    parser.add_argument("--year", type=int, help="tahun program; tanpa ini tahun yang berjalan")
    parser.add_argument("--to", type=Path, default=Path("profil"), metavar="FOLDER", help="tempat berkas ditulis")
    parser.add_argument("--full", action="store_true", help="juga jumlah kecil: untuk pengurus, jangan ditempel")
    parser.add_argument("--english", action="store_true", help="dalam bahasa Inggris")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    began, on = time.monotonic(), today()
    with places.everything(), translation.override("en" if options.english else "id"):
        area = places.place(options.rt or options.area, on=on)
        year = options.year or programmes.year_on(on)
        files = [_written(each, options.to) for each in _profiles(area, options, year, on)]
    seconds = round(time.monotonic() - began, 1)
    told = {"ok": True, "area": area.label, "year": year, "profiles": len(files), "to": str(options.to)}
    words = f"{ribuan(len(files))} profil ditulis ke {options.to} dalam {seconds} detik."
    return answer(told | {"seconds": seconds}, words, as_json=options.json)


def _profiles(area: Place, options: argparse.Namespace, year: int, on: date) -> Iterator[Profile]:
    """Raises Problem site.not_an_rt."""
    if options.rt:
        if area.level != Level.RT:
            raise Problem("site.not_an_rt", place=area.label)
        yield profiles.of_rt(area, year=year, on=on, is_open=options.full)
        return
    say(f"Membaca semua RT di {area.label} …")
    is_large = area.level in (Level.KABUPATEN, Level.KECAMATAN)
    with scope.many_rows("128MB") if is_large else nullcontext():
        told = profiles.under(area.path, year=year, on=on, is_open=options.full)
    for number, each in enumerate(told, start=1):
        yield each
        if number % STEP == 0:
            counted(number)


def _written(profile: Profile, folder: Path) -> Path:
    """In a folder for each desa, so that thousands are still found."""
    place = profile.place
    above = territory.desa_path(place.path).strip(".").rpartition(".")[2]
    home = folder / above
    home.mkdir(parents=True, exist_ok=True)
    file = home / f"rt-{place.number or '000'}-{place.id}-{profile.year}.html"
    with written_whole(file) as waiting:
        waiting.write_text(profile_pages.as_file(profile), "utf-8")
    return file
