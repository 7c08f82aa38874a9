"""Many lines at once: what the wizard proposed and the user settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from rukun.grants.actions import budgets
from rukun.grants.models import Activity, Budget
from rukun.grants.types import Funding, LineKind
from rukun.kit.problems import Problem


@dataclass(frozen=True, slots=True)
class Chosen:
    """A line with its price. `given`: so much of the quantity is given by residents."""

    kind: LineKind
    words: str
    unit: str
    quantity: Decimal
    price: int
    given: Decimal = Decimal(0)
    code: str = ""
    standard: int | None = None
    told: str = ""


@transaction.atomic
def fill(*, activity: Activity, lines: Sequence[Chosen], on: date, by: Any) -> Budget:
    """Writes the lines behind those that stand; what residents give becomes a line of swadaya.

    Raises Problem grants.given_too_much and those of `budgets.draw` and `budgets.put`.
    """
    budget = budgets.draw(activity=activity, on=on, by=by)
    for each in lines:
        if each.given > each.quantity:
            raise Problem("grants.given_too_much", words=each.words, quantity=each.quantity, given=each.given)
        swadaya = Funding.LABOUR if each.kind == LineKind.WAGE else Funding.GOODS
        for quantity, funding in ((each.quantity - each.given, Funding.GRANT), (each.given, swadaya)):
            if quantity > 0:
                _put(budget, each, quantity, funding, by)
    return budget


def _put(budget: Budget, each: Chosen, quantity: Decimal, funding: Funding, by: Any) -> None:
    budgets.put(
        budget=budget, number=None, kind=each.kind, words=each.words, unit=each.unit, quantity=quantity,
        unit_price=each.price, by=by, funding=funding, code=each.code, standard=each.standard, takeoff=each.told,
    )  # fmt: skip
