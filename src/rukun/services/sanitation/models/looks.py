"""What was seen of a household's latrine and the other pillars, and what an area claims from it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.services.sanitation.types import Disposal, Rung, Seat, Use
from rukun.walls.types import PathField, SameArea, Wall, Written

PILLARS = ("hands", "food", "rubbish", "wastewater")


class Look(models.Model):
    """The newest one counts. A null pillar is not known; `rung` is empty when an answer that decides is missing."""

    household = models.ForeignKey("people.Household", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    on = models.DateField()
    use = models.CharField(max_length=10, choices=Use, blank=True)
    seat = models.CharField(max_length=12, choices=Seat, blank=True)
    disposal = models.CharField(max_length=10, choices=Disposal, blank=True)
    was_emptied = models.BooleanField(null=True)
    rung = models.CharField(max_length=10, choices=Rung, blank=True)
    hands = models.BooleanField(null=True)
    food = models.BooleanField(null=True)
    rubbish = models.BooleanField(null=True)
    wastewater = models.BooleanField(null=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["use", "seat", "disposal", "was_emptied", "rung", *PILLARS, "by"], "personal")
    privacy |= dict.fromkeys(["household", "path", "on", "recorded_at"], "internal")

    class Meta:
        indexes = [models.Index(fields=["path", "on"], name="sanitation_look_place")]
        constraints = [
            Wall(name="sanitation_look_wall", verbs=("select", "insert")),
            SameArea(name="sanitation_look_household", field="household", to="people.Household"),
            models.CheckConstraint(name="sanitation_look_use", condition=Q(use__in=["", *Use.values])),
            models.CheckConstraint(name="sanitation_look_rung", condition=Q(rung__in=["", *Rung.values])),
            Written(name="sanitation_look_written"),
        ]

    def __str__(self) -> str:
        return f"sanitasi {self.household_id} {self.on}"


class Claim(models.Model):
    """An area declares itself free of open defecation, with the counts of that day; others check it and say why."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    on = models.DateField()
    by = models.CharField(max_length=150)
    households = models.PositiveIntegerField()
    counts = models.JSONField()
    checked_on = models.DateField(null=True)
    checked_by = models.CharField(max_length=150, blank=True)
    holds = models.BooleanField(null=True)
    words = models.CharField(max_length=400, blank=True)

    privacy = dict.fromkeys(["area", "path", "on", "households", "counts", "checked_on", "holds", "words"], "public")
    privacy |= dict.fromkeys(["by", "checked_by"], "personal")

    class Meta:
        constraints = [
            Wall(name="sanitation_claim_wall", verbs=("select", "insert", "update")),
            SameArea(name="sanitation_claim_area", field="area", to="territory.Area"),
            models.CheckConstraint(
                name="sanitation_claim_checked",
                condition=Q(checked_on__isnull=True, holds__isnull=True)
                | (Q(checked_on__isnull=False, holds__isnull=False) & ~Q(words="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.area_id} {self.on}"
