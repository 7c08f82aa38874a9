"""A juknis from its file, or from the frozen document of an adopted one: the same words, read by the same hand.

calendar: days            # steps count days from the first day of the year; without it they carry dates
clusters: [{key: sosial, label: Sosial, limit: {at_least: 30}}]      # limit null: not known; {}: no bound
readiness: {questions: [{text: …, choices: [Ya, Tidak], right: Ya, why: …}]}
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import get_args

from rukun.parameters.files import Entry, parsed, shipped
from rukun.parameters.juknis.parts import Actor
from rukun.parameters.juknis.reading_money import money, regulation
from rukun.parameters.juknis.reading_parts import (
    Days,
    count,
    counted,
    day,
    days,
    every,
    key_of,
    maybe,
    percent,
    rupiah,
    section,
    source_of,
    texts,
    truth,
)
from rukun.parameters.juknis.soundness import refuse_unsound
from rukun.parameters.juknis.types import (
    Answers,
    Blocked,
    ChoosingRules,
    Cluster,
    Fact,
    Filled,
    Group,
    Juknis,
    Limit,
    MeetingRules,
    MenuEntry,
    Question,
    Readiness,
    Step,
    StepKind,
    Unit,
    Way,
)

ACTORS, WAYS, UNITS = get_args(Actor), get_args(Way), get_args(Unit)
KINDS = tuple(kind.value for kind in StepKind)
NAMES = (
    "key", "title", "programme", "year", "regency", "regulation", "since", "calendar", "ceiling", "ceiling_source",
    "clusters", "steps", "menu", "blocked", "meeting", "choosing", "readiness", "answers", "sources", "notes", "filled",
    "regulations", "money",
)  # fmt: skip


@cache
def load(key: str, *, begins: date | None = None) -> Juknis:
    """A shipped juknis by its key, as "juknis/kukar_rtku_2026"."""
    return read(shipped(key), key, begins=begins)


def read(text: str, key: str, *, begins: date | None = None) -> Juknis:
    """A juknis from YAML. Where the calendar counts in days, `begins` is the first day of its year (else `since`).

    Problems `parameters.not_yaml`, `parameters.wrong_shape` and those of `soundness`.
    """
    return read_entry(parsed(text, f"{key}.yaml"), key, begins=begins)


def read_entry(entry: Entry, key: str, *, begins: date | None = None) -> Juknis:
    """The same from a mapping."""
    entry.only(*NAMES)
    is_counted = entry.at("calendar").one_of(("dates", "days"), default="dates") == "days"
    since = day(entry.at("since"))
    first = (begins or since) if is_counted else since
    when: Days = (lambda each: counted(each, first)) if is_counted else day
    found = Juknis(
        key=key,
        title=entry.at("title").text(),
        programme=entry.at("programme").text(),
        year=first.year if is_counted else count(entry.at("year"), least=2000, most=2999),
        regency=entry.at("regency").text(),
        regulation=entry.at("regulation").text(),
        since=first,
        ceiling=maybe(entry.at("ceiling"), rupiah),
        clusters=every(entry.at("clusters"), _cluster),
        steps=every(entry.at("steps"), lambda each: _step(each, when)),
        menu=every(entry.at("menu"), _menu_entry),
        blocked=every(entry.at("blocked"), _blocked),
        meeting=_meeting(section(entry, "meeting")),
        choosing=_choosing(section(entry, "choosing")),
        readiness=_readiness(section(entry, "readiness")),
        answers=_answers(section(entry, "answers")),
        sources=texts(entry.at("sources")),
        notes=texts(entry.at("notes")),
        ceiling_source=source_of(entry.at("ceiling_source")),
        filled=every(entry.at("filled"), _filled),
        regulations=every(entry.at("regulations"), regulation),
        money=money(section(entry, "money"), when),
    )
    refuse_unsound(found)
    return found


def _limit(entry: Entry) -> Limit:
    if entry.value is None:
        return Limit(is_known=False)
    entry.only("at_least", "at_most", "is_known")
    least, most = maybe(entry.at("at_least"), percent), maybe(entry.at("at_most"), percent)
    return Limit(least, most, truth(entry.at("is_known"), default=True))


def _cluster(entry: Entry) -> Cluster:
    entry.only("key", "label", "limit", "source")
    return Cluster(
        key_of(entry.at("key")), entry.at("label").text(), _limit(entry.at("limit")), source_of(entry.at("source"))
    )


def _step(entry: Entry, when: Days) -> Step:
    entry.only("key", "kind", "label", "actor", "since", "until", "papers", "source")
    return Step(
        key=key_of(entry.at("key")),
        kind=StepKind(entry.at("kind").one_of(KINDS)),
        label=entry.at("label").text(),
        actor=entry.at("actor").one_of(ACTORS),  # type: ignore[arg-type]
        since=maybe(entry.at("since"), when),
        until=maybe(entry.at("until"), when),
        papers=texts(entry.at("papers")),
        source=source_of(entry.at("source")),
    )


def _menu_entry(entry: Entry) -> MenuEntry:
    entry.only("code", "cluster", "label", "words", "facts", "most", "source")
    return MenuEntry(
        code=entry.at("code").text(),
        cluster=key_of(entry.at("cluster")),
        label=entry.at("label").text(),
        words=texts(entry.at("words")),
        facts=every(entry.at("facts"), _fact),
        most=maybe(entry.at("most"), rupiah),
        source=source_of(entry.at("source")),
    )


def _fact(entry: Entry) -> Fact:
    entry.only("key", "question", "wanted", "why")
    question, why = entry.at("question").text(), entry.at("why").text()
    return Fact(key_of(entry.at("key")), question, truth(entry.at("wanted")), why)


def _blocked(entry: Entry) -> Blocked:
    entry.only("code", "label", "words", "reason", "source")
    return Blocked(
        code=entry.at("code").text(),
        label=entry.at("label").text(),
        words=texts(entry.at("words")),
        reason=entry.at("reason").text(),
        source=source_of(entry.at("source")),
    )


def _group(entry: Entry) -> Group:
    entry.only("key", "label", "at_least", "source")
    key, label = key_of(entry.at("key")), entry.at("label").text()
    return Group(key, label, maybe(entry.at("at_least"), percent), source_of(entry.at("source")))


def _meeting(entry: Entry) -> MeetingRules:
    entry.only("quorum", "is_more_than", "second_quorum", "notice_days", "groups", "source")
    return MeetingRules(
        quorum=maybe(entry.at("quorum"), percent),
        is_more_than=truth(entry.at("is_more_than"), default=False),
        second_quorum=maybe(entry.at("second_quorum"), percent),
        notice_days=maybe(entry.at("notice_days"), lambda each: count(each, most=90)),
        groups=every(entry.at("groups"), _group),
        source=source_of(entry.at("source")),
    )


def _choosing(entry: Entry) -> ChoosingRules:
    entry.only("ways", "rule", "unit", "points", "source")
    return ChoosingRules(
        ways=every(entry.at("ways"), lambda each: each.one_of(WAYS)),  # type: ignore[arg-type,return-value]
        rule=entry.at("rule").text(default=ChoosingRules().rule),
        unit=maybe(entry.at("unit"), lambda each: each.one_of(UNITS)),  # type: ignore[arg-type,return-value]
        points=10 if entry.at("points").value is None else count(entry.at("points"), least=1, most=1000),
        source=source_of(entry.at("source")),
    )


def _readiness(entry: Entry) -> Readiness:
    entry.only("needed", "questions")
    return Readiness(maybe(entry.at("needed"), count), every(entry.at("questions"), _question))


def _question(entry: Entry) -> Question:
    entry.only("text", "choices", "right", "why", "source")
    choices = texts(entry.at("choices"))
    right = _right(entry.at("right"), choices)
    return Question(entry.at("text").text(), choices, right, entry.at("why").text(), source_of(entry.at("source")))


def _right(entry: Entry, choices: tuple[str, ...]) -> int:
    """A file names the right choice in its own words, a frozen document by its place; -1 when there is none such."""
    if isinstance(entry.value, str):
        return choices.index(entry.text()) if entry.text() in choices else -1
    return entry.whole()


def _answers(entry: Entry) -> Answers:
    entry.only("desa", "kecamatan", "rt", "source")
    desa, kecamatan, rt = (maybe(entry.at(name), days) for name in ("desa", "kecamatan", "rt"))
    return Answers(desa, kecamatan, rt, source_of(entry.at("source")))


def _filled(entry: Entry) -> Filled:
    entry.only("path", "source")
    return Filled(entry.at("path").text(), entry.at("source").text())
