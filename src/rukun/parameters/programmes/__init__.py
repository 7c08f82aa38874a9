"""Programmes of help as dated data: shipped examples, and any programme given as a file of the same shape.

    title: what the programme is called
    field: economic            # economic | political | social | protection
    form: money                # money | goods | capital | training | event | service | house
    unit: household            # person | household | card | group | place
    kinds: [cash]              # sorts of help that must not come twice: words of kinds.yaml
    office: who runs it
    words: what it is for
    terms:
      2026-01-01:
        source: the paper that says so
        criteria:
          poor: {id: Miskin, en: Poor, when: {fact: poverty, among: [poor]}}
        order: [{fact: oldest_age, first: largest}]
        quota: 20
        amount: 2000000        # altogether, in `parts` parts
        parts: 2
        months_apart: 3

What a paper does not say stays out, and stands as None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from rukun.kit.conditions import Condition
from rukun.kit.reasons import Criterion
from rukun.parameters.conditions import condition
from rukun.parameters.files import Entry, keys_in, parsed, shipped

FOLDER = "programmes"
KINDS = "programmes/kinds/kinds"
FIELDS = ("economic", "political", "social", "protection")
FORMS = ("money", "goods", "capital", "training", "event", "service", "house")
UNITS = ("person", "household", "card", "group", "place")
FIRST = ("largest", "smallest")
MOST_PLACES, MOST_MONTHS, LARGEST = 1_000_000, 120, 999_999_999_999


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of help; `told_as`: the answers of the census that speak of it."""

    code: str
    id: str
    en: str
    told_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion as it is kept: its code, its words, and its condition as plain data."""

    code: str
    id: str
    en: str
    when: Mapping[str, Any]
    test: Condition

    @property
    def criterion(self) -> Criterion:
        return Criterion(self.code, self.test)

    @property
    def kept(self) -> dict[str, Any]:
        return {"code": self.code, "id": self.id, "en": self.en, "when": dict(self.when)}


@dataclass(frozen=True, slots=True)
class Turn:
    """A step of the order in which people wait: by which fact, and which end comes first."""

    fact: str
    first: str

    @property
    def kept(self) -> dict[str, str]:
        return {"fact": self.fact, "first": self.first}


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds from `since` on; None is what the paper does not say."""

    since: date
    criteria: tuple[Asked, ...]
    order: tuple[Turn, ...]
    quota: int | None
    amount: int | None
    goods: str
    parts: int
    months_apart: int
    lasts_months: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme with its terms in the order of their first days."""

    key: str
    title: str
    field: str
    form: str
    unit: str
    kinds: tuple[str, ...]
    office: str
    words: str
    terms: tuple[Terms, ...]


@cache
def kinds() -> dict[str, Kind]:
    """Code → sort of help, in the order of the file."""
    entry = parsed(shipped(KINDS), f"{KINDS}.yaml")
    return {str(code): _kind(str(code), each) for code, each in entry.items()}


@cache
def examples() -> tuple[Programme, ...]:
    """The shipped programmes, each by its key."""
    return tuple(read(shipped(key), key) for key in keys_in(FOLDER))


def read(text: str, key: str) -> Programme:
    """Problems `parameters.not_yaml`, `parameters.wrong_shape`."""
    entry = parsed(text, f"{key}.yaml")
    entry.only("title", "field", "form", "unit", "kinds", "office", "words", "terms", "notes")
    terms = tuple(sorted((_terms(since, each) for since, each in entry.at("terms").items()), key=lambda e: e.since))
    if not terms:
        raise entry.at("terms").wrong("setidaknya satu ketentuan dengan tanggal mulainya")
    return Programme(
        key, entry.at("title").text(), entry.at("field").one_of(FIELDS), entry.at("form").one_of(FORMS),
        entry.at("unit").one_of(UNITS), _kinds(entry), entry.at("office").text(),
        entry.at("words").text(default=""), terms,
    )  # fmt: skip


def kept_criteria(kept: Any) -> tuple[Asked, ...]:
    """Criteria as they were kept: a list of {code, id, en, when}. Problem `parameters.wrong_shape`."""
    return tuple(_asked(each.at("code").text(), each) for each in Entry("ketentuan", "", kept).each())


def kept_order(kept: Any) -> tuple[Turn, ...]:
    return _order(Entry("ketentuan", "", kept))


def _kind(code: str, entry: Entry) -> Kind:
    told = entry.at("told_as")
    return Kind(
        code, entry.at("id").text(), entry.at("en").text(),
        tuple(each.text() for each in told.each()) if told.value is not None else (),
    )  # fmt: skip


def _kinds(entry: Entry) -> tuple[str, ...]:
    if not entry.has("kinds"):
        return ()
    return tuple(dict.fromkeys(each.one_of(tuple(kinds())) for each in entry.at("kinds").each()))


def _terms(since: object, entry: Entry) -> Terms:
    day = Entry(entry.file, entry.path, since).day()
    entry.only(
        "source", "criteria", "order", "quota", "amount", "goods", "parts", "months_apart", "lasts_months"
    )  # fmt: skip
    held = entry.at("criteria")
    criteria = tuple(_asked(str(code), each) for code, each in held.items()) if held.value is not None else ()
    return Terms(
        day, criteria, _order(entry.at("order")), _whole(entry, "quota", MOST_PLACES),
        _whole(entry, "amount", LARGEST), entry.at("goods").text(default=""), _whole(entry, "parts", 60) or 1,
        _whole(entry, "months_apart", MOST_MONTHS) or 1, _whole(entry, "lasts_months", MOST_MONTHS),
        entry.at("source").text(),
    )  # fmt: skip


def _asked(code: str, entry: Entry) -> Asked:
    entry.only("code", "id", "en", "when")
    words = entry.at("id").text(default=code)
    when = entry.at("when")
    return Asked(code, words, entry.at("en").text(default=words), when.mapping(), condition(when))


def _order(entry: Entry) -> tuple[Turn, ...]:
    if entry.value is None:
        return ()
    return tuple(Turn(each.at("fact").text(), each.at("first").one_of(FIRST)) for each in entry.each())


def _whole(entry: Entry, name: str, most: int) -> int | None:
    if not entry.has(name):
        return None
    found = entry.at(name).whole()
    if not 1 <= found <= most:
        raise entry.at(name).wrong(f"bilangan bulat dari 1 sampai {most}")
    return found
