"""How a page of this room answers a form, and what it finds before."""

from __future__ import annotations

from functools import partial

from rukun.accounts.permissions import today
from rukun.services.health.problems import CATALOGUE
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import answering


def the_place(area_id: int) -> Place:
    """The place of an address as it stands today."""
    return territory.the_place(area_id, on=today())


def the_rt(area_id: int) -> Place:
    """The RT of an address; any other place has no such page."""
    return territory.the_place(area_id, on=today(), level="rt")


answer = partial(answering.answer, catalogue=CATALOGUE)
"""How this room answers a form: see ui.answering."""
