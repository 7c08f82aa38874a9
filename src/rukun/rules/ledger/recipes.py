"""How each thing that happens to money is written: one function, one kind of entry. Amounts are rupiah above zero.

>>> [(leg.account, leg.amount) for leg in paid([Spent(7, 900)], source="cash", withheld={"pph22": 12})]
[('spending', 900), ('cash', -888), ('tax', -12)]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rukun.rules.ledger.values import Account, Leg, Source, Spent

Legs = tuple[Leg, ...]


def granted(amount: int) -> Legs:
    """A tranche is approved: the RT may count on it, but does not hold it."""
    return _moved("grant", "receivable", amount)


def released(amount: int, *, into: Account = "bank") -> Legs:
    return _moved("receivable", into, amount)


def withdrawn(amount: int) -> Legs:
    return _moved("bank", "cash", amount)


def banked(amount: int) -> Legs:
    return _moved("cash", "bank", amount)


def paid(spent: Sequence[Spent], *, source: Source, withheld: Mapping[str, int], officer: int | None = None) -> Legs:
    """A receipt is paid: its lines are spent in full, tax kept back is owed to the state, the rest leaves `source`."""
    net = sum(each.amount for each in spent) - sum(withheld.values())
    lines = tuple(Leg("spending", each.amount, line=each.line) for each in spent)
    taxes = tuple(Leg("tax", -amount, tax=tax) for tax, amount in withheld.items())
    return (*lines, Leg(source, -net, officer=officer), *taxes)


def tax_deposited(amount: int, *, tax: str, source: Account = "cash", officer: int | None = None) -> Legs:
    return (Leg("tax", amount, tax=tax), Leg(source, -amount, officer=officer))


def panjar_given(amount: int, *, officer: int, source: Account = "cash") -> Legs:
    return (Leg("panjar", amount, officer=officer), Leg(source, -amount))


def panjar_back(amount: int, *, officer: int, into: Account = "cash") -> Legs:
    return (Leg(into, amount), Leg("panjar", -amount, officer=officer))


def talangan_repaid(amount: int, *, officer: int, source: Account = "cash") -> Legs:
    return (Leg("talangan", amount, officer=officer), Leg(source, -amount))


def swadaya_cash(amount: int, *, into: Account = "cash") -> Legs:
    return _moved("swadaya", into, amount)


def interest(amount: int) -> Legs:
    return _moved("interest", "bank", amount)


def bank_fee(amount: int) -> Legs:
    return _moved("bank", "interest", amount)


def returned(amount: int, *, source: Account = "bank") -> Legs:
    return _moved(source, "returned", amount)


def carried_out(*, cash: int, bank: int) -> Legs:
    """At the end of a year all that is left leaves the book; nothing else may be open then."""
    parts = (("cash", cash), ("bank", bank))
    taken = tuple(Leg(account, -amount) for account, amount in parts if amount)  # type: ignore[arg-type]
    return (Leg("leftover", cash + bank), *taken)


def carried_in(*, cash: int, bank: int) -> Legs:
    parts = (("cash", cash), ("bank", bank))
    brought = tuple(Leg(account, amount) for account, amount in parts if amount)  # type: ignore[arg-type]
    return (*brought, Leg("carried", -(cash + bank)))


def reversal(legs: Sequence[Leg]) -> Legs:
    """Every leg the other way round: the book stands exactly as before."""
    return tuple(Leg(each.account, -each.amount, each.line, each.officer, each.tax) for each in legs)


def _moved(source: Account, target: Account, amount: int) -> Legs:
    return (Leg(target, amount), Leg(source, -amount))
