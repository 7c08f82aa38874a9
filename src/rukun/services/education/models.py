"""What is known of a child's schooling through time, the aid for it, and what was done."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.services.education.types import AidState, Level, Reason, Result, State
from rukun.walls.types import PathField, SameArea, Wall, Written


class Schooling(models.Model):
    """The newest row counts. `reason` stands for who is not in school or at risk of leaving it."""

    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    on = models.DateField()
    state = models.CharField(max_length=14, choices=State)
    level = models.CharField(max_length=8, choices=Level, blank=True)
    grade = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=10, choices=Reason, blank=True)
    words = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["state", "level", "grade", "reason", "words"], "child")
    privacy |= {"person": "personal", "by": "personal"} | dict.fromkeys(["path", "on", "recorded_at"], "internal")

    class Meta:
        indexes = [models.Index(fields=["path", "on"], name="education_schooling_place")]
        constraints = [
            Wall(name="education_schooling_wall", verbs=("select", "insert")),
            SameArea(name="education_schooling_person", field="person", to="people.Person"),
            models.CheckConstraint(name="education_schooling_state", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="education_schooling_why",
                condition=Q(state__in=[State.IN_SCHOOL, State.DONE], reason="")
                | (~Q(state__in=[State.IN_SCHOOL, State.DONE]) & ~Q(reason="")),
            ),
            Written(name="education_schooling_written"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.on}"


class SchoolAid(models.Model):
    """One aid of one year, as PIP: proposed, received with its amount, missed or refused with the words of why."""

    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    kind = models.CharField(max_length=30)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=AidState)
    amount = models.BigIntegerField(null=True)
    words = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["kind", "state", "amount", "words"], "child") | {"person": "personal", "by": "personal"}
    privacy |= dict.fromkeys(["path", "year", "on"], "internal")

    class Meta:
        constraints = [
            Wall(name="education_aid_wall", verbs=("select", "insert", "update")),
            SameArea(name="education_aid_person", field="person", to="people.Person"),
            models.UniqueConstraint(fields=["person", "kind", "year"], name="education_aid_once"),
            models.CheckConstraint(name="education_aid_state", condition=Q(state__in=AidState.values)),
            models.CheckConstraint(name="education_aid_amount", condition=Q(amount__isnull=True) | Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"


class FollowUp(models.Model):
    """What somebody did for a child out of school or at risk, what came of it, and when to look again."""

    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    on = models.DateField()
    words = models.CharField(max_length=400)
    result = models.CharField(max_length=10, choices=Result, blank=True)
    next_on = models.DateField(null=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["words", "result"], "child") | {"person": "personal", "by": "personal"}
    privacy |= dict.fromkeys(["path", "on", "next_on", "recorded_at"], "internal")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="education_followup_wall", verbs=("select", "insert")),
            SameArea(name="education_followup_person", field="person", to="people.Person"),
            models.CheckConstraint(name="education_followup_words", condition=~Q(words="")),
            Written(name="education_followup_written"),
        ]

    def __str__(self) -> str:
        return f"tindak lanjut {self.on}"
