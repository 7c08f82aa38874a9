"""How strongly findings of one RT speak together: each indicator adds at most its own weight, so that one fault said
many times does not drown the rest.

>>> round(weight("R-1", 2.0), 2), weight("R-1", 99.0) == WEIGHTS["R-1"]
(1.39, True)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import log

from rukun.rules.watching.values import Finding

WEIGHTS = {
    "R-1": 3.0, "R-2": 3.0, "V-2": 2.5, "S-2": 2.0, "P-1": 2.0, "R-4": 2.0, "R-7": 1.5, "C-4": 1.5, "C-1": 1.2,
    "S-3": 1.0, "C-3": 0.8, "C-5": 0.6, "C-2": 0.5, "V-1": 0.4,
}  # fmt: skip


def weight(indicator: str, strength: float) -> float:
    """A log-likelihood of sorts, capped by the weight of its indicator; unknown indicators weigh nothing."""
    return min(WEIGHTS.get(indicator, 0.0), 2 * log(1 + strength / 2))


def risks(findings: Iterable[Finding]) -> dict[int, float]:
    """RT → the sum of its indicators' weights, each indicator once by its strongest finding and a little for more."""
    held: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for each in findings:
        held[each.rt][each.indicator] += each.strength
    return {rt: sum(weight(name, strength) for name, strength in found.items()) for rt, found in held.items()}
