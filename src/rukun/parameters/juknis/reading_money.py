"""The money part of a juknis from its file or its frozen document.

money:
  ways: [{place: desa, channel: desa_apbdes, flow: null}]         # null: not known
  tranches: [{number: 1, share: 60}, {number: 2, share: 40, gate: 100}]
  allocation: {kind: tiers, tiers: [{at_most: 99, amount: 70000000}, …], unsettled: [{at_least: 100, at_most: 100}]}
"""

from __future__ import annotations

from typing import Any, get_args

from rukun.parameters.files import Entry
from rukun.parameters.juknis.parts import Actor
from rukun.parameters.juknis.reading_parts import (
    Days,
    count,
    day,
    days,
    every,
    flag,
    key_of,
    loose,
    maybe,
    percent,
    rupiah,
    section,
    source_of,
    texts,
    word,
)
from rukun.parameters.juknis.types_money import (
    Allocation,
    AllocationRule,
    AssetRule,
    AtSplit,
    Bundle,
    Cap,
    Channel,
    CostKind,
    Desk,
    Eligibility,
    Flow,
    Gap,
    Honorarium,
    Leftover,
    Mandatory,
    MoneyRules,
    MoneyWay,
    Occasion,
    PaperRule,
    Per,
    Place,
    PurchaseRule,
    Regulation,
    TaxBy,
    Tier,
    TrancheRule,
    WageRule,
)

LEVELS = get_args(Actor)
NAMES = (
    "eligibility", "allocation", "ways", "tranches", "desks", "papers", "caps", "honoraria", "mandatory", "assets",
    "leftover", "wages", "purchases", "tax_by", "has_shift", "source",
)  # fmt: skip


def money(entry: Entry, when: Days) -> MoneyRules:
    """`when` reads a day of the year's calendar."""
    entry.only(*NAMES)
    return MoneyRules(
        eligibility=_eligibility(section(entry, "eligibility")),
        allocation=_allocation(section(entry, "allocation")),
        ways=every(entry.at("ways"), _way),
        tranches=every(entry.at("tranches"), lambda each: _tranche(each, when)),
        desks=every(entry.at("desks"), _desk),
        papers=every(entry.at("papers"), _paper),
        caps=every(entry.at("caps"), _cap),
        honoraria=every(entry.at("honoraria"), _honorarium),
        mandatory=every(entry.at("mandatory"), _mandatory),
        assets=_assets(section(entry, "assets")),
        leftover=_word_or_none(entry.at("leftover"), Leftover),
        wages=_wages(section(entry, "wages")),
        purchases=every(entry.at("purchases"), _purchase),
        tax_by=_word_or_none(entry.at("tax_by"), TaxBy),
        has_shift=maybe(entry.at("has_shift"), flag),
        source=source_of(entry.at("source")),
    )


def regulation(entry: Entry) -> Regulation:
    entry.only("kind", "number", "year", "about", "article", "replaces", "since", "until", "source")
    return Regulation(
        kind=entry.at("kind").text(),
        number=loose(entry.at("number")),
        year=maybe(entry.at("year"), lambda each: count(each, least=1945, most=2999)),
        about=loose(entry.at("about")),
        article=loose(entry.at("article")),
        replaces=loose(entry.at("replaces")),
        since=maybe(entry.at("since"), day),
        until=maybe(entry.at("until"), day),
        source=source_of(entry.at("source")),
    )


def _word_or_none(entry: Entry, words: object) -> Any:
    return maybe(entry, lambda each: word(each, get_args(words)))


def _eligibility(entry: Entry) -> Eligibility:
    entry.only("register", "at_split", "source")
    at_split = _word_or_none(entry.at("at_split"), AtSplit)
    return Eligibility(loose(entry.at("register")), at_split, source_of(entry.at("source")))


def _allocation(entry: Entry) -> AllocationRule:
    entry.only("kind", "tiers", "unsettled", "least", "most", "source")
    return AllocationRule(
        kind=_word_or_none(entry.at("kind"), Allocation),
        tiers=every(entry.at("tiers"), _tier),
        unsettled=every(entry.at("unsettled"), _gap),
        least=maybe(entry.at("least"), rupiah),
        most=maybe(entry.at("most"), rupiah),
        source=source_of(entry.at("source")),
    )


def _tier(entry: Entry) -> Tier:
    entry.only("at_least", "at_most", "amount", "source")
    least, most = (maybe(entry.at(name), households) for name in ("at_least", "at_most"))
    return Tier(least, most, rupiah(entry.at("amount")), source_of(entry.at("source")))


def _gap(entry: Entry) -> Gap:
    entry.only("at_least", "at_most", "source")
    least, most = (maybe(entry.at(name), households) for name in ("at_least", "at_most"))
    return Gap(least, most, source_of(entry.at("source")))


def households(entry: Entry) -> int:
    return count(entry, most=100_000)


def _way(entry: Entry) -> MoneyWay:
    entry.only("place", "channel", "flow", "source")
    channel, flow = _word_or_none(entry.at("channel"), Channel), _word_or_none(entry.at("flow"), Flow)
    return MoneyWay(word(entry.at("place"), get_args(Place)), channel, flow, source_of(entry.at("source")))


def _tranche(entry: Entry, when: Days) -> TrancheRule:
    entry.only("number", "share", "since", "until", "budget", "gate", "source")
    return TrancheRule(
        number=count(entry.at("number"), least=1, most=12),
        share=maybe(entry.at("share"), percent),
        since=maybe(entry.at("since"), when),
        until=maybe(entry.at("until"), when),
        budget=loose(entry.at("budget")),
        gate=maybe(entry.at("gate"), percent),
        source=source_of(entry.at("source")),
    )


def _desk(entry: Entry) -> Desk:
    entry.only("bundle", "levels", "days", "source")
    levels = every(entry.at("levels"), lambda each: word(each, LEVELS))
    bundle = word(entry.at("bundle"), get_args(Bundle))
    return Desk(bundle, levels, maybe(entry.at("days"), days), source_of(entry.at("source")))


def _paper(entry: Entry) -> PaperRule:
    entry.only("key", "bundle", "label", "when", "source")
    return PaperRule(
        key=key_of(entry.at("key")),
        bundle=word(entry.at("bundle"), get_args(Bundle)),
        label=entry.at("label").text(),
        when=word(entry.at("when"), get_args(Occasion), default="always"),
        source=source_of(entry.at("source")),
    )


def _cap(entry: Entry) -> Cap:
    entry.only("key", "label", "rupiah", "percent", "per", "cluster", "menu", "kind", "words", "source")
    return Cap(
        key=key_of(entry.at("key")),
        label=entry.at("label").text(),
        rupiah=maybe(entry.at("rupiah"), rupiah),
        percent=maybe(entry.at("percent"), percent),
        per=word(entry.at("per"), get_args(Per), default="year"),
        cluster=loose(entry.at("cluster")),
        menu=loose(entry.at("menu")),
        kind=word(entry.at("kind"), (*get_args(CostKind), ""), default=""),
        words=texts(entry.at("words")),
        source=source_of(entry.at("source")),
    )


def _honorarium(entry: Entry) -> Honorarium:
    entry.only("office", "a_month", "source")
    return Honorarium(entry.at("office").text(), maybe(entry.at("a_month"), rupiah), source_of(entry.at("source")))


def _mandatory(entry: Entry) -> Mandatory:
    entry.only("key", "label", "count", "menu", "source")
    least = maybe(entry.at("count"), lambda each: count(each, least=1, most=1000))
    label, menu = entry.at("label").text(), loose(entry.at("menu"))
    return Mandatory(key_of(entry.at("key")), label, least, menu, source_of(entry.at("source")))


def _assets(entry: Entry) -> AssetRule:
    entry.only("owner", "plate", "is_handed_over", "source")
    is_handed_over = maybe(entry.at("is_handed_over"), flag)
    return AssetRule(loose(entry.at("owner")), loose(entry.at("plate")), is_handed_over, source_of(entry.at("source")))


def _wages(entry: Entry) -> WageRule:
    entry.only("at_least", "may_move_waived", "hours", "prefers", "source")
    return WageRule(
        at_least=maybe(entry.at("at_least"), percent),
        may_move_waived=maybe(entry.at("may_move_waived"), flag),
        hours=maybe(entry.at("hours"), lambda each: count(each, least=1, most=24)),
        prefers=loose(entry.at("prefers")),
        source=source_of(entry.at("source")),
    )


def _purchase(entry: Entry) -> PurchaseRule:
    entry.only("at_most", "way", "papers", "source")
    most = maybe(entry.at("at_most"), rupiah)
    return PurchaseRule(most, entry.at("way").text(), texts(entry.at("papers")), source_of(entry.at("source")))
