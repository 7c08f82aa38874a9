"""Helper visits, what was promised there, and the quiz by which an RT sees whether it knows the rules."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rukun.facilitation.types import Owes
from rukun.walls.types import PathField, SameArea, Wall


class Visit(models.Model):
    """Someone came to an RT to help. `who`: the officer, by name; `found`: what they saw, in their words."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.IntegerField()
    on = models.DateField()
    who = models.CharField(max_length=150)
    found = models.TextField(max_length=2000)

    privacy = {"found": "personal"} | dict.fromkeys(["rt", "path", "year", "on", "who"], "internal")

    class Meta:
        indexes = [models.Index(fields=["path", "on"], name="facilitation_visit_place")]
        constraints = [
            Wall(name="facilitation_visit_wall", verbs=("select", "insert")),
            SameArea(name="facilitation_visit_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="facilitation_visit_key"),
        ]

    def __str__(self) -> str:
        return f"kunjungan {self.rt_id} {self.on}"


class Promise(models.Model):
    """What somebody said they would do by a day. `kept` is unknown until it is answered."""

    visit = models.ForeignKey(Visit, models.PROTECT, db_constraint=False, related_name="promises")
    path = PathField()
    text = models.CharField(max_length=300)
    owes = models.CharField(max_length=12, choices=Owes.choices)
    due = models.DateField()
    kept = models.BooleanField(null=True)
    answered_on = models.DateField(null=True)
    note = models.CharField(max_length=300, blank=True)

    privacy = {"text": "personal", "note": "personal"} | dict.fromkeys(
        ["visit", "path", "owes", "due", "kept", "answered_on"], "internal"
    )

    class Meta:
        indexes = [
            models.Index(fields=["path", "due"], name="facilitation_promise_open", condition=Q(kept__isnull=True))
        ]
        constraints = [
            Wall(name="facilitation_promise_wall", verbs=("select", "insert", "update")),
            SameArea(name="facilitation_promise_visit", field="visit", to="facilitation.Visit"),
            models.CheckConstraint(
                name="facilitation_promise_answer",
                condition=Q(kept__isnull=True, answered_on__isnull=True)
                | Q(kept__isnull=False, answered_on__isnull=False),
            ),
            models.CheckConstraint(name="facilitation_promise_owes", condition=Q(owes__in=Owes.values)),
        ]

    def __str__(self) -> str:
        return f"janji {self.pk}"


class ReadinessTry(models.Model):
    """One go at the quiz of a year. `answers`: the chosen places; `needed`: what the juknis asked then."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.IntegerField()
    on = models.DateField()
    answers = ArrayField(models.SmallIntegerField())
    right = models.SmallIntegerField()
    of = models.SmallIntegerField()
    needed = models.SmallIntegerField(null=True)
    programme = models.ForeignKey("facilitation.Programme", models.PROTECT, related_name="+")

    privacy = dict.fromkeys(["year", "on", "right", "of", "needed"], "public") | dict.fromkeys(
        ["rt", "path", "answers", "programme"], "internal"
    )

    class Meta:
        indexes = [models.Index(fields=["path", "year"], name="facilitation_try_place")]
        constraints = [
            Wall(name="facilitation_try_wall", verbs=("select", "insert")),
            SameArea(name="facilitation_try_rt", field="rt", to="territory.Area"),
            models.CheckConstraint(name="facilitation_try_right", condition=Q(right__gte=0, right__lte=F("of"))),
        ]

    def __str__(self) -> str:
        return f"{self.right}/{self.of}"

    @property
    def is_passed(self) -> bool:
        """Where the juknis asks for no number, having looked at the rules is enough."""
        return self.needed is None or self.right >= self.needed
