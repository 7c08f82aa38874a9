"""How fast people come in by the one gate: a CSV of a whole regency, and a workbook with its full row report.

    ./rukun bench imports [--size PEOPLE] [--sheet ROWS_OF_THE_WORKBOOK]

The bound beside it is the plainest thing that could be done: COPY of the same rows into one table with the indexes of
people_person. Both run on this machine, in this run, one after another.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from shutil import copyfileobj

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _ground  # noqa: E402

_ground.stand("bench", role="owner", database="rukun_bench")

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from bench import invented  # noqa: E402
from rukun.people.actions import batches  # noqa: E402
from rukun.territory.models import Area, Edition  # noqa: E402
from rukun.walls import scope  # noqa: E402

ON = date(2026, 7, 1)
SINCE = date(2020, 1, 1)
FOLDER = _ground.ROOT / "var" / "bench"


@contextmanager
def timed(label: str, rows: int) -> Iterator[dict[str, float]]:
    held: dict[str, float] = {}
    began = time.perf_counter()
    yield held
    held["seconds"] = time.perf_counter() - began
    print(f"{label:<52}{held['seconds']:8.1f} s {rows / held['seconds']:>10,.0f} baris/detik", flush=True)


def make_regency() -> tuple[Area, list[tuple[str, str]]]:
    """An invented regency of 20 kecamatan, 200 desa and 3,000 RT; tells the desa code and number of each RT."""
    kabupaten = _area("kabupaten", None, "Kabupaten Peragaan", "64.02")
    rts = []
    for k in range(20):
        kecamatan = _area("kecamatan", kabupaten, f"Contoh {k + 1}", f"64.02.{k + 70}")
        for d in range(10):
            code = f"64.02.{k + 70}.{2001 + d}"
            desa = _area("desa", kecamatan, f"Rekaan {k + 1}-{d + 1}", code)
            for r in range(15):
                _area("rt", desa, f"RT {r + 1:03d}", number=f"{r + 1:03d}")
                rts.append((code, f"{r + 1:03d}"))
    return kabupaten, rts


def _area(level: str, parent: Area | None, name: str, code: str = "", number: str = "") -> Area:
    with connection.cursor() as cursor:
        cursor.execute("select nextval(pg_get_serial_sequence('territory_area', 'id'))")
        area = Area(id=cursor.fetchone()[0], level=level)
    area.path = f"{parent.path if parent else ''}{area.id}."
    area.save(force_insert=True)
    Edition.objects.create(area=area, parent=parent, kind=level, name=name, code=code, number=number, since=SINCE,
                           basis="Perda Peragaan 1/2020", path=area.path)  # fmt: skip
    return area


def clean_database() -> None:
    with settings.OWNER.connect(autocommit=True) as link:
        link.execute("drop schema public cascade")
        link.execute("create schema public")
    call_command("migrate", verbosity=0)


def gate(path: Path, area: Area, rows: int) -> float:
    """Check and accept, as the command line does it, each in its own transaction."""
    with timed("diperiksa: dibaca, dinilai, disimpan menunggu", rows) as checked, _everything():
        source = batches.Upload(path.name, path)
        batch = batches.check(area_id=area.id, source=source, by="perintah:ukur", on=ON)
    print(f"  {batch.state}: dibaca {batch.rows_read}, disimpan {batch.rows_kept}, ditolak {batch.rows_refused}")
    with timed("diterima: warga, keluarga, jumlah, catatan", rows) as accepted, _everything():
        batches.accept(batch=batch, by="perintah:ukur", on=ON)
    total = checked["seconds"] + accepted["seconds"]
    print(f"{'satu pintu seluruhnya':<52}{total:8.1f} s {rows / total:>10,.0f} baris/detik")
    return total


@contextmanager
def _everything() -> Iterator[None]:
    with transaction.atomic(), scope.everything():
        yield


def plain_copy(rows: int) -> float:
    """The bound: the same people out of and into one table with the indexes of people_person, by COPY alone."""
    file = FOLDER / "orang.copy"
    columns = "id, path, rt_id, name, name_key, sex, birth_date, birth_place, religion, occupation, batch_id"
    with connection.cursor() as cursor:
        with cursor.copy(f"copy (select {columns} from people_person) to stdout") as out, file.open("wb") as target:
            for block in out:
                target.write(block)
        cursor.execute(f"create table bare as select {columns} from people_person limit 0")
        cursor.execute("select pg_get_indexdef(indexrelid) from pg_index where indrelid = 'people_person'::regclass")
        for number, (definition,) in enumerate(cursor.fetchall()):
            shape = definition.split(" USING ")[1]
            cursor.execute(f"create index bare_{number} on bare using {shape}")
        with (
            timed("COPY saja ke satu tabel berindeks sama", rows) as held,
            cursor.copy(f"copy bare ({columns}) from stdin") as copy,
            file.open("rb") as source,
        ):
            while block := source.read(1 << 20):
                copy.write(block)
        cursor.execute("drop table bare")
    file.unlink()
    return held["seconds"]


def workbook(area: Area, rts: list[tuple[str, str]], rows: int) -> None:
    """A workbook with a slip in every tenth family, and the workbook to mend that comes out of it."""
    path, out = FOLDER / f"{rows}.xlsx", FOLDER / "perbaikan.xlsx"
    if not path.exists():
        invented.write_workbook(path, rows, rts, seed=11)
    with timed("XLSX diperiksa, dengan laporan tiap baris", rows), _everything():
        source = batches.Upload(path.name, path)
        batch = batches.check(area_id=area.id, source=source, by="perintah:ukur", on=ON)
        with out.open("wb") as target:
            copyfileobj(batches.report(batch=batch, by="perintah:ukur"), target)
    print(f"  dibaca {batch.rows_read}, disimpan {batch.rows_kept}, ditolak {batch.rows_refused}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=800_000, help="people in the CSV")
    parser.add_argument("--sheet", type=int, default=100_000, help="rows of the workbook")
    options = parser.parse_args()
    measure(options.size, options.sheet)


def measure(people: int, sheet_rows: int) -> None:
    clean_database()
    with transaction.atomic():
        kabupaten, rts = make_regency()
    path = FOLDER / f"{people}.csv"
    if not path.exists():
        invented.write(path, people, rts)
    print(f"CSV {people} orang, {path.stat().st_size / 1e6:.0f} MB, {os.cpu_count()} inti")
    total = gate(path, kabupaten, people)
    print(f"{'':<52}{total / plain_copy(people):8.1f} kali COPY saja")
    workbook(kabupaten, rts, sheet_rows)


if __name__ == "__main__":
    main()
