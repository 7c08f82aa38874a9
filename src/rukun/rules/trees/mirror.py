"""The hopes tree: every bad state turned into the good one people wish for, every cause into a way there.

>>> seen = mirror(Tree(1, {1: "Air keruh", 2: "Sumur dangkal"}, ((2, 1),)), {1: "Air jernih"})
>>> seen.tree.nodes, seen.missing
({1: 'Air jernih', 2: 'Sumur dangkal'}, (2,))
"""

from collections.abc import Mapping
from dataclasses import dataclass

from rukun.rules.trees.values import Key, Tree


@dataclass(frozen=True, slots=True)
class Mirror:
    """The same tree in hopes. A node in `missing` has no hope yet and keeps the words of its problem."""

    tree: Tree
    missing: tuple[Key, ...]


def mirror(tree: Tree, hopes: Mapping[Key, str]) -> Mirror:
    """Blank hopes and hopes of nodes that are not in the tree do not count."""
    told = {key: hopes[key].strip() for key in tree.nodes if hopes.get(key, "").strip()}
    return Mirror(Tree(tree.core, dict(tree.nodes) | told, tree.links), tuple(k for k in tree.nodes if k not in told))
