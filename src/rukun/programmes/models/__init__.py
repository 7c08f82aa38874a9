"""Programmes and their terms, who waits and was decided upon, what arrived, capital and events."""

from rukun.programmes.models.arrivals import Arrival, Effect, Instalment
from rukun.programmes.models.groups import Event, Group, Member, Participant, Repayment
from rukun.programmes.models.schemes import Scheme, Terms
from rukun.programmes.models.waiting import Double, Ruling, Waiting

__all__ = [
    "Arrival",
    "Participant",
    "Ruling",
    "Double",
    "Event",
    "Group",
    "Instalment",
    "Member",
    "Scheme",
    "Repayment",
    "Effect",
    "Terms",
    "Waiting",
]
