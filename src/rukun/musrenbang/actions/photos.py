"""Photos of the place as it is, a few for each proposal."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.musrenbang.models import Photo, Proposal
from rukun.ui.photos import rewritten

MOST_PHOTOS = 6


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
