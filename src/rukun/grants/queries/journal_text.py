"""One book as a journal that others can check: the text format of Beancount, written for their own tools to read.

Lines of the RAB, officers and taxes are accounts of their own, so that their sums can be judged too; officers by
number only.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rukun.grants.models import Book, Journal, Leg
from rukun.grants.types import Account, Kind

NAMES = {
    Account.CASH: "Assets:Kas", Account.BANK: "Assets:Bank", Account.RECEIVABLE: "Assets:TahapDisetujui",
    Account.PANJAR: "Assets:Panjar", Account.SPENDING: "Expenses:Belanja", Account.RETURNED: "Expenses:Dikembalikan",
    Account.LEFTOVER: "Equity:SiLPAKeluar", Account.TAX: "Liabilities:Pajak", Account.TALANGAN: "Liabilities:Talangan",
    Account.GRANT: "Income:DanaRT", Account.SWADAYA: "Income:Swadaya", Account.INTEREST: "Income:JasaGiro",
    Account.CARRIED: "Equity:SiLPAMasuk",
}  # fmt: skip


def beancount(book: Book) -> str:
    """The whole book, its balances asserted at the end, for Beancount to agree or disagree."""
    entries = list(book.journals.order_by("on", "number").prefetch_related("legs"))
    legs = [leg for each in entries for leg in each.legs.all()]
    first = min((each.on for each in entries), default=date(book.year, 1, 1))
    names = sorted({_name(leg) for leg in legs})
    parts = [
        f'option "title" "Dana RT {book.rt_id} tahun {book.year}"\noption "operating_currency" "IDR"\n',
        "\n".join(f"{first} open {name} IDR" for name in names),
        *(_entry(each) for each in entries),
        "\n".join(_balances(legs, entries)),
    ]
    return "\n\n".join(parts) + "\n"


def _entry(each: Journal) -> str:
    said = f"{each.number}. {Kind(each.kind).value}"
    lines = [f'{each.on} * "{said}" "{_plain(each.words)}"']
    lines += [f"  {_name(leg)}  {leg.amount} IDR" for leg in sorted(each.legs.all(), key=lambda leg: leg.pk)]
    return "\n".join(lines)


def _balances(legs: list[Leg], entries: list[Journal]) -> Iterator[str]:
    """Beancount reads a balance at the beginning of a day: the day after the last entry."""
    if not entries:
        return
    after = date.fromordinal(max(each.on for each in entries).toordinal() + 1)
    sums: dict[str, int] = {}
    for leg in legs:
        sums[_name(leg)] = sums.get(_name(leg), 0) + leg.amount
    for name, amount in sorted(sums.items()):
        yield f"{after} balance {name}  {amount} IDR"


def _name(leg: Leg) -> str:
    more = f"Baris{leg.line_id}" if leg.line_id else f"Pengurus{leg.officer_id}" if leg.officer_id else leg.tax.upper()
    base = NAMES[Account(leg.account)]
    return f"{base}:{more}" if more else base


def _plain(words: str) -> str:
    return words.replace("\\", "/").replace('"', "'").replace("\n", " ")
