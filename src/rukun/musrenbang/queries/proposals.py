"""Proposals as lists, sums and what each still lacks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from rukun.facilitation.queries import readiness
from rukun.musrenbang.models import PaperList, Proposal, Turn
from rukun.musrenbang.queries import menu
from rukun.musrenbang.queries.menu import Checked
from rukun.musrenbang.types import FINAL, LEFT_OVER, MOVES, State
from rukun.parameters.juknis import Cluster, Juknis

GONE = (State.MERGED, State.WITHDRAWN)
OPEN = (State.DRAFT, State.PROPOSED, State.RETURNED)


@dataclass(frozen=True, slots=True)
class Missing:
    """What must be there before a proposal may go to the meeting. `step`: where it is filled in; None: elsewhere."""

    code: str
    words: str
    step: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """What the proposals of one cluster cost together, and its bounds in rupiah."""

    label: str
    cost: int
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Sums:
    """What an RT's living proposals of a year cost together, held against the ceiling and each cluster's share."""

    count: int
    cost: int
    without_cost: int
    ceiling: int | None
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of one year, state and cluster, what they cost, and how many have no cost yet."""

    year: int
    state: str
    cluster: str
    count: int
    cost: int
    bare: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The proposals of one RT, counted."""

    tallies: tuple[Tally, ...]

    @property
    def years(self) -> list[int]:
        return sorted({each.year for each in self.tallies}, reverse=True)

    def count(self, year: int) -> int:
        return sum(each.count for each in self.tallies if each.year == year)

    def left_over(self, year: int) -> int:
        return sum(each.count for each in self.tallies if each.year < year and each.state in LEFT_OVER)

    def sums(self, year: int, held: Juknis | None) -> Sums:
        """What the living ones of a year cost together, against the ceiling and each cluster's share."""
        living = [each for each in self.tallies if each.year == year and each.state not in GONE]
        costs = Counter[str]()
        for each in living:
            costs[each.cluster] += each.cost
        ceiling = held.ceiling if held else None
        return Sums(
            sum(each.count for each in living),
            costs.total(),
            sum(each.bare for each in living),
            ceiling,
            tuple(_share(each, costs, ceiling) for each in held.clusters) if held else (),
        )


@dataclass(slots=True)
class Progress:
    """How far the proposals of one RT are in a year."""

    states: Counter[str] = field(default_factory=Counter)
    cost: int = 0

    @property
    def count(self) -> int:
        return sum(self.states.values())


def visible() -> QuerySet[Proposal]:
    """Proposals inside the scope, for get_object_or_404."""
    return Proposal.objects.all()


def path_of(proposal_id: int) -> str:
    """The path of a proposal one may see, "" when there is none: used by guards."""
    return visible().filter(pk=proposal_id).values_list("path", flat=True).first() or ""


def path_of_list(list_id: int) -> str:
    return PaperList.objects.filter(pk=list_id).values_list("path", flat=True).first() or ""


def of_rt(path: str, year: int, *, state: str = "", cluster: str = "", words: str = "") -> QuerySet[Proposal]:
    """The proposals of one RT in a year, what can still move first, then by their number."""
    found = visible().filter(path=path, year=year).order_by("born", "number")
    if state in State.values:
        found = found.filter(state=state)
    if cluster:
        found = found.filter(cluster=cluster)
    return found.filter(title__icontains=words) if words else found


def overview(path: str) -> Overview:
    """All proposals of the RT at a path, counted by year, state and cluster: one query for everything a list says."""
    told = {"n": Count("pk"), "whole": Sum("cost"), "bare": Count("pk", Q(cost=None))}
    rows = visible().filter(path=path).order_by().values_list("year", "state", "cluster").annotate(**told)
    return Overview(tuple(Tally(*key, count, cost or 0, bare) for *key, count, cost, bare in rows))


def sums(path: str, year: int, held: Juknis | None) -> Sums:
    return overview(path).sums(year, held)


def progress(prefix: str, year: int) -> dict[int, Progress]:
    """RT id → how far its proposals of that year are, for every RT beneath a path that has one."""
    rows = (
        visible()
        .filter(path__startswith=prefix, year=year)
        .order_by()
        .values_list("rt", "state")
        .annotate(n=Count("pk"), whole=Sum("cost", filter=~Q(state__in=GONE)))
    )
    found: dict[int, Progress] = {}
    for rt, state, count, cost in rows:
        held = found.setdefault(rt, Progress())
        held.states[state] += count
        held.cost += cost or 0
    return found


def missing(proposal: Proposal, held: Juknis | None, checked: Checked | None = None) -> list[Missing]:
    """Everything that keeps a proposal from going to the meeting, in the order of its steps."""
    checked = checked or menu.checked(held, menu.draft_of(proposal))
    found = []
    if not (proposal.place_words or proposal.longitude is not None):
        found.append(Missing("place", _("tempatnya"), 1))
    if proposal.cause_id is None:
        found.append(Missing("cause", _("sebab yang dijawab"), 2))
    if checked.is_known and not checked.is_allowed:
        found.append(Missing("menu", _("kesesuaian dengan menu juknis"), 2))
    if proposal.households is None and proposal.people is None:
        found.append(Missing("benefit", _("siapa yang mendapat manfaat"), 3))
    if proposal.cost is None:
        found.append(Missing("cost", _("perkiraan biaya"), 4))
    return found + _unready(proposal, held)


def history(proposal: Proposal) -> list[Turn]:
    """Every turn, the newest first."""
    return list(proposal.turns.order_by("-id"))


def may_edit(proposal: Proposal) -> bool:
    return proposal.state in OPEN


def may_propose(proposal: Proposal) -> bool:
    return State.PROPOSED in MOVES[State(proposal.state)]


def may_end(proposal: Proposal) -> bool:
    """Whether those who made it may still take it back or merge it."""
    return State.WITHDRAWN in MOVES[State(proposal.state)]


def left_over(path: str, year: int) -> QuerySet[Proposal]:
    """Proposals of years before that were neither planned nor sent on, of the RT at a path: they may live on."""
    return visible().filter(path=path, year__lt=year, state__in=LEFT_OVER).order_by("-year", "born", "number")


def mergeable(proposal: Proposal) -> QuerySet[Proposal]:
    """The others of the same RT and year that it can be merged into."""
    others = visible().filter(path=proposal.path, year=proposal.year).exclude(pk=proposal.pk)
    return others.exclude(state__in=[*FINAL, State.REFUSED]).order_by("born", "number")


def name(proposal: Proposal) -> str:
    """Its name for ever, within its RT: "2026/3"."""
    return f"{proposal.born}/{proposal.number}"


def _share(cluster: Cluster, costs: Mapping[str, int], ceiling: int | None) -> Share:
    bounds = (cluster.limit.least_of(ceiling), cluster.limit.most_of(ceiling)) if ceiling is not None else (None, None)
    return Share(cluster.label, costs[cluster.key], *bounds)


def _unready(proposal: Proposal, held: Juknis | None) -> Sequence[Missing]:
    """The quiz counts where the juknis has questions and says how many must be right."""
    asks = held is not None and held.readiness.questions and held.readiness.needed is not None
    if not asks or readiness.passed(proposal.path, proposal.year):
        return []
    return [Missing("readiness", _("kuis kesiapan RT belum lulus"), None)]
