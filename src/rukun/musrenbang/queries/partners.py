"""Joint proposals: who may be asked, what waits for an answer, whether the parts make up the cost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.musrenbang.models import Partner, Proposal
from rukun.territory import queries as territory


@dataclass(frozen=True, slots=True)
class Covered:
    """What the partners said they carry, and what is left for the RT that leads."""

    agreed: int
    waiting: int
    rest: int | None


def path_of(partner_id: int) -> str:
    return Partner.objects.filter(pk=partner_id).values_list("path", flat=True).first() or ""


def waiting(path: str) -> list[Partner]:
    """Invitations the RT at a path has not answered."""
    return list(Partner.objects.filter(path=path, agreed_on=None, refused_on=None).order_by("pk"))


def possible(proposal: Proposal, paths: Sequence[str], *, on: date) -> list[tuple[int, str]]:
    """(id, name) of the other RTs of the desa that lie under one of these paths."""
    rts = territory.rts_under(territory.desa_path(proposal.path), on=on).select_related("area")
    held = [each for each in rts if each.area_id != proposal.rt_id and each.area.path.startswith(tuple(paths))]
    return [(each.area_id, territory.label(each)) for each in held]


def covered(cost: int | None, parts: Iterable[Any]) -> Covered | None:
    """None where nobody was asked."""
    held = list(parts)
    if not held:
        return None
    agreed = sum(each.share for each in held if each.state == "agreed")
    asked = sum(each.share for each in held if each.state == "waiting")
    return Covered(agreed, asked, None if cost is None else max(cost - agreed, 0))
