"""The figures of an area as values, and the words for verdicts and needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rukun.territory.types import Place


class Hidden(Enum):
    """A count behind a curtain: not zero, not unknown."""

    HIDDEN = "disembunyikan"


HIDDEN = Hidden.HIDDEN
Count = int | Hidden


class Label(TextChoices):
    POOR = "poor", _("Pasti miskin")
    NOT_POOR = "not_poor", _("Pasti tidak miskin")
    CANNOT_BE_SAID = "cannot_be_said", _("Belum dapat dikatakan")


NEED_WORDS = {
    "no_latrine": _("tanpa jamban"),
    "shared_latrine": _("jamban bersama"),
    "child_under_five": _("ada balita"),
    "elder_alone": _("lansia sendiri"),
    "disability": _("ada penyandang disabilitas"),
    "chronic_illness": _("ada yang sakit menahun"),
    "pregnant": _("ada ibu hamil"),
    "child_out_of_school": _("ada anak putus sekolah"),
    "unsafe_water": _("air minum tak aman"),
    "no_electricity": _("tanpa listrik"),
    "no_health_cover": _("tanpa jaminan kesehatan"),
}


@dataclass(slots=True)
class Figures:
    """Sums over RTs. `stated` counts only RTs that said how many households they have (`stating`); None is unknown.

    `verdicts` are of judged households; `stale` counts RTs whose verdicts are older than their people.
    """

    rts: int = 0
    households: int = 0
    people: int = 0
    under_five: int = 0
    elderly: int = 0
    without_nik: int = 0
    interviewed: int = 0
    stated: int = 0
    stating: int = 0
    oldest: date | None = None
    newest: date | None = None
    verdicts: dict[str, int] = field(default_factory=dict)
    reasons: dict[str, int] = field(default_factory=dict)
    needs: dict[str, int] = field(default_factory=dict)
    stale: int = 0

    @property
    def judged(self) -> int:
        return sum(self.verdicts.values())

    @property
    def poor(self) -> int:
        return self.verdicts.get(Label.POOR, 0)

    @property
    def undecided(self) -> int:
        return self.verdicts.get(Label.CANNOT_BE_SAID, 0)

    @property
    def is_stated(self) -> bool:
        """Whether every RT said how many households it has: only then coverage can be told."""
        return self.rts > 0 and self.stating == self.rts

    @property
    def expected(self) -> int:
        """How many households there should be: as stated where every RT stated it, else those in the register."""
        return max(self.stated, self.households) if self.is_stated else self.households

    @property
    def missing(self) -> int:
        """Households that still wait for their interview."""
        return max(self.expected - self.interviewed, 0)

    @property
    def share_counted(self) -> float | None:
        return self.interviewed / self.expected if self.expected else None

    @property
    def share_poor(self) -> float | None:
        """Poor for sure, of the households with a verdict that says yes or no; None when nothing can be said."""
        said = self.judged - self.undecided
        return self.poor / said if said else None


@dataclass(frozen=True, slots=True)
class Likelihood:
    """What one score card says of an area: over `count` scored households the mean in per cent of lying below its
    line. An estimate for the group, never for one family, and never mixed with another card."""

    title: str
    line: str
    count: int
    mean: float


@dataclass(frozen=True, slots=True)
class AreaSheet:
    """An area's figures, those of the places right beneath, the RTs to be helped first, and each card's word."""

    place: Place
    own: Figures
    children: list[tuple[Place, Figures]]
    first: list[tuple[Place, Figures]]
    likelihoods: list[Likelihood]


@dataclass(frozen=True, slots=True)
class Safe:
    """The counts of one area as they may be shown; a Count is a number or HIDDEN, which is never zero."""

    verdicts: Mapping[str, Count]
    reasons: Mapping[str, Count]
    needs: Mapping[str, Count]

    @property
    def judged(self) -> Count:
        return whole(self.verdicts)


def plain(found: Figures) -> Safe:
    """All counts as they are, for who may see families."""
    return Safe({label: found.verdicts.get(label, 0) for label in Label.values}, found.reasons, found.needs)


def whole(counts: Mapping[str, Count]) -> Count:
    known = [count for count in counts.values() if isinstance(count, int)]
    return sum(known) if len(known) == len(counts) else HIDDEN
