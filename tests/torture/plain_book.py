"""A book kept a second time, in the plainest way there is: it knows nothing of legs, sums or the product's rules.

Every event is a method; `reverse` undoes one. What the product says must be what stands here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


class PlainBook:
    def __init__(self, flow: str = "advance", opened: int = 0) -> None:
        self.flow, self.opened = flow, opened
        self.cash = self.bank = self.receivable = self.spent = self.returned = self.carried_out = 0
        self.granted = self.released = self.swadaya_cash = self.interest = self.carried_in = 0
        self.by_line: Counter[int] = Counter()
        self.panjar_of: Counter[int] = Counter()
        self.talangan_of: Counter[int] = Counter()
        self.tax_of: Counter[str] = Counter()
        self.events: list[tuple[str, dict[str, object]]] = []

    def happened(self, event: str, **told: object) -> None:
        self._apply(event, 1, told)
        self.events.append((event, told))

    def reverse(self, number: int) -> None:
        """Undoes event `number`, counted from one."""
        event, told = self.events[number - 1]
        self._apply(event, -1, told)
        self.events.append(("undone", {"number": number}))

    def _apply(self, event: str, sign: int, told: dict[str, object]) -> None:
        getattr(self, f"_{event}")(sign, **told)

    def _granted(self, sign: int, amount: int) -> None:
        self.granted += sign * amount
        self.receivable += sign * amount

    def _released(self, sign: int, amount: int, into: str = "bank") -> None:
        self.receivable -= sign * amount
        self.released += sign * amount
        self._purse(into, sign * amount)

    def _withdrawn(self, sign: int, amount: int) -> None:
        self.bank -= sign * amount
        self.cash += sign * amount

    def _banked(self, sign: int, amount: int) -> None:
        self._withdrawn(-sign, amount)

    def _paid(
        self, sign: int, spent: Mapping[int, int], source: str, withheld: Mapping[str, int], officer: int | None = None
    ) -> None:
        for line, amount in spent.items():
            self.by_line[line] += sign * amount
            self.spent += sign * amount
        for tax, amount in withheld.items():
            self.tax_of[tax] += sign * amount
        self._purse(source, -sign * (sum(spent.values()) - sum(withheld.values())), officer)

    def _tax_deposited(self, sign: int, amount: int, tax: str, source: str) -> None:
        self.tax_of[tax] -= sign * amount
        self._purse(source, -sign * amount)

    def _panjar_given(self, sign: int, amount: int, officer: int, source: str) -> None:
        self.panjar_of[officer] += sign * amount
        self._purse(source, -sign * amount)

    def _panjar_back(self, sign: int, amount: int, officer: int, into: str) -> None:
        self._panjar_given(-sign, amount, officer, into)

    def _talangan_repaid(self, sign: int, amount: int, officer: int, source: str) -> None:
        self.talangan_of[officer] -= sign * amount
        self._purse(source, -sign * amount)

    def _swadaya_cash(self, sign: int, amount: int, into: str = "cash") -> None:
        self.swadaya_cash += sign * amount
        self._purse(into, sign * amount)

    def _interest(self, sign: int, amount: int) -> None:
        self.interest += sign * amount
        self.bank += sign * amount

    def _bank_fee(self, sign: int, amount: int) -> None:
        self._interest(-sign, amount)

    def _returned(self, sign: int, amount: int, source: str) -> None:
        self.returned += sign * amount
        self._purse(source, -sign * amount)

    def _carried_out(self, sign: int, cash: int, bank: int) -> None:
        self.cash -= sign * cash
        self.bank -= sign * bank
        self.carried_out += sign * (cash + bank)

    def _carried_in(self, sign: int, cash: int, bank: int) -> None:
        self.cash += sign * cash
        self.bank += sign * bank
        self.carried_in += sign * (cash + bank)

    def _purse(self, name: str, amount: int, officer: int | None = None) -> None:
        if name == "panjar":
            self.panjar_of[officer or 0] += amount
        elif name == "talangan":
            self.talangan_of[officer or 0] -= amount
        else:
            setattr(self, name, getattr(self, name) + amount)

    @property
    def available(self) -> int:
        came = self.released if self.flow == "advance" else self.opened
        return came + self.swadaya_cash + self.interest + self.carried_in - self.returned - self.carried_out

    def sums(self) -> dict[str, int]:
        """Under the names the product gives its sums."""
        plain = ("cash", "bank", "receivable", "spent", "returned", "carried_out", "granted", "released")
        more = ("swadaya_cash", "interest", "carried_in", "available")
        return {name: getattr(self, name) for name in (*plain, *more)} | {
            "panjar": sum(self.panjar_of.values()),
            "talangan": sum(self.talangan_of.values()),
            "tax": sum(self.tax_of.values()),
        }
