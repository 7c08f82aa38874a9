"""A rule of "poor when at least so many criteria hold", as data with a date.

>>> rule = rule_from({"key": "invented@2024", "since": "2024-01-01", "threshold": 1, "criteria": [
...     {"code": "floor_area", "fact": "floor_area_per_person", "below": 8}]})
>>> rule.criteria[0].test
Below(fact='floor_area_per_person', limit=8)
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.kit.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Below, Condition, leaves
from rukun.kit.reasons import Criterion

REMARKS = frozenset({"code", "id", "en", "text", "note", "source"})


class UnreadableRule(ValueError):
    """The data of a rule cannot be understood; `code` says what, `details` where."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(f"{code}: {details}")
        self.code, self.details = code, details


@dataclass(frozen=True, slots=True)
class Rule:
    """A household is poor when at least `threshold` of `criteria` hold. `key` names the dated source."""

    key: str
    since: date
    threshold: int
    criteria: tuple[Criterion, ...]


def rule_from(mapping: Mapping[str, Any]) -> Rule:
    """Read a rule from plain data (a parsed YAML file).

    Shape::

        key: bps14/national@2005          text; verdicts name it
        since: 2005-01-01                 date or ISO text
        threshold: 9                      1 .. number of criteria
        criteria:                         each: code + one condition (+ id, en, text, note, source: words only)
          - {code: floor_area, fact: floor_area_per_person, below: 8}
          - {code: floor_type, fact: floor, among: [earth, bamboo, cheap_wood]}
          - code: head_income
            any_of:
              - {fact: head_job, among: [farm_labourer, fisher]}
              - all_of: [{fact: head_job, among: [farmer]}, {fact: land_m2, at_most: 500}]
              - {fact: head_income_month, below: 600000}

    A condition is {fact, below | at_most | at_least: number}, {fact, among: [answers]},
    {all_of: [conditions]} or {any_of: [conditions]}. Any other word is refused, so a slip is found.
    Raises UnreadableRule: rule_word_missing, rule_word_unknown, condition_unclear, threshold_out_of_range,
    criterion_twice.
    """
    _known_words(mapping, {"key", "since", "threshold", "criteria"} | REMARKS)
    try:
        key, since, threshold, entries = (mapping[word] for word in ("key", "since", "threshold", "criteria"))
    except KeyError as missing:
        raise UnreadableRule("rule_word_missing", word=missing.args[0]) from missing
    criteria = criteria_from(entries)
    if isinstance(threshold, bool) or not isinstance(threshold, int) or not 1 <= threshold <= len(criteria):
        raise UnreadableRule("threshold_out_of_range", threshold=threshold, criteria=len(criteria))
    return Rule(key, since if isinstance(since, date) else date.fromisoformat(since), threshold, criteria)


def criteria_from(entries: Sequence[Mapping[str, Any]]) -> tuple[Criterion, ...]:
    """Read a list of {code, condition}, as in `rule_from`; needs are written in the same way."""
    for entry in entries:
        if "code" not in entry:
            raise UnreadableRule("rule_word_missing", word="code")
    criteria = tuple(Criterion(entry["code"], condition_from(entry)) for entry in entries)
    codes = [criterion.code for criterion in criteria]
    for code in codes:
        if codes.count(code) > 1:
            raise UnreadableRule("criterion_twice", criterion=code)
    return criteria


def condition_from(mapping: Mapping[str, Any]) -> Condition:
    """Read one condition; the shapes are told at `rule_from`."""
    words = mapping.keys() - REMARKS
    for word, build in _GROUPS.items():
        if words == {word} and mapping[word]:
            return build(tuple(condition_from(part) for part in mapping[word]))
    for word, read in _LEAVES.items():
        if words == {"fact", word}:
            return read(mapping["fact"], mapping[word])
    raise UnreadableRule("condition_unclear", words=sorted(mapping))


def vocabulary(rule: Rule) -> dict[str, frozenset[object]]:
    """Fact name → the answers the rule knows by name (empty for numbers): to compare with a questionnaire."""
    words: dict[str, frozenset[object]] = {}
    for leaf in (leaf for criterion in rule.criteria for leaf in leaves(criterion.test)):
        words[leaf.fact] = words.get(leaf.fact, frozenset()) | (leaf.values if isinstance(leaf, Among) else frozenset())
    return words


def _known_words(mapping: Mapping[str, Any], known: set[str]) -> None:
    for word in mapping:
        if word not in known:
            raise UnreadableRule("rule_word_unknown", word=word)


def _among(fact: str, values: Any) -> Condition:
    if isinstance(values, str) or not values:
        raise UnreadableRule("condition_unclear", words=["among", fact])
    return Among(fact, frozenset(values))


def _number(build: Callable[[str, Any], Condition]) -> Callable[[str, Any], Condition]:
    def read(fact: str, limit: Any) -> Condition:
        if isinstance(limit, bool | str) or limit is None:
            raise UnreadableRule("condition_unclear", words=[fact, str(limit)])
        return build(fact, limit)

    return read


_LEAVES: dict[str, Callable[[str, Any], Condition]] = {
    "below": _number(Below),
    "at_most": _number(AtMost),
    "at_least": _number(AtLeast),
    "among": _among,
}
_GROUPS: dict[str, Callable[[tuple[Condition, ...]], Condition]] = {"all_of": AllOf, "any_of": AnyOf}
