"""How alike two titles are, in any script: the share of their threes of letters that both have.

>>> round(like("Perbaiki drainase gang 2", "Perbaikan drainase gang II"), 1), like("Posyandu", "Jalan")
(0.7, 0.0)
>>> groups(["Lampu gang 1", "Posyandu lansia", "Lampu gang 2"])
((0, 2),)
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

ALIKE = 0.45
_SIGNS = re.compile(r"[\s\W_]+")


def like(one: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (the same letters)."""
    return _share(_threes(one), _threes(other))


def nearest(title: str, others: Sequence[str], *, least: float = ALIKE, most: int = 5) -> tuple[int, ...]:
    """The places of the titles at least this alike, the most alike first."""
    own = _threes(title)
    found = [(_share(own, _threes(other)), place) for place, other in enumerate(others)]
    return tuple(place for share, place in sorted(found, key=lambda pair: -pair[0]) if share >= least)[:most]


def groups(titles: Sequence[str], *, least: float = ALIKE) -> tuple[tuple[int, ...], ...]:
    """Titles that say the same: each joins the first group whose opener it is like; those of one are left out."""
    sets = [_threes(title) for title in titles]
    openers: dict[str, list[int]] = defaultdict(list)
    gathered: dict[int, list[int]] = {}
    for place, threes in enumerate(sets):
        opener = _opener(threes, openers, sets, least)
        if opener is None:
            gathered[place] = [place]
            for three in threes:
                openers[three].append(place)
        else:
            gathered[opener].append(place)
    return tuple(tuple(group) for group in gathered.values() if len(group) > 1)


def _opener(
    threes: frozenset[str], openers: dict[str, list[int]], sets: Sequence[frozenset[str]], least: float
) -> int | None:
    shared: dict[int, int] = defaultdict(int)
    for three in threes:
        for place in openers.get(three, ()):
            shared[place] += 1
    fitting = [place for place in shared if _share(threes, sets[place]) >= least]
    return min(fitting, key=lambda place: (-_share(threes, sets[place]), place), default=None)


def _threes(text: str) -> frozenset[str]:
    """Letters in threes, each word with a blank before and behind, so that its beginning counts."""
    words = _SIGNS.sub(" ", unicodedata.normalize("NFKC", text).casefold()).split()
    return frozenset(f" {word} "[at : at + 3] for word in words for at in range(len(word)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0
