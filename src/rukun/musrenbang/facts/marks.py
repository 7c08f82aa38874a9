"""What was filled in on one ballot, read by the way the choice is made: never guessed, always the same for the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Any

from rukun.kit.problems import Problem
from rukun.musrenbang.types import Way

HIGHEST_SCORE = 5


def read(way: str, typed: Mapping[str, str], on_sheet: Collection[str], rules: Mapping[str, Any]) -> dict[str, Any]:
    """Mark → what was typed beside it, as it is kept; what is left empty is not there.

    Raises Problem musrenbang.mark_unknown, musrenbang.mark_unread, musrenbang.points_above, musrenbang.rank_twice,
    musrenbang.too_many_ranks.
    """
    filled = {mark: text.strip() for mark, text in typed.items() if text.strip()}
    for mark in filled:
        if mark not in on_sheet:
            raise Problem("musrenbang.mark_unknown", mark=mark)
    return READERS[way](filled, rules)


def _ticks(filled: Mapping[str, str], rules: Mapping[str, Any]) -> dict[str, int]:
    return dict.fromkeys(filled, 1)


def _points(filled: Mapping[str, str], rules: Mapping[str, Any]) -> dict[str, int]:
    points = {mark: _whole(mark, text) for mark, text in filled.items()}
    if sum(points.values()) > rules["points"]:
        raise Problem("musrenbang.points_above", given=sum(points.values()), most=rules["points"])
    return {mark: each for mark, each in points.items() if each}


def _ranks(filled: Mapping[str, str], rules: Mapping[str, Any]) -> dict[str, int]:
    """Ranks without gaps: who wrote 1, 2 and 4 meant first, second and third."""
    ranks = {mark: _whole(mark, text) for mark, text in filled.items()}
    if len(ranks) > rules["most"]:
        raise Problem("musrenbang.too_many_ranks", given=len(ranks), most=rules["most"])
    for mark, rank in ranks.items():
        if not rank:
            raise Problem("musrenbang.mark_unread", mark=mark, read=filled[mark])
    for rank, times in Counter(ranks.values()).items():
        if times > 1:
            raise Problem("musrenbang.rank_twice", rank=rank)
    return {mark: place for place, mark in enumerate(sorted(ranks, key=ranks.__getitem__), 1)}


def _scores(filled: Mapping[str, str], rules: Mapping[str, Any]) -> dict[str, list[int]]:
    return {mark: _three(mark, text) for mark, text in filled.items()}


def _three(mark: str, text: str) -> list[int]:
    """Urgency, seriousness, growth: "454", "4 5 4" and "4,5,4" are the same."""
    digits = [sign for sign in text if sign not in " ,./-"]
    scores = [int(sign) for sign in digits if sign.isdecimal()]
    if len(scores) != len(digits) or len(scores) != 3 or not all(1 <= each <= HIGHEST_SCORE for each in scores):
        raise Problem("musrenbang.mark_unread", mark=mark, read=text)
    return scores


def _whole(mark: str, text: str) -> int:
    if not text.isdecimal() or len(text) > 4:
        raise Problem("musrenbang.mark_unread", mark=mark, read=text)
    return int(text)


READERS: dict[str, Callable[[Mapping[str, str], Mapping[str, Any]], dict[str, Any]]] = {
    Way.APPROVAL: _ticks,
    Way.POINTS: _points,
    Way.RANKING: _ranks,
    Way.USG: _scores,
}


def written(way: str, marks: Mapping[str, Any]) -> dict[str, str]:
    """Marks as they would be typed."""
    if way == Way.USG:
        return {mark: "".join(map(str, scores)) for mark, scores in marks.items()}
    return {mark: str(each) for mark, each in marks.items()}
