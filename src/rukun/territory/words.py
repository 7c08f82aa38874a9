"""Problems and remarks of this room, spoken in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rukun.kit import letters, sheet
from rukun.kit.problems import Finding, Problem, Sentence
from rukun.territory.problems import CATALOGUE
from rukun.territory.types import Remark
from rukun.ui.letters import spoken as said

LETTERS = letters.CATALOGUE | sheet.CATALOGUE | CATALOGUE


def spoken(problem: Problem | Finding) -> Sentence:
    """The letter of a problem or finding."""
    return said(problem, LETTERS)


def told(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    """Remarks for ui/components/problems.html: where, what stands there, what to do."""
    found = []
    for remark in remarks:
        sentence = spoken(remark.finding)
        found.append(
            {
                "row": remark.row or "–",
                "column": remark.column,
                "value": remark.value,
                "todo": f"{sentence.what} {sentence.now}",
            }
        )
    return found
