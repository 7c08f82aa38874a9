"""A programme and its terms through time: known to everyone in the house, decided by its own office."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rukun.programmes.types import Field, Form, Unit
from rukun.walls.types import PathField, SameArea, Wall, Written


class Scheme(models.Model):
    """Of a kabupaten, a kecamatan, a desa or one RT (`area`): it serves whoever lives under it. `kinds` are the sorts
    of help that must not come twice."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    name = models.CharField(max_length=120)
    field = models.CharField(max_length=10, choices=Field)
    form = models.CharField(max_length=10, choices=Form)
    unit = models.CharField(max_length=10, choices=Unit)
    kinds = models.JSONField(default=list)
    words = models.TextField(max_length=1000, blank=True)
    office = models.CharField(max_length=120)
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = dict.fromkeys(
        ["area", "path", "name", "field", "form", "unit", "kinds", "words", "office", "since", "until"], "public"
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            Wall(name="programmes_scheme_wall", read="all", verbs=("select", "insert", "update")),
            SameArea(name="programmes_scheme_area", field="area", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="programmes_scheme_key"),
            models.UniqueConstraint(fields=["area", "name", "since"], name="programmes_scheme_once"),
            models.CheckConstraint(
                name="programmes_scheme_period", condition=Q(until__isnull=True) | Q(until__gt=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Terms(models.Model):
    """What holds from `since` on: criteria (typed conditions over facts, never code), the order of the waiting, how
    many may be taken in, what is given and in how many parts, and the paper that says so. Never changed."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, db_constraint=False, related_name="terms")
    path = PathField()
    since = models.DateField()
    criteria = models.JSONField()
    order = models.JSONField(default=list)
    seed = models.CharField(max_length=60)
    quota = models.PositiveIntegerField(null=True)
    amount = models.BigIntegerField(null=True)
    goods = models.CharField(max_length=200, blank=True)
    parts = models.PositiveSmallIntegerField(default=1)
    months_apart = models.PositiveSmallIntegerField(default=1)
    lasts_months = models.PositiveSmallIntegerField(null=True)
    basis = models.CharField(max_length=200)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(
        [
            "since",
            "criteria",
            "order",
            "seed",
            "quota",
            "amount",
            "goods",
            "parts",
            "months_apart",
            "lasts_months",
            "basis",
        ],
        "public",
    ) | {"scheme": "public", "path": "internal", "by": "internal", "recorded_at": "internal"}

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            Wall(name="programmes_terms_wall", read="all", verbs=("select", "insert")),
            SameArea(name="programmes_terms_of", field="scheme", to="programmes.Scheme"),
            models.UniqueConstraint(fields=["scheme", "since"], name="programmes_terms_once"),
            models.CheckConstraint(
                name="programmes_terms_given",
                condition=Q(amount__gt=0) | ~Q(goods="") | Q(amount__isnull=True),
            ),
            models.CheckConstraint(name="programmes_terms_parts", condition=Q(parts__gt=0)),
            Written(name="programmes_terms_written"),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.since}"
