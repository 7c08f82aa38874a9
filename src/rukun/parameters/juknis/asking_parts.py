"""One question to whoever knows the juknis, and what an answer may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal[
    "rupiah", "percent", "days", "count", "ways", "unit", "date", "limit",
    "shares", "levels", "flag", "text", "allocation", "at_split", "channel", "flow", "leftover", "tax_by",
]  # fmt: skip
Theme = Literal["plan", "ceiling", "way", "tranches", "desks", "spending", "closing"]
Answer = int | str | bool | date | tuple[str, ...] | tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One value. `question` is a marked text with {name}, which is `about`; `is_open`: nobody knows it yet. All themes
    but "plan" are wanted only once there is money."""

    path: str
    kind: Kind
    question: str
    about: str = ""
    is_open: bool = True
    theme: Theme = "plan"


def asking(path: str, kind: Kind, question: str, value: object, about: str = "", theme: Theme = "plan") -> Asked:
    return Asked(path, kind, question, about, is_open=value is None or value in ((), ""), theme=theme)


def written(value: Answer) -> int | str | bool | list[str | None]:
    """As a frozen document has it."""
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value
