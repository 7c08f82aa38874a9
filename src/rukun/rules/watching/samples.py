"""Which RTs are looked at in the field: some where the risk is highest, the rest by chance from a published seed.

Anyone can draw again: an RT's lot is the SHA-256 of seed and its number, and the smallest lots are drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256


def draw(
    rts: Iterable[int], risk: Mapping[int, float], *, seed: str, by_risk: int, by_chance: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:  # fmt: skip
    """The RTs drawn by risk (highest first, lots break ties) and by chance among all the others.

    >>> draw(range(1, 9), {3: 2.0, 5: 9.0}, seed="rekaan", by_risk=2, by_chance=2)[0]
    (5, 3)
    """
    lots = {rt: lot(seed, rt) for rt in rts}
    risky = sorted((rt for rt in lots if risk.get(rt, 0) > 0), key=lambda rt: (-risk[rt], lots[rt]))[:by_risk]
    others = sorted(set(lots) - set(risky), key=lambda rt: lots[rt])[:by_chance]
    return tuple(risky), tuple(others)


def lot(seed: str, rt: int) -> str:
    return sha256(f"{seed}|{rt}".encode()).hexdigest()
