"""The fourteen criteria from their dated file: codes, words, conditions on facts, the threshold, and each source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from rukun.parameters.dated import in_force
from rukun.parameters.files import Entry, parsed, shipped

KEY = "poverty/bps14_rule"
GROUPS = ("any_of", "all_of")
LIMITS = ("below", "at_most", "at_least")
REMARKS = ("code", "id", "en", "source", "note")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion: a stable code, its words, and the condition under which it holds.

    `condition` is {fact, below | at_most | at_least: number}, {fact, among: [answers]} or
    {any_of | all_of: [conditions]}.
    """

    code: str
    id: str
    en: str
    condition: Mapping[str, Any]
    source: str
    note: str

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts it asks for, each once."""
        return tuple(dict.fromkeys(leaf["fact"] for leaf in _leaves(self.condition)))

    @property
    def answers(self) -> dict[str, frozenset[Any]]:
        """Fact → the answers it knows by name: to compare with a questionnaire."""
        return {leaf["fact"]: frozenset(leaf["among"]) for leaf in _leaves(self.condition) if "among" in leaf}


@dataclass(frozen=True, slots=True)
class BpsRule:
    """Poor when at least `threshold` criteria hold; `key` names file and edition, and verdicts keep it."""

    key: str
    since: date
    threshold: int
    criteria: tuple[Criterion, ...]
    source: str
    note: str

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fact for criterion in self.criteria for fact in criterion.facts))

    def as_mapping(self) -> dict[str, Any]:
        """Plain data for the rule that judges: key, since, threshold, criteria (code and condition)."""
        criteria = [{"code": criterion.code, **criterion.condition} for criterion in self.criteria]
        return {"key": self.key, "since": self.since, "threshold": self.threshold, "criteria": criteria}


def bps14(on: date) -> BpsRule:
    """The criteria in force on a day. Raises Problem `parameters.before_first`."""
    return in_force(_shipped_editions(), on, KEY)


@cache
def _shipped_editions() -> tuple[BpsRule, ...]:
    return read_rule(shipped(KEY), KEY)


def read_rule(text: str, key: str) -> tuple[BpsRule, ...]:
    """All editions in a YAML text, oldest first. Problems `parameters.not_yaml`, `parameters.wrong_shape`."""
    entry = parsed(text, f"{key}.yaml")
    entry.only("description", "editions")
    editions = [_edition(key, since, each) for since, each in entry.at("editions").items()]
    if not editions:
        raise entry.at("editions").wrong("setidaknya satu edisi")
    return tuple(sorted(editions, key=lambda edition: edition.since))


def _edition(key: str, since: object, entry: Entry) -> BpsRule:
    entry.only("threshold", "source", "note", "criteria")
    day = Entry(entry.file, entry.path, since).day()
    criteria = tuple(_criterion(each) for each in entry.at("criteria").each())
    if len({criterion.code for criterion in criteria}) != len(criteria):
        raise entry.at("criteria").wrong("kode yang berbeda-beda")
    threshold = entry.at("threshold").whole()
    if not 1 <= threshold <= len(criteria):
        raise entry.at("threshold").wrong(f"1 sampai {len(criteria)}")
    source, note = entry.at("source").text(), entry.at("note").text(default="")
    return BpsRule(f"{key}@{day.isoformat()}", day, threshold, criteria, source, note)


def _criterion(entry: Entry) -> Criterion:
    condition = {word: value for word, value in entry.mapping().items() if word not in REMARKS}
    return Criterion(
        code=entry.at("code").text(),
        id=entry.at("id").text(),
        en=entry.at("en").text(),
        condition=_condition(Entry(entry.file, entry.path, condition)),
        source=entry.at("source").text(default=""),
        note=entry.at("note").text(default=""),
    )


def _condition(entry: Entry) -> Mapping[str, Any]:
    words = set(entry.mapping())
    for group in GROUPS:
        if words == {group}:
            return MappingProxyType({group: tuple(_condition(each) for each in entry.at(group).each())})
    for limit in LIMITS:
        if words == {"fact", limit}:
            return MappingProxyType({"fact": entry.at("fact").text(), limit: entry.at(limit).number()})
    if words == {"fact", "among"}:
        answers = tuple(_answer(each) for each in entry.at("among").each())
        return MappingProxyType({"fact": entry.at("fact").text(), "among": answers})
    raise entry.wrong("fact dengan below, at_most, at_least atau among; any_of; all_of")


def _answer(entry: Entry) -> str | bool:
    return entry.value if isinstance(entry.value, bool) else entry.text()


def _leaves(condition: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for group in GROUPS:
        for part in condition.get(group, ()):
            yield from _leaves(part)
    if "fact" in condition:
        yield condition
