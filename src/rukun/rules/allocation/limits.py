"""What may not be chosen together: alternatives of one work, and the shares that categories must or may have.

The least shares are kept by looking ahead: every choice made leaves a way to reach them all within the ceiling.

>>> from rukun.rules.allocation.election import Election, Project, Share
>>> works = Project("gang", 60), Project("kelas", 50, categories=("pendidikan",))
>>> limits = Limits(Election(works, (), 100, shares=(Share("pendidikan", at_least=40),)), ("gang", "kelas"))
>>> limits.refusal("gang", ()), limits.still_owed(())
(Reason(chosen=False, code='kept_for_share', values={'category': 'pendidikan', 'at_least': 40}), ('kelas',))
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from math import gcd, prod

from rukun.kit.problems import Problem
from rukun.rules.allocation.election import Election, Project, Share
from rukun.rules.allocation.outcome import Reason, as_written


class Limits:
    """The limits of one election. `open`: the works that may win at all, the one that wins a tie first.

    Raises Problem where they cannot be kept: `allocation.shares_overlap` (a work in two categories with shares),
    `allocation.alternatives_across_shares` (alternatives in two categories that both have a least share),
    `allocation.share_unreachable`, `allocation.shares_above_ceiling`.
    """

    def __init__(self, election: Election, open: tuple[str, ...]) -> None:  # noqa: A002 (the word of `Count`)
        self._election, self._open = election, tuple(election.by_id[project] for project in open)
        self._group_of = {project.id: project.alternative_of for project in election.projects}
        self._shares = tuple(sorted(election.shares, key=lambda share: share.category))
        works = election.projects if self._shares else ()
        self._share_of = {project.id: share for project in works for share in self._of(project)}
        self._least = tuple(share for share in self._shares if share.at_least > 0)
        self._watched = {share.category: self._touching(share) for share in self._least}
        self._lacks: dict[tuple[str, frozenset[str]], int | None] = {}
        self._check_alternatives()
        self._check_shares()

    @property
    def are_set(self) -> bool:
        """Whether this election has any limit besides its ceiling."""
        return self._election.has_limits

    def share_of(self, project: str) -> Share | None:
        """The share of the category this work belongs to, if that category has one."""
        return self._share_of.get(project)

    def refusal(self, project: str, chosen: Sequence[str]) -> Reason | None:
        """Why this project may not join those chosen; None where it may. Once refused it stays refused, or it
        would overspend the ceiling, which is for the rule to see."""
        if not self.are_set:
            return None
        return self._alternative(project, chosen) or self._full(project, chosen) or self._kept(project, chosen)

    def refusals(self, winners: Sequence[str]) -> dict[str, Reason]:
        """Why limits refuse works, each by the first refusal on the way along the winners: in the end the ceiling
        itself may hide it."""
        found: dict[str, Reason] = {}
        for at in range(len(winners) + 1 if self.are_set else 0):
            for work in self._open:
                reason = None if work.id in winners or work.id in found else self.refusal(work.id, winners[:at])
                found |= {work.id: reason} if reason else {}
        return found

    def still_owed(self, chosen: Sequence[str]) -> tuple[str, ...]:
        """What must join those chosen, in this order, so that every share reaches its least: in tie order each work
        of a share still below it that may join. One pass is enough, for no refusal is ever taken back."""
        owed: list[str] = []
        for work in self._open if self._least else ():
            now, share = [*chosen, *owed], self._share_of.get(work.id)
            if work.id in now or share is None or self._spent(now, share) >= share.at_least:
                continue
            if self._spent(now) + work.cost <= self._election.ceiling and self.refusal(work.id, now) is None:
                owed.append(work.id)
        return tuple(owed)

    def _alternative(self, project: str, chosen: Sequence[str]) -> Reason | None:
        group = self._group_of[project]
        instead = next((other for other in chosen if group and self._group_of[other] == group), None)
        return None if instead is None else Reason(False, "alternative_won", {"instead": instead})

    def _full(self, project: str, chosen: Sequence[str]) -> Reason | None:
        share = self._share_of.get(project)
        if share is None or share.at_most is None or self._spent([*chosen, project], share) <= share.at_most:
            return None
        at_most = as_written(share.at_most, self._election.unit)
        return Reason(False, "share_full", {"category": share.category, "at_most": at_most})

    def _kept(self, project: str, chosen: Sequence[str]) -> Reason | None:
        """A share is named that could not be reached any more, else the first that still lacks money."""
        then, kept = frozenset([*chosen, project]), 0
        lacks = [(share, self._lack(share, then)) for share in self._least]
        for share, lack in lacks:
            if lack is None:
                return self._reason_kept(share)
            kept += lack
        spent = self._spent(then)
        if spent > self._election.ceiling or spent + kept <= self._election.ceiling:
            return None
        return self._reason_kept(next(share for share, lack in lacks if lack))

    def _reason_kept(self, share: Share) -> Reason:
        at_least = as_written(share.at_least, self._election.unit)
        return Reason(False, "kept_for_share", {"category": share.category, "at_least": at_least})

    def _spent(self, chosen: Iterable[str], share: Share | None = None) -> int:
        """What these works cost, all of them or those of one share."""
        works = self._election.by_id
        return sum(works[each].cost for each in chosen if share is None or self._share_of.get(each) is share)

    def _lack(self, share: Share, chosen: frozenset[str]) -> int | None:
        """The least money that must still go to this share; None where no choice of what remains reaches it."""
        key = share.category, chosen & self._watched[share.category]
        if key not in self._lacks:
            self._lacks[key] = self._searched(share, key[1])
        return self._lacks[key]

    def _searched(self, share: Share, chosen: frozenset[str]) -> int | None:
        spent = self._spent(chosen, share)
        above = sums_around(self._remaining(share, chosen), share.at_least - spent)[1]
        return None if above is None or spent + above > _most(share, spent + above) else above

    def _remaining(self, share: Share, chosen: frozenset[str]) -> list[list[int]]:
        """The costs of this share's works that may still join, those of alternatives side by side."""
        gone = {self._group_of[each] for each in chosen} - {""}
        side_by_side: dict[tuple[bool, str], list[int]] = {}
        for work in self._open:
            if self._share_of.get(work.id) is share and work.id not in chosen and work.alternative_of not in gone:
                key = bool(work.alternative_of), work.alternative_of or work.id
                side_by_side.setdefault(key, []).append(work.cost)
        return list(side_by_side.values())

    def _of(self, project: Project) -> tuple[Share, ...]:
        """The share of this project's category: one or none."""
        found = tuple(share for share in self._shares if share.category in project.categories)
        if len(found) > 1:
            categories = [share.category for share in found]
            raise Problem("allocation.shares_overlap", project=project.id, categories=categories)
        return found

    def _touching(self, share: Share) -> frozenset[str]:
        """The works whose choice changes what this share can reach: its own, and the alternatives to them."""
        groups = {self._group_of[work.id] for work in self._open if self._share_of.get(work.id) is share} - {""}
        own = (each for each in self._group_of if self._share_of.get(each) is share)
        return frozenset(chain(own, (each for each, group in self._group_of.items() if group in groups)))

    def _check_alternatives(self) -> None:
        """Alternatives in two least shares would tie the two searches together; they are told apart instead."""
        shares: dict[str, set[str]] = {}
        for work in self._open if self._least else ():
            share = self._share_of.get(work.id)
            if work.alternative_of and share in self._least:
                shares.setdefault(work.alternative_of, set()).add(share.category if share else "")
        for group, categories in sorted(shares.items()):
            if len(categories) > 1:
                raise Problem("allocation.alternatives_across_shares", group=group, categories=sorted(categories))

    def _check_shares(self) -> None:
        lacks = [(share, self._lack(share, frozenset())) for share in self._least]
        unit, ceiling = self._election.unit, self._election.ceiling
        for share, lack in lacks:
            if lack is None:
                below = sums_around(self._remaining(share, frozenset()), _most(share, share.at_least - 1) + 1)[0]
                raise Problem(
                    "allocation.share_unreachable",
                    category=share.category,
                    at_least=as_written(share.at_least, unit),
                    reachable=as_written(below or 0, unit),
                )
        needed = sum(lack or 0 for _, lack in lacks)
        if needed > ceiling:
            needed_as_written, as_ceiling = as_written(needed, unit), as_written(ceiling, unit)
            raise Problem("allocation.shares_above_ceiling", needed=needed_as_written, ceiling=as_ceiling)


def _most(share: Share, otherwise: int) -> int:
    return otherwise if share.at_most is None else share.at_most


def sums_around(side_by_side: Sequence[Sequence[int]], aim: int) -> tuple[int | None, int | None]:
    """The largest sum below `aim` and the smallest from `aim` on, taking at most one number of each list.

    Exact either way: a few lists meet in the middle, many are laid out as one row of bits, a bit for every sum.

    >>> sums_around([[5], [7, 8], [20]], 14)
    (13, 20)
    """
    if aim <= 0:
        return None, 0
    numbers = [number for alike in side_by_side for number in alike]
    step = gcd(*numbers) or 1
    bits = (aim + max(numbers, default=0)) // step
    halves = prod(len(alike) + 1 for alike in side_by_side[::2])
    return _in_the_middle(side_by_side, aim) if halves <= bits // 64 else _in_bits(side_by_side, aim, step)


def _in_the_middle(side_by_side: Sequence[Sequence[int]], aim: int) -> tuple[int | None, int | None]:
    """For n lists of one number at most 2 * 2 ** (n / 2) sums are held, all unlike."""
    left, right = _sums(side_by_side[::2]), sorted(_sums(side_by_side[1::2]))
    below, above = [], []
    for one in left:
        place = bisect_left(right, aim - one)
        below += [one + other for other in right[max(place - 1, 0) : place]]
        above += [one + other for other in right[place : place + 1]]
    return max(below, default=None), min(above, default=None)


def _in_bits(side_by_side: Sequence[Sequence[int]], aim: int, step: int) -> tuple[int | None, int | None]:
    """Every sum is a multiple of `step`; the smallest from a positive `aim` on lies less than one number beyond it."""
    at = -(-aim // step)
    whole = (1 << at + max((number for alike in side_by_side for number in alike), default=0) // step + 1) - 1
    reached = 1
    for alike in side_by_side:
        for moved in [reached << number // step for number in alike]:
            reached |= moved
        reached &= whole
    below, above = reached & (1 << at) - 1, reached >> at
    return (below.bit_length() - 1) * step, (at + (above & -above).bit_length() - 1) * step if above else None


def _sums(side_by_side: Sequence[Sequence[int]]) -> set[int]:
    sums = {0}
    for numbers in side_by_side:
        sums |= {one + number for one in sums for number in numbers}
    return sums
