"""Conditions written in a dated file: {fact, below | at_most | at_least: number}, {fact, among: [answers]}, or
{any_of | all_of: [conditions]}. Typed data, never code: whatever else stands there is refused."""

from __future__ import annotations

from collections.abc import Callable

from rukun.kit.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Below, Condition, Number
from rukun.parameters.files import Entry

LIMITS: dict[str, Callable[[str, Number], Condition]] = {"below": Below, "at_most": AtMost, "at_least": AtLeast}
GROUPS: dict[str, Callable[[tuple[Condition, ...]], Condition]] = {"any_of": AnyOf, "all_of": AllOf}
WANTED = "fact dengan below, at_most, at_least atau among; any_of; all_of"


def condition(entry: Entry) -> Condition:
    """Raises Problem `parameters.wrong_shape`."""
    words = set(entry.mapping())
    for word, group in GROUPS.items():
        if words == {word} and (parts := tuple(condition(each) for each in entry.at(word).each())):
            return group(parts)
    for word, limit in LIMITS.items():
        if words == {"fact", word}:
            return limit(entry.at("fact").text(), entry.at(word).number())
    if words == {"fact", "among"} and (answers := frozenset(_answer(each) for each in entry.at("among").each())):
        return Among(entry.at("fact").text(), answers)
    raise entry.wrong(WANTED)


def _answer(entry: Entry) -> str | bool | int:
    return entry.value if isinstance(entry.value, bool | int) else entry.text()
