"""Analyses of work and recipes as they are shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Resource:
    """A thing or a worker's day: how it is called and in which `unit` it is bought, `per` so many units of the list;
    `step` is the least that can be bought more of; `same`: bought as that other one."""

    code: str
    kind: str
    words: str
    unit: str
    per: Decimal = Decimal(1)
    of: str = ""
    step: Decimal = Decimal(1)
    same: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One unit of a piece of work `takes` so much of each resource, in the units of the list."""

    code: str
    words: str
    unit: str
    takes: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Analyses:
    """A list of the ministry as far as the recipes need it."""

    title: str
    since: date
    source: str
    notes: tuple[str, ...]
    resources: Mapping[str, Resource]
    works: Mapping[str, Analysis]


@dataclass(frozen=True, slots=True)
class Product:
    """`times` the product of some answers."""

    times: Decimal
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Part of a work: so much of an analysis, or of a thing that is bought as it is (`goods`)."""

    volume: tuple[Product, ...]
    work: str = ""
    told: str = ""
    goods: Resource | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """A work RTs choose: what is asked (key → question) and its parts. `words` are those people use for it."""

    key: str
    label: str
    words: tuple[str, ...]
    asks: Mapping[str, str]
    parts: tuple[Part, ...]
