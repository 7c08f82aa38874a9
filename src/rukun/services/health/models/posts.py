"""Where people are met: posyandu, the households in each monitor's care, calls, and the notes of the six fields."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rukun.services.health.types import Field, Where
from rukun.walls.types import PathField, SameArea, Wall, Written


class Post(models.Model):
    """A posyandu: it serves all that lies under its area. Its name and place are known to everyone in the house."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    name = models.CharField(max_length=80)
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = dict.fromkeys(["area", "path", "name", "since", "until"], "public")

    class Meta:
        ordering = ["name"]
        constraints = [
            Wall(name="health_post_wall", read="all"),
            SameArea(name="health_post_area", field="area", to="territory.Area"),
            models.UniqueConstraint(fields=["area", "name"], condition=Q(until__isnull=True), name="health_post_once"),
            models.CheckConstraint(
                name="health_post_period", condition=Q(until__isnull=True) | Q(until__gt=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Care(models.Model):
    """A household one monitor looks after, for a while; one monitor at a time."""

    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    household = models.ForeignKey("people.Household", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = dict.fromkeys(["user", "household", "path", "since", "until"], "internal")

    class Meta:
        indexes = [models.Index(fields=["user", "path"], name="health_care_of")]
        constraints = [
            Wall(name="health_care_wall", verbs=("select", "insert", "update")),
            SameArea(name="health_care_household", field="household", to="people.Household"),
            models.UniqueConstraint(
                fields=["household"], condition=Q(until__isnull=True), name="health_care_one_monitor"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id}: {self.household_id}"


class Call(models.Model):
    """One household met on one day, at home or at a posyandu. `nobody_home` counts as tried."""

    household = models.ForeignKey("people.Household", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    where = models.CharField(max_length=4, choices=Where)
    post = models.ForeignKey(Post, models.PROTECT, null=True, db_constraint=False, related_name="calls")
    nobody_home = models.BooleanField(default=False)
    words = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = {"words": "health", "by": "personal"} | dict.fromkeys(
        ["household", "path", "where", "post", "nobody_home", "on", "recorded_at"], "internal"
    )

    class Meta:
        indexes = [models.Index(fields=["path", "on"], name="health_call_place")]
        constraints = [
            Wall(name="health_call_wall", verbs=("select", "insert")),
            SameArea(name="health_call_household", field="household", to="people.Household"),
            models.UniqueConstraint(fields=["id", "path"], name="health_call_key"),
            models.CheckConstraint(name="health_call_where", condition=Q(where__in=Where.values)),
            Written(name="health_call_written"),
        ]

    def __str__(self) -> str:
        return f"kunjungan {self.household_id} {self.on}"


class DeskNote(models.Model):
    """What was asked at a posyandu in one of its six fields, and what was answered: no one is left without a word."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    post = models.ForeignKey(Post, models.PROTECT, null=True, db_constraint=False, related_name="notes")
    household = models.ForeignKey("people.Household", models.PROTECT, null=True, db_constraint=False, related_name="+")
    field = models.CharField(max_length=10, choices=Field)
    words = models.TextField(max_length=600)
    on = models.DateField()
    by = models.CharField(max_length=150)
    answer = models.TextField(max_length=600, blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=150, blank=True)

    privacy = dict.fromkeys(["words", "answer"], "health") | dict.fromkeys(["by", "answered_by"], "personal")
    privacy |= dict.fromkeys(["area", "path", "post", "household", "field", "on", "answered_on"], "internal")

    class Meta:
        indexes = [models.Index(fields=["path", "on"], name="health_note_place")]
        constraints = [
            Wall(name="health_note_wall", verbs=("select", "insert", "update")),
            SameArea(name="health_note_area", field="area", to="territory.Area"),
            models.CheckConstraint(name="health_note_field", condition=Q(field__in=Field.values)),
            models.CheckConstraint(
                name="health_note_answer",
                condition=Q(answered_on__isnull=True, answer="") | (Q(answered_on__isnull=False) & ~Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field} {self.on}"
