"""Areas in time: editions, successions, the tree of any day, and sums that stay true when an area splits.

>>> from datetime import date
>>> findings([Edition("a", "gone", "rt", "RT 01", "001", date(2020, 1, 1))], [])[0].code
'parent_missing'
"""

from rukun.rules.lineage.borders import Borders, FactOutOfPlace, Sums
from rukun.rules.lineage.editions import Edition, Fact, Kind, Placement, Succession
from rukun.rules.lineage.soundness import Finding, findings, placement_findings
from rukun.rules.lineage.trees import Tree, roll_up, tree

__all__ = [
    "Borders",
    "Edition",
    "Fact",
    "FactOutOfPlace",
    "Finding",
    "Kind",
    "Placement",
    "Succession",
    "Sums",
    "Tree",
    "findings",
    "placement_findings",
    "roll_up",
    "tree",
]
