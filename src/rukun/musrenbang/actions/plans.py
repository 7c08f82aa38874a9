"""A proposal becomes a line of its RT's plan, and no plan ever holds more than its money."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.musrenbang.models import Partner, Plan, Proposal
from rukun.musrenbang.queries import plans


@transaction.atomic
def add(*, proposal: Proposal, on: date, by: Any) -> Plan:
    """Writes the next line of the plan. The RT pays what its partners do not.

    Raises Problem musrenbang.cost_missing, musrenbang.shares_too_large, musrenbang.ceiling_unknown,
    musrenbang.over_ceiling.
    """
    partners = plans.partners(proposal.pk)
    amount = _own_part(proposal, partners)
    _hold([proposal.path, *(each.path for each in partners)], proposal.year)
    for path, part in [(proposal.path, amount), *((each.path, each.share) for each in partners)]:
        _check_room(proposal, path, part, on)
    line = Plan.objects.create(
        rt_id=proposal.rt_id, path=proposal.path, year=proposal.year, proposal=proposal, amount=amount,
        place=plans.next_place(proposal.path, proposal.year), cluster=proposal.cluster, on=on,
    )  # fmt: skip
    audit.record("plan.line_added", line, by=by, path=line.path, place=line.place, year=line.year, amount=amount)
    return line


def _own_part(proposal: Proposal, partners: list[Partner]) -> int:
    if proposal.cost is None:
        raise Problem("musrenbang.cost_missing", title=proposal.title)
    shares = sum(each.share for each in partners)
    if shares >= proposal.cost:
        raise Problem(
            "musrenbang.shares_too_large", title=proposal.title, shares=shown(shares), cost=shown(proposal.cost)
        )
    return proposal.cost - shares


def _hold(paths: list[str], year: int) -> None:
    """Two officers who fill the same plan at once follow one another."""
    list(Proposal.objects.select_for_update().filter(path__in=paths, year=year).order_by("pk").values_list("pk"))


def _check_room(proposal: Proposal, path: str, part: int, on: date) -> None:
    ceiling = plans.ceiling(path, proposal.year, on)
    if ceiling is None:
        raise Problem("musrenbang.ceiling_unknown", year=proposal.year)
    taken = plans.taken(path, proposal.year)
    if taken + part > ceiling:
        raise Problem(
            "musrenbang.over_ceiling", title=proposal.title, ceiling=shown(ceiling), taken=shown(taken),
            part=shown(part), over=shown(taken + part - ceiling),
        )  # fmt: skip
