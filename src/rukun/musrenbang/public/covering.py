"""Public words once more looked over: numbers of people, and names after Pak or Bu, are covered."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from lokal.samaran import mask_pii

from rukun.poverty.types import HIDDEN, Count

COVERED = (
    "NIK",
    "KK",
    "NPWP",
    "PASSPORT",
    "SIM",
    "NIP",
    "BPJS",
    "PHONE",
    "EMAIL",
    "BANK_ACCOUNT",
    "CARD",
    "GEO",
    "NAME",
)
MARK = re.compile(r"\[[A-Z_]+_\d+\]")
FEWEST = 5


def covered(text: str) -> str:
    """Words people wrote for everyone, without what slipped in: "depan rumah Pak (ditutup)"."""
    return MARK.sub(_("(ditutup)"), mask_pii(text, types=COVERED).text) if text else ""


def counted(count: int | None) -> Count | None:
    """A count of people as it may be shown; fewer than five are hidden, nobody knows stays None."""
    return HIDDEN if count is not None and count < FEWEST else count
