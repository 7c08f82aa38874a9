"""The same picture in two places: to the byte, or so alike that a hash of its looks hardly differs.

>>> photos = [Picture(n, 1, f"payment:{n}", "same", 0xF0F0F0F0F0F0F0F0) for n in (1, 2)]
>>> [each.receipt for each in reused(photos, bits=10, far=6)]
[1, 2]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from rukun.rules.watching.values import Finding, Picture, reason

BANDS = 4
WIDTH = 64 // BANDS
MASKS = np.array([0, *(1 << bit for bit in range(WIDTH))], dtype=np.uint64)
"""Two hashes at most 7 bits apart agree in one of four bands of 16 bits up to one bit."""
FARTHEST = 7
FEWEST = 8
"""A hash with fewer bits of either kind is of a blank sheet and says nothing."""


def reused(pictures: Sequence[Picture], *, bits: int, far: int) -> list[Finding]:
    """R-2: pictures of different things that are the same file, or hardly differ in their 64 bits: at most `bits` apart
    within a desa, at most `far` (≤ 7) beyond it. Among 200,000 pictures of a kabupaten hundreds are by pure chance 10
    bits apart, and less than one 6."""
    if far > FARTHEST:
        raise ValueError("too_far")
    found = {_pair(one, other): (one, other, 0) for one, other in _same_file(pictures)}
    telling = [each for each in pictures if FEWEST <= each.look.bit_count() <= 64 - FEWEST]
    for first, second, apart in (*_alike(telling, far), *_neighbours(telling, bits)):
        if first.about != second.about:
            found.setdefault(_pair(first, second), (first, second, apart))
    return [_of(each, other, apart, bits) for each, other, apart in _both_ways(found.values())]


def _same_file(pictures: Iterable[Picture]) -> Iterator[tuple[Picture, Picture]]:
    held: dict[str, list[Picture]] = defaultdict(list)
    for each in pictures:
        held[each.digest].append(each)
    for group in held.values():
        first = group[0]
        yield from ((first, each) for each in group[1:] if each.about != first.about)


def _neighbours(pictures: Iterable[Picture], bits: int) -> Iterator[tuple[Picture, Picture, int]]:
    """Every pair of one desa within `bits`, compared one with all."""
    held: dict[str, list[Picture]] = defaultdict(list)
    for each in pictures:
        held[each.desa].append(each)
    for group in held.values():
        looks = np.array([each.look for each in group], dtype=np.uint64)
        for n in range(len(group) - 1):
            apart = _ones(looks[n + 1 :] ^ looks[n])
            for other in np.flatnonzero(apart <= bits).tolist():
                yield group[n], group[n + 1 + other], int(apart[other])


def _alike(pictures: Sequence[Picture], bits: int) -> Iterator[tuple[Picture, Picture, int]]:
    """Pairs within `bits`, found by sorting each band and looking it up with up to one bit turned."""
    looks = np.array([each.look for each in pictures], dtype=np.uint64)
    for left, right in sorted(_near(looks, bits)):
        yield pictures[left], pictures[right], (pictures[left].look ^ pictures[right].look).bit_count()


def _near(looks: NDArray[np.uint64], bits: int) -> set[tuple[int, int]]:
    found: set[tuple[int, int]] = set()
    for band in range(BANDS):
        part = (looks >> np.uint64(WIDTH * band)) & np.uint64((1 << WIDTH) - 1)
        order = np.argsort(part, kind="stable")
        held = part[order]
        for mask in MASKS:
            found |= _within(looks, order, held, part ^ mask, bits)
    return found


def _within(
    looks: NDArray[np.uint64], order: NDArray[np.intp], held: NDArray[np.uint64], sought: NDArray[np.uint64], bits: int
) -> set[tuple[int, int]]:
    starts, ends = np.searchsorted(held, sought, "left"), np.searchsorted(held, sought, "right")
    counts = ends - starts
    left = np.repeat(np.arange(len(looks)), counts)
    offsets = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    right = order[np.repeat(starts, counts) + offsets]
    is_once = left < right
    left, right = left[is_once], right[is_once]
    is_close = _ones(looks[left] ^ looks[right]) <= bits
    return set(zip(left[is_close].tolist(), right[is_close].tolist(), strict=True))


def _ones(words: NDArray[np.uint64]) -> NDArray[np.uint8]:
    ones: NDArray[np.uint8] = np.unpackbits(words.view(np.uint8).reshape(-1, 8), axis=1).sum(axis=1, dtype=np.uint8)
    return ones


def _pair(one: Picture, other: Picture) -> tuple[str, str]:
    first, second = sorted((one.about, other.about))
    return first, second


def _both_ways(pairs: Iterable[tuple[Picture, Picture, int]]) -> Iterator[tuple[Picture, Picture, int]]:
    for one, other, apart in pairs:
        yield one, other, apart
        yield other, one, apart


def _of(each: Picture, other: Picture, apart: int, bits: int) -> Finding:
    first, second = _pair(each, other)
    kind, _, number = each.about.partition(":")
    return Finding(
        "R-2", each.rt, f"R-2:{first}:{second}",
        (
            reason("same_picture" if apart == 0 else "like_picture", bits=apart),
            reason("other_rt" if other.rt != each.rt else "other_use", limit=bits),
            reason("maybe_one_note_two_lines"),
        ),
        int(number) if kind == "payment" else None, 2.0 if other.rt != each.rt else 1.2,
    )  # fmt: skip
