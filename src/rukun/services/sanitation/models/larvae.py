"""Rounds of larva watch: two weeks in an RT, house by house."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rukun.walls.types import PathField, SameArea, Wall, Written


class LarvaRound(models.Model):
    """Two weeks; the shares are drawn from its visits."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    since = models.DateField()
    until = models.DateField()
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["rt", "path", "since", "until"], "internal") | {"by": "personal"}

    class Meta:
        constraints = [
            Wall(name="sanitation_round_wall", verbs=("select", "insert")),
            SameArea(name="sanitation_round_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="sanitation_round_key"),
            models.UniqueConstraint(fields=["rt", "since"], name="sanitation_round_once"),
            models.CheckConstraint(name="sanitation_round_period", condition=Q(until__gt=F("since"))),
        ]

    def __str__(self) -> str:
        return f"{self.rt_id} {self.since}"


class LarvaVisit(models.Model):
    """One house of a round: containers looked into, those with larvae; the newest row of a household counts."""

    round = models.ForeignKey(LarvaRound, models.PROTECT, db_constraint=False, related_name="visits")
    path = PathField()
    household = models.ForeignKey("people.Household", models.PROTECT, db_constraint=False, related_name="+")
    on = models.DateField()
    containers = models.PositiveSmallIntegerField()
    positive = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["containers", "positive", "words", "by"], "personal")
    privacy |= dict.fromkeys(["round", "path", "household", "on", "recorded_at"], "internal")

    class Meta:
        constraints = [
            Wall(name="sanitation_larva_wall", verbs=("select", "insert")),
            SameArea(name="sanitation_larva_round", field="round", to="sanitation.LarvaRound"),
            SameArea(name="sanitation_larva_household", field="household", to="people.Household"),
            models.CheckConstraint(name="sanitation_larva_fewer", condition=Q(positive__lte=F("containers"))),
            Written(name="sanitation_larva_written"),
        ]

    def __str__(self) -> str:
        return f"jentik {self.household_id} {self.on}"
