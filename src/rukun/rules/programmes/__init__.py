"""Programmes of help: who may have it, in which order they wait, and who would have the same help twice.

>>> eligible([], {}).state
<State.YES: 'yes'>
"""

from rukun.rules.programmes.doubles import Aid, Double, Nearness, doubles
from rukun.rules.programmes.eligibility import State, Verdict, eligible
from rukun.rules.programmes.order import LOT, WAITED, Placed, Step, Waiting, lot, ordered

__all__ = [
    "LOT",
    "WAITED",
    "Aid",
    "Double",
    "Nearness",
    "Placed",
    "State",
    "Step",
    "Verdict",
    "Waiting",
    "doubles",
    "eligible",
    "lot",
    "ordered",
]
