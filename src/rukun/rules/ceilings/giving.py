"""The ceiling of every RT by one rule; a count the rule has no word for is told, never guessed.

>>> given([Rt(7)], Rule("flat", 150_000_000))
[Given(key=7, amount=150000000, reason=Reason(code='same_for_all', values=(150000000,)))]
"""

from __future__ import annotations

from collections.abc import Sequence

from rukun.rules.ceilings.sharing import between, cut
from rukun.rules.ceilings.values import Given, Reason, Rt, Rule, Tier


def given(rts: Sequence[Rt], rule: Rule) -> list[Given]:
    """One for each RT, in their order."""
    ways = {"flat": _flat, "tiers": _by_tiers, "range": _within, "scaled": _scaled}
    return ways[rule.kind](rts, rule)


def _flat(rts: Sequence[Rt], rule: Rule) -> list[Given]:
    return [Given(each.key, rule.amount, Reason("same_for_all", (rule.amount,))) for each in rts]


def _by_tiers(rts: Sequence[Rt], rule: Rule) -> list[Given]:
    return [_tiered(each, rule.tiers) for each in rts]


def _tiered(rt: Rt, tiers: Sequence[Tier]) -> Given:
    if rt.households is None:
        return Given(rt.key, None, Reason("households_unknown"))
    holding = [tier for tier in tiers if tier.holds(rt.households)]
    if len(holding) != 1:
        return Given(rt.key, None, Reason("tiers_overlap" if holding else "no_tier", (rt.households,)))
    return Given(rt.key, holding[0].amount, Reason("tier", (rt.households,)))


def _within(rts: Sequence[Rt], rule: Rule) -> list[Given]:
    """Shares of what is left need every count: while one is missing nobody's share is known."""
    if code := _lacks(rts, rule):
        return [Given(each.key, None, Reason(code)) for each in rts]
    weights = [each.households or 0 for each in rts]
    amounts = between(rule.amount, rule.most or rule.amount, weights, rule.budget or 0, rule.step)
    return [
        Given(each.key, amount, Reason("within", (each.households or 0,)))
        for each, amount in zip(rts, amounts, strict=True)
    ]


def _lacks(rts: Sequence[Rt], rule: Rule) -> str:
    if rule.budget is None:
        return "no_budget"
    if any(each.households is None for each in rts):
        return "households_unknown"
    return "budget_short" if rule.budget < rule.amount * len(rts) else ""


def _scaled(rts: Sequence[Rt], rule: Rule) -> list[Given]:
    if rule.budget is None:
        return [Given(each.key, None, Reason("no_budget")) for each in rts]
    amounts = cut([rule.amount] * len(rts), rule.budget, rule.step)
    is_cut = rule.amount * len(rts) > rule.budget
    reason = Reason("cut" if is_cut else "same_for_all", (rule.amount,))
    return [Given(each.key, amount, reason) for each, amount in zip(rts, amounts, strict=True)]
