"""Meetings that inform and trainings, with who came as counts, and what was understood before and after."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from rukun.facilitation.types import GatheringKind
from rukun.walls.types import PathField, SameArea, Wall


class Gathering(models.Model):
    """Held in an area of any level. `rts`: the RT that took part; `poor` and `disability` count among women and men."""

    kind = models.CharField(max_length=20, choices=GatheringKind.choices)
    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    rts = ArrayField(models.IntegerField(), default=list)
    year = models.IntegerField()
    on = models.DateField()
    place = models.CharField(max_length=120)
    topic = models.CharField(max_length=160)
    material = models.CharField(max_length=300, blank=True)
    women = models.IntegerField()
    men = models.IntegerField()
    poor = models.IntegerField(null=True)
    disability = models.IntegerField(null=True)

    privacy = dict.fromkeys(
        ["kind", "area", "year", "on", "place", "topic", "material", "rts"], "public"
    ) | dict.fromkeys(["path", "women", "men", "poor", "disability"], "internal")

    class Meta:
        indexes = [
            models.Index(fields=["year", "path"], name="facilitation_gathering_place"),
            GinIndex(fields=["rts"], name="facilitation_gathering_rts"),
        ]
        constraints = [
            Wall(name="facilitation_gathering_wall", read="all", verbs=("select", "insert", "update")),
            SameArea(name="facilitation_gathering_area", field="area", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="facilitation_gathering_key"),
            models.CheckConstraint(
                name="facilitation_gathering_came",
                condition=Q(women__gte=0, men__gte=0) & (Q(women__gt=0) | Q(men__gt=0)),
            ),
            models.CheckConstraint(
                name="facilitation_gathering_parts",
                condition=Q(poor__lte=F("women") + F("men")) | Q(poor__isnull=True),
            ),
            models.CheckConstraint(
                name="facilitation_gathering_able",
                condition=Q(disability__lte=F("women") + F("men")) | Q(disability__isnull=True),
            ),
            models.CheckConstraint(name="facilitation_gathering_kind", condition=Q(kind__in=GatheringKind.values)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"

    @property
    def came(self) -> int:
        return self.women + self.men


class GatheringQuestion(models.Model):
    """One question asked before and after: how many answered, how many were right."""

    gathering = models.ForeignKey(Gathering, models.PROTECT, db_constraint=False, related_name="questions")
    path = PathField()
    number = models.SmallIntegerField()
    text = models.CharField(max_length=300)
    before_right = models.IntegerField(null=True)
    before_of = models.IntegerField(null=True)
    after_right = models.IntegerField(null=True)
    after_of = models.IntegerField(null=True)

    privacy = dict.fromkeys(["number", "text"], "public") | dict.fromkeys(
        ["gathering", "path", "before_right", "before_of", "after_right", "after_of"], "internal"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            Wall(name="facilitation_question_wall"),
            SameArea(name="facilitation_question_gathering", field="gathering", to="facilitation.Gathering"),
            models.UniqueConstraint(fields=["gathering", "number"], name="facilitation_question_once"),
            models.CheckConstraint(
                name="facilitation_question_before",
                condition=Q(before_right__lte=Coalesce(F("before_of"), 0)) | Q(before_right__isnull=True),
            ),
            models.CheckConstraint(
                name="facilitation_question_after",
                condition=Q(after_right__lte=Coalesce(F("after_of"), 0)) | Q(after_right__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
