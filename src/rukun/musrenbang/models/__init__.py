"""Ceilings, proposals and their history, meetings, choices."""

from rukun.musrenbang.models.ceilings import Ceiling, Decree
from rukun.musrenbang.models.choices import Choice, Code, Entry, Option, Plan, Result, Sealed, Sheet
from rukun.musrenbang.models.meetings import Attendance, Decision, Dissent, Invitation, Meeting
from rukun.musrenbang.models.proposals import Answer, PaperList, Partner, Photo, Proposal, Turn

__all__ = [
    "Answer",
    "Attendance",
    "Ceiling",
    "Choice",
    "Code",
    "Decision",
    "Decree",
    "Dissent",
    "Entry",
    "Invitation",
    "Meeting",
    "Option",
    "PaperList",
    "Partner",
    "Photo",
    "Plan",
    "Proposal",
    "Result",
    "Sealed",
    "Sheet",
    "Turn",
]
