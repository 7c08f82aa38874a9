"""The score cards of this installation, and what a new one holds before anybody keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from django.utils.text import slugify

from rukun.kit.problems import Problem
from rukun.parameters import ppi
from rukun.poverty.models import ScoreCard

LONGEST_KEY = 36
"""With "ppi:" before it a card's key is the name of a questionnaire, and those have forty letters."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A card and its table as read."""

    card: ppi.Card
    lookup: ppi.Lookup

    @property
    def pairs(self) -> tuple[ppi.Pair, ...]:
        """The proposal which line of one is which of the other. Raises Problem ppi.lines_do_not_pair."""
        return ppi.pairs(self.card, self.lookup)


def examined(*, card: bytes, lookup: bytes, title: str) -> Examined:
    """Reads both files and keeps nothing.

    Raises Problem ppi.card_unreadable, poverty.card_known.
    """
    key = key_of(title)
    if ScoreCard.objects.filter(key=key).exists():
        raise Problem("poverty.card_known", title=title)
    return Examined(ppi.read_card(card, key), ppi.read_lookup(lookup, f"{key}-tabel"))


def key_of(title: str) -> str:
    """A title as a key; the end of a long one becomes a digest, so that long titles differ as well."""
    slug = slugify(title) or "kartu"
    if len(slug) <= LONGEST_KEY:
        return slug
    return f"{slug[: LONGEST_KEY - 9].rstrip('-')}-{sha256(slug.encode()).hexdigest()[:8]}"


def brought() -> list[ScoreCard]:
    """Every card, the newest first."""
    return list(ScoreCard.objects.order_by("-since", "-id"))
