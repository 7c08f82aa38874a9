"""A picture is put in its place: the receipt of a payment, a work at 50 %, an asset."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.grants.models import Picture, Shot
from rukun.grants.types import ShotRole


@transaction.atomic
def attach(*, picture: Picture, role: ShotRole, on: date, by: Any, words: str = "", **about: Any) -> Shot:
    """`about` names the one thing it shows: payment=, progress=, activity=, asset=, hand_over= or tax_deposit=.
    The same picture of the same thing again is the same shot."""
    told = {"words": words.strip()[:160], "on": on, "path": picture.path}
    made, is_new = Shot.objects.get_or_create(picture=picture, role=role, **about, defaults=told)
    if is_new:
        audit.record("shot.attached", made, by=by, path=picture.path, role=str(role), of=next(iter(about)))
    return made
