"""One form a kind of entry; each hands its action `fields`."""

from __future__ import annotations

from rukun.mapping.forms.base import EntryForm
from rukun.mapping.forms.landmarks import LandmarkForm
from rukun.mapping.forms.places import EventForm, SeasonForm, StopForm
from rukun.mapping.forms.powers import ActorForm, CustomForm, InstitutionForm, ResourceForm
from rukun.mapping.forms.rooms import RoomForm
from rukun.mapping.forms.trends import TrendForm
from rukun.mapping.forms.welfare import ClassForm, GroupForm
from rukun.mapping.queries.sheets import GROUP
from rukun.mapping.types import Tool

FORMS: dict[str, type[EntryForm]] = {
    Tool.MAP: LandmarkForm,
    Tool.TRANSECT: StopForm,
    Tool.HISTORY: EventForm,
    Tool.SEASONS: SeasonForm,
    Tool.INSTITUTIONS: InstitutionForm,
    Tool.ACTORS: ActorForm,
    Tool.CUSTOMS: CustomForm,
    Tool.RESOURCES: ResourceForm,
    Tool.TRENDS: TrendForm,
    Tool.WELFARE: ClassForm,
    GROUP: GroupForm,
}

__all__ = ["FORMS", "EntryForm", "RoomForm"]
