"""Households, the RTs they belonged to, what they answered, and how many there should be."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q

from rukun.people.models.batches import Batch
from rukun.walls.types import PathField, SameArea, Wall


class Household(models.Model):
    """One kitchen. `rt` holds since `rt_since`; earlier RTs are in FormerPlace."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, db_index=False, related_name="+")
    path = PathField()
    rt_since = models.DateField()
    address = models.CharField(max_length=200, blank=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    since = models.DateField()
    until = models.DateField(null=True)
    is_assumed = models.BooleanField(default=False)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, db_index=False, db_constraint=False, related_name="+")
    revision = models.IntegerField(default=0)

    privacy = {"address": "personal", "longitude": "personal", "latitude": "personal"} | dict.fromkeys(
        ["rt", "path", "rt_since", "since", "until", "is_assumed", "batch", "revision"], "internal"
    )

    class Meta:
        indexes = [
            models.Index(fields=["path"], name="people_household_place"),
            BrinIndex(fields=["batch"], name="people_household_batch"),
        ]
        constraints = [
            Wall(name="people_household_wall"),
            models.UniqueConstraint(fields=["id", "path"], name="people_household_key"),
            SameArea(name="people_household_rt", field="rt", to="territory.Area"),
            models.CheckConstraint(
                name="people_household_period",
                condition=Q(rt_since__gte=F("since")) & (Q(until__isnull=True) | Q(until__gte=F("since"))),
            ),
            models.CheckConstraint(
                name="people_household_point",
                condition=Q(longitude__isnull=True, latitude__isnull=True)
                | Q(longitude__range=(-180, 180), latitude__range=(-90, 90)),
            ),
        ]

    def __str__(self) -> str:
        return f"rumah tangga {self.pk}"


class FormerPlace(models.Model):
    """An RT a household belonged to before: the border moved, not the house, or the household itself moved."""

    household = models.ForeignKey(Household, models.CASCADE, db_constraint=False, related_name="former_places")
    path = PathField()
    rt = models.ForeignKey("territory.Area", models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    basis = models.CharField(max_length=200)

    privacy = dict.fromkeys(["household", "path", "rt", "since", "until", "basis"], "internal")

    class Meta:
        constraints = [
            Wall(name="people_place_wall"),
            SameArea(name="people_place_household", field="household", to="people.Household"),
            models.CheckConstraint(name="people_place_period", condition=Q(until__gt=F("since"))),
        ]

    def __str__(self) -> str:
        return f"rumah tangga {self.household_id} dulu di {self.rt_id}"


class Interview(models.Model):
    """What one household answered on one day, to which instrument, by whom. Corrected by a newer interview.

    `answers` maps the question's fact to its value; "unknown" and "refused" are values; a missing key was not asked.
    """

    household = models.ForeignKey(Household, models.PROTECT, db_constraint=False, related_name="interviews")
    path = PathField()
    instrument = models.CharField(max_length=40)
    on = models.DateField()
    source = models.CharField(max_length=20)
    answers = models.JSONField()
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = {"answers": "personal", "by": "personal"} | dict.fromkeys(
        ["household", "path", "instrument", "on", "source", "recorded_at"], "internal"
    )

    class Meta:
        indexes = [models.Index(fields=["path"], name="people_interview_place")]
        constraints = [
            Wall(name="people_interview_wall", verbs=("select", "insert")),
            SameArea(name="people_interview_household", field="household", to="people.Household"),
        ]

    def __str__(self) -> str:
        return f"wawancara {self.household_id} {self.on}"


class StatedCount(models.Model):
    """How many households and people the RT itself says it has, on a day: what coverage is held against."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    households = models.PositiveIntegerField()
    people = models.PositiveIntegerField(null=True)
    on = models.DateField()
    source = models.CharField(max_length=120)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["rt", "path", "households", "people", "on", "source", "recorded_at"], "internal")

    class Meta:
        constraints = [
            Wall(name="people_stated_wall", verbs=("select", "insert")),
            SameArea(name="people_stated_rt", field="rt", to="territory.Area"),
        ]

    def __str__(self) -> str:
        return f"{self.rt_id}: {self.households} rumah tangga"


class Tally(models.Model):
    """Sums of one RT as they stand now, kept by the actions that change them so that a kabupaten page reads 3,134
    rows instead of a million. `version` grows with every change, so that sums built on these know when they are old.
    `./rukun verify` counts again and compares."""

    rt = models.OneToOneField("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    households = models.IntegerField(default=0)
    people = models.IntegerField(default=0)
    male = models.IntegerField(default=0)
    female = models.IntegerField(default=0)
    under_five = models.IntegerField(default=0)
    school_age = models.IntegerField(default=0)
    elderly = models.IntegerField(default=0)
    without_nik = models.IntegerField(default=0)
    interviewed = models.IntegerField(default=0)
    oldest_interview = models.DateField(null=True)
    newest_interview = models.DateField(null=True)
    stated_households = models.IntegerField(null=True)
    counted_on = models.DateField()
    version = models.IntegerField(default=0)

    privacy = dict.fromkeys(
        [
            "rt",
            "path",
            "version",
            "households",
            "people",
            "male",
            "female",
            "under_five",
            "school_age",
            "elderly",
            "without_nik",
        ]
        + ["interviewed", "oldest_interview", "newest_interview", "stated_households", "counted_on"],
        "internal",
    )

    class Meta:
        indexes = [models.Index(fields=["path"], name="people_tally_place")]
        constraints = [
            Wall(name="people_tally_wall"),
            SameArea(name="people_tally_rt", field="rt", to="territory.Area"),
        ]

    def __str__(self) -> str:
        return f"jumlah RT {self.rt_id}"
