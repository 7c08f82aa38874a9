"""A call leaves the house as a file: for a reason, with a line in the log."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.services.health.models import Call
from rukun.services.health.queries import bundles

SHORTEST = 8
NUMBER = re.compile(r"\d(?:[\s.\-/]?\d){7}")
"""Eight digits in a row are a number of somebody, a date of birth, or a telephone."""


@transaction.atomic
def give(*, call: Call, reason: str, made_at: datetime, by: Any) -> dict[str, Any]:
    """The bundle of a call. Raises Problem health.bundle_reason, health.bundle_number, health.bundle_empty."""
    told = " ".join(reason.split())
    if sum(letter.isalpha() for letter in told) < SHORTEST:
        raise Problem("health.bundle_reason")
    if NUMBER.search(told):
        raise Problem("health.bundle_number")
    bundle = bundles.of_call(call, made_at=made_at)
    if not bundle["entry"]:
        raise Problem("health.bundle_empty")
    audit.record("bundle.given", call, by=by, path=call.path, reason=told[:200])
    return bundle
