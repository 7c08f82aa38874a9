"""A juknis as plain data that goes into JSON and comes back the same: an adopted juknis is frozen this way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from rukun.parameters.files import Entry
from rukun.parameters.juknis.reading import read_entry
from rukun.parameters.juknis.types import Juknis


def as_document(juknis: Juknis) -> dict[str, Any]:
    """Names and values, nothing but texts, numbers, truths, lists and mappings."""
    document: dict[str, Any] = _plain(juknis)
    return document


def from_document(document: Mapping[str, Any]) -> Juknis:
    """The juknis again, read as strictly as a file. Problems as in `reading.read`."""
    key = Entry("juknis", "/key", document.get("key")).text()
    return read_entry(Entry(f"{key}.yaml", "", dict(document)), key)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value
