"""A cadre asks, a health worker answers: the decision is the worker's own words."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.services.health.models.children import Measurement
from rukun.services.health.types import Why
from rukun.walls.types import PathField, SameArea, Wall


class Referral(models.Model):
    """Open until a health worker has seen the person (`seen_on`), then until it is closed with an outcome. `decision`
    has a line for each look, the newest last."""

    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    measurement = models.ForeignKey(Measurement, models.PROTECT, null=True, db_constraint=False, related_name="+")
    why = models.CharField(max_length=12, choices=Why)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=150)
    seen_on = models.DateField(null=True)
    seen_by = models.CharField(max_length=150, blank=True)
    decision = models.TextField(max_length=2000, blank=True)
    next_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=400, blank=True)

    privacy = dict.fromkeys(["why", "words", "decision", "outcome"], "health") | dict.fromkeys(
        ["person", "by", "seen_by"], "personal"
    )
    privacy |= dict.fromkeys(["path", "measurement", "on", "seen_on", "next_on", "closed_on"], "internal")

    class Meta:
        indexes = [models.Index(fields=["path"], condition=Q(closed_on__isnull=True), name="health_referral_open")]
        constraints = [
            Wall(name="health_referral_wall", verbs=("select", "insert", "update")),
            SameArea(name="health_referral_person", field="person", to="people.Person"),
            models.UniqueConstraint(
                fields=["person", "why"], condition=Q(closed_on__isnull=True), name="health_referral_once"
            ),
            models.CheckConstraint(name="health_referral_why", condition=Q(why__in=Why.values)),
            models.CheckConstraint(
                name="health_referral_seen",
                condition=Q(seen_on__isnull=True, decision="") | (Q(seen_on__isnull=False) & ~Q(decision="")),
            ),
            models.CheckConstraint(
                name="health_referral_closed",
                condition=Q(closed_on__isnull=True) | (Q(seen_on__isnull=False) & ~Q(outcome="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.why} {self.on}"
