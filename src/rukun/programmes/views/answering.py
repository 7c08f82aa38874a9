"""How a page of this room finds its place and answers a form: done and on, or the form again with a letter."""

from __future__ import annotations

from functools import partial

from rukun.accounts.permissions import today
from rukun.kit.problems import Problem, Sentence
from rukun.programmes.problems import CATALOGUE
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import answering, letters
from rukun.ui.problems import CATALOGUE as PHOTOS

LETTERS = PHOTOS | CATALOGUE


def spoken(problem: Problem) -> Sentence:
    return letters.spoken(problem, LETTERS)


def the_place(area_id: int) -> Place:
    """The place as it is called today. Raises Http404."""
    return territory.the_place(area_id, on=today())


answer = partial(answering.answer, catalogue=LETTERS)
"""How this room answers a form: see ui.answering."""
