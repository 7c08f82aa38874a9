"""What the juknis, the price standard and the tax rates say about a RAB."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from rukun.facilitation.queries import programmes
from rukun.grants.models import Activity, BudgetItem, Line, WageMove
from rukun.grants.queries import budgets, prices, taxes
from rukun.grants.types import Funding, LineKind
from rukun.parameters.juknis.types import Juknis
from rukun.rules import budget as rules
from rukun.rules import menu as menus

Reason = rules.Reason


def reasons(activity: Activity, found: list[BudgetItem], on: date) -> list[rules.Reason]:
    """All that is to be said about a RAB, the gravest first."""
    programme = programmes.of_year(activity.year, on)
    juknis = programme.juknis if programme else None
    moves = _moves(activity, found)
    moved = sum(each.amount for each in moves if each.target.kind != LineKind.WAGE)
    held = list(rules.check(map(budgets.as_rule, found), replace(limits(activity, juknis, on), moved=moved)))
    held = [each for each in held if each.code != "no_standard" or each.item not in {m.target.number for m in moves}]
    held += _menu(activity, found, juknis) + _tax(found, juknis, on)
    order = list(rules.Outcome)
    return sorted(held, key=lambda each: -order.index(each.outcome))


def limits(activity: Activity, juknis: Juknis | None, on: date) -> rules.Limits:
    money = juknis.money if juknis else None
    if juknis is None or money is None:
        return rules.Limits(activity.plan.amount, has_prices=prices.in_force(activity.path, on) is not None)
    return rules.Limits(
        planned=activity.plan.amount,
        wages=Decimal(money.wages.at_least) if money.wages.at_least else None,
        wages_article=money.wages.source.article,
        keeps_moved=money.wages.may_move_waived is True,
        caps=tuple(_caps(activity, juknis)),
        honoraria=tuple(rules.Honorarium(each.office, each.a_month, each.source.article) for each in money.honoraria),
        thresholds=tuple(
            rules.Threshold(each.at_most, each.way, each.papers, each.source.article) for each in money.purchases
        ),
        has_prices=prices.in_force(activity.path, on) is not None,
    )


def _moves(activity: Activity, found: list[BudgetItem]) -> list[WageMove]:
    """How wages given back moved, until this revision. A line they came to may stand as one package, which no price
    list knows."""
    if not found:
        return []
    moves = WageMove.objects.filter(activity=activity, budget__revision__lte=found[0].budget.revision)
    return list(moves.select_related("target"))


def _caps(activity: Activity, juknis: Juknis) -> Iterable[rules.Cap]:
    others = list(
        Line.objects.filter(activity__book=activity.book_id).exclude(activity=activity).select_related("activity")
    )
    for each in juknis.money.caps:
        if each.cluster in ("", activity.cluster) and each.menu in ("", activity.menu):
            most = each.rupiah if each.rupiah is not None else _part(each.percent, activity.book.ceiling)
            like = [line for line in others if _is_like(line, each.cluster, each.menu, each.kind, each.words)]
            used = sum(line.approved for line in like) if each.per == "year" else 0
            yield rules.Cap(each.label, most, each.per, each.kind, each.words, used, each.source.article)
    if (entry := juknis.entry(activity.menu)) and entry.most is not None:
        yield rules.Cap(entry.label, entry.most, article=entry.source.article)
    cluster = juknis.cluster(activity.cluster)
    if cluster and (most := _part(cluster.limit.at_most, activity.book.ceiling)) is not None:
        used = sum(line.approved for line in others if line.activity.cluster == activity.cluster)
        yield rules.Cap(cluster.label, most, used=used, article=cluster.source.article)


def _is_like(line: Line, cluster: str, menu: str, kind: str, words: tuple[str, ...]) -> bool:
    return (
        cluster in ("", line.activity.cluster)
        and menu in ("", line.activity.menu)
        and kind in ("", line.kind)
        and (not words or any(rules.holds(line.words, word) for word in words))
    )


def _part(percent: str | None, ceiling: int) -> int | None:
    return int(Decimal(percent) * ceiling / 100) if percent is not None else None


def _menu(activity: Activity, found: list[BudgetItem], juknis: Juknis | None) -> list[rules.Reason]:
    if juknis is None:
        return [rules.Reason("no_juknis", rules.Outcome.UNKNOWN, details=(("year", activity.year),))]
    told = [] if juknis.entry(activity.menu) else [rules.Reason("menu_unknown", rules.Outcome.LOOK)]
    return [*told, *_blocked(activity, found, juknis), *_mandatory(activity, juknis)]


def _blocked(activity: Activity, found: list[BudgetItem], juknis: Juknis) -> Iterable[rules.Reason]:
    entry = juknis.entry(activity.menu)
    own = (menus.MenuEntry(entry.code, entry.cluster, entry.label, entry.words),) if entry else ()
    blocked = tuple(
        menus.Blocked(each.code, each.label, each.words, each.reason, each.source.article) for each in juknis.blocked
    )
    for item in found:
        for why in menus.check(menus.Draft(item.words, activity.menu), menus.Menu(own, blocked)).reasons:
            if why.code == "blocked_word":
                yield rules.Reason(why.code, rules.Outcome.BROKEN, item.number, why.article, why.details)


def _mandatory(activity: Activity, juknis: Juknis) -> Iterable[rules.Reason]:
    for each in juknis.money.mandatory:
        if each.menu and each.menu == activity.menu:
            told = (("label", each.label), ("count", each.count))
            yield rules.Reason("mandatory", rules.Outcome.KEPT, None, each.source.article, told)


def _tax(found: list[BudgetItem], juknis: Juknis | None, on: date) -> list[rules.Reason]:
    goods = (LineKind.MATERIAL, LineKind.EQUIPMENT)
    amount = taxes.expected([each.amount for each in found if each.funding == Funding.GRANT and each.kind in goods], on)
    by = juknis.money.tax_by if juknis else None
    if not amount:
        return []
    code = "tax_own" if by == "rt" else "tax_other" if by else "tax_unknown"
    outcome = rules.Outcome.UNKNOWN if by is None else rules.Outcome.KEPT
    return [rules.Reason(code, outcome, details=(("amount", amount), ("by", by or "")))]
