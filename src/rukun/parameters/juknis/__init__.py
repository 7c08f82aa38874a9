"""The technical guideline of a programme as dated data: steps, clusters, menu, meeting, choosing, readiness, money.

Words: *juknis*: what one programme asks of an RT in one year; *step*: a station of the year; *menu*: what may be
proposed; a value the juknis does not give is None and is asked from the user, with its source.
"""

from rukun.parameters.files import keys_in
from rukun.parameters.juknis.asking import answered, askable, unknown
from rukun.parameters.juknis.asking_parts import Answer, Asked, Kind, Theme
from rukun.parameters.juknis.documents import as_document, from_document
from rukun.parameters.juknis.parts import Actor, Source
from rukun.parameters.juknis.reading import load, read
from rukun.parameters.juknis.types import (
    Answers,
    Blocked,
    ChoosingRules,
    Cluster,
    Fact,
    Filled,
    Group,
    Juknis,
    Limit,
    MeetingRules,
    MenuEntry,
    Question,
    Readiness,
    Step,
    StepKind,
    Unit,
    Way,
)
from rukun.parameters.juknis.types_money import (
    AllocationRule,
    AssetRule,
    Bundle,
    Cap,
    Channel,
    Desk,
    Eligibility,
    Flow,
    Gap,
    Honorarium,
    Mandatory,
    MoneyRules,
    MoneyWay,
    Occasion,
    PaperRule,
    Place,
    PurchaseRule,
    Regulation,
    Tier,
    TrancheRule,
    WageRule,
)

__all__ = [
    "AllocationRule",
    "AssetRule",
    "Bundle",
    "Cap",
    "Channel",
    "Desk",
    "Eligibility",
    "Flow",
    "Gap",
    "Honorarium",
    "Mandatory",
    "MoneyRules",
    "MoneyWay",
    "Occasion",
    "PaperRule",
    "Place",
    "PurchaseRule",
    "Regulation",
    "Theme",
    "Tier",
    "TrancheRule",
    "WageRule",
    "Actor",
    "Answer",
    "Answers",
    "Asked",
    "Blocked",
    "ChoosingRules",
    "Cluster",
    "Fact",
    "Filled",
    "Group",
    "Juknis",
    "Kind",
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
    "answered",
    "as_document",
    "askable",
    "from_document",
    "keys",
    "load",
    "read",
    "unknown",
]


def keys() -> tuple[str, ...]:
    """The shipped ones."""
    return keys_in("juknis")
