"""Pregnancies with their checks, and the checks of the old."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.services.health.types import Outcome
from rukun.walls.types import PathField, SameArea, Wall, Written


class Pregnancy(models.Model):
    """From the last period (or the day it was told) to its end."""

    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    since = models.DateField()
    due = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["since", "due", "ended_on", "outcome"], "health") | {"person": "personal"}
    privacy |= {"path": "internal", "by": "personal"}

    class Meta:
        constraints = [
            Wall(name="health_pregnancy_wall", verbs=("select", "insert", "update")),
            SameArea(name="health_pregnancy_person", field="person", to="people.Person"),
            models.UniqueConstraint(fields=["id", "path"], name="health_pregnancy_key"),
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_on__isnull=True), name="health_pregnancy_one_open"
            ),
            models.CheckConstraint(
                name="health_pregnancy_end",
                condition=Q(ended_on__isnull=True, outcome="") | Q(ended_on__isnull=False, outcome__in=Outcome.values),
            ),
        ]

    def __str__(self) -> str:
        return f"kehamilan {self.person_id}"


class PregnancyCheck(models.Model):
    """One check: week, weight in grams, arm in millimetres, blood pressure in mmHg, Hb in tenths of g/dL, tablets."""

    pregnancy = models.ForeignKey(Pregnancy, models.PROTECT, db_constraint=False, related_name="checks")
    path = PathField()
    on = models.DateField()
    week = models.PositiveSmallIntegerField(null=True)
    weight_g = models.PositiveIntegerField(null=True)
    arm_mm = models.PositiveIntegerField(null=True)
    systolic = models.PositiveSmallIntegerField(null=True)
    diastolic = models.PositiveSmallIntegerField(null=True)
    hb_tenths = models.PositiveSmallIntegerField(null=True)
    tablets = models.PositiveSmallIntegerField(null=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(
        ["week", "weight_g", "arm_mm", "systolic", "diastolic", "hb_tenths", "tablets"], "health"
    ) | dict.fromkeys(["pregnancy", "path", "on", "recorded_at"], "internal")
    privacy["by"] = "personal"

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="health_antenatal_wall", verbs=("select", "insert")),
            SameArea(name="health_antenatal_of", field="pregnancy", to="health.Pregnancy"),
            Written(name="health_antenatal_written"),
        ]

    def __str__(self) -> str:
        return f"periksa hamil {self.on}"


class ElderCheck(models.Model):
    """One check of the old: pressure in mmHg, sugar in mg/dL, waist in millimetres, daily living 0–20 (Barthel)."""

    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    on = models.DateField()
    systolic = models.PositiveSmallIntegerField(null=True)
    diastolic = models.PositiveSmallIntegerField(null=True)
    sugar = models.PositiveSmallIntegerField(null=True)
    waist_mm = models.PositiveIntegerField(null=True)
    weight_g = models.PositiveIntegerField(null=True)
    daily_living = models.PositiveSmallIntegerField(null=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(
        ["systolic", "diastolic", "sugar", "waist_mm", "weight_g", "daily_living"], "health"
    ) | dict.fromkeys(["path", "on", "recorded_at"], "internal")
    privacy |= {"person": "personal", "by": "personal"}

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="health_elder_wall", verbs=("select", "insert")),
            SameArea(name="health_elder_person", field="person", to="people.Person"),
            models.CheckConstraint(
                name="health_elder_living", condition=Q(daily_living__isnull=True) | Q(daily_living__lte=20)
            ),
            Written(name="health_elder_written"),
        ]

    def __str__(self) -> str:
        return f"periksa lansia {self.on}"
