"""What a tree is like: its roots and leaves, and what is wrong with it.

>>> tree = Tree(1, {1: "Banjir", 2: "Parit buntu", 3: "Sampah di parit", 4: "Jalan gelap"}, ((3, 2), (2, 1)))
>>> shape = examine(tree)
>>> shape.roots, shape.loose, shape.depth
((3,), (4,), 2)
>>> examine(Tree(1, {1: "Miskin", 2: "Putus sekolah"}, ((2, 1), (1, 2)))).loops
((1, 2, 1),)
"""

from dataclasses import dataclass

from rukun.rules.trees.values import Key, Link, Tree
from rukun.rules.trees.ways import back, onward, ranks, reach, way, without_loops


@dataclass(frozen=True, slots=True)
class Shape:
    """`causes` bring about the core, `effects` come of it, nearest first; `roots` are causes without a cause known,
    `leaves` effects without a further one, `loose` nodes hang on nothing that leads to the core.

    A loop is told once, as a way that ends where it began. `depth` and `height` count steps from the core by the
    longest way, leaving out links that close a loop.
    """

    causes: tuple[Key, ...]
    effects: tuple[Key, ...]
    roots: tuple[Key, ...]
    leaves: tuple[Key, ...]
    loose: tuple[Key, ...]
    broken: tuple[Link, ...]
    loops: tuple[tuple[Key, ...], ...]
    depth: int
    height: int


def examine(tree: Tree) -> Shape:
    """The shape of a tree, sound or not."""
    drawn = without_loops(tree.sound)
    down, up = ranks(back(drawn), tree.core), ranks(onward(drawn), tree.core)
    causes, effects = _nearest_first(down), _nearest_first(up)
    ends, starts = {effect for _, effect in drawn}, {cause for cause, _ in drawn}
    return Shape(
        causes=causes,
        effects=effects,
        roots=tuple(key for key in causes if key not in ends),
        leaves=tuple(key for key in effects if key not in starts),
        loose=tuple(key for key in tree.nodes if key not in down and key not in up),
        broken=tuple(link for link in dict.fromkeys(tree.links) if link not in set(tree.sound)),
        loops=loops(tree),
        depth=max(down.values()),
        height=max(up.values()),
    )


def loops(tree: Tree) -> tuple[tuple[Key, ...], ...]:
    """One shortest loop for each node on a loop that no earlier loop has told."""
    steps = onward(tree.sound)
    found: list[tuple[Key, ...]] = []
    for key in tree.nodes:
        if key in reach(steps, key) and not any(key in told for told in found):
            found.append(way(steps, key, key))
    return tuple(found)


def _nearest_first(ranked: dict[Key, int]) -> tuple[Key, ...]:
    return tuple(key for key in sorted(ranked, key=lambda key: (ranked[key], key)) if ranked[key])
