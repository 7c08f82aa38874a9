"""What the tables of the book ask: which sums a thing that happens to money changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.spec.meanings.words import rupiah

from rukun.rules import ledger

OFFICER, LINE = 7, 3
FROM = {"kas": "cash", "bank": "bank", "panjar": "panjar", "talangan": "talangan", "–": "cash"}
SUMS = {
    "released": "cair", "cash": "kas", "bank": "bank", "receivable": "belum cair", "panjar": "panjar",
    "talangan": "talangan", "spent": "belanja", "tax": "pajak", "granted": "dana RT", "swadaya_cash": "swadaya",
    "interest": "jasa giro", "returned": "dikembalikan",
}  # fmt: skip


def _paid(amount: int, source: Any, tax: int) -> ledger.recipes.Legs:
    officer = OFFICER if source in ("panjar", "talangan") else None
    withheld = {"pph22": tax} if tax else {}
    return ledger.paid([ledger.Spent(LINE, amount)], source=source, withheld=withheld, officer=officer)


WAYS: dict[str, Callable[[int, Any, int], Any]] = {
    "disetujui": lambda amount, source, tax: ledger.granted(amount),
    "cair": lambda amount, source, tax: ledger.released(amount),
    "ambil tunai": lambda amount, source, tax: ledger.withdrawn(amount),
    "setor tunai": lambda amount, source, tax: ledger.banked(amount),
    "bayar": _paid,
    "setor pajak": lambda amount, source, tax: ledger.tax_deposited(amount, tax="pph22", source=source),
    "beri panjar": lambda amount, source, tax: ledger.panjar_given(amount, officer=OFFICER, source=source),
    "panjar kembali": lambda amount, source, tax: ledger.panjar_back(amount, officer=OFFICER),
    "ganti talangan": lambda amount, source, tax: ledger.talangan_repaid(amount, officer=OFFICER, source=source),
    "swadaya uang": lambda amount, source, tax: ledger.swadaya_cash(amount),
    "jasa giro": lambda amount, source, tax: ledger.interest(amount),
    "biaya bank": lambda amount, source, tax: ledger.bank_fee(amount),
    "kembalikan": lambda amount, source, tax: ledger.returned(amount, source=source),
}


def _legs(row: dict[str, str]) -> Any:
    number = lambda text: 0 if text == "–" else int(text.replace(".", ""))  # noqa: E731
    return WAYS[row["kejadian"]](number(row["jumlah"]), FROM[row["dari"]], number(row["pajak"]))


def _changes(legs: Any) -> str:
    moved = ledger.effects(legs)
    told = [
        f"{words} {'+' if moved[name] > 0 else '-'}{rupiah(abs(moved[name]))}"
        for name, words in SUMS.items()
        if moved[name]
    ]
    return ", ".join(told) or "tidak ada yang berubah"


def happens(spec: Any, row: dict[str, str]) -> dict[str, str]:
    return {"berubah": _changes(_legs(row))}


def reversed_(spec: Any, row: dict[str, str]) -> dict[str, str]:
    legs = _legs(row)
    return {"setelah dibatalkan": _changes((*legs, *ledger.reversal(legs)))}


MEANINGS = {("buku", "kejadian"): happens, ("buku", "batal"): reversed_}
