"""Photos from a phone: decoded, made smaller and written anew, so that nothing hidden comes along.

What the camera said of the hour and the place is read before, for those who may know it.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

import imagehash
from django.utils import timezone
from PIL import Image, ImageOps

from rukun.kit.problems import Problem

MEGABYTE = 1 << 20
MOST_BYTES = 12 * MEGABYTE
MOST_PIXELS = 50_000_000
KINDS = ("JPEG", "PNG", "WEBP")
SIDE = 1280
QUALITY = 78

CAMERA, PLACE = 0x8769, 0x8825
CHANGED_AT, TAKEN_AT, TAKEN_OFFSET = 0x0132, 0x9003, 0x9011


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture written anew. `digest`: SHA-256 of what came in; `look`: its perceptual hash, 64 bits in hexadecimal,
    near for pictures that look alike; `taken_at` and the point: what the camera said, if it did."""

    content: bytes
    width: int
    height: int
    digest: str
    look: str
    taken_at: datetime | None
    longitude: float | None
    latitude: float | None


def read(content: bytes) -> Photo:
    """Raises what `rewritten` raises."""
    plain, said = _decoded(content)
    jpeg = _written(plain)
    longitude, latitude = _point(said)
    return Photo(
        jpeg, *plain.size, sha256(content).hexdigest(), str(imagehash.phash(plain)), _taken_at(said), longitude,
        latitude,
    )  # fmt: skip


def rewritten(content: bytes) -> tuple[bytes, tuple[int, int]]:
    """The picture as a fresh JPEG at most SIDE wide and high, turned upright, and its size.

    Raises Problem photos.too_big, photos.too_many_pixels, photos.unreadable.
    """
    plain, _said = _decoded(content)
    return _written(plain), plain.size


def distance(one: str, other: str) -> int:
    """How many of 64 bits differ between the looks of two pictures: up to ten is most likely the same picture."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _written(plain: Image.Image) -> bytes:
    target = BytesIO()
    plain.save(target, "JPEG", quality=QUALITY, optimize=True)
    return target.getvalue()


def _decoded(content: bytes) -> tuple[Image.Image, Image.Exif]:
    """Only the dots of the picture, and apart what its file said: size is asked before any dot is unpacked."""
    if len(content) > MOST_BYTES:
        raise Problem("photos.too_big", limit=MOST_BYTES // MEGABYTE)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            opened = Image.open(BytesIO(content), formats=KINDS)
            if opened.width * opened.height > MOST_PIXELS:
                raise Problem("photos.too_many_pixels", megapixels=MOST_PIXELS // 1_000_000)
            opened.draft("RGB", (SIDE, SIDE))
            said = opened.getexif()
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((SIDE, SIDE))
            return _on_white(upright), said
    except Problem:
        raise
    except Exception:  # a decoder fed with anything may fail in any way
        raise Problem("photos.unreadable") from None


def _on_white(picture: Image.Image) -> Image.Image:
    """Without transparency and without what the file said about itself."""
    whole = picture.convert("RGBA")
    sheet = Image.new("RGB", whole.size, "white")
    sheet.paste(whole, mask=whole.getchannel("A"))
    return sheet


def _taken_at(said: Image.Exif) -> datetime | None:
    """The hour of the camera; one without an offset is taken to be ours."""
    try:
        camera = said.get_ifd(CAMERA)
        told = str(camera.get(TAKEN_AT) or said[CHANGED_AT]).strip("\0 ")
        offset = str(camera.get(TAKEN_OFFSET) or "").strip("\0 ")
        if offset:
            return datetime.strptime(f"{told} {offset}", "%Y:%m:%d %H:%M:%S %z")
        return timezone.make_aware(datetime.strptime(told, "%Y:%m:%d %H:%M:%S"))  # noqa: DTZ007 (made aware here)
    except Exception:  # a file may say anything
        return None


def _point(said: Image.Exif) -> tuple[float | None, float | None]:
    """Longitude and latitude in degrees."""
    try:
        gps = said.get_ifd(PLACE)
        latitude = _degrees(gps[2], minus=str(gps[1]).startswith("S"))
        longitude = _degrees(gps[4], minus=str(gps[3]).startswith("W"))
    except Exception:  # a file may say anything
        return None, None
    return (longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else (None, None)


def _degrees(parts: Any, *, minus: bool) -> float:
    degrees, minutes, seconds = (float(each) for each in parts)
    found = degrees + minutes / 60 + seconds / 3600
    return -found if minus else found
