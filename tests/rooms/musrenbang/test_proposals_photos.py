"""Photos: small, new, without metadata; what is no photo is answered with a letter."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image
from tests.rooms.musrenbang.wishing import ON, client_of, photo, started

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import photos
from rukun.musrenbang.models import Photo


def with_place() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "Rumah Sari Rekaan"
    exif.get_ifd(0x8825)[1] = "S"
    return photo(exif=exif.tobytes())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_each_kind_is_read_and_written_anew(kind):
    picture, size = photos.rewritten(photo(kind))
    assert (picture[:3], size) == (b"\xff\xd8\xff", (64, 48))


def test_what_a_file_says_about_itself_is_gone():
    assert b"Sari Rekaan" in with_place()
    picture, _size = photos.rewritten(with_place())
    assert b"Sari Rekaan" not in picture
    assert not Image.open(BytesIO(picture)).getexif()


def test_a_large_photo_is_made_small():
    picture, size = photos.rewritten(photo(size=(4000, 3000)))
    assert max(size) == photos.SIDE
    assert len(picture) < 400_000


def test_a_photo_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    _picture, size = photos.rewritten(photo(exif=exif.tobytes()))
    assert size == (48, 64)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "photo_unreadable"),
        (b"%PDF-1.7 bukan foto", "photo_unreadable"),
        (random.Random(7).randbytes(5000), "photo_unreadable"),
        (photo()[:200], "photo_unreadable"),
        (photo("GIF"), "photo_unreadable"),
        (b"x" * (photos.MOST_BYTES + 1), "photo_too_big"),
        (photo("PNG", (8000, 8000)), "photo_too_many_pixels"),
    ],
    ids=["empty", "pdf", "random", "cut", "gif", "big", "bomb"],
)
def test_what_is_no_photo_gets_its_letter(content, code):
    with pytest.raises(Problem, match=f"musrenbang.{code}"):
        photos.rewritten(content)


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
