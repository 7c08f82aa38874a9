"""What is measured of a child and what it is given; a mistake is put right by a newer row that replaces it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rukun.services.health.models.posts import Call
from rukun.services.health.types import Given
from rukun.walls.types import PathField, SameArea, Wall, Written

SCORES = ("waz", "haz", "whz", "baz", "hcz", "acz")


class Measurement(models.Model):
    """Grams and millimetres of one day, with the scores of that day in hundredths by the tables and classes of
    `edition`. `gain` is N, T, O or B; `in_a_row` how many T in a row; `doubts` the indices that cannot be. The row goes
    where the child goes; the call stays where the household was."""

    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    call = models.ForeignKey(Call, models.PROTECT, null=True, related_name="measurements")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, db_constraint=False, related_name="replaced_by")
    why = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    age_days = models.PositiveIntegerField()
    weight_g = models.PositiveIntegerField(null=True)
    lenhei_mm = models.PositiveIntegerField(null=True)
    is_lying = models.BooleanField(null=True)
    head_mm = models.PositiveIntegerField(null=True)
    arm_mm = models.PositiveIntegerField(null=True)
    has_oedema = models.BooleanField(default=False)
    is_breastfed = models.BooleanField(null=True)
    waz = models.SmallIntegerField(null=True)
    haz = models.SmallIntegerField(null=True)
    whz = models.SmallIntegerField(null=True)
    baz = models.SmallIntegerField(null=True)
    hcz = models.SmallIntegerField(null=True)
    acz = models.SmallIntegerField(null=True)
    doubts = ArrayField(models.CharField(max_length=3), default=list)
    gain = models.CharField(max_length=1, blank=True)
    in_a_row = models.PositiveSmallIntegerField(default=0)
    edition = models.CharField(max_length=40)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(
        ["weight_g", "lenhei_mm", "is_lying", "head_mm", "arm_mm", "has_oedema", "is_breastfed", *SCORES, "doubts"]
        + ["gain", "in_a_row", "age_days", "why"],
        "child",
    ) | {"person": "personal", "by": "personal"}
    privacy |= dict.fromkeys(["path", "call", "replaces", "on", "edition", "recorded_at"], "internal")

    class Meta:
        indexes = [
            models.Index(fields=["person", "on"], name="health_measured_person"),
            models.Index(fields=["path", "on"], name="health_measured_place"),
        ]
        constraints = [
            Wall(name="health_measured_wall", verbs=("select", "insert")),
            SameArea(name="health_measured_person", field="person", to="people.Person"),
            models.CheckConstraint(
                name="health_measured_something",
                condition=Q(weight_g__gt=0) | Q(lenhei_mm__gt=0) | Q(head_mm__gt=0) | Q(arm_mm__gt=0)
                | Q(replaces__isnull=False),
            ),
            models.CheckConstraint(name="health_measured_gain", condition=Q(gain__in=["", "N", "T", "O", "B"])),
            Written(name="health_measured_written"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"ukuran {self.person_id} {self.on}"


class Dose(models.Model):
    """Something given to a person: an antigen and which dose of it, vitamin A, a worm tablet, iron tablets."""

    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    given = models.CharField(max_length=12, choices=Given)
    number = models.PositiveSmallIntegerField(default=1)
    on = models.DateField()
    by = models.CharField(max_length=150)
    taken_back_on = models.DateField(null=True)
    why = models.CharField(max_length=200, blank=True)

    privacy = dict.fromkeys(["given", "number", "why"], "child") | {"person": "personal", "by": "personal"}
    privacy |= dict.fromkeys(["path", "on", "taken_back_on"], "internal")

    class Meta:
        constraints = [
            Wall(name="health_dose_wall", verbs=("select", "insert", "update")),
            SameArea(name="health_dose_person", field="person", to="people.Person"),
            models.UniqueConstraint(
                fields=["person", "given", "number", "on"], condition=Q(taken_back_on__isnull=True),
                name="health_dose_once",
            ),
            models.CheckConstraint(name="health_dose_given", condition=Q(given__in=Given.values)),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.given} {self.number}"
