"""Areas that last, editions that pass."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Q

from rukun.territory.types import Level
from rukun.walls.types import DateRange, PathField, Wall


class Area(models.Model):
    level = models.CharField(max_length=12, choices=Level.choices)
    path = PathField(unique=True)
    sls_code = models.CharField("kode SLS BPS", max_length=16, blank=True)

    privacy = {"level": "public", "path": "internal", "sls_code": "public"}

    class Meta:
        constraints = [
            Wall(name="territory_area_wall", read="all"),
            models.UniqueConstraint(fields=["id", "path"], name="territory_area_key"),
            models.CheckConstraint(name="territory_area_path", condition=Q(path__regex=r"^([0-9]+\.)+$")),
        ]

    def __str__(self) -> str:
        return f"{self.level} {self.path}"


class Edition(models.Model):
    """What an area was called, its code, its kind and its parent, from `since` until the day before `until`."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="editions")
    parent = models.ForeignKey(Area, models.PROTECT, null=True, related_name="child_editions")
    kind = models.CharField(max_length=20)
    name = models.CharField(max_length=120)
    code = models.CharField(max_length=24, blank=True)
    number = models.CharField(max_length=3, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)
    basis = models.CharField("dasar hukum", max_length=200)
    path = PathField()

    privacy = {
        "area": "public",
        "parent": "public",
        "kind": "public",
        "name": "public",
        "code": "public",
        "number": "public",
        "since": "public",
        "until": "public",
        "basis": "public",
        "path": "internal",
    }

    class Meta:
        indexes = [
            models.Index(fields=["parent", "until"], name="territory_edition_parent"),
            models.Index(fields=["code"], name="territory_edition_code"),
        ]
        constraints = [
            Wall(name="territory_edition_wall", read="all"),
            models.CheckConstraint(
                name="territory_edition_period", condition=Q(until__isnull=True) | Q(until__gt=F("since"))
            ),
            ExclusionConstraint(
                name="territory_edition_once",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    (DateRange("since", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Succession(models.Model):
    source = models.ForeignKey(Area, models.PROTECT, related_name="became")
    target = models.ForeignKey(Area, models.PROTECT, related_name="came_from")
    kind = models.CharField(max_length=10)
    on = models.DateField()
    basis = models.CharField(max_length=200)
    path = PathField()

    privacy = {
        "source": "public",
        "target": "public",
        "kind": "public",
        "on": "public",
        "basis": "public",
        "path": "internal",
    }

    class Meta:
        constraints = [
            Wall(name="territory_succession_wall", read="all"),
            models.CheckConstraint(
                name="territory_succession_kind",
                condition=Q(kind__in=["split", "merge", "rename", "transfer", "recode"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} → {self.target_id} ({self.kind})"


class Boundary(models.Model):
    """A shape for a period: GeoJSON geometry, longitude and latitude, as the user gave it, made valid."""

    area = models.ForeignKey(Area, models.PROTECT, related_name="boundaries")
    geometry = models.JSONField()
    since = models.DateField()
    until = models.DateField(null=True)
    source = models.CharField(max_length=200)
    path = PathField()

    privacy = {
        "area": "public",
        "geometry": "public",
        "since": "public",
        "until": "public",
        "source": "public",
        "path": "internal",
    }

    class Meta:
        constraints = [
            Wall(name="territory_boundary_wall", read="all"),
            ExclusionConstraint(
                name="territory_boundary_once",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    (DateRange("since", "until", RangeBoundary()), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"batas {self.area_id}"


class Draft(models.Model):
    """A file that was brought and read, waiting for a yes: nothing of it is in the tree yet."""

    kind = models.CharField(max_length=12)
    file = models.CharField(max_length=200)
    content = models.BinaryField()
    answers = models.JSONField(default=dict)
    path = PathField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = {
        "kind": "internal",
        "file": "internal",
        "content": "internal",
        "answers": "internal",
        "path": "internal",
        "recorded_at": "internal",
    }

    class Meta:
        constraints = [
            Wall(name="territory_draft_wall", verbs=("select", "insert", "delete")),
            models.CheckConstraint(
                name="territory_draft_kind", condition=Q(kind__in=["codes", "register", "boundaries"])
            ),
        ]

    def __str__(self) -> str:
        return self.file


class Installation(models.Model):
    """The one row that says whose installation this is."""

    kabupaten = models.OneToOneField(Area, models.PROTECT)
    is_demo = models.BooleanField(default=False)
    set_up_at = models.DateTimeField(auto_now_add=True)

    privacy = {"kabupaten": "public", "is_demo": "public", "set_up_at": "internal"}

    class Meta:
        constraints = [
            Wall(name="territory_installation_wall", column=None, read="all", verbs=("select", "insert")),
            models.CheckConstraint(name="territory_installation_single", condition=Q(id=1)),
        ]

    def __str__(self) -> str:
        return f"instalasi {self.kabupaten_id}"
