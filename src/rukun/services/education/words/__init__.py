"""How the acts of this room are told in the log, noun by noun."""

from rukun.services.education.words import (
    aids,
    followups,
    schooling,
)

ACTS: dict[str, str] = {}
for _part in (aids, followups, schooling):
    ACTS |= _part.ACTS
