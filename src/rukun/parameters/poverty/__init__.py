"""Rules of hardship as dated data: the fourteen criteria, and the poverty line for comparison.

`bps14(on)` gives the criteria in force on a day; `BpsRule.as_mapping()` is what `rules.poverty.rule_from` reads.
"""

from rukun.parameters.poverty.bps14 import KEY as BPS14_KEY
from rukun.parameters.poverty.bps14 import BpsRule, Criterion, bps14, read_rule

__all__ = ["BPS14_KEY", "BpsRule", "Criterion", "bps14", "read_rule"]
