"""What every part of a juknis carries: who does it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Actor = Literal["rt", "desa", "kecamatan", "kabupaten"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value comes from: the article of the regulation or, for a value filled in here, who says so."""

    article: str = ""
    text: str = ""

    @property
    def said(self) -> str:
        """For letters: the article, else the page, else a dash."""
        return self.article or self.text or "–"
