"""Invented people for measuring: families with names, numbers and dates that look invented and hang together."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter

from rukun.people.intake.layouts import OPENSID

FIRST = [
    "Sari",
    "Budi",
    "Wati",
    "Joko",
    "Rina",
    "Agus",
    "Dewi",
    "Hadi",
    "Lestari",
    "Slamet",
    "Ratna",
    "Bambang",
    "Yanti",
    "Eko",
    "Fitri",
    "Gunawan",
    "Indah",
]
LAST = ["Rekaan", "Contoh", "Peragaan", "Khayalan", "Tiruan", "Misalan", "Umpama", "Andaian", "Bayangan", "Perumpamaan"]
MIDDLE = [
    "Ayu",
    "Putra",
    "Nur",
    "Mega",
    "Surya",
    "Bulan",
    "Bintang",
    "Kencana",
    "Wijaya",
    "Permata",
    "Cahaya",
    "Samudra",
    "Rimba",
    "Melati",
]
JOBS = (2, 3, 9, 11, 15, 19, 20, 88)
TITLES = [column.title for column in OPENSID.columns]


def families(people: int, *, seed: int = 7) -> Iterator[list[dict[str, str]]]:
    """Families of one to seven until there are enough people; each row maps OpenSID's titles to text."""
    chance = random.Random(seed)
    made = 0
    while made < people:
        size = min(people - made, chance.choice((1, 2, 3, 3, 4, 4, 4, 5, 6, 7)))
        yield [_member(chance, made + place, made, place) for place in range(size)]
        made += size


def _member(chance: random.Random, serial: int, family: int, place: int) -> dict[str, str]:
    is_woman = place == 1 or (place > 1 and chance.random() < 0.5)
    born = date(1955, 1, 1) + timedelta(
        days=chance.randrange(40 * 365) if place < 2 else 15_000 + chance.randrange(9_500)
    )
    name = f"{chance.choice(FIRST)} {chance.choice(MIDDLE)} {chance.choice(LAST)}"
    return {
        "alamat": f"Jl. Contoh {family % 900}", "rw": "1", "nama": name.upper(),
        "no_kk": f"640290{1 + family % 28:02d}{1 + family // 28 % 12:02d}{family // 336 % 20:02d}{1 + family // 6720:04d}",  # noqa: E501
        "nik": nik(born, is_woman, serial), "sex": "2" if is_woman else "1", "tempatlahir": "Contoh Hulu",
        "tanggallahir": born.isoformat(), "agama_id": str(1 + (family % 20 == 0)),
        "pendidikan_kk_id": str(chance.randrange(1, 9)), "pendidikan_sedang_id": "18",
        "pekerjaan_id": str(chance.choice(JOBS)), "status_kawin": "2" if place < 2 else "1",
        "kk_level": ("1", "3", "4")[min(place, 2)], "warganegara_id": "1", "cacat_id": "7", "status_dasar": "1",
        "nama_ayah": "SLAMET CONTOH", "nama_ibu": "WATI CONTOH", "golongan_darah_id": "13",
        "lat": f"{-0.5 + family % 1000 / 4000:.5f}", "lng": f"{116.9 + family % 997 / 4000:.5f}",
    }  # fmt: skip


def nik(born: date, is_woman: bool, serial: int) -> str:
    """A number of the invented kecamatan 64.02.90 upwards, unique by its serial for a few million people."""
    day = born.day + (40 if is_woman else 0)
    return f"6402{90 + serial // 9998 % 10}{day:02d}{born:%m%y}{1 + serial % 9998:04d}"


def write(path: Path, people: int, rts: list[tuple[str, str]], *, seed: int = 7) -> int:
    """A CSV of OpenSID's columns; families are dealt to the RTs (desa code, number) in turn. Tells the rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, TITLES, restval="")
        writer.writeheader()
        rows = 0
        for family in families(people, seed=seed):
            desa, rt = rts[rows * len(rts) // people]
            writer.writerows(member | {"kode_desa": desa, "rt": rt} for member in family)
            rows += len(family)
    return rows


def write_workbook(path: Path, people: int, rts: list[tuple[str, str]], *, seed: int = 7) -> int:
    """The same as a workbook, with a slip in every tenth family: a birth date that no calendar knows."""
    rows = 0
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Data Warga")
        sheet.write_row(0, 0, TITLES)
        for turn, family in enumerate(families(people, seed=seed)):
            desa, rt = rts[rows * len(rts) // people]
            slip = {"tanggallahir": "31/02/1990"} if turn % 10 == 0 else {}
            for member in family:
                rows += 1
                cells = member | {"kode_desa": desa, "rt": rt} | slip
                sheet.write_row(rows, 0, [cells.get(title, "") for title in TITLES])
    return rows
