"""Groups with shared capital that comes back, and what people do together."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rukun.programmes.models.schemes import Scheme
from rukun.walls.types import PathField, SameArea, Wall, Written


class Group(models.Model):
    """A group of an RT (or of a desa) with capital that is lent and comes back: both counted in rupiah."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="groups")
    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    name = models.CharField(max_length=120)
    lent = models.BigIntegerField(default=0)
    returned = models.BigIntegerField(default=0)
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = dict.fromkeys(["name", "lent", "returned"], "public")
    privacy |= dict.fromkeys(["scheme", "area", "path", "since", "until"], "internal")

    class Meta:
        constraints = [
            Wall(name="programmes_group_wall", verbs=("select", "insert", "update")),
            SameArea(name="programmes_group_area", field="area", to="territory.Area"),
            models.UniqueConstraint(fields=["id", "path"], name="programmes_group_key"),
            models.CheckConstraint(
                name="programmes_group_sums", condition=Q(returned__gte=0) & Q(lent__gte=F("returned"))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Member(models.Model):
    """A person in a group for a while."""

    group = models.ForeignKey(Group, models.PROTECT, db_constraint=False, related_name="members")
    path = PathField()
    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = {"person": "personal"} | dict.fromkeys(["group", "path", "since", "until"], "internal")

    class Meta:
        constraints = [
            Wall(name="programmes_member_wall", verbs=("select", "insert", "update")),
            SameArea(name="programmes_member_of", field="group", to="programmes.Group"),
            models.UniqueConstraint(
                fields=["group", "person"], condition=Q(until__isnull=True), name="programmes_member_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.group_id}: {self.person_id}"


class Repayment(models.Model):
    """Capital that went out to a group (below zero) or came back (above). Never changed; a mistake is undone once, by
    its opposite."""

    group = models.ForeignKey(Group, models.PROTECT, db_constraint=False, related_name="repayments")
    path = PathField()
    undoes = models.OneToOneField("self", models.PROTECT, null=True, db_constraint=False, related_name="undone_by")
    amount = models.BigIntegerField()
    on = models.DateField()
    words = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["amount", "on", "words"], "public") | {"by": "personal"}
    privacy |= dict.fromkeys(["group", "path", "undoes", "recorded_at"], "internal")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="programmes_repayment_wall", verbs=("select", "insert")),
            SameArea(name="programmes_repayment_of", field="group", to="programmes.Group"),
            SameArea(name="programmes_repayment_undoes", field="undoes", to="programmes.Repayment"),
            models.UniqueConstraint(fields=["id", "path"], name="programmes_repayment_key"),
            models.CheckConstraint(name="programmes_repayment_something", condition=~Q(amount=0)),
            Written(name="programmes_repayment_written"),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.on}"


class Event(models.Model):
    """What people did together: a class of citizenship, a rehearsal, prayers, gotong royong. A mistake is put right by
    a newer row that replaces it."""

    scheme = models.ForeignKey(Scheme, models.PROTECT, related_name="events")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, db_constraint=False, related_name="replaced_by")
    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    name = models.CharField(max_length=120)
    on = models.DateField()
    men = models.PositiveSmallIntegerField(default=0)
    women = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(max_length=600, blank=True)
    by = models.CharField(max_length=150)

    privacy = dict.fromkeys(["name", "on", "men", "women", "words"], "public") | {"by": "personal"}
    privacy |= dict.fromkeys(["scheme", "area", "path", "replaces"], "internal")

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            Wall(name="programmes_event_wall", verbs=("select", "insert")),
            SameArea(name="programmes_event_area", field="area", to="territory.Area"),
            SameArea(name="programmes_event_replaces", field="replaces", to="programmes.Event"),
            models.UniqueConstraint(fields=["id", "path"], name="programmes_event_key"),
        ]

    def __str__(self) -> str:
        return self.name


class Participant(models.Model):
    """Who came to a training, so that nobody is sent twice and results can be asked for."""

    event = models.ForeignKey(Event, models.PROTECT, db_constraint=False, related_name="participants")
    path = PathField()
    person = models.ForeignKey("people.Person", models.PROTECT, db_constraint=False, related_name="+")

    privacy = {"person": "personal", "event": "internal", "path": "internal"}

    class Meta:
        constraints = [
            Wall(name="programmes_participant_wall", verbs=("select", "insert", "delete")),
            SameArea(name="programmes_participant_of", field="event", to="programmes.Event"),
            models.UniqueConstraint(fields=["event", "person"], name="programmes_participant_once"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.person_id}"
