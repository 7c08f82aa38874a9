"""The tranches of a book, and bundles of papers on their way from the RT through the desks above it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.grants.types import DossierKind, DossierState, Level, TrancheState
from rukun.walls.types import PathField, SameArea, Wall, Written


class Tranche(models.Model):
    """One part of a year's money, as the juknis shares it out; `opens_on` and `due` are days of the juknis, if any."""

    book = models.ForeignKey("grants.Book", models.PROTECT, db_constraint=False, related_name="tranches")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    amount = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=TrancheState.choices, default=TrancheState.LOCKED)
    opens_on = models.DateField(null=True)
    due = models.DateField(null=True)
    requested_on = models.DateField(null=True)
    approved_on = models.DateField(null=True)
    released_on = models.DateField(null=True)

    privacy = dict.fromkeys(
        ["year", "number", "amount", "state", "opens_on", "due", "requested_on", "approved_on", "released_on"], "public"
    ) | dict.fromkeys(["book", "path"], "internal")

    class Meta:
        ordering = ["number"]
        indexes = [models.Index(fields=["year", "path"], name="grants_tranche_place")]
        constraints = [
            Wall(name="grants_tranche_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_tranche_book", field="book", to="grants.Book"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_tranche_key"),
            models.UniqueConstraint(fields=["book", "number"], name="grants_tranche_number"),
            models.CheckConstraint(name="grants_tranche_amount", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return f"tahap {self.number}"


class Dossier(models.Model):
    """A bundle of papers that asks for one thing: a RAB in force, a tranche, an accepted SPJ or LPJ.

    It goes from the RT through the levels the juknis names, one after the other; `level` is whose desk it lies on.
    A request and an SPJ belong to a tranche, a RAB to a budget, an LPJ to the whole book.
    """

    book = models.ForeignKey("grants.Book", models.PROTECT, db_constraint=False, related_name="dossiers")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=DossierKind.choices)
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=DossierState.choices, default=DossierState.DRAFT)
    level = models.CharField(max_length=10, choices=Level.choices, default=Level.RT)
    due = models.DateField(null=True)
    amount = models.BigIntegerField(null=True)
    budget = models.OneToOneField(
        "grants.Budget", models.PROTECT, null=True, db_constraint=False, related_name="dossier"
    )
    tranche = models.ForeignKey(
        "grants.Tranche", models.PROTECT, null=True, db_constraint=False, related_name="dossiers"
    )

    privacy = dict.fromkeys(["year", "kind", "number", "state", "level", "due", "amount", "tranche"], "public") | (
        dict.fromkeys(["book", "path", "budget"], "internal")
    )

    class Meta:
        indexes = [models.Index(fields=["year", "path"], name="grants_dossier_place")]
        constraints = [
            Wall(name="grants_dossier_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_dossier_book", field="book", to="grants.Book"),
            SameArea(name="grants_dossier_budget", field="budget", to="grants.Budget"),
            SameArea(name="grants_dossier_tranche", field="tranche", to="grants.Tranche"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_dossier_key"),
            models.UniqueConstraint(fields=["book", "kind", "number"], name="grants_dossier_number"),
            models.CheckConstraint(
                name="grants_dossier_about",
                condition=Q(kind=DossierKind.RAB, budget__isnull=False, tranche=None)
                | Q(kind__in=[DossierKind.REQUEST, DossierKind.SPJ], tranche__isnull=False, budget=None)
                | Q(kind=DossierKind.LPJ, tranche=None, budget=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class DossierTurn(models.Model):
    """One move of a dossier, never changed: from which desk and state to which, when, by whom, and why."""

    dossier = models.ForeignKey(Dossier, models.PROTECT, db_constraint=False, related_name="turns")
    path = PathField()
    before = models.CharField(max_length=10, choices=DossierState.choices, blank=True)
    after = models.CharField(max_length=10, choices=DossierState.choices)
    level = models.CharField(max_length=10, choices=Level.choices)
    to_level = models.CharField(max_length=10, choices=Level.choices)
    on = models.DateField()
    reason = models.TextField(max_length=1000, blank=True)
    article = models.CharField(max_length=120, blank=True)
    due = models.DateField(null=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["before", "after", "level", "to_level", "on", "reason", "article", "due"], "public") | {
        "dossier": "internal", "path": "internal", "recorded_at": "internal", "by": "personal",
    }  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            Wall(name="grants_dossierturn_wall", verbs=("select", "insert")),
            SameArea(name="grants_dossierturn_dossier", field="dossier", to="grants.Dossier"),
            models.CheckConstraint(
                name="grants_dossierturn_reason", condition=~Q(after=DossierState.RETURNED) | ~Q(reason="")
            ),
            Written(name="grants_dossierturn_written"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.before} → {self.after}"
