"""Walking along the links: the shortest way, all that lies on one side, and the part without loops.

>>> beneath = {1: (2, 3), 2: (4,), 3: (4,)}
>>> way(beneath, 1, 4), sorted(reach(beneath, 2))
((1, 2, 4), [4])
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rukun.rules.trees.values import Key, Link

Steps = Mapping[Key, tuple[Key, ...]]


def onward(links: Iterable[Link]) -> Steps:
    """From each cause to its effects."""
    steps: dict[Key, list[Key]] = defaultdict(list)
    for cause, effect in links:
        steps[cause].append(effect)
    return {key: tuple(found) for key, found in steps.items()}


def back(links: Iterable[Link]) -> Steps:
    """From each effect to its causes."""
    return onward((effect, cause) for cause, effect in links)


def way(steps: Steps, start: Key, end: Key) -> tuple[Key, ...]:
    """The shortest way of at least one step, both ends told; empty when there is none."""
    came_from: dict[Key, Key] = {}
    edge = [start]
    while edge and end not in came_from:
        met = {there: here for here in reversed(edge) for there in steps.get(here, ()) if there not in came_from}
        came_from |= met
        edge = list(met)
    return _walked(came_from, start, end) if end in came_from else ()


def reach(steps: Steps, start: Key) -> frozenset[Key]:
    """All that lies onward from a node; itself only when it lies on a loop."""
    seen: set[Key] = set()
    waiting = list(steps.get(start, ()))
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(steps.get(here, ()))
    return frozenset(seen)


def without_loops(links: Iterable[Link]) -> tuple[Link, ...]:
    """The links in their order, leaving out each that would close a loop with those before it."""
    kept: list[Link] = []
    for cause, effect in links:
        if cause not in reach(onward(kept), effect):
            kept.append((cause, effect))
    return tuple(kept)


def ranks(steps: Steps, start: Key) -> dict[Key, int]:
    """How many steps each node lies from the start by the longest way. The steps hold no loop."""
    found: dict[Key, int] = {}
    edge, rank = {start}, 0
    while edge:
        found |= dict.fromkeys(edge, rank)
        edge, rank = {there for here in edge for there in steps.get(here, ())}, rank + 1
    return found


def _walked(came_from: Mapping[Key, Key], start: Key, end: Key) -> tuple[Key, ...]:
    steps = [end]
    while len(steps) == 1 or steps[-1] != start:
        steps.append(came_from[steps[-1]])
    return tuple(reversed(steps))
