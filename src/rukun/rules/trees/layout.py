"""Where each node is drawn: the core in the middle, effects above, causes beneath, loose nodes lowest of all.

>>> nodes = {1: "Banjir", 2: "Parit buntu", 3: "Hutan gundul", 4: "Gagal panen"}
>>> drawn = layout(Tree(1, nodes, ((2, 1), (3, 1), (1, 4))))
>>> drawn.places, drawn.columns, drawn.rows
({1: (0.5, 1), 4: (0.5, 0), 2: (0.0, 2), 3: (1.0, 2)}, 2, 3)
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from rukun.rules.trees.soundness import examine
from rukun.rules.trees.values import Key, Tree
from rukun.rules.trees.ways import Steps, back, onward, ranks, without_loops

Spot = tuple[float, int]
"""(column of its middle, row from the top)"""


@dataclass(frozen=True, slots=True)
class Layout:
    """Two nodes of one row stand at least a whole column apart. `columns` and `rows` count the paper needed."""

    places: dict[Key, Spot]
    columns: int
    rows: int


def layout(tree: Tree) -> Layout:
    """The same tree always gives the same drawing; links that close a loop do not move a node."""
    drawn, shape = without_loops(tree.sound), examine(tree)
    above, beneath = _crown(onward(drawn), tree.core), _crown(back(drawn), tree.core)
    middle = max(above[tree.core][0], beneath[tree.core][0])
    places = _placed(above, tree.core, middle, shape.height, -1) | _placed(beneath, tree.core, middle, shape.height, 1)
    places |= {key: (float(n), shape.height + shape.depth + 1) for n, key in enumerate(shape.loose)}
    rows = shape.height + shape.depth + 1 + bool(shape.loose)
    return Layout(places, ceil(max(x for x, _ in places.values())) + 1, rows)


def _crown(steps: Steps, core: Key) -> dict[Key, Spot]:
    """One side of the tree, ranks counted from the core: each node has a span of columns, its own lie within."""
    rank = ranks(steps, core)
    order = sorted(rank, key=lambda key: (rank[key], key))
    hung = _hung(steps, rank, order)
    width: dict[Key, int] = {}
    for key in reversed(order):
        width[key] = max(1, sum(width[each] for each in hung[key]))
    left = {core: 0}
    for key in order:
        starts = accumulate((width[each] for each in hung[key]), initial=left[key])
        left |= dict(zip(hung[key], starts, strict=False))
    return {key: (left[key] + (width[key] - 1) / 2, rank[key]) for key in order}


def _hung(steps: Steps, rank: Mapping[Key, int], order: Sequence[Key]) -> dict[Key, list[Key]]:
    """Each node hangs once, on the first of those one rank nearer to the core."""
    hung: dict[Key, list[Key]] = {key: [] for key in order}
    taken: set[Key] = set()
    for key in order:
        hung[key] = [each for each in steps.get(key, ()) if rank[each] == rank[key] + 1 and each not in taken]
        taken.update(hung[key])
    return hung


def _placed(crown: Mapping[Key, Spot], core: Key, middle: float, row: int, downward: int) -> dict[Key, Spot]:
    aside = middle - crown[core][0]
    return {key: (x + aside, row + downward * rank) for key, (x, rank) in crown.items()}
