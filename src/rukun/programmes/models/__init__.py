"""Programmes and their terms, who waits and was decided upon, what arrived, capital and events."""

from rukun.programmes.models.arrivals import Arrival, Instalment, Result
from rukun.programmes.models.decisions import Decision, Double, Waiting
from rukun.programmes.models.groups import Attendance, Event, Group, Member, Repayment
from rukun.programmes.models.programmes import Programme, Terms

__all__ = [
    "Arrival",
    "Attendance",
    "Decision",
    "Double",
    "Event",
    "Group",
    "Instalment",
    "Member",
    "Programme",
    "Repayment",
    "Result",
    "Terms",
    "Waiting",
]
