"""Reads the shipped lists; a slip of the pen in them is refused by letter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType

from rukun.parameters.ahsp.types import Analyses, Analysis, Part, Product, Recipe, Resource
from rukun.parameters.files import Entry, keys_in, parsed, shipped

KINDS = ("material", "equipment", "wage", "fee")
RECIPES = "ahsp/recipes"


def in_force(on: date) -> Analyses | None:
    """The newest list that has begun; None before the first."""
    begun = [each for each in _lists() if each.since <= on]
    return max(begun, key=lambda each: each.since, default=None)


@cache
def recipes() -> tuple[Recipe, ...]:
    entry = parsed(shipped(RECIPES), f"{RECIPES}.yaml")
    entry.only("notes", "works")
    return tuple(_recipe(str(key), each) for key, each in entry.at("works").items())


@cache
def _lists() -> tuple[Analyses, ...]:
    return tuple(_list(key) for key in keys_in("ahsp") if key != RECIPES)


def _list(key: str) -> Analyses:
    entry = parsed(shipped(key), f"{key}.yaml")
    entry.only("title", "since", "source", "notes", "resources", "works")
    resources = {str(code): _resource(str(code), each) for code, each in entry.at("resources").items()}
    works = {str(code): _analysis(str(code), each, resources) for code, each in entry.at("works").items()}
    return Analyses(
        entry.at("title").text(), entry.at("since").day(), entry.at("source").text(),
        tuple(each.text() for each in entry.at("notes").each()), MappingProxyType(resources),
        MappingProxyType(works),
    )  # fmt: skip


def _resource(code: str, entry: Entry) -> Resource:
    entry.only("kind", "words", "unit", "per", "of", "step", "same", "note")
    return Resource(
        code, entry.at("kind").one_of(KINDS), entry.at("words").text(), entry.at("unit").text(), _number(entry, "per"),
        entry.at("of").text(default=""), _number(entry, "step"), entry.at("same").text(default=""),
        entry.at("note").text(default=""),
    )  # fmt: skip


def _analysis(code: str, entry: Entry, known: dict[str, Resource]) -> Analysis:
    entry.only("words", "unit", "takes")
    takes = {str(each): Decimal(amount.number()) for each, amount in entry.at("takes").items()}
    if strange := sorted(takes.keys() - known.keys()):
        raise entry.at("takes").wrong(f"bahan yang dikenal, bukan {strange[0]}")
    return Analysis(code, entry.at("words").text(), entry.at("unit").text(), MappingProxyType(takes))


def _recipe(key: str, entry: Entry) -> Recipe:
    entry.only("label", "words", "asks", "parts")
    asks = {str(name): each.at("label").text() for name, each in entry.at("asks").items()}
    parts = tuple(_part(each, asks) for each in entry.at("parts").each())
    words = tuple(each.text() for each in entry.at("words").each())
    return Recipe(key, entry.at("label").text(), words, MappingProxyType(asks), parts)


def _part(entry: Entry, asks: dict[str, str]) -> Part:
    entry.only("work", "told", "goods", "kind", "words", "unit", "volume")
    volume = tuple(_product(each, asks) for each in entry.at("volume").each())
    if entry.has("work"):
        return Part(volume, entry.at("work").text(), entry.at("told").text())
    key, words, unit = (entry.at(name).text() for name in ("goods", "words", "unit"))
    return Part(volume, goods=Resource(key, entry.at("kind").one_of(KINDS), words, unit))


def _product(entry: Entry, asks: dict[str, str]) -> Product:
    entry.only("times", "by")
    names = tuple(each.text() for each in entry.at("by").each())
    if strange := set(names) - asks.keys():
        raise entry.at("by").wrong(f"jawaban yang ditanya, bukan {min(strange)}")
    return Product(Decimal(entry.at("times").number()), names)


def _number(entry: Entry, name: str) -> Decimal:
    return Decimal(entry.at(name).number()) if entry.has(name) else Decimal(1)
