"""Pictures come in once and are never replaced."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.models import Picture
from rukun.ui import photos


@transaction.atomic
def keep(*, rt: int, path: str, content: bytes, on: date, by: Any) -> Picture:
    """The picture of these bytes in an RT, written anew without metadata; the same bytes again are the same picture.

    Raises Problem photos.too_big, photos.too_many_pixels, photos.unreadable.
    """
    if held := Picture.objects.filter(rt=rt, digest=sha256(content).hexdigest()).first():
        return held
    read = photos.read(content)
    told = {name: getattr(read, name) for name in read.__dataclass_fields__ if name != "digest"}
    made, is_new = Picture.objects.get_or_create(
        rt_id=rt, digest=read.digest, defaults=told | {"path": path, "on": on, "by": str(by)}
    )
    if is_new:
        audit.record("picture.kept", made, by=by, path=path, bytes=len(made.content))
    return made
