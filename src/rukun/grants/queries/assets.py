"""What stays behind in an RT: whose it is, who keeps it, and what a new head has not taken over yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, Sum

from rukun.accounts import queries as accounts
from rukun.accounts.types import Role
from rukun.grants.models import Activity, Asset, HandOver, Payment, PaymentItem, Shot
from rukun.grants.types import AssetState, LineKind, PaymentState

LASTING = (LineKind.MATERIAL, LineKind.EQUIPMENT)
THERE = (AssetState.GOOD, AssetState.WORN, AssetState.BROKEN)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things an RT has, what they were worth, how many are lost or broken."""

    rt_id: int
    count: int
    value: int
    troubled: int


@dataclass(frozen=True, slots=True)
class Passing:
    """One hand-over with the numbers of the pictures that show it."""

    hand_over: HandOver
    pictures: tuple[int, ...]


def of_rt(rt_id: int) -> QuerySet[Asset]:
    return Asset.objects.filter(rt=rt_id).order_by("number")


def path_of(asset_id: int) -> str:
    """The path of an asset one may see, "" when there is none: used by guards."""
    return Asset.objects.filter(pk=asset_id).values_list("path", flat=True).first() or ""


def visible() -> QuerySet[Asset]:
    return Asset.objects.select_related("activity", "payment")


def head_since(rt_id: int, path: str, on: date) -> date | None:
    """Since when the RT has the head it has; None while nobody holds the office."""
    terms = accounts.in_force(on=on).filter(role=Role.RT_HEAD, area=rt_id, path=path)
    return terms.aggregate(n=Max("since"))["n"]


def awaiting(rt_id: int, path: str, on: date) -> list[Asset]:
    """Things bought before the head of today came, and not handed over since: what the new term still has to take
    over. With no head now, everything that is there."""
    since = head_since(rt_id, path, on)
    there = of_rt(rt_id).filter(state__in=THERE)
    if since is None:
        return list(there)
    passed = HandOver.objects.filter(asset=OuterRef("pk"), on__gte=since).exclude(giver=F("taker"))
    return list(there.filter(~Exists(passed), acquired_on__lt=since))


def passings(asset: Asset) -> list[Passing]:
    """The newest first."""
    found = list(asset.hand_overs.order_by("-on", "-id"))
    shots = Shot.objects.filter(hand_over__in=found).order_by("id").values_list("hand_over", "picture")
    return [Passing(each, tuple(picture for key, picture in shots if key == each.pk)) for each in found]


def pictures_of(asset: Asset) -> list[int]:
    return list(Shot.objects.filter(asset=asset).order_by("id").values_list("picture", flat=True))


def counts(path: str) -> list[Tally]:
    """RT by RT beneath a path."""
    rows = Asset.objects.filter(path__startswith=path).order_by().values("rt").annotate(
        n=Count("pk"), worth=Sum("value"), bad=Count("pk", filter=Q(state__in=(AssetState.BROKEN, AssetState.LOST)))
    )  # fmt: skip
    return [Tally(each["rt"], each["n"], each["worth"] or 0, each["bad"]) for each in rows.order_by("rt")]


def bought(rt_id: int, *kinds: LineKind) -> QuerySet[PaymentItem]:
    """Goods or tools that were paid for and are in no asset book yet, the newest first."""
    paid = PaymentItem.objects.filter(
        payment__activity__rt=rt_id, payment__state=PaymentState.PAID, line__kind__in=kinds or LASTING
    )
    known = Asset.objects.filter(payment=OuterRef("payment"), words=OuterRef("words"))
    return paid.filter(~Exists(known)).select_related("payment", "payment__activity").order_by("-payment__on", "-id")


def payments_of(rt_id: int) -> QuerySet[Payment]:
    return Payment.objects.filter(activity__rt=rt_id, state=PaymentState.PAID)


def activities_of(rt_id: int) -> QuerySet[Activity]:
    return Activity.objects.filter(rt=rt_id).order_by("-year", "number")
