"""What institutions, actors, customs and resources show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rukun.mapping.types import Capital, Closeness, CustomState, Degree, Note, Stance, Use


def institutions(entries: Sequence[Any]) -> list[Note]:
    return _told("important_far", [each.name for each in entries if is_important_far(each)])


def is_important_far(body: Any) -> bool:
    return body.importance == Degree.LARGE and body.closeness == Closeness.FAR


def actors(entries: Sequence[Any]) -> list[Note]:
    strong = [each for each in entries if each.influence == Degree.LARGE]
    against = [each.role for each in strong if each.stance == Stance.AGAINST]
    return _told("strong_against", against) + ([] if strong or not entries else [Note("no_strong_actor", {}, True)])


def customs(entries: Sequence[Any]) -> list[Note]:
    return _told("customs_fading", [each.name for each in entries if each.state == CustomState.FADING])


def resources(entries: Sequence[Any]) -> list[Note]:
    """What lies unused; a capital of which nothing was found; something unused that nobody has an idea for."""
    unused = [each for each in entries if each.use == Use.UNUSED]
    idle = [Note("resource_no_idea", {"name": each.name}, True) for each in unused if not each.idea]
    held = {each.capital for each in entries}
    absent = [code for code in Capital.values if entries and code not in held]
    return (
        [Note("capital_absent", {"capital": code}, True) for code in absent]
        + idle
        + _told("resources_unused", [each.name for each in unused])
    )


def _told(code: str, names: list[str]) -> list[Note]:
    return [Note(code, {"names": names, "n": len(names)})] if names else []
