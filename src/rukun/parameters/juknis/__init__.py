"""The technical guideline of a programme as dated data: steps, clusters, menu, meeting, choosing, readiness.

Words: *juknis*: what one programme asks of an RT in one year; *step*: a station of the year; *menu*: what may be
proposed; a value the juknis does not give is None and is asked from the user, with its source.
"""

from rukun.parameters.juknis.types import (
    Actor,
    Answers,
    Blocked,
    ChoosingRules,
    Cluster,
    Fact,
    Group,
    Juknis,
    Limit,
    MeetingRules,
    MenuEntry,
    Question,
    Readiness,
    Source,
    Step,
    StepKind,
    Unit,
    Way,
)

__all__ = [
    "Actor",
    "Answers",
    "Blocked",
    "ChoosingRules",
    "Cluster",
    "Fact",
    "Group",
    "Juknis",
    "Limit",
    "MeetingRules",
    "MenuEntry",
    "Question",
    "Readiness",
    "Source",
    "Step",
    "StepKind",
    "Unit",
    "Way",
]
