"""Answers that are no value: nobody knows, or nobody wished to say. Missing is never zero and never "no".

>>> is_answered(0), is_answered(UNKNOWN), is_answered("refused"), is_answered(None)
(True, False, False, False)
"""

from enum import StrEnum


class Unanswered(StrEnum):
    """Why a question that was asked has no value. Equal to its plain word, so stored answers may be text."""

    UNKNOWN = "unknown"
    REFUSED = "refused"


UNKNOWN = Unanswered.UNKNOWN
REFUSED = Unanswered.REFUSED
_NOT_SAID = (UNKNOWN, REFUSED)  # a tuple, not a set: an answer may be unhashable


def is_answered(value: object) -> bool:
    """False for None (never asked), UNKNOWN and REFUSED."""
    return not (value is None or value in _NOT_SAID)
