"""Where a step stands, and which comes next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rukun.facilitation.types import State, Station
from rukun.parameters.juknis import Step


def state_of(step: Step, *, begun: bool, done: bool, on: date) -> State:
    """The deadline itself is still in time. A step of others is waited for once its days have come."""
    if done:
        return State.DONE
    if is_late(step, on):
        return State.LATE
    if step.actor != "rt":
        return State.WAITING if has_come(step, on) else State.NOT_YET
    return State.RUNNING if begun else State.NOT_YET


def is_late(step: Step, on: date) -> bool:
    return step.until is not None and step.until < on


def has_come(step: Step, on: date) -> bool:
    """A step without a first day may be done at any time."""
    return step.since is None or step.since <= on


def late_steps(steps: Iterable[Step], on: date) -> dict[str, str]:
    """Mark → label of what an RT itself should have done by now."""
    return {step.mark: step.label for step in steps if step.actor == "rt" and is_late(step, on)}


def next_of(stations: Sequence[Station], on: date) -> Station | None:
    """The one next thing: the RT's own step whose days have come and whose deadline is nearest; else its first one to
    come; else what it waits for from others. None when all is done."""
    left = [each for each in stations if not each.is_done]
    own = [each for each in left if each.step.actor == "rt"]
    come = [each for each in own if each.is_open(on)]
    if come:
        return min(come, key=lambda each: each.step.until or date.max)
    return next(iter(own or left), None)
