"""Whole parts of a whole sum: nothing is lost to rounding, and nobody is more than one step from their exact part.

>>> shared(100, [1, 1, 1])
[34, 33, 33]
"""

from __future__ import annotations

from collections.abc import Sequence


def shared(total: int, weights: Sequence[int], step: int = 1) -> list[int]:
    """`total` in parts like the weights, whole steps each, by the largest remainder; the first wins a tie. What is
    less than a step stays over. Without any weight above zero nobody gets anything.

    >>> shared(1_000, [62, 38], step=100)
    [600, 400]
    """
    whole, parts = sum(weights), total // step
    if whole == 0:
        return [0] * len(weights)
    floors = [parts * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: -(parts * weights[place] % whole))
    luckier = set(order[: parts - sum(floors)])
    return [(floor + (place in luckier)) * step for place, floor in enumerate(floors)]


def cut(amounts: Sequence[int], budget: int, step: int = 1) -> list[int]:
    """The amounts as they are where the budget is enough; else all cut in the same proportion.

    >>> cut([100, 100, 100], 200), cut([100, 100], 500)
    ([67, 67, 66], [100, 100])
    """
    return list(amounts) if sum(amounts) <= budget else shared(budget, amounts, step)


def between(least: int, most: int, weights: Sequence[int], budget: int, step: int = 1) -> list[int]:
    """`least` for each, and what the budget has beyond that by weight, nobody above `most`: who is full leaves the rest
    to the others. The budget must hold `least` for each.

    >>> between(50, 100, [10, 20, 70], 235)
    [62, 73, 100]
    """
    room, full, left = most - least, set[int](), budget - least * len(weights)
    while True:
        open_places = [place for place in range(len(weights)) if place not in full]
        parts = shared(left - room * len(full), [weights[place] for place in open_places], step)
        over = {place for place, part in zip(open_places, parts, strict=True) if part > room}
        if not over:
            more = dict.fromkeys(full, room) | dict(zip(open_places, parts, strict=True))
            return [least + more[place] for place in range(len(weights))]
        full |= over
