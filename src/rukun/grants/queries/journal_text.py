"""One book as a journal that others can check: the text format of Beancount, written for their own tools to read.

Lines of the RAB, officers and taxes are accounts of their own, so that their sums can be judged too; officers by
number only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from rukun.grants.models import Book, Journal
from rukun.grants.types import Account, Kind
from rukun.rules.ledger import Entry, Leg

NAMES = {
    Account.CASH: "Assets:Kas", Account.BANK: "Assets:Bank", Account.RECEIVABLE: "Assets:TahapDisetujui",
    Account.PANJAR: "Assets:Panjar", Account.SPENDING: "Expenses:Belanja", Account.RETURNED: "Expenses:Dikembalikan",
    Account.LEFTOVER: "Equity:SiLPAKeluar", Account.TAX: "Liabilities:Pajak", Account.TALANGAN: "Liabilities:Talangan",
    Account.GRANT: "Income:DanaRT", Account.SWADAYA: "Income:Swadaya", Account.INTEREST: "Income:JasaGiro",
    Account.CARRIED: "Equity:SiLPAMasuk",
}  # fmt: skip


def beancount(book: Book) -> str:
    """The whole book, its balances asserted at the end, for Beancount to agree or disagree."""
    rows = book.journals.order_by("on", "number").prefetch_related("legs")
    return written(f"Dana RT {book.rt_id} tahun {book.year}", [(_entry(each), each.words) for each in rows])


def written(title: str, entries: Sequence[tuple[Entry, str]]) -> str:
    """Entries in order of their days, each with its words."""
    legs = [leg for entry, _words in entries for leg in entry.legs]
    days = [entry.on for entry, _words in entries]
    parts = [
        f'option "title" "{title}"\noption "operating_currency" "IDR"\n',
        "\n".join(f"{min(days)} open {name} IDR" for name in sorted({_name(leg) for leg in legs})),
        *(_transaction(*each) for each in entries),
        "\n".join(_balances(legs, max(days)) if days else ()),
    ]
    return "\n\n".join(parts) + "\n"


def _entry(each: Journal) -> Entry:
    rows = sorted(each.legs.all(), key=lambda leg: leg.pk)
    legs = tuple(Leg(row.account, row.amount, row.line_id, row.officer_id, row.tax) for row in rows)
    return Entry(each.number, each.on, each.kind, legs)


def _transaction(entry: Entry, words: str) -> str:
    said = f"{entry.number}. {Kind(entry.kind).value}"
    lines = [f'{entry.on} * "{said}" "{_plain(words)}"']
    return "\n".join([*lines, *(f"  {_name(leg)}  {leg.amount} IDR" for leg in entry.legs)])


def _balances(legs: list[Leg], last: date) -> Iterator[str]:
    """Beancount reads a balance at the beginning of a day: the day after the last entry."""
    sums: dict[str, int] = {}
    for leg in legs:
        sums[_name(leg)] = sums.get(_name(leg), 0) + leg.amount
    for name, amount in sorted(sums.items()):
        yield f"{last + timedelta(days=1)} balance {name}  {amount} IDR"


def _name(leg: Leg) -> str:
    more = f"Baris{leg.line}" if leg.line else f"Pengurus{leg.officer}" if leg.officer else leg.tax.upper()
    base = NAMES[Account(leg.account)]
    return f"{base}:{more}" if more else base


def _plain(words: str) -> str:
    return words.replace("\\", "/").replace('"', "'").replace("\n", " ")
