"""The tree of areas on any day.

>>> born = date(2020, 1, 1)
>>> desa, rt = Edition("d", None, "desa", "Melati", "2001", born), Edition("r", "d", "rt", "RT 01", "001", born)
>>> drawn = tree([desa, rt], born)
>>> drawn.roots, drawn.children("d"), drawn.ancestors("r")
(('d',), ('r',), ('d',))
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from rukun.rules.lineage.editions import Edition


@dataclass(frozen=True, slots=True)
class Tree:
    """Editions in force on `on`, by area, and how they hang together. Areas whose parent is not in force
    that day are roots, so that nobody falls out of a sum."""

    on: date
    editions: Mapping[str, Edition]
    roots: tuple[str, ...]
    below: Mapping[str, tuple[str, ...]]

    def children(self, area: str) -> tuple[str, ...]:
        """Areas right beneath, in the order of their codes."""
        return self.below.get(area, ())

    def ancestors(self, area: str) -> tuple[str, ...]:
        """The areas above, nearest first. Stops where a broken record would go round in a circle."""
        found: list[str] = []
        parent = self.editions[area].parent
        while parent is not None and parent in self.editions and parent not in found and parent != area:
            found.append(parent)
            parent = self.editions[parent].parent
        return tuple(found)

    def descendants(self, area: str) -> tuple[str, ...]:
        """All areas beneath, each once."""
        found: dict[str, None] = {}
        waiting = list(self.children(area))
        while waiting:
            nearest = waiting.pop()
            if nearest not in found:
                found[nearest] = None
                waiting.extend(self.children(nearest))
        return tuple(found)


def tree(editions: Iterable[Edition], on: date) -> Tree:
    """Draw the tree of the day `on`. Overlapping editions of one area: the later one counts (see `findings`)."""
    held = {edition.area: edition for edition in sorted(editions, key=lambda e: e.since) if edition.holds(on)}
    below: dict[str, list[Edition]] = defaultdict(list)
    for edition in held.values():
        if edition.parent is not None and edition.parent in held:
            below[edition.parent].append(edition)
    roots = tuple(sorted(area for area, edition in held.items() if edition.parent not in held))
    in_order = {parent: tuple(e.area for e in sorted(each, key=_place)) for parent, each in below.items()}
    return Tree(on, MappingProxyType(held), roots, MappingProxyType(in_order))


def roll_up(sums: Mapping[str, int], drawn: Tree) -> dict[str, int]:
    """Sums of areas passed up to every ancestor in the tree: area → its own and all beneath."""
    totals: dict[str, int] = defaultdict(int)
    for area, number in sums.items():
        for above in (area, *(drawn.ancestors(area) if area in drawn.editions else ())):
            totals[above] += number
    return dict(totals)


def _place(edition: Edition) -> tuple[str, str]:
    return edition.code, edition.area
