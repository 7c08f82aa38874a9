"""Photos: small, new, without metadata; what is no photo is answered with a letter."""

from __future__ import annotations

import random
from datetime import datetime
from io import BytesIO
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PIL import Image, ImageDraw

from rukun.kit.problems import Problem
from rukun.ui import photos


def photo(kind: str = "JPEG", size: tuple[int, int] = (64, 48), **saved: Any) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, "teal").save(target, kind, **saved)
    return target.getvalue()


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
        (b"", "unreadable"),
        (b"%PDF-1.7 bukan foto", "unreadable"),
        (random.Random(7).randbytes(5000), "unreadable"),
        (photo()[:200], "unreadable"),
        (photo("GIF"), "unreadable"),
        (b"x" * (photos.MOST_BYTES + 1), "too_big"),
        (photo("PNG", (8000, 8000)), "too_many_pixels"),
    ],
    ids=["empty", "pdf", "random", "cut", "gif", "big", "bomb"],
)
def test_what_is_no_photo_gets_its_letter(content, code):
    with pytest.raises(Problem, match=f"photos.{code}"):
        photos.rewritten(content)


def exif(at: str = "2026:03:01 08:15:00", offset: str = "", latitude: Any = (0.0, 25.0, 55.74)) -> bytes:
    said = Image.Exif()
    camera = said.get_ifd(photos.CAMERA)
    camera[photos.TAKEN_AT] = at
    if offset:
        camera[photos.TAKEN_OFFSET] = offset
    place = said.get_ifd(photos.PLACE)
    place |= {1: "S", 2: latitude, 3: "E", 4: (116.0, 58.0, 48.0)}
    return said.tobytes()


def test_what_the_camera_said_is_read_before_it_is_thrown_away():
    kept = photos.read(photo(exif=exif(offset="+08:00")))
    assert kept.taken_at == datetime(2026, 3, 1, 8, 15, tzinfo=ZoneInfo("Asia/Makassar"))
    assert (round(kept.longitude, 5), round(kept.latitude, 5)) == (116.98, -0.43215)
    assert not Image.open(BytesIO(kept.content)).getexif()


def test_an_hour_without_an_offset_is_ours():
    assert photos.read(photo(exif=exif())).taken_at.strftime("%H:%M") == "08:15"


@pytest.mark.parametrize("said", [{"at": "0000:00:00 00:00:00"}, {"at": "kemarin"}])
def test_an_hour_that_is_none_is_not_known(said):
    assert photos.read(photo(exif=exif(**said))).taken_at is None


def test_a_point_outside_the_earth_is_not_known():
    assert photos.read(photo(exif=exif(latitude=(99.0, 0.0, 0.0)))).latitude is None


def drawn(seed: int, *, quality: int = 90, size: tuple[int, int] = (600, 800)) -> bytes:
    """A sheet of strokes like a receipt's."""
    chance, sheet = random.Random(seed), Image.new("RGB", (600, 800), "white")
    pen = ImageDraw.Draw(sheet)
    for _ in range(60):
        x, y = chance.randrange(500), chance.randrange(760)
        pen.rectangle((x, y, x + chance.randrange(20, 100), y + chance.randrange(5, 40)), fill="black")
    target = BytesIO()
    sheet.resize(size).save(target, "JPEG", quality=quality)
    return target.getvalue()


def test_a_picture_is_known_again_after_it_was_made_smaller_and_coarser():
    first, again, other = (photos.read(each) for each in (drawn(1), drawn(1, quality=40, size=(300, 400)), drawn(2)))
    assert first.digest != again.digest
    assert len(first.look) == 16
    assert photos.distance(first.look, again.look) <= 10 < photos.distance(first.look, other.look)
