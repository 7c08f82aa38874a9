"""What others may know of an RT's proposals without standing in that RT."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rukun.musrenbang.models import Partner, Proposal
from rukun.musrenbang.queries import likeness
from rukun.musrenbang.queries.likeness import Like
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.walls import scope


def similar(title: str, path: str, year: int, *, on: date) -> list[Like]:
    """Proposals like this title in the RT at a path and in the other RTs of its desa: title, RT and state alone."""
    if not title.strip():
        return []
    with scope.within([territory.desa_path(path)]):
        near = likeness.nearest(title, territory.desa_path(path), year)
    named = territory.places(list({each.rt_id for each in near}), on=on) if near else {}
    return [likeness.told(each, named, int(path.strip(".").rpartition(".")[2])) for each in near]


@dataclass(frozen=True, slots=True)
class Part:
    """Another RT's part in a joint proposal. `state`: waiting, agreed or refused."""

    rt: str
    share: int
    state: str
    on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Around:
    """What lies around a proposal in its desa: its own RT, similar ones, and the RTs that were asked to join."""

    place: Place
    similar: list[Like]
    parts: list[Part]


def around(proposal: Proposal, *, on: date) -> Around:
    """Everything the page of a proposal tells of its desa, through one window."""
    desa = territory.desa_path(proposal.path)
    with scope.within([desa]):
        near = likeness.nearest(proposal.title, desa, proposal.year, but=proposal.pk)
        held = list(Partner.objects.filter(proposal_id=proposal.pk).order_by("pk"))
    rts = {proposal.rt_id, *(each.rt_id for each in near), *(each.rt_id for each in held)}
    named = territory.places(list(rts), on=on)
    like = [likeness.told(each, named, proposal.rt_id) for each in near]
    return Around(named[proposal.rt_id], like, [_part(each, named) for each in held])


def parts(proposal: Proposal, *, on: date) -> list[Part]:
    """What the partner RTs of a proposal said."""
    return around(proposal, on=on).parts


def _part(held: Partner, named: Mapping[int, Place]) -> Part:
    label = named[held.rt_id].label if held.rt_id in named else ""
    state = "agreed" if held.agreed_on else "refused" if held.refused_on else "waiting"
    return Part(label, held.share, state, held.agreed_on or held.refused_on or held.asked_on, held.reason)
