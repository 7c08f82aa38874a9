"""What the chapters of the demo need to know of one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any
from uuid import UUID

from rukun.site.demo import ground
from rukun.site.invented import Family

BEGAN = 33


@dataclass(slots=True)
class Story:
    """Everything the chapters need to know of one another."""

    ground: ground.Ground
    cast: dict[str, Any]
    until: date
    rng: Random = field(default_factory=lambda: Random(2026))  # noqa: S311 - the same story every time
    families: dict[str, list[Family]] = field(default_factory=dict)
    homes: dict[int, Family] = field(default_factory=dict)

    def told(self, home: Any) -> Family | None:
        """The family as it was invented, when it would answer a census."""
        family = self.homes.get(home.pk)
        return family if family and family.answers else None

    @property
    def year(self) -> int:
        """The programme year the desa walks; it began a month before the demo is made, so a deadline is always near."""
        return self.day(BEGAN).year

    def op(self) -> UUID:
        """The next name of a deed, the same in every telling."""
        return UUID(int=self.rng.getrandbits(128), version=4)

    def day(self, before: int) -> date:
        return self.until - timedelta(days=before)
