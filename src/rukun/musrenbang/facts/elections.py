"""A choice and its ballots as an election of `rules.allocation`, its count, and the digests that bind them."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from rukun.kit.problems import Problem
from rukun.musrenbang.models import Choice, Option, Sealed
from rukun.musrenbang.types import Way
from rukun.parameters.juknis.types import Cluster
from rukun.rules.allocation import Ballot, Election, Method, Outcome, Project, Reason, Share, Tie, count
from rukun.rules.allocation.election import Kind
from rukun.rules.allocation.explain import Changes, all_changes, changes
from rukun.rules.allocation.field import Agreed, Scores, consensus, usg
from rukun.rules.allocation.outcome import canonical

KINDS: dict[str, Kind] = {
    Way.APPROVAL: "approval",
    Way.POINTS: "cumulative",
    Way.RANKING: "ordinal",
    Way.USG: "scoring",
    Way.CONSENSUS: "approval",
}
LARGEST_EXPLAINED = 2_400
"""Ballots times options: up to this, what would have made each loser win is searched at the close, in a moment;
above, it is searched for one option when somebody asks, for near ties among many can take minutes."""
FEW = 10
"""With fewer ballots than this, no count of an option is shown."""

Marks = Mapping[str, Any]


def marks_for(number: int) -> list[str]:
    """The letters on the sheet: A … Z, AA, AB …"""
    return [_letters(place) for place in range(number)]


def _letters(place: int) -> str:
    more, last = divmod(place, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)


def shares_of(clusters: Iterable[Cluster], ceiling: int) -> list[dict[str, Any]]:
    """What each cluster must and may have of the ceiling: least shares rounded up, most shares down."""
    told = [
        {
            "category": each.key,
            "label": each.label,
            "at_least": each.limit.least_of(ceiling) or 0,
            "at_most": each.limit.most_of(ceiling),
        }
        for each in clusters
    ]
    return [each for each in told if each["at_least"] or each["at_most"] is not None]


def seal_of(choice: Choice, options: Sequence[Option]) -> str:
    """The digest of everything that decides how the choice is counted."""
    told = {
        "meeting": choice.meeting_id,
        "way": choice.way,
        "ceiling": choice.ceiling,
        "voters": choice.voters,
        "rules": choice.rules,
        "options": [[each.mark, each.title, each.cost, each.cluster, each.proposal_id] for each in options],
    }
    return _digest(told)


def digest_of(choice: Choice, ballots: Iterable[Sealed], outcome: Marks, sheets: int, spoilt: int) -> str:
    """The digest of a result: one ballot more, less or other, and it is another."""
    held = sorted([str(each.pk), each.marks] for each in ballots)
    return _digest({"seal": choice.seal, "ballots": held, "outcome": outcome, "sheets": sheets, "spoilt": spoilt})


def _digest(told: Mapping[str, object]) -> str:
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def is_hidden(choice: Choice, ballots: Sequence[Marks]) -> bool:
    """Whether counts would tell who chose what: few ballots, or all alike. What a meeting fills in together is open."""
    if choice.way == Way.CONSENSUS or choice.rules.get("together"):
        return False
    return len(ballots) < FEW or all(each == ballots[0] for each in ballots)


def method(choice: Choice) -> Method:
    told = choice.rules
    if choice.way in {Way.USG, Way.CONSENSUS}:
        return Method("usg" if choice.way == Way.USG else "consensus", ties=told["ties"])
    return Method(told["rule"], told["utility"], told["completion"], told["ties"])


def election(choice: Choice, options: Iterable[Option], ballots: Iterable[Marks]) -> Election:
    """Whatever order the ballots come in, it is the same election."""
    tally = Counter(_filled(choice, marks) for marks in ballots)
    return Election(
        projects=tuple(_project(each) for each in options),
        ballots=tuple(Ballot(chosen, points, weight) for (chosen, points), weight in sorted(tally.items())),
        ceiling=choice.ceiling,
        kind=KINDS[choice.way],
        shares=tuple(
            Share(each["category"], each["at_least"], each["at_most"]) for each in choice.rules.get("shares", ())
        ),
    )


def _project(option: Option) -> Project:
    return Project(option.mark, option.cost, option.title, (option.cluster,) if option.cluster else ())


def _filled(choice: Choice, marks: Marks) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """One ballot's choices with their points; an order of preference becomes points as in a .pb file (Borda)."""
    if choice.way == Way.RANKING:
        chosen = tuple(sorted(marks, key=marks.__getitem__))
        most = choice.rules["most"]
        return chosen, tuple(range(most, most - len(chosen), -1))
    chosen = tuple(sorted(marks))
    if choice.way == Way.POINTS:
        return chosen, tuple(marks[mark] for mark in chosen)
    return chosen, tuple(sum(marks[mark]) for mark in chosen) if choice.way == Way.USG else ()


def outcome(
    choice: Choice, options: Sequence[Option], ballots: Sequence[Marks], *, explained: bool = True
) -> dict[str, Any]:
    """The count: the outcome as plain data, with the least shares that had to be `lowered` because no works could
    reach them, and, where it is to be `explained`, the `changes` that would have made each loser win."""
    held, counted, lowered = _kept(_asked(choice, options, ballots), _holder(choice, ballots))
    changed: dict[str, Any] = {}
    is_small = held.voters * len(held.projects) <= LARGEST_EXPLAINED
    if explained and is_small and may_explain(choice, ballots):
        found = all_changes(held, method(choice), counted)
        changed = {mark: each.as_json() for mark, each in found.items()}
    return counted.as_json() | {"lowered": lowered, "changes": changed}


def may_explain(choice: Choice, ballots: Sequence[Marks]) -> bool:
    """Whether what would have changed the outcome can be told, and betrays nobody."""
    return choice.way not in {Way.USG, Way.CONSENSUS} and not is_hidden(choice, ballots)


def needed(choice: Choice, options: Sequence[Option], ballots: Sequence[Marks], mark: str) -> Changes:
    """What would have made one loser win."""
    held, counted, _lowered = _kept(_asked(choice, options, ballots), _holder(choice, ballots))
    return changes(held, method(choice), counted, mark)


def _asked(choice: Choice, options: Sequence[Option], ballots: Sequence[Marks]) -> Election:
    """The field's own ways look at works and ceiling; their sheets are handed over beside the election."""
    return election(choice, options, () if choice.way in {Way.USG, Way.CONSENSUS} else ballots)


def _holder(choice: Choice, ballots: Sequence[Marks]) -> Callable[[Election], Outcome]:
    if choice.way == Way.USG:
        sheets = [{mark: Scores(*each) for mark, each in marks.items()} for marks in ballots]
        return lambda held: usg(held, sheets, ties=choice.rules["ties"])
    if choice.way == Way.CONSENSUS:
        agreed = sorted((place, mark, objection) for marks in ballots for mark, (place, objection) in marks.items())
        return lambda held: consensus(held, [Agreed(mark, objection) for _place, mark, objection in agreed])
    return lambda held: count(held, method(choice))


def _kept(
    held: Election, counted: Callable[[Election], Outcome]
) -> tuple[Election, Outcome, list[dict[str, int | str]]]:
    """Counts, and lowers a least share only where no works that may win can reach it."""
    lowered: list[dict[str, int | str]] = []
    while True:
        try:
            return held, counted(held), lowered
        except Problem as problem:
            share, least = _too_high(held, problem)
            lowered.append({"category": share.category, "at_least": share.at_least, "reachable": least})
            eased = (replace(each, at_least=least) if each is share else each for each in held.shares)
            held = replace(held, shares=tuple(eased))


def _too_high(held: Election, problem: Problem) -> tuple[Share, int]:
    """Which least share cannot be kept and how far it can; the problem again where it is about something else."""
    if problem.code == "allocation.share_unreachable":
        name, least = problem.details["category"], int(str(problem.details["reachable"]))
        return next(each for each in held.shares if each.category == name), least
    if problem.code == "allocation.shares_above_ceiling":
        return [each for each in held.shares if each.at_least][-1], 0
    raise problem


def told_again(choice: Choice, told: Mapping[str, Any]) -> Outcome:
    """The outcome of a kept result, as a value that can be spoken."""
    reasons = {mark: _reason(dict(each)) for mark, each in told["reasons"].items()}
    ties = tuple(Tie(each["round"], tuple(each["projects"]), each["by"]) for each in told["ties"])
    return Outcome(
        method(choice), told["budget"], 1, tuple(told["winners"]), told["cost"], reasons, ties, told["certificate"]
    )


def _reason(told: dict[str, Any]) -> Reason:
    return Reason(told.pop("chosen"), told.pop("code"), told)
