"""Holds a proposal against a menu.

>>> from rukun.rules.menu.values import Blocked
>>> banned = Blocked("seragam", "Seragam", ("seragam",), "Bukan kebutuhan dasar.", "Pasal 9")
>>> [(reason.code, reason.article) for reason in check(Draft("Seragam karang taruna"), Menu(blocked=(banned,))).reasons]
[('blocked_word', 'Pasal 9'), ('kind_not_said', '')]
"""

from __future__ import annotations

from collections.abc import Iterator

from rukun.rules.menu.values import Blocked, Draft, Menu, MenuEntry, Outcome, Reason, Verdict
from rukun.rules.menu.words import holds, tokens

_ORDER = list(Outcome)


def check(draft: Draft, menu: Menu) -> Verdict:
    """Every reason there is, the gravest outcome first; a cost that is not known yet is held against nothing."""
    entry = menu.entry(draft.entry)
    found = [*_blocked(draft, menu, entry), *_kind(draft, menu, entry), *_cost(draft, menu, entry)]
    found += _facts(draft, entry) if entry else []
    ordered = tuple(sorted(found, key=lambda reason: -_ORDER.index(reason.outcome)))
    return Verdict(ordered[0].outcome if ordered else Outcome.ALLOWED, ordered, entry)


def _blocked(draft: Draft, menu: Menu, entry: MenuEntry | None) -> Iterator[Reason]:
    said = tokens(draft.title)
    for each in menu.blocked:
        told = (("label", each.label), ("reason", each.reason))
        if draft.entry == each.code:
            yield Reason("blocked_kind", Outcome.BLOCKED, each.article, told)
        elif word := _word_said(said, each, entry):
            yield Reason("blocked_word", Outcome.BLOCKED, each.article, (("word", word), *told))


def _word_said(said: tuple[str, ...], blocked: Blocked, entry: MenuEntry | None) -> str:
    """The blocked word that stands in the title, unless the chosen kind names it itself and so allows it."""
    named = [tokens(phrase) for phrase in (entry.label, *entry.words)] if entry else []
    return next(
        (word for word in blocked.words if holds(said, word) and not any(holds(phrase, word) for phrase in named)), ""
    )


def _kind(draft: Draft, menu: Menu, entry: MenuEntry | None) -> Iterator[Reason]:
    if not draft.entry:
        yield Reason("kind_not_said", Outcome.UNKNOWN_KIND)
    elif entry is None and all(each.code != draft.entry for each in menu.blocked):
        yield Reason("kind_unknown", Outcome.UNKNOWN_KIND, details=(("code", draft.entry),))


def _cost(draft: Draft, menu: Menu, entry: MenuEntry | None) -> Iterator[Reason]:
    if draft.cost is None:
        return
    if menu.ceiling is not None and draft.cost > menu.ceiling:
        yield _over("over_ceiling", draft.cost, menu.ceiling)
    if entry and entry.most is not None and draft.cost > entry.most:
        yield _over("over_most", draft.cost, entry.most, entry.article, label=entry.label)
    limit = menu.limit(entry.cluster) if entry else None
    if limit and draft.cost > limit.most:
        yield _over("over_cluster", draft.cost, limit.most, limit.article, label=limit.label)


def _over(code: str, cost: int, most: int, article: str = "", **more: object) -> Reason:
    return Reason(code, Outcome.BLOCKED, article, (("cost", cost), ("most", most), *more.items()))


def _facts(draft: Draft, entry: MenuEntry) -> Iterator[Reason]:
    for fact in entry.facts:
        told = (("fact", fact.key), ("question", fact.question), ("why", fact.why))
        answer = draft.answers.get(fact.key)
        if answer is None:
            yield Reason("fact_missing", Outcome.NEEDS_FACT, entry.article, told)
        elif answer is not fact.wanted:
            yield Reason("fact_against", Outcome.BLOCKED, entry.article, told)
