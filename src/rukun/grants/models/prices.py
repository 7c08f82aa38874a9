"""Dated prices of an area, and the ministry's analyses of work: both brought by the user, read by all."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.grants.types import LineKind
from rukun.walls.types import PathField, SameArea, Wall


class PriceList(models.Model):
    """A standard of prices that holds from `since` in an area and beneath it; the nearest list to a place counts."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    title = models.CharField(max_length=160)
    basis = models.CharField(max_length=200)
    since = models.DateField()
    file = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["area", "title", "basis", "since", "file", "on"], "public") | {
        "path": "internal", "by": "internal",
    }  # fmt: skip

    class Meta:
        ordering = ["-since", "-id"]
        constraints = [
            Wall(name="grants_pricelist_wall", read="all", verbs=("select", "insert")),
            SameArea(name="grants_pricelist_area", field="area", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_pricelist_key"),
        ]

    def __str__(self) -> str:
        return self.title


class Price(models.Model):
    """What one unit of a thing or a day of work costs by a list, in whole rupiah."""

    list = models.ForeignKey(PriceList, models.PROTECT, db_constraint=False, related_name="prices")
    path = PathField()
    code = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=LineKind.choices)
    words = models.CharField(max_length=200)
    unit = models.CharField(max_length=20)
    amount = models.BigIntegerField()

    privacy = dict.fromkeys(["list", "code", "kind", "words", "unit", "amount"], "public") | {"path": "internal"}

    class Meta:
        ordering = ["kind", "words"]
        constraints = [
            Wall(name="grants_price_wall", read="all", verbs=("select", "insert")),
            SameArea(name="grants_price_list", field="list", to="grants.PriceList"),
            models.UniqueConstraint(fields=["list", "code"], name="grants_price_code"),
            models.CheckConstraint(name="grants_price_amount", condition=Q(amount__gt=0)),
        ]

    def __str__(self) -> str:
        return self.words


class AnalysisList(models.Model):
    """A whole list of AHSP as the user brought it, in force from `since`."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    title = models.CharField(max_length=160)
    since = models.DateField()
    file = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["area", "title", "since", "file", "on"], "public") | {"path": "internal", "by": "internal"}

    class Meta:
        constraints = [
            Wall(name="grants_analysislist_wall", read="all", verbs=("select", "insert")),
            SameArea(name="grants_analysislist_area", field="area", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_analysislist_key"),
        ]

    def __str__(self) -> str:
        return self.title


class Coefficient(models.Model):
    """How much of one thing or one worker's day one unit of a piece of work takes, as the list has it."""

    list = models.ForeignKey(AnalysisList, models.PROTECT, db_constraint=False, related_name="coefficients")
    path = PathField()
    work_code = models.CharField(max_length=40)
    work_words = models.CharField(max_length=600)
    kind = models.CharField(max_length=10, choices=LineKind.choices)
    code = models.CharField(max_length=60)
    words = models.CharField(max_length=300)
    unit = models.CharField(max_length=40)
    quantity = models.DecimalField(max_digits=16, decimal_places=6)

    privacy = dict.fromkeys(
        ["list", "work_code", "work_words", "kind", "code", "words", "unit", "quantity"], "public"
    ) | {"path": "internal"}

    class Meta:
        indexes = [models.Index(fields=["list", "work_code"], name="grants_coefficient_work")]
        constraints = [
            Wall(name="grants_coefficient_wall", read="all", verbs=("select", "insert")),
            SameArea(name="grants_coefficient_list", field="list", to="grants.AnalysisList"),
            models.CheckConstraint(name="grants_coefficient_quantity", condition=Q(quantity__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.work_code}: {self.words}"
