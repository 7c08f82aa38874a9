"""The juknis of a year as adopted, version upon version, and how far each RT has come on its steps."""

from __future__ import annotations

from functools import cached_property

from django.db import models
from django.db.models import F, Q

from rukun.parameters.juknis import Juknis, from_document
from rukun.walls.types import PathField, SameArea, Wall


class Programme(models.Model):
    """One juknis, frozen, that holds for `year` from `since` until a younger version. `basis`: by which decision."""

    year = models.IntegerField()
    key = models.CharField(max_length=80)
    document = models.JSONField()
    since = models.DateField()
    basis = models.CharField(max_length=200)
    path = PathField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["year", "key", "document", "since", "basis"], "public") | {
        "path": "internal",
        "recorded_at": "internal",
    }

    class Meta:
        indexes = [models.Index(fields=["year", "since"], name="facilitation_programme_year")]
        constraints = [
            Wall(name="facilitation_programme_wall", read="all", verbs=("select", "insert")),
            models.CheckConstraint(
                name="facilitation_programme_range", condition=Q(year__gte=2000) & Q(year__lte=2999)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.year}"

    @cached_property
    def juknis(self) -> Juknis:
        return from_document(self.document)


class StepState(models.Model):
    """How far one RT has come on one step of a year. `step` is the mark of the step (`juknis.Step.mark`)."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.IntegerField()
    step = models.CharField(max_length=40)
    begun_on = models.DateField()
    done_on = models.DateField(null=True)
    note = models.CharField(max_length=200, blank=True)

    privacy = dict.fromkeys(["year", "step", "begun_on", "done_on"], "public") | {
        "rt": "internal",
        "path": "internal",
        "note": "internal",
    }

    class Meta:
        indexes = [models.Index(fields=["year", "path"], name="facilitation_step_place")]
        constraints = [
            Wall(name="facilitation_step_wall"),
            SameArea(name="facilitation_step_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["rt", "year", "step"], name="facilitation_step_once"),
            models.CheckConstraint(
                name="facilitation_step_order", condition=Q(done_on__isnull=True) | Q(done_on__gte=F("begun_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.year} {self.rt_id}"
