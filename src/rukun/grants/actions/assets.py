"""Things that stay: written into the book once, kept by somebody, passed on before a witness."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max

from rukun.audit import actions as audit
from rukun.grants.models import Activity, Asset, HandOver, PaymentItem
from rukun.grants.types import MOST, AssetState
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.walls import scope

LOCK = 7302  # the numbers of one asset book are given out one after another
EARLIEST = date(1990, 1, 1)
MANY = Decimal(10**7)
IN_TROUBLE = (AssetState.BROKEN, AssetState.LOST, AssetState.GONE)


@transaction.atomic
def register(
    *, rt: int, path: str, words: str, quantity: Decimal, unit: str, value: int, acquired_on: date, owner: str,
    today: date, by: Any, item: PaymentItem | None = None, activity: Activity | None = None, **more: str,
) -> Asset:  # fmt: skip
    """A new line of an RT's asset book. `item`: the paid thing it is; `more`: keeper, plate, place_words.

    Raises Problem grants.asset_day, grants.asset_quantity, grants.asset_value.
    """
    if not EARLIEST <= acquired_on <= today:
        raise Problem("grants.asset_day", on=acquired_on, first=EARLIEST, today=today)
    if not quantity.is_finite() or not 0 < quantity < MANY:
        raise Problem("grants.asset_quantity", quantity=quantity)
    if not 0 <= value <= MOST:
        raise Problem("grants.asset_value", value=shown(value))
    made = Asset.objects.create(
        rt_id=rt, path=path, number=_next_number(rt), words=words, quantity=quantity, unit=unit, value=value,
        acquired_on=acquired_on, owner=owner, payment=item.payment if item else None,
        activity=item.payment.activity if item else activity, **more,
    )  # fmt: skip
    audit.record("asset.registered", made, by=by, path=path, number=made.number, what=words, amount=value)
    return made


@transaction.atomic
def change(*, asset: Asset, place_words: str, plate: str, by: Any) -> Asset:
    """Where it stands and what plate it bears."""
    held = _held(asset)
    held.place_words, held.plate = place_words, plate
    held.save(update_fields=["place_words", "plate"])
    audit.record("asset.changed", held, by=by, path=held.path, number=held.number)
    return held


@transaction.atomic
def hand_over(
    *, asset: Asset, giver: str, taker: str, witness: str, state: AssetState, words: str, on: date, today: date, by: Any
) -> HandOver:
    """Passes a thing on. Raises Problem grants.asset_gone, grants.hand_over_day, grants.hand_over_same,
    grants.hand_over_witness, grants.asset_words."""
    held = _held(asset)
    if _same(giver, taker):
        raise Problem("grants.hand_over_same", name=taker)
    if not witness.strip() or _same(witness, giver) or _same(witness, taker):
        raise Problem("grants.hand_over_witness")
    made = _passed(held, giver, taker, witness, state, words, on, today, by)
    held.keeper = taker
    held.save(update_fields=["state", "keeper"])
    audit.record("asset.handed_over", made, by=by, path=held.path, number=held.number, state=str(state))
    return made


@transaction.atomic
def tell_state(
    *, asset: Asset, state: AssetState, words: str, on: date, today: date, by: Any, witness: str = ""
) -> HandOver:
    """In what state it is, with words where it is broken, lost or struck off. Raises as `hand_over` does."""
    held = _held(asset)
    keeper = held.keeper or held.owner
    made = _passed(held, keeper, keeper, witness, state, words, on, today, by)
    held.save(update_fields=["state"])
    audit.record("asset.state_told", made, by=by, path=held.path, number=held.number, state=str(state))
    return made


def _held(asset: Asset) -> Asset:
    held = Asset.objects.select_for_update().get(pk=asset.pk)
    if held.state == AssetState.GONE:
        raise Problem("grants.asset_gone", words=held.words)
    return held


def _passed(
    held: Asset, giver: str, taker: str, witness: str, state: AssetState, words: str, on: date, today: date, by: Any
) -> HandOver:
    last = held.hand_overs.aggregate(n=Max("on"))["n"] or held.acquired_on
    if not last <= on <= today:
        raise Problem("grants.hand_over_day", on=on, first=last, today=today)
    if state in IN_TROUBLE and not words.strip():
        raise Problem("grants.asset_words", state=AssetState(state).label)
    held.state = state
    return HandOver.objects.create(
        asset=held, path=held.path, giver=giver, taker=taker, witness=witness, state=state, words=words, on=on,
        by=str(by),
    )  # fmt: skip


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _next_number(rt: int) -> int:
    scope.alone(LOCK, rt)
    return (Asset.objects.filter(rt=rt).aggregate(n=Max("number"))["n"] or 0) + 1
