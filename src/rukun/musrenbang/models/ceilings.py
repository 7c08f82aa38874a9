"""The money of each RT as a decree freezes it: an amount, its legal basis, and what became of it at a split."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.walls.types import PathField, SameArea, Wall


class Decree(models.Model):
    """A decree that gives every RT its ceiling for a year from `since` on. `rule`: the allocation rule it was reckoned
    by, as a document; `budget`: the money there was for all, if the rule scales to it. Once issued it is never changed:
    a later decree of the same year adds or replaces ceilings from its own day on."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=120)
    decreed_on = models.DateField()
    since = models.DateField()
    rule = models.JSONField()
    budget = models.BigIntegerField(null=True)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["area", "year", "number", "decreed_on", "since", "rule", "budget", "on"], "public") | {
        "path": "internal",
        "by": "internal",
    }

    class Meta:
        ordering = ["year", "since", "id"]
        constraints = [
            Wall(name="musrenbang_decree_wall", read="all", verbs=("select", "insert")),
            SameArea(name="musrenbang_decree_area", field="area", to="territory.Area"),
            models.CheckConstraint(name="musrenbang_decree_budget", condition=Q(budget__isnull=True) | Q(budget__gt=0)),
        ]

    def __str__(self) -> str:
        return self.number


class Ceiling(models.Model):
    """What one RT may spend in a year by a decree, in whole rupiah; the youngest decree in force counts.

    `households`: the count it was reckoned from, where size mattered; `came_from`: the RT whose money this is a part
    of, when it was split in the middle of the year.
    """

    decree = models.ForeignKey(Decree, models.PROTECT, related_name="ceilings")
    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    since = models.DateField()
    amount = models.BigIntegerField()
    households = models.PositiveIntegerField(null=True)
    came_from = models.ForeignKey("territory.Area", models.PROTECT, null=True, related_name="+")

    privacy = dict.fromkeys(["decree", "rt", "year", "since", "amount", "households", "came_from"], "public") | {
        "path": "internal"
    }

    class Meta:
        indexes = [models.Index(fields=["year", "path"], name="musrenbang_ceiling_place")]
        constraints = [
            Wall(name="musrenbang_ceiling_wall", verbs=("select", "insert")),
            SameArea(name="musrenbang_ceiling_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["decree", "rt"], name="musrenbang_ceiling_once"),
            models.CheckConstraint(name="musrenbang_ceiling_amount", condition=Q(amount__gte=0)),
        ]

    def __str__(self) -> str:
        return f"pagu {self.rt_id} {self.year}"
