"""How a page of this room finds its place and answers a form: done and on, or the form again with a letter."""

from __future__ import annotations

from functools import partial

from django.urls import reverse

from rukun.accounts.permissions import today
from rukun.grants.models import Book
from rukun.grants.problems import CATALOGUE
from rukun.kit.problems import Problem, Sentence
from rukun.musrenbang.problems import CATALOGUE as MUSRENBANG
from rukun.parameters.problems import CATALOGUE as PARAMETERS
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import answering, letters

LETTERS = PARAMETERS | MUSRENBANG | CATALOGUE


def spoken(problem: Problem) -> Sentence:
    return letters.spoken(problem, LETTERS)


def the_place(area_id: int) -> Place:
    """The place as it is called today. Raises Http404."""
    return territory.the_place(area_id, on=today())


def the_rt(area_id: int) -> Place:
    """An RT, nothing larger. Raises Http404."""
    return territory.the_place(area_id, on=today(), level="rt")


def money_page(book: Book) -> str:
    """Where an RT's money of this year is told."""
    return f"{reverse('grants:rt', args=[book.rt_id])}?tahun={book.year}"


answer = partial(answering.answer, catalogue=LETTERS)
"""How this room answers a form: see ui.answering."""
