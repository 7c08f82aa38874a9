"""One sheet a tool, an RT and a year; upon it the entries of its tool."""

from rukun.mapping.models.places import HistoryEvent, Landmark, SeasonItem, Stop
from rukun.mapping.models.powers import Actor, Custom, Institution, Resource
from rukun.mapping.models.sheets import Entry, Sheet
from rukun.mapping.models.trends import Trend, TrendPoint
from rukun.mapping.models.welfare import Placement, RankingGroup, WelfareClass

__all__ = [
    "Actor",
    "Custom",
    "Entry",
    "HistoryEvent",
    "Institution",
    "Landmark",
    "Placement",
    "RankingGroup",
    "Resource",
    "SeasonItem",
    "Sheet",
    "Stop",
    "Trend",
    "TrendPoint",
    "WelfareClass",
]
