"""What people gave themselves: in its own units, with what it is worth beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db.models import Max, Min, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from rukun.grants.models import Activity, Contribution, Line, WageMove
from rukun.grants.types import ActivityState, SwadayaKind
from rukun.rules import swadaya as rules

DONE = (ActivityState.FINISHED, ActivityState.CLOSED)


@dataclass(frozen=True, slots=True)
class Given:
    """All of one kind: its quantities unit by unit, and their worth."""

    kind: SwadayaKind
    quantities: tuple[tuple[str, Decimal], ...]
    value: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What an activity was given, what the grant puts in (what was spent once the work is done), and the share of the
    gifts in both together."""

    given: tuple[Given, ...]
    value: int
    grant: int
    share: Fraction | None


@dataclass(frozen=True, slots=True)
class Giver:
    """One worker's wages given back on one line."""

    worker_id: int
    name: str
    words: str
    unit: str
    quantity: Decimal
    value: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Movable:
    """Wages given back on a line and not yet moved: in rupiah, and in days at the rate of today."""

    line: Line
    amount: int
    rate: int
    days: Decimal


def of_activity(activity: Activity, worker: int | None = None) -> QuerySet[Contribution]:
    """Gift by gift, the newest first; what was taken back stands with what takes it back. Wages given back day by day
    are those of one worker."""
    kind = Q(kind=SwadayaKind.WAIVED)
    found = activity.contributions.filter(kind & Q(worker=worker) if worker else ~kind)
    return found.select_related("takes_back", "taken_back").order_by("-on", "-id")


def givers(activity: Activity) -> list[Giver]:
    """Who gave wages back, each with the sum of their days on a line."""
    line = Coalesce("workday__line__words", "takes_back__workday__line__words")
    found = activity.contributions.filter(kind=SwadayaKind.WAIVED).order_by().annotate(line=line)
    rows = found.values_list("worker", "giver", "line", "unit").annotate(
        n=Sum("quantity"), worth=Sum("value"), first=Min("on"), last=Max("on")
    )
    return [Giver(*each) for each in rows.order_by("giver", "line")]


def standing(activity: Activity) -> Standing:
    rows = activity.contributions.order_by().values_list("kind", "unit").annotate(n=Sum("quantity"), v=Sum("value"))
    told = rules.given(rules.Gift(kind, Fraction(n), unit, value) for kind, unit, n, value in rows)
    value, grant = sum(each.value for each in told), _grant(activity)
    return Standing(tuple(_given(each) for each in told), value, grant, rules.share(grant, value))


def _grant(activity: Activity) -> int:
    name = "spent" if activity.state in DONE else "approved"
    return activity.lines.aggregate(n=Sum(name))["n"] or 0


def _given(told: rules.Given) -> Given:
    quantities = tuple((unit, Decimal(n.numerator) / n.denominator) for unit, n in told.quantities)
    return Given(SwadayaKind(told.kind), quantities, told.value)


def waived(activity: Activity) -> dict[int, int]:
    """Wages given back and taken up by a list, by line."""
    rows = activity.contributions.filter(kind=SwadayaKind.WAIVED, taken_back=None, takes_back=None).order_by()
    return dict(rows.values_list("workday__line").annotate(n=Sum("value")))


def moved(activity: Activity) -> dict[int, int]:
    rows = WageMove.objects.filter(activity=activity).order_by()
    return dict(rows.values_list("source").annotate(n=Sum("amount")))


def movable(activity: Activity, rates: dict[int, int]) -> list[Movable]:
    """Lines with wages to move, the largest first. A line without a rate today has nothing to move by days."""
    left = rules.movable(waived(activity), moved(activity))
    lines = {each.pk: each for each in activity.lines.filter(pk__in=left)}
    told = [
        Movable(lines[pk], amount, rates[pk], Decimal(2 * amount // rates[pk]) / 2)
        for pk, amount in left.items()
        if rates.get(pk)
    ]
    return sorted((each for each in told if each.days), key=lambda each: -each.amount)


def path_of(contribution_id: int) -> str:
    """The path of a gift one may see, "" when there is none: used by guards."""
    return Contribution.objects.filter(pk=contribution_id).values_list("path", flat=True).first() or ""


def visible() -> QuerySet[Contribution]:
    return Contribution.objects.select_related("activity__book", "workday")
