"""Something that is due: for whom, what, why, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Due:
    """`kind` names the noun that is due (measurement, referral, dose …), `code` says why; `until` the last good day."""

    person_id: int
    kind: str
    code: str
    until: date | None
