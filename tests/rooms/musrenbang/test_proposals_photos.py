"""Photos of a proposal: few, each once, seen by who may; what is no photo is answered with a letter."""

from __future__ import annotations

from io import BytesIO

import pytest
from tests.rooms.musrenbang.wishing import ON, client_of, photo, started

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import photos
from rukun.musrenbang.models import Photo


def test_the_same_photo_twice_is_one_and_there_are_never_too_many(places):
    made = started(places.melati)
    for side in range(photos.MOST_PHOTOS):
        photos.add(proposal=made, content=photo(size=(40 + side, 40)), words="", on=ON, by="uji")
    photos.add(proposal=made, content=photo(size=(40, 40)), words="", on=ON, by="uji")
    assert made.photos.count() == photos.MOST_PHOTOS
    with pytest.raises(Problem, match="photo_too_many"):
        photos.add(proposal=made, content=photo(size=(90, 40)), words="", on=ON, by="uji")


def test_a_photo_is_shown_to_who_may_see_and_kept_by_no_shared_cache(places, cast):
    made = photos.add(proposal=started(places.melati), content=photo(), words="Gang 2", on=ON, by="uji")
    answer = client_of(cast.rt_head).get(f"/usulan/foto/{made.pk}/")
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Cache-Control"].startswith("private")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert client_of(cast.mawar_head).get(f"/usulan/foto/{made.pk}/").status_code == 404


def test_a_wrong_file_comes_back_with_a_letter_and_nothing_is_kept(places, cast):
    made = started(places.melati)
    file = BytesIO(b"bukan foto")
    file.name = "foto.jpg"
    answer = client_of(cast.rt_head).post(f"/usulan/{made.pk}/foto/", {"file": file, "words": "Gang dua"})
    assert answer.status_code == 422
    assert "tidak terbaca sebagai foto" in answer.content.decode()
    assert "Gang dua" in answer.content.decode()
    assert not Photo.objects.exists()
