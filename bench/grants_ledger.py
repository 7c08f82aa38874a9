"""What keeping the books of a whole kabupaten costs: 3,134 RTs × 60 receipts × 5 years, a million entries.

    ./rukun bench grants_ledger [--rt RTS] [--years YEARS] [--receipts RECEIPTS]

Each size has a database of its own in var/buku, filled once (a few minutes for the whole). Each figure stands beside
its bound in the same run, as the owner, behind no wall: postings beside bare SQL that writes the same rows in a
transaction of the same shape (the book locked, entry, legs, sums, audit line, commit), what is read beside the bare sum
of all legs, an LPJ beside the same tables as bare typst. Median and 95th percentile.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _ground  # noqa: E402


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rt", type=int, default=3134, help="jumlah RT")
    parser.add_argument("--years", type=int, default=5, help="tahun")
    parser.add_argument("--receipts", type=int, default=60, help="kuitansi setahun")
    return parser.parse_args()


OPTIONS = _options()
_ground.stand("buku", role="app", database=f"rukun_buku_{OPTIONS.rt}_{OPTIONS.years}_{OPTIONS.receipts}")

from django.conf import settings  # noqa: E402
from django.db import transaction  # noqa: E402
from django.db.models import Sum  # noqa: E402

from bench import _books, _kabupaten, _typst  # noqa: E402
from rukun.accounts.models import User  # noqa: E402
from rukun.accounts.permissions import today  # noqa: E402
from rukun.grants.actions import ledger  # noqa: E402
from rukun.grants.models import Book  # noqa: E402
from rukun.grants.queries import checks, overview  # noqa: E402
from rukun.grants.types import Kind  # noqa: E402
from rukun.reports import pdf  # noqa: E402
from rukun.reports.queries import grants  # noqa: E402
from rukun.rules import ledger as rules  # noqa: E402
from rukun.territory import queries as territory  # noqa: E402
from rukun.walls import scope  # noqa: E402

TIMES, POSTINGS, AMOUNT = 15, 300, 100
HELD = """select b.rt_id, sum(l.amount) from grants_leg l join grants_journal j on j.id = l.journal_id
    join grants_book b on b.id = j.book_id
    where b.year = %s and l.account in ('cash', 'bank', 'panjar') group by 1"""
EACH = """select j.book_id, l.account, sum(l.amount) from grants_leg l join grants_journal j on j.id = l.journal_id
    group by 1, 2"""


def main() -> None:
    _kabupaten.seed_if_empty(OPTIONS.rt)
    year = today().year
    with settings.OWNER.connect(autocommit=True) as owner:
        with transaction.atomic(), scope.everything():
            kabupaten = territory.installation().kabupaten
            people = [User.objects.get_or_create(username=f"ukur-{n}")[0].pk for n in range(3)]
        _books.fill_if_empty(owner, year, OPTIONS.years, OPTIONS.receipts, people)
        counts = owner.execute("select (select count(*) from grants_book), count(*) from grants_journal").fetchone()
        print(f"{counts[0]:,} buku, {counts[1]:,} jurnal\n", flush=True)
        _read(owner, kabupaten, year)
        _lpj(year)
        for writers in (1, 4):
            _posted(owner, writers)
        _books.take_back(owner)


def _read(owner: Any, kabupaten: Any, year: int) -> None:
    """The balances of all RTs, the page of the kabupaten, and every question of verify."""
    with transaction.atomic(), scope.everything():
        ours = {rt: money.hand for rt, money in overview.each_rt(kabupaten.path, year)}
        assert ours == dict(owner.execute(HELD, [year]).fetchall())
        balances = [_ground.milliseconds(lambda: overview.each_rt(kabupaten.path, year)) for _ in range(TIMES)]
        client, _officer = _kabupaten.client(kabupaten)
    bare = [_ground.milliseconds(lambda: owner.execute(HELD, [year]).fetchall()) for _ in range(TIMES)]
    _ground.tell(f"saldo {len(ours):,} RT", balances, bare, "polos: sum semua kaki setahun")
    url = f"/wilayah/{kabupaten.pk}/dana/ringkasan/"
    pages = [_kabupaten.answered(client, url) for _ in range(TIMES)]
    _ground.tell("ringkasan kabupaten (halaman)", pages, bare, "polos: sama")
    with transaction.atomic(), scope.everything(), scope.many_rows("128MB"):
        asked = {code: [_ground.milliseconds(lambda: _holds(code)) for _ in range(3)] for code in checks.QUESTIONS}  # noqa: B023
    every = [_ground.milliseconds(lambda: owner.execute(EACH).fetchall()) for _ in range(5)]
    whole = [sum(round) for round in zip(*asked.values(), strict=True)]
    _ground.tell(f"verify: {len(asked)} pertanyaan uang", whole, every, "polos: sum semua kaki")
    for code, took in sorted(asked.items(), key=lambda each: -min(each[1]))[:5]:
        print(f"{'':6}{code:<40} {min(took):8.1f} ms")


def _holds(code: str) -> None:
    assert checks.rows_of(code) == [], code


def _lpj(year: int) -> None:
    """Books of other RTs each time, or typst would only remember what it drew before."""
    draw, ours, bare = _typst.drawer(), [], []
    with transaction.atomic(), scope.everything():
        for book in Book.objects.filter(year=year).order_by("pk")[: TIMES + 1]:
            began = time.perf_counter()
            told = grants.lpj(book, today())
            pdf.draw(told)
            ours.append((time.perf_counter() - began) * 1000)
            tables = _typst.bare(told)
            bare.append(_ground.milliseconds(lambda: draw(tables)))  # noqa: B023
    _ground.tell("LPJ satu RT, basis data sampai PDF", ours[1:], bare[1:], "polos: typst saja")


def _posted(owner: Any, writers: int) -> None:
    before = owner.execute("select count(*) from grants_journal").fetchone()[0]
    ours, our_rate = _race("ours", writers)
    bare, bare_rate = _race("bare", writers)
    after = owner.execute("select count(*) from grants_journal").fetchone()[0]
    assert after - before == 2 * writers * POSTINGS
    _ground.tell(f"catat, {writers} penulis", ours, bare, "polos: baris yang sama")
    print(f"{'':6}{our_rate:.0f} catatan per detik, polos {bare_rate:.0f}: {bare_rate / our_rate:.1f}×", flush=True)


def _race(way: str, writers: int) -> tuple[list[float], float]:
    """Milliseconds of each posting, and how many a second all writers came to together."""
    context = multiprocessing.get_context("spawn")
    barrier, told = context.Barrier(writers), context.Queue()
    children = [context.Process(target=_write, args=(way, n, barrier, told)) for n in range(writers)]
    for each in children:
        each.start()
    found = [told.get() for _ in children]
    for each in children:
        each.join()
    took = [each for _began, _ended, laps in found for each in laps]
    seconds = max(ended for _began, ended, _laps in found) - min(began for began, _ended, _laps in found)
    return took, len(took) / seconds


def _write(way: str, n: int, barrier: Any, told: Any) -> None:
    """One writer in a process of its own, on a book of its own; the first posting of all is not counted."""
    with settings.OWNER.connect(autocommit=True) as owner:
        book, path = owner.execute("select id, path from grants_book order by year desc, id offset %s", [n]).fetchone()
        line = owner.execute("select id from grants_line where activity_id = %s order by id", [book]).fetchone()[0]
        one = _by_ledger(book, line) if way == "ours" else _by_hand(owner, book, path, line)
        with transaction.atomic(), scope.everything():
            Book.objects.aggregate(Sum("bank"))
        barrier.wait()
        began = time.monotonic()
        laps = [_ground.milliseconds(one) for _ in range(POSTINGS)]
        told.put((began, time.monotonic(), laps))


def _by_ledger(book: int, line: int) -> Callable[[], None]:
    legs = rules.paid([rules.Spent(line, AMOUNT)], source="bank", withheld={})

    def one() -> None:
        with transaction.atomic(), scope.everything():
            ledger.post(book=Book(pk=book), kind=Kind.PAID, legs=legs, on=today(), by="ukuran", words="ukuran")

    return one


def _by_hand(owner: Any, book: int, path: str, line: int) -> Callable[[], None]:
    def one() -> None:
        with owner.transaction():
            told = {"book": book, "path": path, "line": line, "amount": AMOUNT, "op": uuid4(), "on": today()}
            [told["number"]] = owner.execute(LOCKED, told).fetchone()
            [told["entry"]] = owner.execute(ENTRY, told).fetchone()
            told["details"] = json.dumps({"kind": "paid", "number": told["number"], "amount": AMOUNT})
            for statement in (LEGS, BOOK, LINE, CLUSTER, AUDIT):
                owner.execute(statement, told)

    return one


LOCKED = "select last_number + 1 from grants_book where id = %(book)s for update"
ENTRY = """insert into grants_journal (book_id, path, number, "on", kind, op, digest, total, words, by, recorded_at)
    values (%(book)s, %(path)s, %(number)s, %(on)s, 'paid', %(op)s, '', %(amount)s, 'ukuran', 'ukuran', now())
    returning id"""
LEGS = """insert into grants_leg (journal_id, path, account, amount, line_id, tax)
    values (%(entry)s, %(path)s, 'spending', %(amount)s, %(line)s, ''),
        (%(entry)s, %(path)s, 'bank', -%(amount)s, null, '')"""
BOOK = """update grants_book set spent = spent + %(amount)s, bank = bank - %(amount)s, last_number = %(number)s
    where id = %(book)s"""
LINE = "update grants_line set spent = spent + %(amount)s where id = %(line)s"
CLUSTER = "update grants_clustersum set spent = spent + %(amount)s where book_id = %(book)s and cluster = 'sosial'"
AUDIT = """insert into audit_line (recorded_at, verb, actor, subject, subject_id, path, details)
    values (now(), 'journal.posted', 'ukuran', 'grants.journal', %(entry)s, %(path)s, %(details)s)"""


if __name__ == "__main__":
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    main()
