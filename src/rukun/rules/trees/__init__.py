"""Problem trees: what causes what, where the roots lie, what closes a loop, and where each node is drawn.

>>> tree = Tree(1, {1: "Air keruh", 2: "Anak sakit", 3: "Sumur dangkal"}, ((3, 1), (1, 2)))
>>> shape = examine(tree)
>>> shape.roots, shape.leaves, shape.depth
((3,), (2,), 1)
>>> joining(tree, (2, 3)).reasons[0].code
'closes_a_loop'
"""

from rukun.rules.trees.layout import Layout, layout
from rukun.rules.trees.mirror import Mirror, mirror
from rukun.rules.trees.soundness import Shape, examine
from rukun.rules.trees.values import Key, Link, Reason, Tree, Verdict
from rukun.rules.trees.verdicts import hanging, joining, rooted

__all__ = [
    "Key",
    "Layout",
    "Link",
    "Mirror",
    "Reason",
    "Shape",
    "Tree",
    "Verdict",
    "examine",
    "hanging",
    "joining",
    "layout",
    "mirror",
    "rooted",
]
