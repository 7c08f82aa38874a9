"""Groups and their capital: what is out, what is late, who is in."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet, Sum

from rukun.programmes.facts import capital
from rukun.programmes.facts.capital import Move
from rukun.programmes.models import Group, Member, Repayment
from rukun.programmes.queries import people
from rukun.programmes.queries import schemes as running
from rukun.programmes.types import Form

WITH_GROUPS = (Form.CAPITAL, Form.TRAINING, Form.MONEY, Form.GOODS)


@dataclass(frozen=True, slots=True)
class Standing:
    """`late` is None where the terms do not say when capital comes back."""

    group: Group
    members: int
    late: int | None

    @property
    def out(self) -> int:
        return self.group.lent - self.group.returned


@dataclass(frozen=True, slots=True)
class Row:
    """A capital row with what stands after it; `is_undone` also for the opposite itself."""

    repayment: Repayment
    is_undone: bool


def path_of(group_id: int) -> str:
    """The path of a group one may see, "" when there is none: used by guards."""
    return Group.objects.filter(pk=group_id).values_list("path", flat=True).first() or ""


def visible() -> QuerySet[Group]:
    return Group.objects.select_related("scheme")


def under(path: str) -> QuerySet[Group]:
    """Beneath a path, those that still run first."""
    return visible().filter(path__startswith=path).order_by(F("until").desc(nulls_first=True), "name", "pk")


def sums(path: str) -> tuple[int, int, int]:
    """How many run beneath a path, how much went out and came back in all of them."""
    going = Count("pk", filter=Q(until__isnull=True))
    told = under(path).order_by().aggregate(n=going, lent=Sum("lent"), back=Sum("returned"))
    return told["n"], told["lent"] or 0, told["back"] or 0


def standing(group: Group, *, on: date) -> Standing:
    return standings([group], on=on)[0]


def standings(found: Iterable[Group], *, on: date) -> list[Standing]:
    """Groups with what is late and how many are in. Three queries."""
    held = list(found)
    terms = running.of_many([each.scheme for each in held], on=on)
    months = {pk: each.lasts_months for pk, each in terms.items()}
    moved: dict[int, list[Repayment]] = defaultdict(list)
    for each in Repayment.objects.filter(group__in=held):
        moved[each.group_id].append(each)
    members = Member.objects.filter(group__in=held, until__isnull=True).values_list("group", flat=True)
    counted = Counter(members)
    return [Standing(each, counted[each.pk], _late(moved[each.pk], months.get(each.scheme_id), on)) for each in held]


def rows(group: Group) -> list[Row]:
    """Every capital row, the newest first."""
    held = list(group.repayments.order_by("-on", "-id"))
    undone = {each.undoes_id for each in held}
    return [Row(each, each.undoes_id is not None or each.pk in undone) for each in held]


def moves(held: Iterable[Repayment]) -> list[Move]:
    return [Move(each.pk, each.amount, each.on, each.undoes_id) for each in held]


def members(group: Group) -> list[tuple[Member, str]]:
    """Those who are in, by name; "" for whom the register has moved on."""
    held = list(group.members.filter(until__isnull=True).order_by("since", "id"))
    named = people.names(each.person_id for each in held)
    return sorted(((each, named.get(each.person_id, "")) for each in held), key=lambda pair: (not pair[1], pair[1]))


def schemes(path: str, *, on: date) -> list[tuple[str, str]]:
    """What a group of this place may be of, programmes with capital first."""
    found = sorted(running.reaching(path, on=on), key=lambda each: (each.form != Form.CAPITAL, each.name))
    return [(str(each.pk), each.name) for each in found if each.form in WITH_GROUPS]


def _late(held: list[Repayment], months: int | None, on: date) -> int | None:
    return None if months is None else capital.late(moves(held), months=months, on=on)
