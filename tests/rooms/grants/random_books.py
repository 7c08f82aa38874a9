"""Books at random, kept twice: as entries of the ledger, and plainly. What Beancount finds must be what stands plainly."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.torture.plain_book import PlainBook

from rukun.rules import ledger as rules

ACCOUNTS = {
    "cash": ("Assets:Kas", 1), "bank": ("Assets:Bank", 1), "receivable": ("Assets:TahapDisetujui", 1),
    "panjar": ("Assets:Panjar", 1), "spent": ("Expenses:Belanja", 1), "returned": ("Expenses:Dikembalikan", 1),
    "carried_out": ("Equity:SiLPAKeluar", 1), "carried_in": ("Equity:SiLPAMasuk", -1), "tax": ("Liabilities:Pajak", -1),
    "talangan": ("Liabilities:Talangan", -1), "granted": ("Income:DanaRT", -1), "interest": ("Income:JasaGiro", -1),
    "swadaya_cash": ("Income:Swadaya", -1),
}  # fmt: skip


@dataclass
class Walk:
    """A random book kept twice: as entries of the ledger, and plainly."""

    chance: random.Random

    def __post_init__(self) -> None:
        self.plain, self.entries = PlainBook(), []
        self.day = date(2026, 1, 1)
        for _ in range(self.chance.randint(1, 40)):
            self.day += timedelta(days=self.chance.randint(0, 9))
            self._take_back() if self.entries and self.chance.random() < 0.15 else self._happen()

    def _happen(self) -> None:
        name, told = self._event()
        self.plain.happened(name, **told)
        given = dict(told)
        if name == "paid":
            given["spent"] = [rules.Spent(*each) for each in given["spent"].items()]
        first = [given.pop(key) for key in ("amount", "spent") if key in given]
        self._write(name, getattr(rules, name)(*first, **given))

    def _take_back(self) -> None:
        """Any entry, at any later moment; what was taken back may be taken back as well."""
        n = self.chance.randrange(len(self.entries))
        taken = self.plain.events[n]
        if taken[0] == "undone":
            return
        self.plain.reverse(n + 1)
        self._write("reversal", rules.reversal(self.entries[n][0].legs))

    def _write(self, kind: str, legs: tuple[rules.Leg, ...]) -> None:
        self.entries.append((rules.Entry(len(self.entries) + 1, self.day, kind, legs), 'Semen "A" \\ pasir'))

    def _event(self) -> tuple[str, dict[str, Any]]:
        draw = self.chance
        amount, officer = draw.randint(1, 10 ** draw.randint(1, 13)), draw.randint(1, 3)
        purse = draw.choice(["cash", "bank"])
        spent = {line: draw.randint(5_000, 10**9) for line in draw.sample(range(1, 9), draw.randint(1, 4))}
        withheld = {tax: draw.randint(1, 1_000) for tax in draw.sample(["ppn", "pph21", "pph22", "pph23"], 2)}
        source = draw.choice(["cash", "bank", "panjar", "talangan"])
        owner = {"officer": officer} if source in ("panjar", "talangan") else {}
        events: list[tuple[str, dict[str, Any]]] = [
            *((name, {"amount": amount}) for name in ("granted", "withdrawn", "banked", "interest", "bank_fee")),
            ("released", {"amount": amount, "into": purse}), ("swadaya_cash", {"amount": amount, "into": purse}),
            ("returned", {"amount": amount, "source": purse}),
            ("tax_deposited", {"amount": amount, "tax": draw.choice(["ppn", "pph21"]), "source": purse}),
            ("panjar_given", {"amount": amount, "officer": officer, "source": purse}),
            ("panjar_back", {"amount": amount, "officer": officer, "into": purse}),
            ("talangan_repaid", {"amount": amount, "officer": officer, "source": purse}),
            ("carried_in", {"cash": amount, "bank": amount + 1}), ("carried_out", {"cash": amount, "bank": 0}),
            *[("paid", {"spent": spent, "source": source, "withheld": withheld} | owner)] * 4,
        ]  # fmt: skip
        return draw.choice(events)

    def balances(self) -> dict[str, int]:
        """As Beancount should find them: lines, officers and taxes apart, credits below zero."""
        sums, plain = self.plain.sums(), self.plain
        found = {name: sign * sums[key] for key, (name, sign) in ACCOUNTS.items()}
        for base, parts, sign in (
            ("Expenses:Belanja:Baris", plain.by_line, 1), ("Assets:Panjar:Pengurus", plain.panjar_of, 1),
            ("Liabilities:Talangan:Pengurus", plain.talangan_of, -1), ("Liabilities:Pajak:", plain.tax_of, -1),
        ):  # fmt: skip
            found.pop(base[: base.rindex(":")])
            found |= {f"{base}{str(part).upper()}": sign * amount for part, amount in parts.items()}
        return {name: amount for name, amount in found.items() if amount}
