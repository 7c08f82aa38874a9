"""What is on its way up: who owes which answer, until when, and who is late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Min, OuterRef, QuerySet, Subquery

from rukun.facilitation.queries import programmes
from rukun.musrenbang.models import Proposal, Turn
from rukun.musrenbang.types import Owner, State

UPWARD = (State.CHOSEN, State.AT_DESA, State.AT_KECAMATAN, State.RETURNED)
"""States in which somebody above, or the RT on their behalf, owes the next move."""
AWAITS = {
    Owner.DESA: (State.AT_DESA,),
    Owner.KECAMATAN: (State.AT_KECAMATAN,),
    Owner.RT: (State.CHOSEN, State.RETURNED),
}
DEPTH = {Owner.KECAMATAN: 2, Owner.DESA: 3, Owner.RT: 3}
"""How many steps of a path lead to the office that owes; what RTs owe is told by desa."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal as a queue shows it. `since`, `told` and `teller`: day, reason and office of its last turn."""

    id: int
    rt_id: int
    path: str
    year: int
    born: int
    number: int
    title: str
    cost: int | None
    state: str
    owner: str
    due: date | None
    since: date
    told: str
    teller: str

    @property
    def name(self) -> str:
        return f"{self.born}/{self.number}"

    def late(self, on: date) -> int:
        """Days past the deadline; 0 where there is none or it has not passed."""
        return late(self.due, on)


@dataclass(frozen=True, slots=True)
class Debt:
    """Answers an office owes past their deadline. `area_id`: the desa or kecamatan, the desa for its RTs."""

    owner: Owner
    area_id: int
    count: int
    oldest: date


def late(due: date | None, on: date) -> int:
    """Days past a deadline; on the day itself it has not passed."""
    return max((on - due).days, 0) if due else 0


def queue(path: str, office: Owner) -> QuerySet[Proposal]:
    """What waits for this office under a path, the oldest deadline first."""
    return under(path).filter(state__in=AWAITS[office])


def unsent(path: str, year: int) -> int:
    """How many the RTs under a path chose in a year and have not sent up yet."""
    return under(path).filter(state=State.CHOSEN, year=year).count()


def under(path: str) -> QuerySet[Proposal]:
    """Everything that is on its way under a path, the oldest deadline first."""
    found = Proposal.objects.filter(path__startswith=path, state__in=UPWARD)
    return found.order_by(F("due").asc(nulls_last=True), "path", "born", "number")


def lines(found: QuerySet[Proposal]) -> list[Waiting]:
    last = Turn.objects.filter(proposal=OuterRef("pk")).order_by("-id")
    told = {
        "since": Subquery(last.values("on")[:1]),
        "told": Subquery(last.values("reason")[:1]),
        "teller": Subquery(last.values("office")[:1]),
    }
    own = [name for name in Waiting.__slots__ if name not in told]
    return [Waiting(**row) for row in found.annotate(**told).values(*own, *told)]


def chosen(ids: Iterable[int], path: str, office: Owner) -> list[Waiting]:
    """Those of the proposals that wait for this office under the path, as the queue orders them."""
    return lines(queue(path, office).filter(pk__in=list(ids)))


def ended(path: str, year: int) -> QuerySet[Proposal]:
    """What has been answered for good in a year, the newest answer last in the list of its RT."""
    over = (State.PLANNED, State.REFUSED, State.MERGED)
    return Proposal.objects.filter(path__startswith=path, year=year, state__in=over).order_by("path", "born", "number")


def counts(path: str) -> dict[str, int]:
    """How many proposals under a path wait for whom."""
    rows = Proposal.objects.filter(path__startswith=path, state__in=UPWARD).values_list("owner").annotate(n=Count("id"))
    return dict(rows)


def overdue(prefix: str, on: date) -> list[Debt]:
    """Who owes answers past their deadline under a path: the longest owed first. Never silent."""
    late = Proposal.objects.filter(path__startswith=prefix, state__in=UPWARD, due__lt=on)
    rows = late.values_list("owner", "path").annotate(n=Count("id"), oldest=Min("due"))
    many: Counter[tuple[Owner, int]] = Counter()
    oldest: dict[tuple[Owner, int], date] = {}
    for owner, path, n, due in rows:
        key = (Owner(owner), office_of(path, Owner(owner)))
        many[key] += n
        oldest[key] = min(due, oldest.get(key, due))
    return sorted((Debt(*key, many[key], oldest[key]) for key in many), key=lambda debt: (debt.oldest, debt.area_id))


def office_of(path: str, owner: Owner) -> int:
    """The area of the office that owes; the lowest there is where the path is shorter."""
    return int(path.strip(".").split(".")[: DEPTH[owner]][-1])


def desa_path(path: str) -> str:
    """The desa in which an RT lies."""
    return ".".join(path.split(".")[: DEPTH[Owner.DESA]]) + "."


def deadline(office: Owner, year: int, on: date) -> date | None:
    """Until when an office owes an answer asked on a day; None where the juknis of that year does not say."""
    programme = programmes.of_year(year, on)
    days = getattr(programme.juknis.answers, office.value) if programme else None
    return None if days is None else on + timedelta(days=days)


def article(year: int, on: date) -> str:
    """The article of the juknis behind the deadlines, "" when it names none."""
    programme = programmes.of_year(year, on)
    return programme.juknis.answers.source.article if programme else ""


def could_take(asked: Iterable[Waiting]) -> list[Waiting]:
    """Proposals of the same desa and year into which these could be merged."""
    asked = list(asked)
    places = {(desa_path(each.path), each.year) for each in asked}
    if len(places) != 1:
        return []
    [(path, year)] = places
    return lines(under(path).filter(year=year).exclude(pk__in=[each.id for each in asked]))


def returners(ids: Iterable[int]) -> dict[int, Owner]:
    """Which office sent these proposals back, the last time."""
    found = Turn.objects.filter(proposal__in=list(ids), after=State.RETURNED).order_by("id")
    return {proposal: Owner(office) for proposal, office in found.values_list("proposal", "office")}
