"""Who asked or was named, what was known of it on the day, what a person decided; and the same help twice."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rukun.programmes.models.schemes import Scheme, Terms
from rukun.programmes.types import Exit, Settled, State
from rukun.walls.types import PathField, SameArea, Wall, Written


class Waiting(models.Model):
    """One in a programme, from the day it asked. `head` is who receives, whose register may move on to another RT;
    `household` where it was decided; `until` when it left. `pin` is the recipient's own word, kept as a slow hash."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="waiting")
    household = models.ForeignKey("people.Household", models.PROTECT, db_constraint=False, related_name="+")
    head = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    card = models.ForeignKey("people.FamilyCard", models.PROTECT, null=True, db_constraint=False, related_name="+")
    group = models.ForeignKey("programmes.Group", models.PROTECT, null=True, db_constraint=False, related_name="+")
    path = PathField()
    since = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    enrolled_on = models.DateField(null=True)
    until = models.DateField(null=True)
    ended_by = models.CharField(max_length=10, choices=Exit, blank=True)
    words = models.CharField(max_length=300, blank=True)
    pin = models.CharField(max_length=128, blank=True)
    by = models.CharField(max_length=150)
    revision = models.IntegerField(default=0)

    privacy = dict.fromkeys(["household", "head", "card", "state", "words", "ended_by", "by"], "personal") | {
        "pin": "secret"
    }
    privacy |= dict.fromkeys(["scheme", "group", "path", "since", "enrolled_on", "until", "revision"], "internal")

    class Meta:
        indexes = [models.Index(fields=["scheme", "path", "state"], name="programmes_waiting_place")]
        constraints = [
            Wall(name="programmes_waiting_wall", verbs=("select", "insert", "update")),
            SameArea(name="programmes_waiting_household", field="household", to="people.Household"),
            models.UniqueConstraint(fields=["id", "path"], name="programmes_waiting_key"),
            models.UniqueConstraint(
                fields=["scheme", "head"], condition=Q(until__isnull=True), name="programmes_waiting_once"
            ),
            models.UniqueConstraint(
                fields=["scheme", "card"], condition=Q(until__isnull=True, card__isnull=False),
                name="programmes_waiting_one_of_card",
            ),
            models.CheckConstraint(name="programmes_waiting_state", condition=Q(state__in=State.values)),
            models.CheckConstraint(
                name="programmes_waiting_ended",
                condition=Q(until__isnull=True, ended_by="") | (Q(until__gte=F("since")) & ~Q(state=State.ENROLLED)),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.scheme_id}: {self.pk} {self.state}"


class Ruling(models.Model):
    """What somebody decided on one that waits, with the verdict of the terms and all facts as they were that day. A
    decision against the verdict carries its reason. Never changed."""

    waiting = models.ForeignKey(Waiting, models.PROTECT, db_constraint=False, related_name="rulings")
    path = PathField()
    terms = models.ForeignKey(Terms, models.PROTECT, db_constraint=False, related_name="+")
    state = models.CharField(max_length=10, choices=State)
    verdict = models.CharField(max_length=5)
    reasons = models.JSONField()
    facts = models.JSONField()
    place = models.PositiveIntegerField(null=True)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["state", "verdict", "reasons", "facts", "place", "words", "by"], "personal")
    privacy |= dict.fromkeys(["waiting", "path", "terms", "on", "recorded_at"], "internal")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="programmes_ruling_wall", verbs=("select", "insert")),
            SameArea(name="programmes_ruling_of", field="waiting", to="programmes.Waiting"),
            models.CheckConstraint(
                name="programmes_ruling_reason",
                condition=Q(verdict="yes", state=State.ENROLLED) | ~Q(words=""),
            ),
            Written(name="programmes_ruling_written"),
        ]

    def __str__(self) -> str:
        return f"{self.waiting_id} {self.state} {self.on}"


class Double(models.Model):
    """The same help twice, seen before it was approved, from both sides; settled by a person with a reason. `other` is
    the other one in our own programmes; help from elsewhere is named in `elsewhere`."""

    waiting = models.ForeignKey(Waiting, models.PROTECT, db_constraint=False, related_name="doubles")
    path = PathField()
    other = models.ForeignKey(Waiting, models.PROTECT, null=True, db_constraint=False, related_name="doubles_of")
    elsewhere = models.CharField(max_length=120, blank=True)
    nearness = models.CharField(max_length=6)
    kinds = models.JSONField()
    on = models.DateField()
    settled = models.CharField(max_length=10, choices=Settled, blank=True)
    words = models.CharField(max_length=400, blank=True)
    settled_on = models.DateField(null=True)
    by = models.CharField(max_length=150, blank=True)

    privacy = dict.fromkeys(["elsewhere", "nearness", "kinds", "settled", "words", "by"], "personal")
    privacy |= dict.fromkeys(["waiting", "path", "other", "on", "settled_on"], "internal")

    class Meta:
        constraints = [
            Wall(name="programmes_double_wall", verbs=("select", "insert", "update")),
            SameArea(name="programmes_double_of", field="waiting", to="programmes.Waiting"),
            models.UniqueConstraint(
                fields=["waiting", "other"], condition=Q(other__isnull=False), name="programmes_double_once"
            ),
            models.CheckConstraint(name="programmes_double_named", condition=Q(other__isnull=False) | ~Q(elsewhere="")),
            models.CheckConstraint(
                name="programmes_double_settled",
                condition=Q(settled="", settled_on__isnull=True)
                | (~Q(settled="") & Q(settled_on__isnull=False) & ~Q(words="")),
            ),
        ]

    def __str__(self) -> str:
        return f"ganda {self.waiting_id}"
