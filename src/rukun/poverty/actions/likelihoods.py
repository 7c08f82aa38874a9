"""What a score card says of households, kept: a verdict only where it is news, the standing as it is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from rukun.people.queries.facts import Known
from rukun.poverty.facts.cards import Scoring
from rukun.poverty.facts.judgements import digest_of
from rukun.poverty.models import Classification, Standing
from rukun.rules.poverty.ppi import PpiVerdict

AT_ONCE = 1_000
FOLLOWED = ["path", "verdict", "label", "unknown", "likelihood", "facts_on", "digest"]

Scored = tuple[Known, PpiVerdict]


class Stood(NamedTuple):
    """Where a household stood by a card before: its verdict, what that said, and the day of its facts."""

    verdict_id: int
    digest: int | None
    facts_on: date | None


def stood(key: str, **where: Any) -> dict[int, Stood]:
    """Household → where it stood by the card."""
    held = Standing.objects.filter(rule=key, **where).values_list("household", "verdict", "digest", "facts_on")
    return {household: Stood(*rest) for household, *rest in held}


def keep(scored: Iterable[Scored], before: Mapping[int, Stood], held: Scoring, on: date) -> int:
    """Verdicts that say something new, and standings; gives how many verdicts are new. A verdict is never changed."""
    rest = iter(scored)
    return sum(_follow(some, before, held, on) for some in iter(lambda: list(islice(rest, AT_ONCE)), []))


def _follow(some: Sequence[Scored], before: Mapping[int, Stood], held: Scoring, on: date) -> int:
    fresh = [_verdict(known, told, held, on) for known, told in some if _is_news(known, told, before)]
    verdicts = {each.household_id: each.pk for each in Classification.objects.bulk_create(fresh)}
    Standing.objects.bulk_create(
        _standings(some, verdicts, before, held),
        update_conflicts=True, unique_fields=["household", "rule"], update_fields=FOLLOWED,
    )  # fmt: skip
    return len(fresh)


def _is_news(known: Known, told: PpiVerdict, before: Mapping[int, Stood]) -> bool:
    last = before.get(known.household_id)
    return last is None or last.digest != digest(told)


def _standings(
    some: Sequence[Scored], verdicts: Mapping[int, int], before: Mapping[int, Stood], held: Scoring
) -> Iterator[Standing]:
    """Those with a new verdict, and those whose old one rests on newer facts."""
    for known, told in some:
        household = known.household_id
        if household in verdicts:
            yield _standing(known, told, held, verdicts[household])
        elif before[household].facts_on != known.newest_on:
            yield _standing(known, told, held, before[household].verdict_id)


def _verdict(known: Known, told: PpiVerdict, held: Scoring, on: date) -> Classification:
    return Classification(
        household_id=known.household_id, path=known.path, rule=held.key, on=on, label=told.label, counted=0,
        unknown=len(told.missing), score=told.score, likelihood=as_number(told.likelihood), facts_on=known.newest_on,
        reasons={"line": told.line, "missing": told.missing, "not_on_card": told.not_on_card},
    )  # fmt: skip


def _standing(known: Known, told: PpiVerdict, held: Scoring, verdict_id: int) -> Standing:
    return Standing(
        household_id=known.household_id, path=known.path, rule=held.key, verdict_id=verdict_id, label=told.label,
        counted=0, unknown=len(told.missing), likelihood=as_number(told.likelihood), facts_on=known.newest_on,
        digest=digest(told),
    )  # fmt: skip


def digest(told: PpiVerdict) -> int:
    return digest_of(f"{told.label} {told.line} {told.score} {told.likelihood} {told.missing} {told.not_on_card}")


def as_number(likelihood: Any) -> float | None:
    return None if likelihood is None else float(likelihood)
