"""Who worked on which day, who takes the wage and who gives it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Sum

from rukun.accounts import queries as accounts
from rukun.grants.models import Activity, BudgetItem, Contribution, Line, Payment, WageMove, Workday, Worker
from rukun.grants.types import BudgetState, LineKind, PaymentKind, PaymentState, Skill
from rukun.people.queries import lives, persons
from rukun.rules import swadaya as rules

GONE = (PaymentState.REFUSED, PaymentState.REVERSED)
HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Mark:
    """How one worker stands on one day: halves of a day (0: did not come), whether the wage is given back, and why
    it can no longer be changed here ("": it can)."""

    worker: Worker
    halves: int = 0
    is_waived: bool = False
    fixed: str = ""


@dataclass(frozen=True, slots=True)
class Wage:
    """One row of a wage list, with the worker's name for those who may see it."""

    worker: Worker
    rate: int
    paid_days: Decimal
    waived_days: Decimal
    paid: int
    waived: int


@dataclass(frozen=True, slots=True)
class WageList:
    """All of one line: what its RAB allows and pays a day, and every worker's days, by payment or not yet."""

    line: Line
    rate: int | None
    rows: tuple[Wage, ...]
    open_paid: int
    open_waived: int
    open_days: int

    @property
    def paid(self) -> int:
        return sum(each.paid for each in self.rows)

    @property
    def waived(self) -> int:
        return sum(each.waived for each in self.rows)

    @property
    def paid_days(self) -> Decimal:
        return sum((each.paid_days for each in self.rows), Decimal(0))

    @property
    def waived_days(self) -> Decimal:
        return sum((each.waived_days for each in self.rows), Decimal(0))


def wage_lines(activity: Activity) -> list[Line]:
    return list(activity.lines.filter(kind=LineKind.WAGE).order_by("number"))


def rates(activity: Activity) -> dict[int, int]:
    """What the RAB in force pays for a day, by line."""
    held = BudgetItem.objects.filter(budget__activity=activity, budget__state=BudgetState.APPROVED, kind=LineKind.WAGE)
    prices = dict(held.values_list("number", "unit_price"))
    return {line.pk: prices[line.number] for line in wage_lines(activity) if line.number in prices}


def workers(rt_id: int) -> list[Worker]:
    return list(Worker.objects.filter(rt=rt_id).order_by("name", "pk"))


def marks(activity: Activity, line: Line, on: date) -> tuple[list[Mark], list[Mark]]:
    """Everybody of the RT who works: those of this line, then the others. Four queries."""
    people = workers(activity.rt_id)
    there = {each.worker_id: each for each in days_of([each.pk for each in people], on)}
    here = set(activity.workdays.filter(line=line).values_list("worker", flat=True))
    elsewhere = set(activity.workdays.exclude(line=line).values_list("worker", flat=True)) - here
    told = [_mark(each, there.get(each.pk), line) for each in people]
    own = [
        each for each in told if each.worker.pk in here or each.worker.pk not in elsewhere and fits(each.worker, line)
    ]
    return own, [each for each in told if each not in own]


def fits(worker: Worker, line: Line) -> bool:
    """Whether a line sounds like this worker's trade; a line that names no trade fits everybody."""
    named = [skill for skill in Skill if str(skill.label).lower() in line.words.lower()]
    exact = max(named, key=lambda skill: len(str(skill.label)), default=None)
    return exact is None or exact == worker.skill


def _mark(worker: Worker, day: Workday | None, line: Line) -> Mark:
    if day is None:
        return Mark(worker)
    fixed = ""
    if day.line_id != line.pk:
        fixed = "elsewhere"
    elif day.is_settled:  # type: ignore[attr-defined]
        fixed = "settled"
    return Mark(worker, halves(day), day.is_waived, fixed)


def halves(day: Workday) -> int:
    return int(day.days * 2)


def days_of(worker_ids: Iterable[int], on: date) -> QuerySet[Workday]:
    """Their days, wherever; each says whether it `is_settled`: on its way to be paid, or given as swadaya."""
    return with_settled(Workday.objects.filter(worker__in=list(worker_ids), on=on))


def with_settled(days: QuerySet[Workday]) -> QuerySet[Workday]:
    given = Contribution.objects.filter(workday=OuterRef("pk"), taken_back=None)
    paid = Q(payment__isnull=False) & ~Q(payment__state__in=GONE)
    return days.annotate(is_settled=paid | Exists(given))


def last_before(activity: Activity, line: Line, on: date) -> dict[int, tuple[int, bool]]:
    """Halves and whether the wage was given back, of everybody on the last day before this one."""
    earlier = activity.workdays.filter(line=line, on__lt=on).order_by("-on")
    last = earlier.values_list("on", flat=True).first()
    return {each.worker_id: (halves(each), each.is_waived) for each in earlier.filter(on=last)} if last else {}


def residents(words: str, path: str, *, on: date) -> list[tuple[int, str]]:
    """Residents of this very RT whose names begin so, with what tells them apart."""
    found = persons.search(words, on=on).hits
    here = lives.of_path([each.person_id for each in found], path)
    return [
        (each.person_id, f"{each.name}, {each.sex.lower()}" + (f", {each.age}" if each.age is not None else ""))
        for each in found
        if each.person_id in here
    ]


def officers(path: str, *, on: date) -> list[Any]:
    """Who holds an office in this very place, each once."""
    terms = accounts.in_force(on=on).filter(path=path).select_related("user").order_by("role")
    return list({term.user_id: term.user for term in terms}.values())


def as_rule(days: Iterable[Workday]) -> list[rules.Day]:
    return [rules.Day(each.worker_id, each.line_id, each.on, halves(each), each.rate, each.is_waived) for each in days]


def wage_lists(activity: Activity, until: date) -> list[WageList]:
    """Line by line: all days, and of these the ones still open until a day. Four queries."""
    prices, found = rates(activity), list(with_settled(activity.workdays.select_related("worker")))
    return [
        _wage_list(line, prices.get(line.pk), [each for each in found if each.line_id == line.pk], until)
        for line in wage_lines(activity)
    ]


def _wage_list(line: Line, rate: int | None, days: list[Workday], until: date) -> WageList:
    names = {each.worker_id: each.worker for each in days}
    rows = [_wage(names[each.worker], each) for each in rules.wages(as_rule(days))]
    still = [each for each in days if not each.is_settled and each.on <= until]  # type: ignore[attr-defined]
    ready = rules.wages(as_rule(still))
    return WageList(
        line, rate, tuple(sorted(rows, key=lambda row: (row.worker.name, row.worker.pk))),
        sum(each.paid for each in ready), sum(each.waived for each in ready), len(still),
    )  # fmt: skip


def lists_of(activity: Activity) -> list[Payment]:
    """Payments of wages, the newest first."""
    return list(activity.payments.filter(kind=PaymentKind.WAGE).order_by("-on", "-id"))


def strange(activity: Activity) -> list[tuple[str, Worker, tuple[Any, ...]]]:
    """What asks for another look: the code of the rule, the worker, the figures behind it."""
    days = list(activity.workdays.select_related("worker"))
    people = {each.worker_id: each.worker for each in days}
    known = lives.lives(each.person_id for each in people.values() if each.person_id)
    born = {pk: known[each.person_id].born for pk, each in people.items() if each.person_id in known}
    told = rules.findings(as_rule(days), born={pk: day for pk, day in born.items() if day}, prices=rates(activity))
    return [(each.code, people[each.worker], each.values) for each in told]


def _wage(worker: Worker, wage: rules.Wage) -> Wage:
    return Wage(worker, wage.rate, wage.paid_halves * HALF, wage.waived_halves * HALF, wage.paid, wage.waived)


def week(activity: Activity, on: date) -> list[tuple[date, Decimal]]:
    """Monday to Sunday around a day, with the days of work on each."""
    monday = on - timedelta(days=on.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    found = activity.workdays.filter(on__range=(days[0], days[-1])).order_by()
    sums = dict(found.values("on").annotate(n=Sum("days")).values_list("on", "n"))
    return [(day, sums.get(day, Decimal(0))) for day in days]


def used_of(line: Line, rate: int | None) -> tuple[Decimal, Decimal | None]:
    """Days worked on a line, and how many there may be: those its money pays, and those whose wages moved elsewhere."""
    moves = WageMove.objects.filter(source=OuterRef("line")).order_by().values("source").annotate(n=Sum("amount"))
    days = line.workdays.order_by().values("line").annotate(n=Sum("days"), moved=Subquery(moves.values("n")))
    used, moved = next(iter(days.values_list("n", "moved")), (Decimal(0), 0))
    return used, Decimal(2 * (line.approved + (moved or 0)) // rate) * HALF if rate else None
