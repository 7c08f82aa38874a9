"""Photos of the place as it is: decoded, made smaller, and written anew, so that nothing hidden comes along."""

from __future__ import annotations

import warnings
from datetime import date
from hashlib import sha256
from io import BytesIO
from typing import Any

from django.db import transaction
from PIL import Image, ImageOps

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.musrenbang.models import Photo, Proposal

MEGABYTE = 1 << 20
MOST_BYTES = 12 * MEGABYTE
MOST_PIXELS = 50_000_000
MOST_PHOTOS = 6
KINDS = ("JPEG", "PNG", "WEBP")
SIDE = 1280
QUALITY = 78


@transaction.atomic
def add(*, proposal: Proposal, content: bytes, words: str, on: date, by: Any) -> Photo:
    """Keeps a picture small enough for a phone, without its metadata; the same picture twice is one.

    Raises Problem musrenbang.photo_too_many, and what `rewritten` raises.
    """
    picture, size = rewritten(content)
    digest = sha256(picture).hexdigest()
    Proposal.objects.select_for_update().get(pk=proposal.pk)
    if held := proposal.photos.filter(digest=digest).first():
        return held
    if proposal.photos.count() >= MOST_PHOTOS:
        raise Problem("musrenbang.photo_too_many", most=MOST_PHOTOS)
    made = Photo.objects.create(
        proposal=proposal, path=proposal.path, digest=digest, words=words.strip(), picture=picture,
        width=size[0], height=size[1], on=on,
    )  # fmt: skip
    audit.record("proposal.photo_added", proposal, by=by, path=proposal.path, bytes=len(picture))
    return made


@transaction.atomic
def remove(*, photo: Photo, by: Any) -> None:
    """Takes a photo away; that it was taken away stays in the log."""
    audit.record("proposal.photo_removed", photo.proposal, by=by, path=photo.path)
    photo.delete()


def rewritten(content: bytes) -> tuple[bytes, tuple[int, int]]:
    """The picture as a fresh JPEG at most SIDE wide and high, turned upright, and its size.

    Raises Problem musrenbang.photo_too_big, musrenbang.photo_too_many_pixels, musrenbang.photo_unreadable.
    """
    if len(content) > MOST_BYTES:
        raise Problem("musrenbang.photo_too_big", limit=MOST_BYTES // MEGABYTE)
    plain = _decoded(content)
    target = BytesIO()
    plain.save(target, "JPEG", quality=QUALITY, optimize=True)
    return target.getvalue(), plain.size


def _decoded(content: bytes) -> Image.Image:
    """Only the dots of the picture: size is asked before any of them is unpacked."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            opened = Image.open(BytesIO(content), formats=KINDS)
            if opened.width * opened.height > MOST_PIXELS:
                raise Problem("musrenbang.photo_too_many_pixels", megapixels=MOST_PIXELS // 1_000_000)
            opened.draft("RGB", (SIDE, SIDE))
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((SIDE, SIDE))
            return _on_white(upright)
    except Problem:
        raise
    except Exception:  # a decoder fed with anything may fail in any way
        raise Problem("musrenbang.photo_unreadable") from None


def _on_white(picture: Image.Image) -> Image.Image:
    """Without transparency and without what the file said about itself."""
    whole = picture.convert("RGBA")
    sheet = Image.new("RGB", whole.size, "white")
    sheet.paste(whole, mask=whole.getchannel("A"))
    return sheet
