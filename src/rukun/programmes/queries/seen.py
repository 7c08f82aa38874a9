"""The facts of who asks: what the household answered, where it stands, and who would receive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from rukun.people.queries import persons
from rukun.people.queries.facts import years
from rukun.poverty.queries import known
from rukun.poverty.types import Label

SAID = (Label.POOR, Label.NOT_POOR)
Pair = tuple[int, int]
"""A household and the person of it who would receive."""


def of(pairs: Iterable[Pair], *, on: date) -> dict[Pair, dict[str, Any]]:
    """Each pair → its facts. A verdict that cannot be said is no fact; what nobody told is absent."""
    asked = list(pairs)
    homes = list({home for home, _head in asked})
    plain, labels = known.plain(homes, on=on), known.labels(homes)
    heads = {each["id"]: each for each in _people([head for _home, head in asked])}
    return {
        (home, head): plain.get(home, {}) | _standing(labels.get(home)) | _person(heads.get(head), on)
        for home, head in asked
    }


def _people(ids: list[int]) -> Any:
    return persons.visible().filter(pk__in=ids).values("id", "birth_date", "sex")


def _standing(label: str | None) -> dict[str, str]:
    return {"poverty": str(label)} if label in SAID else {}


def _person(held: dict[str, Any] | None, on: date) -> dict[str, Any]:
    if held is None:
        return {}
    age = years(held["birth_date"], on)
    return {"sex": held["sex"]} | ({} if age is None else {"age": age})
