"""How a page of this room answers a form: done and on, or the same form again with a letter above it."""

from __future__ import annotations

from functools import partial
from typing import Any

from rukun.kit.problems import Sentence
from rukun.people.problems import CATALOGUE
from rukun.territory.problems import CATALOGUE as TERRITORY
from rukun.ui import answering, letters

LETTERS = TERRITORY | CATALOGUE


def spoken(problem: Any) -> Sentence:
    """The letter of a Problem or Finding, in the reader's language."""
    return letters.spoken(problem, LETTERS)


answer = partial(answering.answer, catalogue=LETTERS)
"""How this room answers a form: see ui.answering."""
