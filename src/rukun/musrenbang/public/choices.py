"""What anyone may know of this room. Each function opens its own window on exactly the RT it tells about."""

from __future__ import annotations

from rukun.musrenbang.models import Choice
from rukun.musrenbang.queries import results
from rukun.musrenbang.queries.results import Told
from rukun.musrenbang.types import Stage
from rukun.walls import scope


def result(choice: Choice) -> Told | None:
    """The result of a choice without a count that would tell who chose what; None before it is counted."""
    with scope.within([choice.path]):
        return results.told(choice, results.of(choice)) if choice.stage == Stage.COUNTED else None


def ballots_file(choice: Choice, place: str) -> bytes:
    """The ballots as a file anyone can count again.

    Raises Problem musrenbang.not_counted, musrenbang.nothing_counted, musrenbang.ballots_hidden.
    """
    with scope.within([choice.path]):
        return results.ballots_file(choice, place)
