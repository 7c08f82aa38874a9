"""Reasons to look: flags raised from ledger, receipts and prices, and samples drawn for audit."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.grants.types import FlagState
from rukun.walls.types import PathField, SameArea, Wall


class Flag(models.Model):
    """A reason to look at something, with its reasons (codes with values) and a score; never a verdict, and nothing
    is stopped by it. It closes only with written words. `key` names what it is about, so that it is raised once."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=12)
    key = models.CharField(max_length=64)
    activity = models.ForeignKey(
        "grants.Activity", models.PROTECT, null=True, db_constraint=False, related_name="flags"
    )
    payment = models.ForeignKey("grants.Payment", models.PROTECT, null=True, db_constraint=False, related_name="flags")
    reasons = models.JSONField()
    score = models.FloatField()
    on = models.DateField()
    state = models.CharField(max_length=8, choices=FlagState.choices, default=FlagState.OPEN)
    closed_on = models.DateField(null=True)
    closed_by = models.CharField(max_length=150, blank=True)
    closing = models.TextField(max_length=1000, blank=True)
    is_right = models.BooleanField(null=True)

    privacy = dict.fromkeys(
        ["rt", "path", "year", "indicator", "key", "activity", "payment", "reasons", "score", "on", "state"]
        + ["closed_on", "closing", "is_right"],
        "internal",
    ) | {"closed_by": "personal"}

    class Meta:
        ordering = ["-score", "id"]
        indexes = [models.Index(fields=["year", "path"], name="grants_flag_place")]
        constraints = [
            Wall(name="grants_flag_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_flag_rt", field="rt", to="territory.Area"),
            SameArea(name="grants_flag_activity", field="activity", to="grants.Activity"),
            SameArea(name="grants_flag_payment", field="payment", to="grants.Payment"),
            models.UniqueConstraint(fields=["rt", "year", "indicator", "key"], name="grants_flag_once"),
            models.CheckConstraint(
                name="grants_flag_closed",
                condition=Q(state=FlagState.OPEN, closed_on=None)
                | Q(state=FlagState.CLOSED, closed_on__isnull=False) & ~Q(closing="") & ~Q(closed_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.rt_id}"


class AuditSample(models.Model):
    """RTs drawn to be looked at in the field: some by risk, some by chance from a seed published before the draw."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    seed = models.CharField(max_length=120)
    published_on = models.DateField()
    drawn_on = models.DateField(null=True)
    by_risk = models.PositiveIntegerField()
    by_chance = models.PositiveIntegerField()
    drawn = models.JSONField(default=list)
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["year", "seed", "published_on", "drawn_on", "by_risk", "by_chance"], "public") | {
        "area": "internal", "path": "internal", "drawn": "internal", "by": "personal",
    }  # fmt: skip

    class Meta:
        constraints = [
            Wall(name="grants_auditsample_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_auditsample_area", field="area", to="territory.Area"),
            models.CheckConstraint(name="grants_auditsample_size", condition=Q(by_risk__gt=0) | Q(by_chance__gt=0)),
        ]

    def __str__(self) -> str:
        return f"contoh audit {self.year}"
