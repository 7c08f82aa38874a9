"""Houses that were measured, judged by each of the limits in force side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from rukun.parameters.sanitation import LIMITS, HouseLimit, house_limit
from rukun.people.queries import households
from rukun.rules.sanitation import Decent
from rukun.services.sanitation.facts import houses as facts
from rukun.services.sanitation.models import HouseCheck


@dataclass(frozen=True, slots=True)
class Home:
    """A household of an RT and how its house stands by each limit; nothing by any when it was never measured."""

    line: households.Line
    check: HouseCheck | None
    verdicts: dict[str, Decent]


def limits(on: date) -> dict[str, HouseLimit]:
    """What each limit asks, with who says so."""
    return {code: house_limit(code, on) for code in LIMITS}


def last(household_id: int) -> HouseCheck | None:
    return HouseCheck.objects.filter(household=household_id).order_by("-on", "-id").first()


def newest(path: str, *, on: date) -> QuerySet[HouseCheck]:
    """The check that counts of each household under a path."""
    seen = HouseCheck.objects.filter(path__startswith=path, on__lte=on)
    return seen.order_by("household", "-on", "-id").distinct("household")


def verdicts(check: HouseCheck, *, on: date) -> dict[str, Decent]:
    return {code: facts.judge(check, facts.limit(code, on)) for code in LIMITS}


def of_rt(path: str, *, on: date) -> list[Home]:
    """Households in which somebody lives, those never measured first."""
    seen = {check.household_id: check for check in newest(path, on=on)}
    held = {code: facts.limit(code, on) for code in LIMITS}
    homes = [_home(line, seen.get(line.household_id), held) for line in households.of_rt(path) if line.members]
    return sorted(homes, key=lambda home: home.check is not None)


def by_rt(path: str, code: str, *, on: date) -> dict[str, Counter[str]]:
    """RT path → decent, not decent, unknown, by one limit; households never measured are not in it."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    held, homes = facts.limit(code, on), households.inhabited(path)
    for check in HouseCheck.objects.filter(pk__in=newest(path, on=on).values("pk"), household__in=homes):
        found[check.path][word(facts.judge(check, held))] += 1
    return found


def word(verdict: Decent) -> str:
    return {True: "decent", False: "not_decent", None: "unknown"}[verdict.holds]


def _home(line: households.Line, check: HouseCheck | None, held: dict) -> Home:
    return Home(line, check, {code: facts.judge(check, limit) for code, limit in held.items()} if check else {})
