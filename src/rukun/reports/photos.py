"""Pictures made small enough for paper: sharp at the size they are printed, light enough to send."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from rukun.reports.types import Gallery, Photo

LONGEST = 900
QUALITY = 72
FORMATS = ("JPEG", "PNG", "WEBP")


def gallery(found: Iterable[tuple[bytes, str]]) -> Gallery:
    """Each picture with its words; one that cannot be opened leaves its words behind."""
    return Gallery(tuple(_photo(content, words) for content, words in found))


def _photo(content: bytes, words: str) -> Photo:
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as opened:
            opened.draft("RGB", (LONGEST, LONGEST))
            opened.thumbnail((LONGEST, LONGEST))
            return _kept(opened.convert("RGB"), words)
    except (UnidentifiedImageError, OSError):
        return _kept(Image.new("RGB", (4, 3), "#E4DED2"), f"{words} (gambar tidak terbaca)")


def _kept(image: Image.Image, words: str) -> Photo:
    written = BytesIO()
    image.save(written, "JPEG", quality=QUALITY)
    return Photo(written.getvalue(), image.width, image.height, words)
