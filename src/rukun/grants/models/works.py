"""What is done: how far the work is, who worked which day, what people gave themselves, what stays behind."""

from __future__ import annotations

import uuid
from decimal import Decimal

from django.db import models
from django.db.models import Q

from rukun.grants.types import MOST, AssetState, ShotRole, Skill, SwadayaKind
from rukun.walls.types import PathField, SameArea, Wall, Written


class Picture(models.Model):
    """A picture written anew without metadata, addressed by the SHA-256 of what came in, never replaced. `look` is its
    perceptual hash (64 bits, hexadecimal); `taken_at` and the point are what the camera said, kept inside the house."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    digest = models.CharField(max_length=64)
    look = models.CharField(max_length=16)
    content = models.BinaryField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    taken_at = models.DateTimeField(null=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = {"content": "personal", "by": "personal", "longitude": "personal", "latitude": "personal"} | (
        dict.fromkeys(["rt", "path", "digest", "look", "width", "height", "taken_at", "on"], "internal")
    )

    class Meta:
        indexes = [models.Index(fields=["look"], name="grants_picture_look")]
        constraints = [
            Wall(name="grants_picture_wall", verbs=("select", "insert")),
            SameArea(name="grants_picture_rt", field="rt", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_picture_key"),
            models.UniqueConstraint(fields=["rt", "digest"], name="grants_picture_once"),
            Written(name="grants_picture_written"),
        ]

    def __str__(self) -> str:
        return self.digest[:8]


class Progress(models.Model):
    """How far an activity was on a day: 0, 50 or 100 per cent, or what was measured, with its volume."""

    activity = models.ForeignKey("grants.Activity", models.PROTECT, db_constraint=False, related_name="progresses")
    path = PathField()
    percent = models.PositiveSmallIntegerField()
    volume = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    unit = models.CharField(max_length=20, blank=True)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["percent", "volume", "unit", "words", "on"], "public") | {
        "activity": "internal", "path": "internal", "by": "personal",
    }  # fmt: skip

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="grants_progress_wall", verbs=("select", "insert")),
            SameArea(name="grants_progress_activity", field="activity", to="grants.Activity"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_progress_key"),
            models.CheckConstraint(name="grants_progress_percent", condition=Q(percent__lte=100)),
        ]

    def __str__(self) -> str:
        return f"{self.percent} % {self.activity_id}"


class Worker(models.Model):
    """Somebody who works for wages or for nothing; a resident where `person` is known."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, db_constraint=False, related_name="+")
    name = models.CharField(max_length=120)
    skill = models.CharField(max_length=10, choices=Skill.choices)
    since = models.DateField()

    privacy = {"person": "personal", "name": "personal"} | dict.fromkeys(["rt", "path", "skill", "since"], "internal")

    class Meta:
        ordering = ["name"]
        constraints = [
            Wall(name="grants_worker_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_worker_rt", field="rt", to="territory.Area"),
            SameArea(name="grants_worker_person", field="person", to="people.Person"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_worker_key"),
        ]

    def __str__(self) -> str:
        return self.name


class Workday(models.Model):
    """A day, or half of it, somebody worked on an activity: paid from a wage line, or waived. One person works one
    day at most on a day, wherever."""

    activity = models.ForeignKey("grants.Activity", models.PROTECT, db_constraint=False, related_name="workdays")
    path = PathField()
    worker = models.ForeignKey(Worker, models.PROTECT, db_constraint=False, related_name="days")
    line = models.ForeignKey("grants.Line", models.PROTECT, db_constraint=False, related_name="workdays")
    on = models.DateField()
    days = models.DecimalField(max_digits=3, decimal_places=2)
    rate = models.BigIntegerField()
    is_waived = models.BooleanField(default=False)
    payment = models.ForeignKey(
        "grants.Payment", models.PROTECT, null=True, db_constraint=False, related_name="workdays"
    )
    by = models.CharField(max_length=150)

    privacy = {"worker": "personal", "by": "personal"} | dict.fromkeys(
        ["activity", "path", "line", "on", "days", "rate", "is_waived", "payment"], "internal"
    )

    class Meta:
        ordering = ["on", "worker"]
        constraints = [
            Wall(name="grants_workday_wall"),
            SameArea(name="grants_workday_activity", field="activity", to="grants.Activity"),
            SameArea(name="grants_workday_worker", field="worker", to="grants.Worker"),
            SameArea(name="grants_workday_line", field="line", to="grants.Line"),
            SameArea(name="grants_workday_payment", field="payment", to="grants.Payment"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_workday_key"),
            models.UniqueConstraint(fields=["worker", "on"], name="grants_workday_once"),
            models.CheckConstraint(
                name="grants_workday_days", condition=Q(days__in=[Decimal("0.5"), Decimal(1)], rate__gt=0)
            ),
            models.CheckConstraint(
                name="grants_workday_waived", condition=Q(is_waived=False) | Q(payment__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.worker_id} {self.on}"


class Contribution(models.Model):
    """What people gave to an activity, in its own unit, with what it is worth beside it: `value` = quantity × unit
    value in whole rupiah. It is never money of the grant; cash that was given stands in the book too (`journal`)."""

    activity = models.ForeignKey("grants.Activity", models.PROTECT, db_constraint=False, related_name="contributions")
    path = PathField()
    kind = models.CharField(max_length=8, choices=SwadayaKind.choices)
    giver = models.CharField(max_length=160, blank=True)
    worker = models.ForeignKey(Worker, models.PROTECT, null=True, db_constraint=False, related_name="contributions")
    words = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=14, decimal_places=4)
    unit = models.CharField(max_length=20)
    unit_value = models.BigIntegerField()
    value = models.BigIntegerField()
    on = models.DateField()
    workday = models.OneToOneField(Workday, models.PROTECT, null=True, db_constraint=False, related_name="contribution")
    journal = models.OneToOneField(
        "grants.Journal", models.PROTECT, null=True, db_constraint=False, related_name="contribution"
    )
    takes_back = models.OneToOneField("self", models.PROTECT, null=True, db_constraint=False, related_name="taken_back")
    op = models.UUIDField(default=uuid.uuid4)
    digest = models.CharField(max_length=64)
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["kind", "words", "quantity", "unit", "unit_value", "value", "on"], "public") | (
        dict.fromkeys(["giver", "worker", "by"], "personal")
        | dict.fromkeys(["activity", "path", "workday", "journal", "takes_back", "op", "digest"], "internal")
    )

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="grants_contribution_wall", verbs=("select", "insert")),
            SameArea(name="grants_contribution_activity", field="activity", to="grants.Activity"),
            SameArea(name="grants_contribution_worker", field="worker", to="grants.Worker"),
            SameArea(name="grants_contribution_workday", field="workday", to="grants.Workday"),
            SameArea(name="grants_contribution_journal", field="journal", to="grants.Journal"),
            SameArea(name="grants_contribution_back", field="takes_back", to="grants.Contribution"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_contribution_key"),
            models.UniqueConstraint(fields=["op"], name="grants_contribution_op"),
            models.CheckConstraint(
                name="grants_contribution_value",
                condition=Q(takes_back=None, quantity__gt=0, unit_value__gt=0, value__gt=0, value__lte=MOST)
                | Q(takes_back__isnull=False, quantity__lt=0, unit_value__gt=0, value__lt=0),
            ),
            models.CheckConstraint(
                name="grants_contribution_cash",
                condition=Q(kind=SwadayaKind.CASH, journal__isnull=False) | ~Q(kind=SwadayaKind.CASH) & Q(journal=None),
            ),
            Written(name="grants_contribution_written"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.words}"


class Asset(models.Model):
    """A thing that stays: whose it is, who keeps it, in what state; it passes on at the end of a term."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    number = models.PositiveIntegerField()
    words = models.CharField(max_length=160)
    quantity = models.DecimalField(max_digits=10, decimal_places=2, default=1)
    unit = models.CharField(max_length=20)
    value = models.BigIntegerField()
    acquired_on = models.DateField()
    payment = models.ForeignKey("grants.Payment", models.PROTECT, null=True, db_constraint=False, related_name="assets")
    activity = models.ForeignKey(
        "grants.Activity", models.PROTECT, null=True, db_constraint=False, related_name="assets"
    )
    owner = models.CharField(max_length=120)
    keeper = models.CharField(max_length=120, blank=True)
    plate = models.CharField(max_length=20, blank=True)
    place_words = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=8, choices=AssetState.choices, default=AssetState.GOOD)

    privacy = dict.fromkeys(
        ["number", "words", "quantity", "unit", "value", "acquired_on", "owner", "place_words", "state", "rt"], "public"
    ) | {"keeper": "personal", "plate": "internal", "path": "internal", "payment": "internal", "activity": "internal"}

    class Meta:
        ordering = ["number"]
        constraints = [
            Wall(name="grants_asset_wall", verbs=("select", "insert", "update")),
            SameArea(name="grants_asset_rt", field="rt", to="territory.Area"),
            SameArea(name="grants_asset_payment", field="payment", to="grants.Payment"),
            SameArea(name="grants_asset_activity", field="activity", to="grants.Activity"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_asset_key"),
            models.UniqueConstraint(fields=["rt", "number"], name="grants_asset_number"),
            models.CheckConstraint(name="grants_asset_value", condition=Q(value__gte=0, quantity__gt=0)),
        ]

    def __str__(self) -> str:
        return self.words


class HandOver(models.Model):
    """An asset passes from one keeper to the next, or its state is written down, in front of a witness."""

    asset = models.ForeignKey(Asset, models.PROTECT, db_constraint=False, related_name="hand_overs")
    path = PathField()
    giver = models.CharField(max_length=120)
    taker = models.CharField(max_length=120)
    witness = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=8, choices=AssetState.choices)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["giver", "taker", "witness", "by"], "personal") | dict.fromkeys(
        ["asset", "path", "state", "words", "on"], "internal"
    )

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="grants_handover_wall", verbs=("select", "insert")),
            SameArea(name="grants_handover_asset", field="asset", to="grants.Asset"),
            models.UniqueConstraint(fields=["id", "path"], name="grants_handover_key"),
            Written(name="grants_handover_written"),
        ]

    def __str__(self) -> str:
        return f"serah terima {self.asset_id}"


ABOUT = ("payment", "progress", "activity", "asset", "hand_over", "tax_deposit")


class Shot(models.Model):
    """A picture in its place: the receipt of a payment, a work at 50 %, an asset. It is about one thing."""

    picture = models.ForeignKey(Picture, models.PROTECT, db_constraint=False, related_name="shots")
    path = PathField()
    role = models.CharField(max_length=10, choices=ShotRole.choices)
    words = models.CharField(max_length=160, blank=True)
    payment = models.ForeignKey("grants.Payment", models.PROTECT, null=True, db_constraint=False, related_name="shots")
    progress = models.ForeignKey(Progress, models.PROTECT, null=True, db_constraint=False, related_name="shots")
    activity = models.ForeignKey(
        "grants.Activity", models.PROTECT, null=True, db_constraint=False, related_name="shots"
    )
    asset = models.ForeignKey(Asset, models.PROTECT, null=True, db_constraint=False, related_name="shots")
    hand_over = models.ForeignKey(HandOver, models.PROTECT, null=True, db_constraint=False, related_name="shots")
    tax_deposit = models.ForeignKey(
        "grants.TaxDeposit", models.PROTECT, null=True, db_constraint=False, related_name="shots"
    )
    on = models.DateField()

    privacy = dict.fromkeys(["picture", "path", "role", "words", *ABOUT, "on"], "internal")

    class Meta:
        ordering = ["id"]
        constraints = [
            Wall(name="grants_shot_wall", verbs=("select", "insert")),
            SameArea(name="grants_shot_picture", field="picture", to="grants.Picture"),
            SameArea(name="grants_shot_payment", field="payment", to="grants.Payment"),
            SameArea(name="grants_shot_progress", field="progress", to="grants.Progress"),
            SameArea(name="grants_shot_activity", field="activity", to="grants.Activity"),
            SameArea(name="grants_shot_asset", field="asset", to="grants.Asset"),
            SameArea(name="grants_shot_handover", field="hand_over", to="grants.HandOver"),
            SameArea(name="grants_shot_taxdeposit", field="tax_deposit", to="grants.TaxDeposit"),
            models.CheckConstraint(
                name="grants_shot_about_one",
                condition=Q(
                    *(Q(**{f"{name}__isnull": name != one for name in ABOUT}) for one in ABOUT),
                    _connector=Q.OR,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.picture_id}"
