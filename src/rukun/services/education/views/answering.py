"""How a page of this room answers a form, and what it finds before."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404

from rukun.accounts.permissions import Permission, may, today
from rukun.services.education.problems import CATALOGUE
from rukun.services.education.queries import schooling
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui import answering

answer = partial(answering.answer, catalogue=CATALOGUE)


def the_place(area_id: int, level: str = "") -> Place:
    return territory.the_place(area_id, on=today(), level=level)


def records(request: Any, path: str) -> bool:
    """May write of children here, and so sees them by name."""
    return may(request.held, Permission.SCHOOL_RECORD, path)


def of_child(person_id: int) -> dict[str, Any]:
    """What every page about a child shows. Raises Http404."""
    person = schooling.person(person_id)
    if person is None:
        raise Http404
    return {"place": the_place(person.rt_id), "person": person}
