"""Problems and remarks of this room, spoken in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from rukun.kit import letters, sheet
from rukun.kit.problems import Finding, Problem, Sentence, letter
from rukun.territory.problems import CATALOGUE
from rukun.territory.types import Remark

LETTERS = letters.CATALOGUE | sheet.CATALOGUE | CATALOGUE


def spoken(problem: Problem | Finding) -> Sentence:
    """The letter of a problem or finding."""
    held = LETTERS.get(problem.code)
    here = {problem.code: Sentence(_(held.what), _(held.why), _(held.now))} if held else {}
    return letter(problem, here)


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
