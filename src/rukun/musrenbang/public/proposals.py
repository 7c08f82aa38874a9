"""What others may know of an RT's proposals without standing in that RT."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rukun.musrenbang.models import Partner
from rukun.musrenbang.queries import likeness
from rukun.musrenbang.queries.likeness import Like
from rukun.territory import queries as territory
from rukun.walls import scope


def similar(title: str, path: str, year: int, *, on: date, but: int | None = None) -> list[Like]:
    """Proposals like this title in the RT at a path and in the other RTs of its desa: title, RT and state alone."""
    if not title.strip():
        return []
    with scope.within([territory.desa_path(path)]):
        return likeness.alike(title, path, year, on=on, but=but)


@dataclass(frozen=True, slots=True)
class Part:
    """Another RT's part in a joint proposal. `state`: waiting, agreed or refused."""

    rt: str
    share: int
    state: str
    on: date
    reason: str


def parts(proposal_id: int, path: str, *, on: date) -> list[Part]:
    """What the partner RTs of a proposal of the RT at a path said; they lie elsewhere in its desa."""
    with scope.within([territory.desa_path(path)]):
        held = list(Partner.objects.filter(proposal_id=proposal_id).order_by("pk"))
    named = territory.places([each.rt_id for each in held], on=on) if held else {}
    return [_part(each, named[each.rt_id].label if each.rt_id in named else "") for each in held]


def _part(held: Partner, label: str) -> Part:
    state = "agreed" if held.agreed_on else "refused" if held.refused_on else "waiting"
    return Part(label, held.share, state, held.agreed_on or held.refused_on or held.asked_on, held.reason)
