"""Tables of the room."""

from rukun.facilitation.models.calendar import Programme, StepState

__all__ = ["Programme", "StepState"]
