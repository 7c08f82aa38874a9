"""Needs seen in a household's answers: plain filters for a list, each with its reason; no score.

>>> found = needs_of({"toilet": "none", "youngest_age": 3, "members": 4}, NEEDS)
>>> [reason.code for reason in found.needs]
['no_latrine', 'child_under_five']
>>> "elder_alone" in [reason.code for reason in found.undecided]
False
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rukun.kit.conditions import Facts
from rukun.kit.reasons import Criterion, Reason, explainer
from rukun.rules.poverty.rule import criteria_from

# Fact names. From the register: youngest_age, oldest_age in completed years, members. From the census: toilet,
# drinking_water, lighting, and the truth values has_disability, has_chronic_illness, has_elder_without_care,
# has_child_out_of_school.
NEEDS: tuple[Criterion, ...] = criteria_from(
    (
        {"code": "no_latrine", "fact": "toilet", "among": ["none"]},
        {"code": "shared_latrine", "fact": "toilet", "among": ["shared", "public"]},
        {"code": "child_under_five", "fact": "youngest_age", "below": 5},
        {
            "code": "elder_alone",
            "all_of": [{"fact": "members", "at_most": 1}, {"fact": "oldest_age", "at_least": 60}],
        },
        {"code": "disability", "fact": "has_disability", "among": [True]},
        {"code": "chronic_illness", "fact": "has_chronic_illness", "among": [True]},
        {"code": "elder_without_care", "fact": "has_elder_without_care", "among": [True]},
        {"code": "child_out_of_school", "fact": "has_child_out_of_school", "among": [True]},
        {
            "code": "unsafe_water",
            "fact": "drinking_water",
            "among": ["unprotected_well", "unprotected_spring", "river", "rain"],
        },
        {"code": "no_electricity", "fact": "lighting", "among": ["none", "oil_lamp", "candle"]},
    )
)


@dataclass(frozen=True, slots=True)
class NeedsFound:
    """`needs` hold for sure; `undecided` could hold once their questions are answered."""

    needs: tuple[Reason, ...]
    undecided: tuple[Reason, ...]


def needs_of(facts: Facts, needs: tuple[Criterion, ...] = NEEDS) -> NeedsFound:
    """The needs of one household, in the order of `needs`. Raises UnreadableFact."""
    reasons = [explain(facts) for explain in _explainers(needs)]
    return NeedsFound(
        tuple(reason for reason in reasons if reason.holds),
        tuple(reason for reason in reasons if reason.holds is None),
    )


@lru_cache(maxsize=16)
def _explainers(needs: tuple[Criterion, ...]) -> tuple[Callable[[Facts], Reason], ...]:
    return tuple(explainer(need) for need in needs)
