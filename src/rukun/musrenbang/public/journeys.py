"""The way of a wish as anyone may read it. A draft is nobody's business: public is what was put forward."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from rukun.musrenbang.models import Choice, Partner, Plan, Proposal, Turn
from rukun.musrenbang.public.covering import counted, covered
from rukun.musrenbang.queries import answers, plans
from rukun.musrenbang.types import Stage, State
from rukun.poverty.types import Count
from rukun.territory import queries as territory
from rukun.walls import scope

PUT = frozenset(State) - {State.DRAFT, State.MERGED, State.WITHDRAWN}
"""Who was ever in one of these states was put forward: in a meeting, or on the paper list of an earlier year."""
LOT = 10
"""Fewer sheets than this and their number is not told: the secrecy of a small group."""


@dataclass(frozen=True, slots=True)
class Move:
    """One turn: who moved it, on which day, why, by which article, and until when the next answer was owed."""

    on: date
    year: int
    before: str
    after: str
    office: str
    reason: str
    article: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Brief:
    """A proposal in a list. `title` is "" while its RT prepares it anew."""

    id: int
    rt_id: int
    name: str
    title: str
    cost: int | None
    state: str
    owner: str
    due: date | None

    def late(self, on: date) -> int:
        return answers.late(self.due, on)


@dataclass(frozen=True, slots=True)
class Vote:
    """How it was chosen. `sheets` is None where there were too few to tell."""

    way: str
    on: date
    sheets: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """Where it stands in the plan."""

    place: int
    year: int
    amount: int


@dataclass(frozen=True, slots=True)
class Journey:
    """Everything public about one proposal. `cause`: the node of the problem tree it answers."""

    brief: Brief
    year: int
    description: str
    place_words: str
    households: Count | None
    people: Count | None
    basis: str
    swadaya_days: int
    swadaya_material: int
    swadaya_cash: int
    cause: int | None
    moves: tuple[Move, ...]
    vote: Vote | None
    line: Line | None
    went_to: Brief | None = None
    came_in: tuple[Brief, ...] = ()
    partners: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One RT in one year: its money, its proposals and its choice."""

    year: int
    years: tuple[int, ...]
    ceiling: int | None
    planned: int
    proposals: tuple[Brief, ...]
    vote: Vote | None


def journey(proposal_id: int) -> Journey | None:
    """The way of one wish; None when there is none, or when it was never put forward."""
    path = _path_of(proposal_id)
    if path is None:
        return None
    with scope.within([path]):
        held = Proposal.objects.get(pk=proposal_id)
        told = _told(held)
        into = held.merged_into_id
    return _joined(told, into, answers.desa_path(path))


def of_rt(path: str, on: date, year: int | None = None) -> Sheet | None:
    """What an RT has put forward in a year, the newest one when none is asked for; None when there is nothing."""
    with scope.within([path]):
        years = tuple(_public(path).order_by("-year").values_list("year", flat=True).distinct())
        if not years:
            return None
        now = year if year in years else years[0]
        found = _public(path).filter(year=now).order_by("born", "number")
        briefs = tuple(_brief(each) for each in found)
        choices = plans.counted(path, now)
        vote, most = _vote(choices), plans.least(path, now, on, choices)
        return Sheet(now, years, most, plans.taken(path, now), briefs, vote)


def rts(prefix: str) -> dict[str, int]:
    """Path of every RT under a place that has put something forward → how many proposals."""
    with scope.within([prefix]):
        found: dict[str, int] = {}
        put = Turn.objects.filter(path__startswith=prefix, after__in=PUT)
        for path in put.values_list("path", flat=True).order_by("path", "proposal").distinct("path", "proposal"):
            found[path] = found.get(path, 0) + 1
        return found


def _path_of(proposal_id: int) -> str | None:
    """Where a public proposal lies: the one thing looked up beyond an RT."""
    house = territory.installation()
    if house is None:
        return None
    with scope.within([house.kabupaten.path]):
        put = Turn.objects.filter(proposal=proposal_id, after__in=PUT)
        return put.values_list("path", flat=True).first()


def _public(path: str) -> QuerySet[Proposal]:
    put = Turn.objects.filter(proposal=OuterRef("pk"), after__in=PUT)
    return Proposal.objects.filter(Exists(put), path=path)


def _told(held: Proposal) -> Journey:
    is_open = held.state != State.DRAFT
    line = Plan.objects.filter(proposal=held).first()
    return Journey(
        brief=_brief(held),
        year=held.year,
        description=covered(held.description) if is_open else "",
        place_words=covered(held.place_words) if is_open else "",
        households=counted(held.households) if is_open else None,
        people=counted(held.people) if is_open else None,
        basis=held.basis,
        swadaya_days=held.swadaya_days if is_open else 0,
        swadaya_material=held.swadaya_material if is_open else 0,
        swadaya_cash=held.swadaya_cash if is_open else 0,
        cause=held.cause_id if is_open else None,
        moves=_moves(held),
        vote=_vote(_counted_with(held)),
        line=Line(line.place, line.year, line.amount) if line else None,
    )


def _moves(held: Proposal) -> tuple[Move, ...]:
    """From the day it was put forward."""
    turns = list(held.turns.order_by("id"))
    first = next(n for n, turn in enumerate(turns) if turn.after in PUT)
    return tuple(
        Move(
            turn.on, turn.year, turn.before, turn.after, turn.office, covered(turn.reason), covered(turn.article),
            turn.due,
        )
        for turn in turns[first:]
    )  # fmt: skip


def _joined(told: Journey, into: int | None, desa: str) -> Journey:
    """With where it went, and what was merged into it: proposals of the same desa."""
    with scope.within([desa]):
        put = Turn.objects.filter(proposal=OuterRef("pk"), after__in=PUT)
        public = Proposal.objects.filter(Exists(put))
        went = public.filter(pk=into).first() if into else None
        came = tuple(_brief(each) for each in public.filter(merged_into=told.brief.id).order_by("path", "number"))
        joint = Partner.objects.filter(proposal_id=told.brief.id, agreed_on__isnull=False).values_list("rt", "share")
        return replace(told, went_to=_brief(went) if went else None, came_in=came, partners=tuple(joint))


def _brief(held: Proposal) -> Brief:
    is_open = held.state != State.DRAFT
    return Brief(
        held.pk, held.rt_id, f"{held.born}/{held.number}", covered(held.title) if is_open else "",
        held.cost if is_open else None, held.state, held.owner, held.due,
    )  # fmt: skip


def _counted_with(held: Proposal) -> list[Choice]:
    found = Choice.objects.filter(options__proposal=held, stage=Stage.COUNTED)
    return list(found.select_related("result").order_by("counted_on"))


def _vote(counted: list[Choice]) -> Vote | None:
    """How the last of these counted choices went."""
    if not counted:
        return None
    held = counted[-1]
    sheets = held.result.sheets if hasattr(held, "result") else 0
    return Vote(held.way, held.counted_on, sheets if sheets >= LOT else None)
