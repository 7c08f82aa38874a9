"""What is to come and when, that it came in the recipient's own hand, and what it changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.programmes.models.waiting import Waiting
from rukun.programmes.types import Proof
from rukun.walls.types import PathField, SameArea, Wall, Written


class Instalment(models.Model):
    """One part of the help: rupiah or goods, and the day it is due."""

    waiting = models.ForeignKey(Waiting, models.PROTECT, db_constraint=False, related_name="instalments")
    path = PathField()
    number = models.PositiveSmallIntegerField()
    due = models.DateField()
    amount = models.BigIntegerField(null=True)
    goods = models.CharField(max_length=200, blank=True)

    privacy = dict.fromkeys(["amount", "goods"], "personal")
    privacy |= dict.fromkeys(["waiting", "path", "number", "due"], "internal")

    class Meta:
        ordering = ["number"]
        constraints = [
            Wall(name="programmes_instalment_wall", verbs=("select", "insert")),
            SameArea(name="programmes_instalment_of", field="waiting", to="programmes.Waiting"),
            models.UniqueConstraint(fields=["id", "path"], name="programmes_instalment_key"),
            models.UniqueConstraint(fields=["waiting", "number"], name="programmes_instalment_once"),
            models.CheckConstraint(name="programmes_instalment_something", condition=Q(amount__gt=0) | ~Q(goods="")),
            Written(name="programmes_instalment_written"),
        ]

    def __str__(self) -> str:
        return f"{self.waiting_id} ke-{self.number}"


class Arrival(models.Model):
    """That a part came: confirmed by the recipient's PIN, a photographed thumb, or a witness who is not the giver."""

    instalment = models.OneToOneField(Instalment, models.PROTECT, db_constraint=False, related_name="arrival")
    path = PathField()
    on = models.DateField()
    proof = models.CharField(max_length=7, choices=Proof)
    witness = models.CharField(max_length=120, blank=True)
    content = models.BinaryField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    words = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["proof", "witness", "content", "words", "by"], "personal")
    privacy |= dict.fromkeys(["instalment", "path", "on", "digest", "recorded_at"], "internal")

    class Meta:
        constraints = [
            Wall(name="programmes_arrival_wall", verbs=("select", "insert")),
            SameArea(name="programmes_arrival_of", field="instalment", to="programmes.Instalment"),
            models.CheckConstraint(
                name="programmes_arrival_proof",
                condition=Q(proof=Proof.PIN)
                | Q(proof=Proof.THUMB, content__isnull=False)
                | (Q(proof=Proof.WITNESS) & ~Q(witness="")),
            ),
            Written(name="programmes_arrival_written"),
        ]

    def __str__(self) -> str:
        return f"diterima {self.instalment_id}"


class Effect(models.Model):
    """What it is like three, six, twelve months later: better, the same, worse, with income where it is told."""

    waiting = models.ForeignKey(Waiting, models.PROTECT, db_constraint=False, related_name="effects")
    path = PathField()
    months = models.PositiveSmallIntegerField()
    on = models.DateField()
    change = models.SmallIntegerField()
    income = models.BigIntegerField(null=True)
    words = models.CharField(max_length=400)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["change", "income", "words", "by"], "personal")
    privacy |= dict.fromkeys(["waiting", "path", "months", "on", "recorded_at"], "internal")

    class Meta:
        constraints = [
            Wall(name="programmes_effect_wall", verbs=("select", "insert")),
            SameArea(name="programmes_effect_of", field="waiting", to="programmes.Waiting"),
            models.UniqueConstraint(fields=["waiting", "months"], name="programmes_effect_once"),
            models.CheckConstraint(name="programmes_effect_change", condition=Q(change__in=[-1, 0, 1])),
            Written(name="programmes_effect_written"),
        ]

    def __str__(self) -> str:
        return f"hasil {self.months} bulan"
