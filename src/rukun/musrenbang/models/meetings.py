"""Meetings of an RT or a desa: who was invited, who came, what was decided, and who thought otherwise."""

from django.db import models
from django.db.models import Q

from rukun.musrenbang.types import Calling
from rukun.needs.types import Age
from rukun.people.types import Sex
from rukun.walls.types import PathField, SameArea, Wall


class Meeting(models.Model):
    """One call to a meeting in an area (RT or desa). A second call points at the first through `earlier`.

    `rules` freezes the juknis' quorum, groups and notice at the day it was called; `verdict` is what came of them
    (present, needed, reasons) when it was opened.
    """

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    year = models.PositiveSmallIntegerField()
    earlier = models.OneToOneField("self", models.PROTECT, null=True, related_name="again")
    on = models.DateField()
    at = models.TimeField(null=True)
    place = models.CharField(max_length=160)
    called_on = models.DateField()
    notice_reason = models.CharField(max_length=300, blank=True)
    cancel_reason = models.CharField(max_length=300, blank=True)
    agenda = models.TextField(max_length=4000, blank=True)
    minutes = models.TextField(max_length=20000, blank=True)
    chair = models.CharField(max_length=120, blank=True)
    writer = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=12, choices=Calling.choices, default=Calling.PLANNED)
    rules = models.JSONField(default=dict)
    verdict = models.JSONField(default=dict)
    closed_on = models.DateField(null=True)
    revision = models.IntegerField(default=0)

    privacy = (
        dict.fromkeys(["chair", "writer"], "personal")
        | dict.fromkeys(["area", "year", "on", "at", "place", "called_on", "agenda", "state"], "public")
        | dict.fromkeys(["path", "earlier", "minutes", "rules", "verdict", "closed_on", "revision"], "internal")
        | dict.fromkeys(["notice_reason", "cancel_reason"], "internal")
    )

    class Meta:
        indexes = [models.Index(fields=["path", "year"], name="musrenbang_meeting_place")]
        constraints = [
            Wall(name="musrenbang_meeting_wall", verbs=("select", "insert", "update")),
            SameArea(name="musrenbang_meeting_area", field="area", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="musrenbang_meeting_key"),
            models.CheckConstraint(
                name="musrenbang_meeting_closed", condition=Q(closed_on__isnull=False) | ~Q(state=Calling.CLOSED)
            ),
        ]

    def __str__(self) -> str:
        return f"musyawarah {self.area_id} {self.on}"


class Invitation(models.Model):
    """Who was asked to come. A household stands here with its number on the printed list, which never changes once
    the meeting is called; everybody else with the group they speak for and their name."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, db_constraint=False, related_name="invitations")
    path = PathField()
    household = models.ForeignKey("people.Household", models.PROTECT, null=True, db_constraint=False, related_name="+")
    number = models.PositiveSmallIntegerField(null=True)
    group = models.CharField(max_length=60, blank=True)
    who = models.CharField(max_length=120, blank=True)
    told_on = models.DateField(null=True)
    came = models.BooleanField(default=False)

    privacy = dict.fromkeys(["who", "household"], "personal") | dict.fromkeys(
        ["meeting", "path", "number", "group", "told_on", "came"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="musrenbang_invitation_wall"),
            SameArea(name="musrenbang_invitation_meeting", field="meeting", to="musrenbang.Meeting"),
            models.UniqueConstraint(fields=["meeting", "number"], name="musrenbang_invitation_number"),
            models.UniqueConstraint(fields=["meeting", "household"], name="musrenbang_invitation_household"),
            models.CheckConstraint(
                name="musrenbang_invitation_kind",
                condition=Q(household__isnull=False, number__isnull=False)
                | Q(household__isnull=True, number__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.who or f"nomor {self.number}"


class Attendance(models.Model):
    """One person who came for a household: by kind of voice, not by name. No time is kept."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, db_constraint=False, related_name="attendances")
    path = PathField()
    household = models.ForeignKey("people.Household", models.PROTECT, db_constraint=False, related_name="+")
    place = models.PositiveSmallIntegerField(default=1)
    sex = models.CharField(max_length=6, choices=Sex.choices, blank=True)
    age_group = models.CharField(max_length=12, choices=Age.choices, blank=True)
    is_disabled = models.BooleanField(default=False)
    is_proxy = models.BooleanField(default=False)

    privacy = {"household": "personal", "is_disabled": "personal"} | dict.fromkeys(
        ["meeting", "path", "place", "sex", "age_group", "is_proxy"], "internal"
    )

    class Meta:
        constraints = [
            Wall(name="musrenbang_attendance_wall"),
            SameArea(name="musrenbang_attendance_meeting", field="meeting", to="musrenbang.Meeting"),
            models.UniqueConstraint(fields=["meeting", "household", "place"], name="musrenbang_attendance_once"),
        ]

    def __str__(self) -> str:
        return f"hadir {self.household_id}"


class Decision(models.Model):
    """One thing the meeting decided, in its own words."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, db_constraint=False, related_name="decisions")
    path = PathField()
    place = models.PositiveSmallIntegerField()
    words = models.TextField(max_length=1000)

    privacy = {"words": "internal"} | dict.fromkeys(["meeting", "path", "place"], "internal")

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            Wall(name="musrenbang_decision_wall"),
            SameArea(name="musrenbang_decision_meeting", field="meeting", to="musrenbang.Meeting"),
            models.UniqueConstraint(fields=["id", "path"], name="musrenbang_decision_key"),
        ]

    def __str__(self) -> str:
        return self.words[:60]


class Dissent(models.Model):
    """Who thought otherwise, in their words, by kind of voice and never by name."""

    decision = models.ForeignKey(Decision, models.CASCADE, db_constraint=False, related_name="dissents")
    path = PathField()
    words = models.TextField(max_length=1000)
    voice = models.CharField(max_length=60, blank=True)

    privacy = dict.fromkeys(["decision", "path", "words", "voice"], "internal")

    class Meta:
        constraints = [
            Wall(name="musrenbang_dissent_wall"),
            SameArea(name="musrenbang_dissent_decision", field="decision", to="musrenbang.Decision"),
        ]

    def __str__(self) -> str:
        return self.words[:60]
