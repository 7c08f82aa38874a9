"""Beancount, in a process of its own, judges our journal: it never comes into the product."""

from __future__ import annotations

import json
import random
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rooms.conftest import Places
from tests.rooms.grants.money_ground import ON, make_money
from tests.rooms.grants.random_books import Walk

from rukun.grants.actions import books, ledger
from rukun.grants.queries import journal_text
from rukun.grants.types import Kind
from rukun.rules import ledger as rules

pytestmark = pytest.mark.django_db


def judged(text: str, folder: Path) -> str:
    file = folder / "buku.beancount"
    file.write_text(text)
    told = subprocess.run(  # noqa: S603 - our own file
        [sys.executable, "-m", "beancount.scripts.check", str(file)], capture_output=True, text=True, check=False
    )
    return told.stdout + told.stderr


def journal(places: Places) -> str:
    money = make_money(places.melati)
    for kind, legs in (
        (Kind.GRANTED, rules.granted(60_000_000)),
        (Kind.RELEASED, rules.released(60_000_000)),
        (Kind.PAID, rules.paid([rules.Spent(money.cement.pk, 900_000)], source="bank", withheld={"pph22": 13_500})),
        (Kind.SWADAYA_CASH, rules.swadaya_cash(250_000)),
    ):
        ledger.post(book=money.book, kind=kind, legs=legs, on=ON, by="uji", words='Semen "A"')
    told = {"book": money.book, "on": ON, "by": "uji"}
    books.give_panjar(amount=100_000, officer=money.secretary, **told)
    books.reverse(journal=books.charge_fee(amount=5_000, **told), reason="Salah", on=ON, by="uji")
    return journal_text.beancount(money.book)


def test_beancount_agrees_with_every_balance(places, tmp_path):
    assert judged(journal(places), tmp_path) == ""


def test_beancount_finds_what_we_would_hide(places, tmp_path):
    text = journal(places)
    assert "balance Assets:Bank  59113500 IDR" in text
    assert "Balance failed" in judged(
        text.replace("balance Assets:Bank  59113500", "balance Assets:Bank  59113501"), tmp_path
    )


BOOKS = 1_000
ASKED = """
import collections, json, sys
from beancount import loader
from beancount.core.data import Transaction

entries, errors, _options = loader.load_file(sys.argv[1])
found = collections.Counter()
for each in entries:
    for posting in each.postings if isinstance(each, Transaction) else ():
        found[posting.account] += int(posting.units.number)
print(json.dumps({"errors": [str(each.message) for each in errors], "balances": found}))
"""


def shelf(walks: list[Walk]) -> Iterator[str]:
    """All books in one file, each with accounts of its own."""
    for n, walk in enumerate(walks):
        text = journal_text.written("Buku acak", walk.entries)
        yield re.sub(r"\b(Assets|Liabilities|Income|Expenses|Equity):", rf"\1:Buku{n}:", text)


def test_beancount_finds_in_a_thousand_random_books_what_we_find(tmp_path):
    seed = secrets.randbelow(10**9)
    print(f"benih {seed}")
    walks = [Walk(random.Random(seed + n)) for n in range(BOOKS)]
    file = tmp_path / "seribu.beancount"
    file.write_text("".join(shelf(walks)))
    said = subprocess.run([sys.executable, "-c", ASKED, str(file)], capture_output=True, text=True, check=True)
    told = json.loads(said.stdout)
    assert told["errors"] == []
    found: list[dict[str, int]] = [{} for _ in walks]
    for account, amount in told["balances"].items():
        base, book, rest = account.split(":", 2)
        if amount:
            found[int(book.removeprefix("Buku"))][f"{base}:{rest}"] = amount
    assert found == [walk.balances() for walk in walks]
