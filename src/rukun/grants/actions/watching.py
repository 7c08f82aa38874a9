"""Looks at an area for reasons to look closer, keeps them, closes them with words, and draws audit samples."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.facts import watching as facts
from rukun.grants.models import AuditSample, Book, Flag
from rukun.grants.queries import watching as queries
from rukun.grants.types import FlagState
from rukun.kit.problems import Problem
from rukun.rules import watching as rules
from rukun.territory import queries as territory


@transaction.atomic
def scan(*, path: str, year: int, on: date, by: Any) -> dict[str, int]:
    """Raises flags for what is found in the books of a year beneath `path`; returns how many are new and how many
    stand. What was closed stays closed; what is no longer found stays open until somebody says why."""
    paths = dict(Book.objects.filter(path__startswith=path, year=year).values_list("rt_id", "path"))
    found = _strongest(each for each in _findings(path, year, on) if each.rt in paths)
    flags = Flag.objects.filter(path__startswith=path, year=year)
    held = set(flags.values_list("rt_id", "indicator", "key"))
    fresh = [_flag(each, paths[each.rt], year, on) for name, each in found.items() if name not in held]
    Flag.objects.bulk_create(fresh, batch_size=2000)
    told = {"found": len(found), "new": len(fresh)}
    audit.record("flags.scanned", by=by, path=path, year=year, **told)
    return told


def _findings(path: str, year: int, on: date) -> Iterable[rules.Finding]:
    limits = queries.thresholds(on)
    every = list(facts.receipts(path, year - 1, year))
    mine = [each for each in every if each.on.year >= year or each.released is None or each.released.year >= year]
    found = [*rules.duplicates(every), *_of_receipts(mine, limits), *_of_prices(path, year, mine, limits)]
    found += rules.related(mine, facts.officers(path, on))
    found += rules.reused(facts.pictures(path), bits=int(limits["look_bits"]), far=int(limits["look_bits_far"]))
    found += _of_books(facts.books(path, year, int(limits["rush_days"])), on, limits)
    return found


def _of_receipts(receipts: list[rules.Receipt], limits: Mapping[str, float]) -> list[rules.Finding]:
    least = int(limits["least_receipts"])
    return [
        *rules.sequences(receipts, notes=int(limits["sequence_notes"]), days=int(limits["sequence_days"])),
        *rules.impossible_dates(receipts),
        *rules.back_dated(receipts, days=int(limits["back_days"]), least=least),
        *rules.just_below(receipts, limit=int(limits["split_limit"]), days=int(limits["split_days"])),
        *rules.concentrated(receipts, share=limits["concentration"], least=least),
    ]


def _of_prices(path: str, year: int, receipts: list[rules.Receipt], limits: Mapping[str, float]) -> list[rules.Finding]:
    items = list(facts.prices(path, year))
    least = int(limits["markup_least_prices"])
    return [
        *rules.marked_up(items, share=limits["markup_share"], spread=limits["markup_spread"], least=least),
        *rules.orders_over_rts(items, receipts, rts=int(limits["order_rts"]), days=int(limits["order_days"])),
    ]


def _of_books(books: list[rules.BookFacts], on: date, limits: Mapping[str, float]) -> list[rules.Finding]:
    rush = {"share": limits["rush_share"], "days": int(limits["rush_days"]), "least": int(limits["rush_least"])}
    return [
        *rules.idle_cash(books, on=on, cash=int(limits["idle_cash"]), days=int(limits["idle_days"])),
        *rules.tax_gap(books, on=on, days=int(limits["tax_days"])),
        *rules.rush(books, **rush),
        *rules.at_once(books, share=limits["at_once"]),
    ]


def _strongest(found: Iterable[rules.Finding]) -> dict[tuple[int, str, str], rules.Finding]:
    """One finding a name: the strongest of those about the same thing."""
    kept: dict[tuple[int, str, str], rules.Finding] = {}
    for each in found:
        name = (each.rt, each.indicator, _key(each.key))
        if name not in kept or each.strength > kept[name].strength:
            kept[name] = each
    return kept


def _key(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def _flag(found: rules.Finding, path: str, year: int, on: date) -> Flag:
    return Flag(
        rt_id=found.rt, path=path, year=year, indicator=found.indicator, key=_key(found.key), on=on,
        payment_id=found.receipt, score=round(rules.weight(found.indicator, found.strength), 3),
        reasons=[{"code": each.code, "values": dict(each.values)} for each in found.reasons],
    )  # fmt: skip


@transaction.atomic
def close(*, flag: Flag, words: str, is_right: bool, on: date, by: Any) -> Flag:
    """Somebody has looked and says what it was. Raises Problem grants.flag_closed, grants.flag_needs_words."""
    held = Flag.objects.select_for_update().get(pk=flag.pk)
    if held.state == FlagState.CLOSED:
        raise Problem("grants.flag_closed", on=held.closed_on)
    if not words.strip():
        raise Problem("grants.flag_needs_words")
    held.state, held.closed_on, held.closed_by = FlagState.CLOSED, on, str(by)
    held.closing, held.is_right = words.strip(), is_right
    held.save()
    audit.record("flags.closed", held, by=by, path=held.path, indicator=held.indicator, is_right=is_right)
    return held


@transaction.atomic
def announce(
    *, area_id: int, path: str, year: int, seed: str, by_risk: int, by_chance: int, on: date, by: Any
) -> AuditSample:
    """Publishes the seed of a sample before it is drawn, so that nobody can choose it. Raises Problem
    grants.sample_open while one of that year still waits to be drawn."""
    if AuditSample.objects.filter(path=path, year=year, drawn_on__isnull=True).exists():
        raise Problem("grants.sample_open", year=year)
    made = AuditSample.objects.create(
        area_id=area_id, path=path, year=year, seed=seed, by_risk=by_risk, by_chance=by_chance, published_on=on,
        by=str(by),
    )  # fmt: skip
    audit.record("samples.announced", made, by=by, path=path, year=year, by_risk=by_risk, by_chance=by_chance)
    return made


@transaction.atomic
def draw(*, sample: AuditSample, on: date, by: Any) -> AuditSample:
    """Draws the RTs, at the earliest the day after the seed was published. Raises Problem grants.sample_drawn,
    grants.sample_too_soon."""
    held = AuditSample.objects.select_for_update().get(pk=sample.pk)
    if held.drawn_on is not None:
        raise Problem("grants.sample_drawn", on=held.drawn_on)
    if on <= held.published_on:
        raise Problem("grants.sample_too_soon", on=held.published_on)
    rts = [each.area_id for each in territory.rts_under(held.path, on=on)]
    risky, others = rules.draw(
        rts, queries.risks(held.path, held.year), seed=held.seed, by_risk=held.by_risk, by_chance=held.by_chance
    )
    held.drawn = [*({"rt": rt, "by": "risk"} for rt in risky), *({"rt": rt, "by": "chance"} for rt in others)]
    held.drawn_on = on
    held.save(update_fields=["drawn", "drawn_on"])
    audit.record("samples.drawn", held, by=by, path=held.path, year=held.year, count=len(held.drawn))
    return held
