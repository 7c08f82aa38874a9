"""What stands in an RT's plan, how much money there is, and how much of it is taken."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from rukun.musrenbang.models import Choice, Partner, Plan, Proposal
from rukun.musrenbang.queries import ceilings
from rukun.musrenbang.types import Stage, State


def ceiling(path: str, year: int, on: date) -> int | None:
    """The money of one RT: the least of what is decreed for it and what was counted under; None when nobody said."""
    return least(path, year, on, counted(path, year))


def least(path: str, year: int, on: date, choices: Iterable[Choice]) -> int | None:
    """The same where the counted choices are at hand. What was counted before a decree began says nothing about it."""
    money = ceilings.of_rt(path, year, on)
    known, since = ([money.amount], money.since) if money else ([], date.min)
    counted = [each.ceiling for each in choices if ceilings.day_of(year, each.counted_on) >= since]
    return min([*known, *(each for each in counted if each is not None)], default=None)


def counted(path: str, year: int) -> list[Choice]:
    """The choices of an RT in a year that were counted, with their results, the newest last."""
    found = Choice.objects.filter(path=path, meeting__year=year, stage=Stage.COUNTED)
    return list(found.select_related("result").order_by("counted_on", "pk"))


def taken(path: str, year: int) -> int:
    """What the plan of an RT already holds: its own lines, and its shares of planned joint proposals."""
    own = Plan.objects.filter(path=path, year=year).order_by().values_list("amount")
    planned = Proposal.objects.filter(state=State.PLANNED).values("pk")
    joint = Partner.objects.filter(path=path, year=year, agreed_on__isnull=False, proposal_id__in=planned)
    return sum(amount for (amount,) in own.union(joint.values_list("share"), all=True))


def next_place(path: str, year: int) -> int:
    return (Plan.objects.filter(path=path, year=year).aggregate(n=Max("place"))["n"] or 0) + 1


def partners(proposal_id: int) -> list[Partner]:
    """The RTs that agreed to pay a share of a joint proposal."""
    return list(Partner.objects.filter(proposal_id=proposal_id, agreed_on__isnull=False).order_by("path"))


def partner_rts(ids: Iterable[int]) -> dict[int, list[int]]:
    """Proposal → the RTs that share it."""
    found: dict[int, list[int]] = {}
    for proposal, rt in Partner.objects.filter(proposal_id__in=list(ids)).values_list("proposal_id", "rt"):
        found.setdefault(proposal, []).append(rt)
    return found


def lines(path: str, year: int) -> list[Plan]:
    """The plan of an RT, line by line, each with its proposal."""
    return list(Plan.objects.filter(path=path, year=year).select_related("proposal").order_by("place"))


def by_rt(path: str, year: int) -> dict[str, list[tuple[str, int]]]:
    """Path of each RT → its plan: (title, amount) line by line, in one query."""
    found: dict[str, list[tuple[str, int]]] = {}
    held = Plan.objects.filter(path__startswith=path, year=year).order_by("path", "place")
    for rt, title, amount in held.values_list("path", "proposal__title", "amount"):
        found.setdefault(rt, []).append((title, amount))
    return found
