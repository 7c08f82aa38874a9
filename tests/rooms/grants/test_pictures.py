"""Pictures come in once, are seen by who may, and are never replaced."""

from __future__ import annotations

import pytest
from django.db import Error, transaction
from tests.rooms.conftest import Places
from tests.rooms.grants.money_ground import ON, Money, make_money
from tests.rooms.grants.paying import bring, proposed
from tests.rooms.musrenbang.wishing import client_of, photo

from rukun.grants.actions import pictures, shots
from rukun.grants.models import Picture, Shot
from rukun.grants.types import ShotRole

pytestmark = pytest.mark.django_db


@pytest.fixture
def money(places: Places) -> Money:
    made = make_money(places.melati)
    bring(made)
    return made


def kept(rt, content: bytes = b"") -> Picture:
    return pictures.keep(rt=rt.pk, path=rt.path, content=content or photo(), on=ON, by="uji")


def test_the_same_bytes_are_one_picture_in_an_rt_and_another_elsewhere(places):
    assert kept(places.melati) == kept(places.melati)
    assert kept(places.melati) != kept(places.mawar)


def test_a_picture_is_never_replaced(places):
    made = kept(places.melati)
    with pytest.raises(Error), transaction.atomic():
        Picture.objects.filter(pk=made.pk).update(look="0" * 16)


def test_a_picture_hangs_at_a_thing_once(money, places):
    payment = proposed(money, is_seen=False)
    told = {"picture": kept(places.melati), "role": ShotRole.RECEIPT, "on": ON, "by": "uji", "payment": payment}
    assert shots.attach(**told) == shots.attach(**told)
    assert Shot.objects.count() == 1


def test_a_picture_is_shown_to_who_may_see_and_kept_by_no_shared_cache(places, cast):
    made = kept(places.melati)
    answer = client_of(cast.rt_head).get(f"/gambar/{made.pk}/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Cache-Control"].startswith("private")
    assert client_of(cast.mawar_head).get(f"/gambar/{made.pk}/").status_code == 404
