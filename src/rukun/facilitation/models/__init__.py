"""Tables of the room."""

from rukun.facilitation.models.calendar import Programme, StepState
from rukun.facilitation.models.gatherings import Gathering, GatheringQuestion
from rukun.facilitation.models.visits import Promise, ReadinessTry, Visit

__all__ = ["Gathering", "GatheringQuestion", "Programme", "Promise", "ReadinessTry", "StepState", "Visit"]
