"""The official code lists of population records: code or label → our word, and our word → the label people read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from rukun.kit.problems import Finding
from rukun.kit.sheet import ChoiceTable, choice, choices


@cache
def _lists() -> dict[str, dict]:
    return yaml.safe_load((Path(__file__).parent / "codes.yaml").read_text(encoding="utf-8"))


def read(kind: str, text: str) -> str | Finding | None:
    """The value of a list ("religion") behind a code or a label; None for an empty cell. KeyError: no such list."""
    return choice(_slash_said(text), _table(kind))


def occupation(text: str) -> str | None:
    """The occupation behind a code or a known name; None when it is neither: other words for work are kept."""
    found = choice(_slash_said(text), _occupations())
    return found if isinstance(found, str) else None


@cache
def labels(kind: str) -> dict[str, str]:
    """Value → the label people read, in the order of the codes."""
    return {str(value): str(about["label"]) for value, about in _lists()[kind].items()}


@cache
def _table(kind: str) -> ChoiceTable:
    return choices({str(value): _names(about) for value, about in _lists()[kind].items()})


@cache
def _occupations() -> ChoiceTable:
    listed = enumerate(_lists()["occupations"], start=1)
    return choices({name: [str(code), _slash_said(name)] for code, name in listed})


def _names(about: dict) -> list[str]:
    return [_slash_said(str(name)) for name in (about["code"], about["label"], *about.get("also", ()))]


def _slash_said(text: str) -> str:
    """Without its slash "Diploma I/II" would read as "Diploma III"."""
    return text.replace("/", " per ")
