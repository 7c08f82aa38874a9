"""Where households stand now: the by-name list, and the sums of an RT counted afresh."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict

from rukun.people.queries import households, persons
from rukun.poverty.facts.judgements import Sums, summed
from rukun.poverty.facts.rulebook import BPS14, in_force
from rukun.poverty.models import Standing
from rukun.poverty.types import NEED_WORDS, Label

UNASKED = "belum"
POOR_FIRST = QueryDict("putusan=poor")
"""What a list shows when nobody narrows it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; "" and () leave it open. The label UNASKED: nobody has asked them yet.

    `words`: the beginnings of someone's names."""

    label: str = ""
    needs: tuple[str, ...] = ()
    reason: str = ""
    words: str = ""


def asked_for(asked: Any, words: str = "") -> Filters:
    """The filters in the query of an address (putusan, kebutuhan, alasan; a QueryDict). What nobody understands is
    left out: the list then shows more, never less."""
    label = asked.get("putusan", "")
    return Filters(
        label=label if label in {*Label.values, UNASKED} else "",
        needs=tuple(need for need in asked.getlist("kebutuhan") if need in NEED_WORDS),
        reason=asked.get("alasan", "")[:40],
        words=words.strip()[:80],
    )


@dataclass(frozen=True, slots=True)
class Line:
    """One household on the list. It holds no NIK and never will."""

    household_id: int
    rt_id: int
    head: str
    address: str
    size: int
    label: str
    counted: int
    unknown: int
    needs: tuple[str, ...]
    facts_on: date | None


def sums_of(path: str) -> Sums:
    """The standings under a path, counted one by one."""
    kept = Standing.objects.filter(rule=BPS14, path__startswith=path)
    return summed(
        (label, tuple(holding), needs, on)
        for label, needs, on, holding in kept.values_list("label", "needs", "facts_on", "verdict__reasons__holds")
    )


def matching(path: str, filters: Filters, *, on: date) -> QuerySet[Standing]:
    """Standings under a path, the most criteria first."""
    found = Standing.objects.filter(rule=BPS14, path__startswith=path).order_by("-counted", "-unknown", "household_id")
    if filters.label:
        found = found.filter(facts_on=None) if filters.label == UNASKED else found.filter(label=filters.label)
    if filters.needs:
        found = found.filter(needs__contains=list(filters.needs))
    if filters.reason:
        found = found.filter(verdict__reasons__holds__contains=[filters.reason])
    if filters.words:
        found = found.filter(household__in=_found(filters.words, on))
    return found


def lines(standings: Iterable[Standing]) -> list[Line]:
    """Standings with the names a list shows, in the same order."""
    held = list(standings)
    cards = households.cards([each.household_id for each in held])
    return [_line(each, cards[each.household_id]) for each in held]


def _line(each: Standing, card: dict[str, Any]) -> Line:
    return Line(
        each.household_id, card["rt_id"], card["head"], card["address"], card["size"], each.label, each.counted,
        each.unknown, tuple(each.needs), each.facts_on,
    )  # fmt: skip


def _found(words: str, on: date) -> list[int]:
    """Households of the people that the register finds by these words, inside the reader's areas."""
    return [hit.household_id for hit in persons.search(words, on=on).hits if hit.household_id]


def labels_of(path: str) -> dict[int, str]:
    """Household → its label now, for the points of a map."""
    return dict(Standing.objects.filter(rule=BPS14, path=path).values_list("household_id", "label"))


def among(household_ids: Iterable[int]) -> list[tuple[int, str, str]]:
    """(household, path of its RT, label now) of those that were judged: one query."""
    held = Standing.objects.filter(rule=BPS14, household__in=list(household_ids))
    return list(held.values_list("household_id", "path", "label"))


def reason_text(code: str, on: date) -> str:
    """The sentence of the criterion a list is narrowed to, "" when it is not."""
    return in_force(on).texts().get(code, "") if code else ""
