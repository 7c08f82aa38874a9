"""The menu of a programme year as the rule sees it, the verdict on a proposal, and its reasons in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.facilitation.queries import programmes
from rukun.musrenbang.models import Proposal
from rukun.musrenbang.queries import ceilings
from rukun.parameters.juknis import Juknis
from rukun.rules import menu as rule
from rukun.ui.words import rupiah

SENTENCES = {
    "blocked_word": gettext_lazy("Kata “%(word)s” termasuk yang tidak boleh: %(label)s. %(reason)s"),
    "blocked_kind": gettext_lazy("%(label)s tidak boleh dibiayai. %(reason)s"),
    "kind_not_said": gettext_lazy("Jenis kegiatan belum dipilih."),
    "kind_unknown": gettext_lazy("Jenis kegiatan itu tidak ada di menu tahun ini."),
    "over_ceiling": gettext_lazy("Biaya %(cost)s melebihi pagu RT, %(most)s."),
    "over_most": gettext_lazy("Biaya %(cost)s melebihi batas untuk %(label)s, %(most)s."),
    "over_cluster": gettext_lazy("Biaya %(cost)s melebihi bagian bidang %(label)s, %(most)s."),
    "fact_missing": gettext_lazy("Belum dijawab: %(question)s"),
    "fact_against": gettext_lazy("Syarat belum terpenuhi: %(question)s %(why)s"),
}
TITLES = {
    rule.Outcome.ALLOWED: gettext_lazy("Sesuai menu juknis"),
    rule.Outcome.NEEDS_FACT: gettext_lazy("Masih ada pertanyaan juknis"),
    rule.Outcome.UNKNOWN_KIND: gettext_lazy("Jenis kegiatan belum diketahui"),
    rule.Outcome.BLOCKED: gettext_lazy("Belum boleh menurut juknis"),
}
KINDS = {"allowed": "good", "needs_fact": "care", "unknown_kind": "care", "blocked": "bad"}
MONEY = ("cost", "most")


@dataclass(frozen=True, slots=True)
class Said:
    """One reason as it is read, with its article."""

    sentence: str
    article: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict in words. `kind`: good, care or bad; `is_known` False: no juknis says anything about this year."""

    title: str
    kind: str
    reasons: tuple[Said, ...] = ()
    is_allowed: bool = False
    is_known: bool = True
    article: str = ""


def juknis(year: int, *, on: date) -> Juknis | None:
    """The juknis of a programme year; None where nobody adopted one."""
    found = programmes.of_year(year, on)
    return found.juknis if found else None


def of_place(path: str, year: int, *, on: date) -> Juknis | None:
    """The juknis as it holds for one RT: its ceiling is what was decreed for that RT."""
    held = juknis(year, on=on)
    money = ceilings.under(held, path, year, on)
    return within(held, money.amount if money else None)


def within(held: Juknis | None, ceiling: int | None) -> Juknis | None:
    """The same juknis under another ceiling."""
    return held and replace(held, ceiling=ceiling)


def current_year(*, on: date) -> int:
    """The programme year that runs; without a juknis, the year of the day."""
    found = programmes.current(on)
    return found.juknis.year if found else on.year


def asked(year: int | None, *, on: date) -> tuple[int, Juknis | None]:
    """A year with its juknis; the one that runs when none is asked for."""
    found = programmes.of_year(year, on) if year else programmes.current(on)
    held = found.juknis if found else None
    return year or (held.year if held else on.year), held


def menu(held: Juknis) -> rule.Menu:
    """The juknis as far as the rule needs it, its shares in rupiah."""
    entries = tuple(_entry(each) for each in held.menu)
    blocked = tuple(
        rule.Blocked(each.code, each.label, each.words, each.reason, each.source.article) for each in held.blocked
    )
    return rule.Menu(entries, blocked, tuple(_limits(held)), held.ceiling)


def verdict(held: Juknis, draft: rule.Draft) -> rule.Verdict:
    return rule.check(draft, menu(held))


def checked(held: Juknis | None, draft: rule.Draft) -> Checked:
    """The verdict as a page says it."""
    if held is None:
        return Checked(str(_("Juknis tahun ini belum ada")), "info", is_known=False)
    found = verdict(held, draft)
    reasons = tuple(Said(_sentence(reason), reason.article) for reason in found.reasons)
    is_allowed = found.outcome == rule.Outcome.ALLOWED
    article = found.entry.article if is_allowed and found.entry else ""
    return Checked(str(TITLES[found.outcome]), KINDS[found.outcome], reasons, is_allowed, True, article)


def draft_of(proposal: Proposal) -> rule.Draft:
    return rule.Draft(proposal.title, proposal.menu, proposal.cost, answers(proposal))


def typed_draft(title: str, entry: str, cost: int | None, given: Mapping[str, bool]) -> rule.Draft:
    """What stands in a form right now, before it is saved."""
    return rule.Draft(title, entry, cost, dict(given))


def answers(proposal: Proposal) -> dict[str, bool]:
    return dict(proposal.answers.values_list("fact", "is_true"))


def suggested(title: str, held: Juknis) -> dict[str, str]:
    """Code of a likely kind → the words of the title that say so."""
    return {each.code: ", ".join(each.words) for each in rule.suggest(title, menu(held))}


def cluster_of(code: str, year: int, *, on: date) -> str:
    """The cluster of a kind; "" where the juknis does not know it."""
    held = juknis(year, on=on)
    entry = held.entry(code) if held else None
    return entry.cluster if entry else ""


def _entry(each: Any) -> rule.MenuEntry:
    facts = tuple(rule.Fact(fact.key, fact.question, fact.wanted, fact.why) for fact in each.facts)
    return rule.MenuEntry(each.code, each.cluster, each.label, tuple(each.words), facts, each.most, each.source.article)


def _limits(held: Juknis) -> list[rule.Limit]:
    if held.ceiling is None:
        return []
    known = [(each, each.limit.most_of(held.ceiling)) for each in held.clusters]
    return [rule.Limit(each.key, each.label, most, each.source.article) for each, most in known if most is not None]


def _sentence(reason: rule.Reason) -> str:
    told = {name: rupiah(value) if name in MONEY else value for name, value in reason.details}
    return (str(SENTENCES[reason.code]) % told).strip()
