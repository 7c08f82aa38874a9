"""A juknis that says what a proposal may be, causes it can answer, and proposals made by the room's own actions."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from rukun.facilitation.models import Programme, ReadinessTry
from rukun.musrenbang.actions import proposals
from rukun.musrenbang.models import Proposal
from rukun.needs.models import Link, Node, Problem
from rukun.parameters import juknis
from rukun.territory import queries as territory
from rukun.territory.models import Area

YEAR, ON = 2026, date(2026, 3, 2)
KEY = "juknis/contoh_rekaan_2026"
TITLE = "Perbaiki drainase gang 2"


@pytest.fixture
def adopted(places: Any) -> Any:
    """The invented juknis holds for 2026: S2 (drains) asks where the water goes; K1 (posyandu) asks nothing."""
    held = juknis.load(KEY, begins=date(2026, 1, 5))
    told = {"year": YEAR, "key": held.key, "document": juknis.as_document(held)}
    Programme.objects.create(**told, since=date(2026, 1, 5), basis="SK peragaan", path=places.kabupaten.path)
    return held


def cause_of(rt: Area, words: str = "Drainase buntu", year: int = YEAR) -> Node:
    here = {"rt_id": rt.pk, "path": rt.path}
    problem = Problem.objects.create(**here, year=year, theme="water", since=ON)
    core = Node.objects.create(problem=problem, path=rt.path, words="Gang banjir", is_core=True, since=ON)
    cause = Node.objects.create(problem=problem, path=rt.path, words=words, since=ON)
    Link.objects.create(path=rt.path, cause=cause, effect=core)
    return cause


def started(rt: Area, title: str = TITLE, *, year: int = YEAR, **typed: Any) -> Proposal:
    place = territory.place(rt.pk, on=ON)
    return proposals.start(rt=place, year=year, on=ON, by="uji", title=title, **typed)


def kept(proposal: Proposal, **typed: Any) -> Proposal:
    return proposals.save(proposal=proposal, revision=proposal.revision, on=ON, by="uji", **typed)


def passed(rt: Area) -> None:
    """The RT has passed its readiness quiz."""
    programme = Programme.objects.get(year=YEAR)
    ReadinessTry.objects.create(
        rt_id=rt.pk, path=rt.path, year=YEAR, on=ON, answers=[], right=9, of=9, needed=4, programme=programme
    )


def whole(rt: Area, title: str = TITLE, **typed: Any) -> Proposal:
    """A proposal with everything the juknis asks; the RT has passed its quiz."""
    passed(rt)
    more = {"place_words": "Gang 2", "menu": "S2", "cost": 15_000_000, "households": 12, "basis": "stated"}
    cause = cause_of(rt)
    return kept(started(rt, title), facts={"ada_buangan": True}, cause_id=cause.pk, **(more | typed))


def photo(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **saved: Any) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, "teal").save(target, kind, **saved)
    return target.getvalue()


def client_of(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa"}]
    session.save()
    return client
