"""Beancount, in a process of its own, judges our journal: it never comes into the product."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.rooms.conftest import Places
from tests.rooms.grants.money_ground import ON, make_money

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
