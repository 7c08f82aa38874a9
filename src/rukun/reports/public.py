"""What a code says about its paper, to anyone who holds one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rukun.reports.models import Paper
from rukun.reports.types import PaperKind


@dataclass(frozen=True, slots=True)
class Known:
    """A paper that was printed here. `is_newest`: no other state of it was printed since."""

    kind: str
    number: str
    area_id: int
    on: date
    is_newest: bool


def known(code: str) -> Known | None:
    """The paper of a code, as typed or read; None where no such paper was printed."""
    held = Paper.objects.filter(code=code.strip().upper()).first()
    if held is None:
        return None
    is_followed = Paper.objects.filter(kind=held.kind, subject=held.subject, pk__gt=held.pk).exists()
    return Known(str(PaperKind(held.kind).label), held.number, held.area_id, held.on, not is_followed)
