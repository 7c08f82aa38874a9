"""Sheets and their entries, as pages and papers read them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rukun.mapping.models import (
    Actor,
    Custom,
    Entry,
    HistoryEvent,
    Institution,
    Landmark,
    RankingGroup,
    Resource,
    SeasonItem,
    Sheet,
    Stop,
    Trend,
    WelfareClass,
)
from rukun.mapping.types import Note, State, Tool

GROUP = "kelompok"
"""The second kind of entry on the sheet of welfare classes: who placed the households."""

MODELS: dict[str, type[Entry]] = {
    Tool.MAP: Landmark,
    Tool.TRANSECT: Stop,
    Tool.HISTORY: HistoryEvent,
    Tool.SEASONS: SeasonItem,
    Tool.INSTITUTIONS: Institution,
    Tool.ACTORS: Actor,
    Tool.CUSTOMS: Custom,
    Tool.RESOURCES: Resource,
    Tool.TRENDS: Trend,
    Tool.WELFARE: WelfareClass,
    GROUP: RankingGroup,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One tool of the ten: its sheet, if there is one, and where it stands."""

    tool: Tool
    sheet: Sheet | None

    @property
    def state(self) -> State:
        if self.sheet is None or self.sheet.is_skipped:
            return State.NOT_YET
        return State.DONE if self.sheet.finished_on else State.UNDER_WAY

    @property
    def is_skipped(self) -> bool:
        return self.sheet is not None and self.sheet.is_skipped

    @property
    def missing(self) -> list[Note]:
        return [note for note in self.notes if note.is_missing]

    @property
    def notes(self) -> list[Note]:
        return told(self.sheet)


def told(sheet: Sheet | None) -> list[Note]:
    """What was noticed on a sheet when it last changed."""
    return [Note(**note) for note in sheet.notes] if sheet else []


def tool_of(kind: str) -> Tool | None:
    """The tool on whose sheet entries of a kind lie; None for a kind nobody knows."""
    return Tool.WELFARE if kind == GROUP else Tool(kind) if kind in Tool.values else None


def standings(rt_id: int, year: int) -> list[Standing]:
    """All ten, in their order: one query."""
    held = {sheet.tool: sheet for sheet in Sheet.objects.filter(rt=rt_id, year=year)}
    return [Standing(tool, held.get(tool)) for tool in Tool]


def sheet(rt_id: int, year: int, tool: str) -> Sheet | None:
    return Sheet.objects.filter(rt=rt_id, year=year, tool=tool).first()


def latest(path: str, tool: str) -> Sheet | None:
    """The newest sheet of a tool on which something stands."""
    return Sheet.objects.filter(path=path, tool=tool, entries__gt=0).order_by("-year").first()


def years(rt_id: int) -> list[int]:
    """Years in which the RT was mapped, the newest first."""
    return list(Sheet.objects.filter(rt=rt_id).order_by("-year").values_list("year", flat=True).distinct())


def entries(held: Sheet | None, kind: str = "") -> list[Any]:
    """The entries of a sheet in the order of its tool."""
    if held is None:
        return []
    model = MODELS[kind or held.tool]
    found = model.objects.filter(sheet=held)
    return list(found.prefetch_related("points") if model is Trend else found)


def entry(kind: str, pk: str, rt_id: int, year: int) -> Any | None:
    """One entry of this RT and year; None when it is not there."""
    if not pk.isdecimal() or len(pk) > 18:
        return None
    return MODELS[kind].objects.filter(pk=int(pk), sheet__rt=rt_id, sheet__year=year).first()


def is_open(year: int, on: date) -> bool:
    """Last year, this year and the next may be written; what is older stays as it was."""
    return abs(year - on.year) <= 1


def takes_entries(held: Sheet | None) -> bool:
    """A sheet that is finished is opened again first; one that was set aside begins with its first entry."""
    return held is None or held.finished_on is None or held.is_skipped


def are_whole(held: Sequence[Standing]) -> bool:
    """Whether every tool was finished or set aside."""
    return all(each.sheet is not None and each.sheet.finished_on for each in held)
