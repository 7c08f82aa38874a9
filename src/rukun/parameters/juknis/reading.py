"""A juknis from its file, or from the frozen document of an adopted one: the same words, read by the same hand.

calendar: days            # steps count days from the first day of the year; without it they carry dates
clusters: [{key: sosial, label: Sosial, limit: {at_least: 30}}]      # limit null: not known; {}: no bound
readiness: {questions: [{text: …, choices: [Ya, Tidak], right: Ya, why: …}]}
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar, get_args

from rukun.parameters.files import Entry, parsed, shipped
from rukun.parameters.juknis.soundness import refuse_unsound
from rukun.parameters.juknis.types import (
    Actor,
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
    Source,
    Step,
    StepKind,
    Unit,
    Way,
)

ACTORS, WAYS, UNITS = get_args(Actor), get_args(Way), get_args(Unit)
KINDS = tuple(kind.value for kind in StepKind)
PERCENT = re.compile(r"\d{1,3}(?:\.\d{1,4})?", re.ASCII)
KEY = re.compile(r"[a-z0-9_]{1,40}", re.ASCII)
LONGEST = 3650
T = TypeVar("T")
NAMES = (
    "key", "title", "programme", "year", "regency", "regulation", "since", "calendar", "ceiling", "ceiling_source",
    "clusters", "steps", "menu", "blocked", "meeting", "choosing", "readiness", "answers", "sources", "notes", "filled",
)  # fmt: skip


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
    since = _day(entry.at("since"))
    first = (begins or since) if is_counted else since
    found = Juknis(
        key=key,
        title=entry.at("title").text(),
        programme=entry.at("programme").text(),
        year=first.year if is_counted else _count(entry.at("year"), least=2000, most=2999),
        regency=entry.at("regency").text(),
        regulation=entry.at("regulation").text(),
        since=first,
        ceiling=_maybe(entry.at("ceiling"), lambda each: _count(each, least=1)),
        clusters=_all(entry.at("clusters"), _cluster),
        steps=_all(entry.at("steps"), lambda each: _step(each, first if is_counted else None)),
        menu=_all(entry.at("menu"), _menu_entry),
        blocked=_all(entry.at("blocked"), _blocked),
        meeting=_meeting(_section(entry, "meeting")),
        choosing=_choosing(_section(entry, "choosing")),
        readiness=_readiness(_section(entry, "readiness")),
        answers=_answers(_section(entry, "answers")),
        sources=_texts(entry.at("sources")),
        notes=_texts(entry.at("notes")),
        ceiling_source=_source(entry.at("ceiling_source")),
        filled=_all(entry.at("filled"), _filled),
    )
    refuse_unsound(found)
    return found


def _section(entry: Entry, name: str) -> Entry:
    """A part that may be left out whole."""
    return entry.at(name) if entry.has(name) else Entry(entry.file, f"{entry.path}/{name}", {})


def _all(entry: Entry, one: Callable[[Entry], T]) -> tuple[T, ...]:
    return () if entry.value is None else tuple(one(each) for each in entry.each())


def _maybe(entry: Entry, one: Callable[[Entry], T]) -> T | None:
    return None if entry.value is None else one(entry)


def _texts(entry: Entry) -> tuple[str, ...]:
    return _all(entry, lambda each: each.text())


def _key(entry: Entry) -> str:
    key = entry.text()
    if not KEY.fullmatch(key):
        raise entry.wrong("kunci dari huruf kecil, angka dan garis bawah")
    return key


def _count(entry: Entry, *, least: int = 0, most: int = 10**13) -> int:
    number = entry.whole()
    if not least <= number <= most:
        raise entry.wrong(f"bilangan {least} sampai {most}")
    return number


def _percent(entry: Entry) -> str:
    written = str(entry.value) if type(entry.value) in (int, float, str) else ""
    if not PERCENT.fullmatch(written) or float(written) > 100:
        raise entry.wrong("persen, 0 sampai 100")
    return written


def _truth(entry: Entry, default: bool | None = None) -> bool:
    value = default if entry.value is None else entry.value
    if not isinstance(value, bool):
        raise entry.wrong("true | false")
    return value


def _day(entry: Entry) -> date:
    """A day of YAML, or its words in a frozen document."""
    if isinstance(entry.value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", entry.value, re.ASCII):
        try:
            return date.fromisoformat(entry.value)
        except ValueError:
            pass
    return entry.day()


def _source(entry: Entry) -> Source:
    if entry.value is None:
        return Source()
    entry.only("article", "text")
    return Source(_loose(entry.at("article")), _loose(entry.at("text")))


def _loose(entry: Entry) -> str:
    return "" if entry.value in (None, "") else entry.text()


def _limit(entry: Entry) -> Limit:
    if entry.value is None:
        return Limit(is_known=False)
    entry.only("at_least", "at_most", "is_known")
    least, most = _maybe(entry.at("at_least"), _percent), _maybe(entry.at("at_most"), _percent)
    return Limit(least, most, _truth(entry.at("is_known"), default=True))


def _cluster(entry: Entry) -> Cluster:
    entry.only("key", "label", "limit", "source")
    return Cluster(
        _key(entry.at("key")), entry.at("label").text(), _limit(entry.at("limit")), _source(entry.at("source"))
    )


def _step(entry: Entry, first: date | None) -> Step:
    entry.only("key", "kind", "label", "actor", "since", "until", "papers", "source")
    when: Callable[[Entry], date] = _day if first is None else lambda each: _counted(each, first)
    return Step(
        key=_key(entry.at("key")),
        kind=StepKind(entry.at("kind").one_of(KINDS)),
        label=entry.at("label").text(),
        actor=entry.at("actor").one_of(ACTORS),  # type: ignore[arg-type]
        since=_maybe(entry.at("since"), when),
        until=_maybe(entry.at("until"), when),
        papers=_texts(entry.at("papers")),
        source=_source(entry.at("source")),
    )


def _counted(entry: Entry, first: date) -> date:
    return first + timedelta(days=_count(entry, most=LONGEST))


def _menu_entry(entry: Entry) -> MenuEntry:
    entry.only("code", "cluster", "label", "words", "facts", "most", "source")
    return MenuEntry(
        code=entry.at("code").text(),
        cluster=_key(entry.at("cluster")),
        label=entry.at("label").text(),
        words=_texts(entry.at("words")),
        facts=_all(entry.at("facts"), _fact),
        most=_maybe(entry.at("most"), lambda each: _count(each, least=1)),
        source=_source(entry.at("source")),
    )


def _fact(entry: Entry) -> Fact:
    entry.only("key", "question", "wanted", "why")
    question, why = entry.at("question").text(), entry.at("why").text()
    return Fact(_key(entry.at("key")), question, _truth(entry.at("wanted")), why)


def _blocked(entry: Entry) -> Blocked:
    entry.only("code", "label", "words", "reason", "source")
    return Blocked(
        code=entry.at("code").text(),
        label=entry.at("label").text(),
        words=_texts(entry.at("words")),
        reason=entry.at("reason").text(),
        source=_source(entry.at("source")),
    )


def _group(entry: Entry) -> Group:
    entry.only("key", "label", "at_least", "source")
    key, label = _key(entry.at("key")), entry.at("label").text()
    return Group(key, label, _maybe(entry.at("at_least"), _percent), _source(entry.at("source")))


def _meeting(entry: Entry) -> MeetingRules:
    entry.only("quorum", "is_more_than", "second_quorum", "notice_days", "groups", "source")
    return MeetingRules(
        quorum=_maybe(entry.at("quorum"), _percent),
        is_more_than=_truth(entry.at("is_more_than"), default=False),
        second_quorum=_maybe(entry.at("second_quorum"), _percent),
        notice_days=_maybe(entry.at("notice_days"), lambda each: _count(each, most=90)),
        groups=_all(entry.at("groups"), _group),
        source=_source(entry.at("source")),
    )


def _choosing(entry: Entry) -> ChoosingRules:
    entry.only("ways", "rule", "unit", "points", "source")
    return ChoosingRules(
        ways=_all(entry.at("ways"), lambda each: each.one_of(WAYS)),  # type: ignore[arg-type,return-value]
        rule=entry.at("rule").text(default=ChoosingRules().rule),
        unit=_maybe(entry.at("unit"), lambda each: each.one_of(UNITS)),  # type: ignore[arg-type,return-value]
        points=10 if entry.at("points").value is None else _count(entry.at("points"), least=1, most=1000),
        source=_source(entry.at("source")),
    )


def _readiness(entry: Entry) -> Readiness:
    entry.only("needed", "questions")
    return Readiness(_maybe(entry.at("needed"), _count), _all(entry.at("questions"), _question))


def _question(entry: Entry) -> Question:
    entry.only("text", "choices", "right", "why", "source")
    choices = _texts(entry.at("choices"))
    right = _right(entry.at("right"), choices)
    return Question(entry.at("text").text(), choices, right, entry.at("why").text(), _source(entry.at("source")))


def _right(entry: Entry, choices: tuple[str, ...]) -> int:
    """A file names the right choice in its own words, a frozen document by its place; -1 when there is none such."""
    if isinstance(entry.value, str):
        return choices.index(entry.text()) if entry.text() in choices else -1
    return entry.whole()


def _answers(entry: Entry) -> Answers:
    entry.only("desa", "kecamatan", "rt", "source")
    desa, kecamatan, rt = (_maybe(entry.at(name), _days) for name in ("desa", "kecamatan", "rt"))
    return Answers(desa, kecamatan, rt, _source(entry.at("source")))


def _days(entry: Entry) -> int:
    return _count(entry, least=1, most=365)


def _filled(entry: Entry) -> Filled:
    entry.only("path", "source")
    return Filled(entry.at("path").text(), entry.at("source").text())
