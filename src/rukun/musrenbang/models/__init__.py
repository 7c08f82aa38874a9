"""Proposals and their history, meetings, choices."""

from rukun.musrenbang.models.choices import Choice, Code, Entry, Option, Plan, Result, Sealed, Sheet
from rukun.musrenbang.models.meetings import Attendance, Decision, Dissent, Invitation, Meeting
from rukun.musrenbang.models.proposals import Answer, PaperList, Partner, Photo, Proposal, Turn

__all__ = [
    "Answer",
    "Attendance",
    "Choice",
    "Code",
    "Decision",
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
