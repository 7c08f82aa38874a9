"""Verdicts through time, where each household stands now, and the sums of each RT."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rukun.walls.types import PathField, SameArea, SameAreaOnce, Wall


class ScoreCard(models.Model):
    """A PPI scorecard with its look-up table, brought by the user: it belongs to its owner, none is shipped."""

    key = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120)
    source = models.CharField(max_length=200)
    card = models.JSONField()
    lookup = models.JSONField()
    since = models.DateField()
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["key", "title", "source", "card", "lookup", "since", "recorded_at"], "internal")

    class Meta:
        constraints = [
            Wall(name="poverty_card_wall", column=None, read="all", verbs=("select", "insert")),
        ]

    def __str__(self) -> str:
        return self.title


class Classification(models.Model):
    """One verdict of one rule on one day, with the reasons and the facts it saw. Never changed, never deleted."""

    household = models.ForeignKey("people.Household", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    rule = models.CharField(max_length=60)
    on = models.DateField()
    label = models.CharField(max_length=20)
    counted = models.SmallIntegerField()
    unknown = models.SmallIntegerField()
    score = models.IntegerField(null=True)
    likelihood = models.FloatField(null=True)
    reasons = models.JSONField()
    facts_on = models.DateField(null=True)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = {"label": "personal", "reasons": "personal", "counted": "personal", "unknown": "personal"} | {
        "score": "personal",
        "likelihood": "personal",
        "household": "internal",
        "path": "internal",
        "rule": "public",
        "on": "internal",
        "facts_on": "internal",
        "recorded_at": "internal",
    }

    class Meta:
        constraints = [
            Wall(name="poverty_class_wall", verbs=("select", "insert")),
            SameAreaOnce(name="poverty_class_household", field="household", to="people.Household"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.household_id} {self.label}"


class Standing(models.Model):
    """Where a household stands now by one rule: read by lists and maps, made again by every classification.

    `digest` sums up all that was kept of the verdict, so that judging an area again writes only what is news."""

    pk = models.CompositePrimaryKey("household_id", "rule")
    household = models.ForeignKey(
        "people.Household", models.CASCADE, db_index=False, db_constraint=False, related_name="+"
    )
    path = PathField()
    rule = models.CharField(max_length=60)
    verdict = models.ForeignKey(
        Classification, models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )  # a verdict is never deleted, so the key needs no check on every one of 300,000 rows
    label = models.CharField(max_length=20)
    counted = models.SmallIntegerField()
    unknown = models.SmallIntegerField()
    likelihood = models.FloatField(null=True)
    needs = ArrayField(models.CharField(max_length=30), default=list)
    facts_on = models.DateField(null=True)
    digest = models.BigIntegerField(null=True)

    privacy = {"label": "personal", "counted": "personal", "unknown": "personal", "needs": "personal"} | {
        "likelihood": "personal",
        "household": "internal",
        "path": "internal",
        "rule": "public",
        "verdict": "internal",
        "facts_on": "internal",
        "digest": "internal",
    }

    class Meta:
        indexes = [models.Index(fields=["rule", "path", "label"], name="poverty_standing_place")]
        constraints = [
            Wall(name="poverty_standing_wall"),
            SameAreaOnce(name="poverty_standing_household", field="household", to="people.Household"),
        ]

    def __str__(self) -> str:
        return f"{self.household_id}: {self.label}"


class PovertyTally(models.Model):
    """Sums of one RT by one rule: verdicts, reasons that held, needs. `seen_version` is the people tally they were
    built on: when that has grown (an RT was split, people moved) readers count this RT again. `verify` compares."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    rule = models.CharField(max_length=60)
    poor = models.IntegerField(default=0)
    not_poor = models.IntegerField(default=0)
    cannot_be_said = models.IntegerField(default=0)
    reasons = models.JSONField(default=dict)
    needs = models.JSONField(default=dict)
    likelihood_sum = models.FloatField(default=0)
    likelihood_count = models.IntegerField(default=0)
    facts_on = models.DateField(null=True)
    seen_version = models.IntegerField(default=0)

    privacy = dict.fromkeys(
        [
            "rt",
            "path",
            "rule",
            "seen_version",
            "poor",
            "not_poor",
            "cannot_be_said",
            "reasons",
            "needs",
            "likelihood_sum",
        ]
        + ["likelihood_count", "facts_on"],
        "internal",
    )

    class Meta:
        indexes = [models.Index(fields=["rule", "path"], name="poverty_tally_place")]
        constraints = [
            Wall(name="poverty_tally_wall"),
            SameArea(name="poverty_tally_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["rt", "rule"], name="poverty_tally_one"),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.rt_id}"


class Draft(models.Model):
    """An interview under way: what one person has typed so far at one door. It ends when it is recorded.

    `answers` maps the question's name to its value, as `people.Interview` keeps it.
    """

    household = models.ForeignKey("people.Household", models.CASCADE, db_constraint=False, related_name="+")
    path = PathField()
    instrument = models.CharField(max_length=40)
    answers = models.JSONField(default=dict)
    by = models.CharField(max_length=150)
    saved_at = models.DateTimeField(auto_now=True)

    privacy = {"answers": "personal", "by": "personal"} | dict.fromkeys(
        ["household", "path", "instrument", "saved_at"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="poverty_draft_wall"),
            SameArea(name="poverty_draft_household", field="household", to="people.Household"),
            models.UniqueConstraint(fields=["household", "instrument", "by"], name="poverty_draft_one"),
        ]

    def __str__(self) -> str:
        return f"rancangan {self.instrument} {self.household_id}"
