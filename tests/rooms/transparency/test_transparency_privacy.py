"""Canaries in every field that is not public: no page that anyone may open says a word of them."""

from __future__ import annotations

import sys
from datetime import date, time
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

sys.path.append(str(Path(__file__).parents[1] / "musrenbang"))
from answering import ON, put, says  # noqa: E402
from tests.house.furniture import furnish  # noqa: E402

from rukun.musrenbang.models import Meeting, Photo, Proposal, Turn  # noqa: E402
from rukun.musrenbang.types import State  # noqa: E402
from rukun.needs.models import Node  # noqa: E402
from rukun.walls import scope  # noqa: E402

NAME = "Burhanudin Canaria"
CANARIES = (NAME, "6402905708801234", "0812-9876-5432", "Gang Canaria Nomor 77", "116.987654", "-0.123987")
ROOMS = ("people", "poverty", "needs", "musrenbang", "mapping", "facilitation", "accounts")
FREE = (models.CharField, models.TextField)


def secretive(model: type[models.Model]) -> list[str]:
    """Free text of a table that is not public and that no rule of the database reads."""
    spoken = {"personal", "internal"}
    fixed = {"path", "state", "level", "code", "username", "password"}
    return [
        field.name
        for field in model._meta.concrete_fields
        if type(field) in FREE and not field.choices and not field.unique and (field.max_length or 999) >= 60
        if model.privacy.get(field.name) in spoken and field.name not in fixed
    ]


@pytest.fixture
def planted(places, monkeypatch):
    """A furnished RT with a wish on its way, and canaries wherever a person may have written something."""
    says(monkeypatch)
    furnish(places.melati, number=1)
    cause = (
        Node.objects.filter(rt=places.melati) if hasattr(Node, "rt") else Node.objects.filter(path=places.melati.path)
    )
    wish = put(places.melati, "Sumur bor", upto=State.AT_KECAMATAN, cause=cause.filter(is_core=False).first())
    Proposal.objects.filter(path=places.melati.path).update(caretaker=NAME, longitude=116.987654, latitude=-0.123987)
    Meeting.objects.filter(path=places.melati.path).update(
        chair=NAME, writer=NAME, minutes=" ".join(CANARIES), at=time(19, 30), notice_reason=NAME, cancel_reason=NAME
    )
    Turn.objects.bulk_create(
        [Turn(proposal=wish, path=wish.path, year=2026, before="at_kecamatan", after="returned", on=ON, office="kecamatan",
              reason=f"Tanya Pak {NAME}, 0812-9876-5432, NIK 6402905708801234", by=NAME)]
    )  # fmt: skip
    Photo.objects.create(
        proposal=wish, path=wish.path, digest="1" * 64, words=NAME, picture=b"\xff", width=1, height=1, on=ON
    )
    return wish


def sow(path: str) -> int:
    """Writes canaries where the web's role may write at all; how many fields took one."""
    from django.db import Error, transaction

    sown = 0
    for model in (each for room in ROOMS for each in apps.get_app_config(room).get_models()):
        names = {field.name for field in model._meta.concrete_fields}
        for name in secretive(model) if "path" in names else ():
            try:
                with transaction.atomic():
                    longest = model._meta.get_field(name).max_length or 500
                    sown += bool(model.objects.filter(path=path).update(**{name: " ".join(CANARIES)[:longest]}))
            except Error:
                continue
    return sown


def pages(places, wish) -> list[str]:
    every = [reverse("transparency:hall"), reverse("reports:check")]
    every += [reverse("transparency:area", args=[each.id]) for each in (places.kecamatan, places.desa, places.melati)]
    return every + [reverse("transparency:journey", args=[pk]) for pk in Proposal.objects.values_list("pk", flat=True)]


def test_no_canary_sings_on_a_public_page(places, planted, monkeypatch):
    monkeypatch.setattr("rukun.transparency.views.today", lambda: date(2026, 3, 12))
    assert sow(places.melati.path) > 10
    opened = 0
    for url in pages(places, planted):
        with scope.within([]):
            page = Client().get(url)
        opened += page.status_code == 200
        told = page.content.decode()
        assert not [each for each in (*CANARIES, "Canaria", "Rekaan 1", "Tono") if each in told], url
    assert opened >= 6
