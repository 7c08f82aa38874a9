"""The sheet of one tool, and what every entry upon it has in common."""

from django.db import models
from django.db.models import Q

from rukun.mapping.types import Tool
from rukun.walls.types import PathField, SameArea, Wall

KEPT = {"sheet": "internal", "path": "internal"}


class Sheet(models.Model):
    """One tool of one RT in one year: who was in the room (as counts), what is noticed on it, when it was finished.

    `entries` and `notes` are kept by the actions that change the sheet, so that pages of many sheets ask once.
    """

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    tool = models.CharField(max_length=20, choices=Tool)
    started_on = models.DateField()
    changed_on = models.DateField()
    met_on = models.DateField(null=True)
    women = models.PositiveSmallIntegerField(null=True)
    men = models.PositiveSmallIntegerField(null=True)
    poor = models.PositiveSmallIntegerField(null=True)
    disability = models.PositiveSmallIntegerField(null=True)
    finished_on = models.DateField(null=True)
    is_skipped = models.BooleanField(default=False)
    entries = models.PositiveSmallIntegerField(default=0)
    notes = models.JSONField(default=list)

    privacy = dict.fromkeys(
        ["rt", "path", "year", "tool", "started_on", "changed_on", "met_on", "women", "men", "poor", "disability"]
        + ["finished_on", "is_skipped", "entries", "notes"],
        "internal",
    )

    class Meta:
        indexes = [models.Index(fields=["path", "year"], name="mapping_sheet_place")]
        constraints = [
            Wall(name="mapping_sheet_wall"),
            models.UniqueConstraint(fields=["id", "path"], name="mapping_sheet_key"),
            SameArea(name="mapping_sheet_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["rt", "year", "tool"], name="mapping_sheet_one"),
            models.CheckConstraint(name="mapping_sheet_tool", condition=Q(tool__in=Tool.values)),
            models.CheckConstraint(
                name="mapping_sheet_skipped", condition=Q(is_skipped=False) | Q(finished_on__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tool} {self.year} ({self.rt_id})"


class Entry(models.Model):
    """One line of a sheet."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, db_constraint=False, related_name="+")
    path = PathField()

    class Meta:
        abstract = True
        ordering = ["pk"]
        constraints = [
            Wall(name="%(app_label)s_%(class)s_wall"),
            SameArea(name="%(app_label)s_%(class)s_sheet", field="sheet", to="mapping.Sheet"),
        ]
