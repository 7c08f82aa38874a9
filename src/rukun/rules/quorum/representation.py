"""Which groups are missing from a meeting, or below their share of those present, and how many more must come.

>>> representation({"women": 2}, 10, (Group("women", "30"), Group("elders"), Group("youth", "0")))
(Lack(key='women', present=2, more=2, share='30'), Lack(key='elders', present=0, more=1, share=None))
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil


@dataclass(frozen=True, slots=True)
class Group:
    """`at_least`: per cent of the people present, as written; None: somebody of the group must be there.

    Raises ValueError no_such_share.
    """

    key: str
    at_least: str | None = None

    def __post_init__(self) -> None:
        if self.at_least is not None and not 0 <= Fraction(self.at_least) <= 100:
            raise ValueError("no_such_share")


@dataclass(frozen=True, slots=True)
class Lack:
    """A group that is missing. `more`: how many of it must still come, counting that they make the meeting larger;
    None: no number would do, because the whole meeting should be of that group."""

    key: str
    present: int
    more: int | None
    share: str | None


def representation(present: Mapping[str, int], people: int, groups: Sequence[Group]) -> tuple[Lack, ...]:
    """`present`: people by group, where one person may belong to several; `people`: everybody who came.

    Raises ValueError negative_count, more_of_a_group_than_people.
    """
    if people < 0 or any(count < 0 for count in present.values()):
        raise ValueError("negative_count")
    if any(count > people for count in present.values()):
        raise ValueError("more_of_a_group_than_people")
    lacks = (_lack(group, present.get(group.key, 0), people) for group in groups)
    return tuple(each for each in lacks if each is not None)


def _lack(group: Group, count: int, people: int) -> Lack | None:
    more = _more(group, count, people)
    return None if more == 0 else Lack(group.key, count, more, group.at_least)


def _more(group: Group, count: int, people: int) -> int | None:
    """The least x ≥ 0 with (count + x) ≥ share × (people + x)."""
    if group.at_least is None:
        return 0 if count else 1
    share = Fraction(group.at_least) / 100
    if share == 1:
        return 0 if count == people else None
    return max(0, ceil((share * people - count) / (1 - share)))
