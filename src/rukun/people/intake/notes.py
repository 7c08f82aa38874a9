"""What is said about a row: a stable code, the column, values; an error refuses the row, a warning keeps it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from rukun.kit.problems import Finding

LONGEST_QUOTE = 60
MANY_DIGITS = 8  # a text with more digits may be somebody's number in the wrong column: it is not repeated


@dataclass(frozen=True)
class Note:
    code: str
    column: str = ""
    is_error: bool = True
    details: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def json(self) -> str:
        """As the waiting room keeps it; written once, for the same note often stands on many rows."""
        said = {"code": self.code, "severity": "error" if self.is_error else "warning", "column": self.column}
        return json.dumps(said | {"details": dict(self.details)}, ensure_ascii=False, default=str)


def quoted(text: str) -> str:
    """A cell's text as it may be repeated in a note: never anything that could hold a NIK or KK number."""
    if sum(map(str.isdigit, text)) > MANY_DIGITS:
        return "…"
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def noted(finding: Finding, column: str, *, is_error: bool = True) -> Note:
    """A remark of the cell reader as a note on its column."""
    details = {name: quoted(str(value)) for name, value in finding.details.items()}
    return Note(finding.code, column, is_error, details)
