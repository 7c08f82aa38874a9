"""How long a complete SPJ takes from the database to the paper, beside what bounds it.

    ./rukun bench grants_papers [--size RECEIPTS]

One invented activity with its RAB, receipts, wages, progress and swadaya, in a database of its own that is made anew
each time. Measured, in one run, median and 95th percentile: gathering all of it from PostgreSQL; drawing it (the photo
annex apart, then with it); the same tables and receipts as bare typst, without letterhead, titles, signatures or
check code. The bar: gathered and drawn in under two seconds for 60 receipts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _ground  # noqa: E402

_ground.stand("bench", role="owner", database="rukun_bench_papers")

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from tests.rooms.conftest import make_area  # noqa: E402
from tests.rooms.grants.papers_ground import full_year  # noqa: E402

from bench import _typst  # noqa: E402
from rukun.grants.models import Payment  # noqa: E402
from rukun.grants.queries import papers_works  # noqa: E402
from rukun.reports import pdf, xlsx  # noqa: E402
from rukun.reports.queries import grants  # noqa: E402
from rukun.reports.types import Document  # noqa: E402
from rukun.walls import scope  # noqa: E402

TODAY = date(2026, 7, 1)
TIMES = 15
BAR = 2_000
LABELS = {
    "gather": "mengumpulkan saja",
    "draw": "menggambar saja",
    "annex": "lampiran foto saja",
    "xlsx": "sebagai XLSX",
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=60, help="lembar kuitansi")
    receipts = parser.parse_args().size
    _prepare()
    with transaction.atomic(), scope.everything():
        activity = _year(receipts)
        _measure(activity, receipts)
        transaction.set_rollback(True)


def _prepare() -> None:
    with settings.OWNER.connect(autocommit=True) as link:
        link.execute("drop schema public cascade")
        link.execute("create schema public")
    call_command("migrate", verbosity=0)
    connection.close()


def _year(receipts: int) -> int:
    kabupaten = make_area("kabupaten", None, "Rekaan", "64.02")
    kecamatan = make_area("kecamatan", kabupaten, "Contoh Hulu", "64.02.90")
    desa = make_area("desa", kecamatan, "Sumber Rekaan", "64.02.90.2001", kind="desa")
    return full_year(make_area("rt", desa, "RT 003 Melati", number="003"), receipts=receipts).activity.pk


def _measure(activity: int, receipts: int) -> None:
    """Every round tells other words, or typst would only remember what it drew before."""
    drawn = _typst.drawer()
    found: dict[str, list[float]] = {}

    def timed(label: str, act: Callable[[], Any]) -> Any:
        given: list[Any] = []
        found.setdefault(label, []).append(_ground.milliseconds(lambda: given.append(act())))
        return given[0]

    for lap in range(TIMES + 1):
        Payment.objects.filter(activity=activity).update(words=f"Semen dan pasir untuk gang nomor {lap}")
        began = time.process_time()
        told = timed("gather", lambda: _gathered(activity))
        timed("draw", lambda told=told: pdf.draw(told))
        found.setdefault("cpu", []).append((time.process_time() - began) * 1000)
        annexed = _gathered(activity, with_photos=True)
        timed("annex", lambda told=annexed: pdf.draw(replace(told, sections=())))
        timed("xlsx", lambda told=told: xlsx.draw(told))
        tables = _typst.bare(told)
        timed("bare", lambda data=tables: drawn(data))
    _tell({label: values[1:] for label, values in found.items()}, receipts)


def _gathered(activity: int, *, with_photos: bool = False) -> Document:
    return grants.spj(papers_works.activity(activity), TODAY, with_photos=with_photos)


def _tell(found: dict[str, list[float]], receipts: int) -> None:
    whole = [gather + draw for gather, draw in zip(found["gather"], found["draw"], strict=True)]
    bar = f"{'di bawah' if max(whole) < BAR else 'DI ATAS'} {BAR / 1000:.0f} s, yang terlama {max(whole):.0f} ms"
    _ground.tell(f"SPJ {receipts} kuitansi, basis data sampai PDF", whole, found["bare"], bar)
    print(f"  CPU Python dan typst {statistics.median(found['cpu']):.0f} ms, beban mesin {os.getloadavg()[0]:.1f}")
    for key, label in LABELS.items():
        _ground.tell(f"  {label}", found[key], found["bare"], "")


if __name__ == "__main__":
    main()
