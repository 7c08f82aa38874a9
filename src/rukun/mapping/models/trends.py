"""An indicator through the years."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rukun.mapping.models.sheets import KEPT, Entry
from rukun.mapping.types import Direction
from rukun.walls.types import PathField, SameArea, Wall


class Trend(Entry):
    """What people follow through the years, where it goes and why."""

    name = models.CharField(_("Apa yang diamati?"), max_length=80)
    unit = models.CharField(_("Satuan"), max_length=20, blank=True)
    direction = models.CharField(_("Arahnya menurut warga"), max_length=10, choices=Direction)
    reason = models.CharField(_("Mengapa begitu?"), max_length=200, blank=True)

    privacy = KEPT | dict.fromkeys(["name", "unit", "direction", "reason"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(fields=["id", "path"], name="mapping_trend_key"),
            models.CheckConstraint(name="mapping_trend_direction", condition=Q(direction__in=Direction.values)),
        ]

    def __str__(self) -> str:
        return self.name


class TrendPoint(models.Model):
    """How much it was in one year."""

    trend = models.ForeignKey(Trend, models.CASCADE, db_constraint=False, related_name="points")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    value = models.FloatField()

    privacy = dict.fromkeys(["trend", "path", "year", "value"], "internal")

    class Meta:
        ordering = ["year"]
        constraints = [
            Wall(name="mapping_trendpoint_wall"),
            SameArea(name="mapping_trendpoint_trend", field="trend", to="mapping.Trend"),
            models.UniqueConstraint(fields=["trend", "year"], name="mapping_trendpoint_one"),
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.value}"
