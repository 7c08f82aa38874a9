"""Money rules that contradict themselves are refused before anyone gets money by them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from rukun.kit.problems import Problem
from rukun.parameters.juknis.parts import Source
from rukun.parameters.juknis.types import Juknis
from rukun.parameters.juknis.types_money import AllocationRule, Gap, Tier

WHOLE = Decimal(100)
LEVELS = ("rt", "desa", "kecamatan", "kabupaten")
ENDLESS = 10**9
Span = Tier | Gap


def refuse_unsound_money(juknis: Juknis) -> None:
    """Raises the first Problem found: juknis.regulation_backwards, juknis.allocation_without, juknis.range_crossed,
    juknis.tier_backwards, juknis.tier_overlap, juknis.tier_gap, juknis.tranche_numbers, juknis.tranche_shares,
    juknis.tranche_backwards, juknis.tranches_out_of_order, juknis.desk_backwards, juknis.cap_without_limit,
    juknis.unknown_part, juknis.purchases_out_of_order."""
    _regulations_run_forward(juknis)
    _allocation_is_whole(juknis)
    _tranches_are_whole(juknis)
    _tranches_follow(juknis)
    _desks_climb(juknis)
    _caps_cap(juknis)
    _parts_stand(juknis)
    _purchases_climb(juknis)


def codes(juknis: Juknis) -> dict[str, list[str]]:
    """What may stand only once, by its place in the file."""
    money = juknis.money
    once: dict[str, list[str]] = {
        "regulations": [f"{each.kind} {each.number}/{each.year} {each.article}" for each in juknis.regulations],
        "money/ways": [each.place for each in money.ways],
        "money/desks": [each.bundle for each in money.desks],
        "money/papers": [f"{each.bundle} {each.key}" for each in money.papers],
        "money/caps": [each.key for each in money.caps],
        "money/honoraria": [each.office.casefold() for each in money.honoraria],
        "money/mandatory": [each.key for each in money.mandatory],
    }
    return once | {f"money/desks/{each.bundle}": list[str](each.levels) for each in money.desks}


def _said(juknis: Juknis, source: Source) -> str:
    """Which article to settle: the part's own, else the money part's."""
    return next((each for each in (source, juknis.money.source) if each != Source()), Source()).said


def _regulations_run_forward(juknis: Juknis) -> None:
    for each in juknis.regulations:
        if each.since and each.until and each.until < each.since:
            raise Problem(
                "juknis.regulation_backwards",
                file=juknis.key,
                article=_said(juknis, each.source),
                name=f"{each.kind} {each.number}",
                since=each.since,
                until=each.until,
            )


def _allocation_is_whole(juknis: Juknis) -> None:
    rule = juknis.money.allocation
    if (rule.kind == "tiers") != bool(rule.tiers) or (rule.unsettled and not rule.tiers):
        raise Problem(
            "juknis.allocation_without",
            file=juknis.key,
            article=_said(juknis, rule.source),
            kind=rule.kind or "–",
            tiers=len(rule.tiers),
        )
    if rule.least is not None and rule.most is not None and rule.least > rule.most:
        raise Problem(
            "juknis.range_crossed",
            file=juknis.key,
            article=_said(juknis, rule.source),
            least=rule.least,
            most=rule.most,
        )
    if rule.tiers:
        _tiers_meet(juknis, rule)


def _tiers_meet(juknis: Juknis, rule: AllocationRule) -> None:
    """Every count of households from one on stands in exactly one tier, or in one gap marked as unsettled."""
    reached, last = 0, rule.source
    spans: list[Span] = [*rule.tiers, *rule.unsettled]
    for span in sorted(spans, key=_least):
        source = span.source if span.source != Source() else rule.source
        if _most(span) < _least(span):
            raise Problem(
                "juknis.tier_backwards",
                file=juknis.key,
                article=_said(juknis, source),
                households=_named(span.at_least, span.at_most),
            )
        if _least(span) <= reached:
            raise Problem(
                "juknis.tier_overlap",
                file=juknis.key,
                article=_said(juknis, source),
                households=_named(_least(span), min(reached, _most(span))),
            )
        if _least(span) > reached + 1:
            raise Problem(
                "juknis.tier_gap",
                file=juknis.key,
                article=_said(juknis, source),
                households=_named(reached + 1, _least(span) - 1),
            )
        reached, last = _most(span), source
    if reached < ENDLESS:
        raise Problem(
            "juknis.tier_gap", file=juknis.key, article=_said(juknis, last), households=_named(reached + 1, None)
        )


def _least(span: Span) -> int:
    return span.at_least or 1


def _most(span: Span) -> int:
    return ENDLESS if span.at_most is None else span.at_most


def _named(least: int | None, most: int | None) -> str:
    if most in (None, ENDLESS):
        return f"≥ {least or 1}"
    return str(most) if least == most else f"{least or 1}–{most}"


def _tranches_are_whole(juknis: Juknis) -> None:
    tranches = juknis.money.tranches
    source = next((each.source for each in tranches if each.source != Source()), Source())
    if [each.number for each in tranches] != list(range(1, len(tranches) + 1)):
        raise Problem(
            "juknis.tranche_numbers",
            file=juknis.key,
            article=_said(juknis, source),
            numbers=", ".join(str(each.number) for each in tranches),
        )
    known = [Decimal(each.share) for each in tranches if each.share is not None]
    total, is_all = sum(known, Decimal(0)), len(known) == len(tranches)
    if total > WHOLE or (tranches and is_all and total != WHOLE):
        raise Problem("juknis.tranche_shares", file=juknis.key, article=_said(juknis, source), total=str(total))


def _tranches_follow(juknis: Juknis) -> None:
    for each in juknis.money.tranches:
        if each.since and each.until and each.until < each.since:
            raise Problem(
                "juknis.tranche_backwards",
                file=juknis.key,
                article=_said(juknis, each.source),
                number=each.number,
                since=each.since,
                until=each.until,
            )
    begins = [(each, each.since) for each in juknis.money.tranches if each.since]
    ends = [(each, each.until) for each in juknis.money.tranches if each.until]
    for (before, one), (after, other) in (*pairwise(begins), *pairwise(ends)):
        if other < one:
            raise Problem(
                "juknis.tranches_out_of_order",
                file=juknis.key,
                article=_said(juknis, after.source),
                number=after.number,
                before=before.number,
            )


def _desks_climb(juknis: Juknis) -> None:
    for desk in juknis.money.desks:
        if any(LEVELS.index(upper) < LEVELS.index(lower) for lower, upper in pairwise(desk.levels)):
            raise Problem(
                "juknis.desk_backwards",
                file=juknis.key,
                article=_said(juknis, desk.source),
                bundle=desk.bundle,
                levels=", ".join(desk.levels),
            )


def _caps_cap(juknis: Juknis) -> None:
    for cap in juknis.money.caps:
        if cap.rupiah is None and cap.percent is None:
            raise Problem(
                "juknis.cap_without_limit", file=juknis.key, article=_said(juknis, cap.source), label=cap.label
            )


def _parts_stand(juknis: Juknis) -> None:
    clusters = [(each.cluster, each.label, each.source) for each in juknis.money.caps]
    caps = [(each.menu, each.label, each.source) for each in juknis.money.caps]
    musts = [(each.menu, each.label, each.source) for each in juknis.money.mandatory]
    strange = [each for each in clusters if each[0] and juknis.cluster(each[0]) is None]
    strange += [each for each in (*caps, *musts) if each[0] and juknis.entry(each[0]) is None]
    for word, label, source in strange:
        raise Problem("juknis.unknown_part", file=juknis.key, article=_said(juknis, source), label=label, word=word)


def _purchases_climb(juknis: Juknis) -> None:
    for lower, upper in pairwise(juknis.money.purchases):
        if lower.at_most is None or (upper.at_most is not None and upper.at_most <= lower.at_most):
            raise Problem(
                "juknis.purchases_out_of_order",
                file=juknis.key,
                article=_said(juknis, upper.source),
                way=upper.way,
                before=lower.way,
            )
