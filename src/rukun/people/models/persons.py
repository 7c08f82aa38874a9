"""A person, the sealed numbers, and the stays that say where the person lived."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q

from rukun.people.models.batches import Batch
from rukun.people.models.cards import FamilyCard
from rukun.people.models.households import Household
from rukun.people.types import Beginning, CardReason, Ending, NikStatus, Relation, Sex
from rukun.walls.types import DateRange, PathField, SameArea, Wall


class Person(models.Model):
    """A resident. `rt` is where the register of this person is kept now; the past is in the stays."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, db_index=False, related_name="+")
    path = PathField()
    name = models.CharField(max_length=120)
    name_key = models.TextField()
    sex = models.CharField(max_length=6, choices=Sex.choices)
    birth_date = models.DateField(null=True)
    is_birth_date_estimated = models.BooleanField(default=False)
    birth_place = models.CharField(max_length=80, blank=True)
    religion = models.CharField(max_length=20, blank=True)
    marital = models.CharField(max_length=20, blank=True)
    education = models.CharField(max_length=30, blank=True)
    schooling = models.CharField(max_length=30, blank=True)
    occupation = models.CharField(max_length=60, blank=True)
    citizenship = models.CharField(max_length=10, blank=True)
    disability = models.CharField(max_length=30, blank=True)
    nik_status = models.CharField(max_length=10, choices=NikStatus.choices, default=NikStatus.NONE)
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, db_index=False, db_constraint=False, related_name="+")
    revision = models.IntegerField(default=0)

    privacy = {"rt": "internal", "path": "internal", "batch": "internal", "revision": "internal"} | dict.fromkeys(
        ["name", "name_key", "sex", "birth_date", "is_birth_date_estimated", "birth_place", "religion", "marital"]
        + ["education", "schooling", "occupation", "citizenship", "disability", "nik_status"],
        "personal",
    )

    class Meta:
        indexes = [
            models.Index(fields=["path"], name="people_person_place"),
            BrinIndex(fields=["batch"], name="people_person_batch"),
            GinIndex(SearchVector("name_key", config="simple"), name="people_person_words"),
        ]
        constraints = [
            Wall(name="people_person_wall"),
            models.UniqueConstraint(fields=["id", "path"], name="people_person_key"),
            SameArea(name="people_person_rt", field="rt", to="territory.Area"),
            models.CheckConstraint(name="people_person_sex", condition=Q(sex__in=Sex.values)),
        ]

    def __str__(self) -> str:
        return f"warga {self.pk}"


class Secret(models.Model):
    """A NIK or KK number: sealed, with a keyed index, for a period (a KK is reissued). Nothing else holds them."""

    kind = models.CharField(max_length=3)
    index = models.BinaryField()
    sealed = models.BinaryField()
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, db_constraint=False, db_index=False, related_name="secrets"
    )
    card = models.ForeignKey(
        FamilyCard, models.CASCADE, null=True, db_constraint=False, db_index=False, related_name="secrets"
    )
    path = PathField()
    since = models.DateField()
    until = models.DateField(null=True)
    reason = models.CharField(max_length=10, choices=CardReason.choices, blank=True, db_default="")

    privacy = {"kind": "internal", "index": "secret", "sealed": "secret", "person": "internal", "card": "internal"} | {
        "path": "internal",
        "since": "internal",
        "until": "internal",
        "reason": "internal",
    }

    class Meta:
        indexes = [
            models.Index(
                fields=[holder], condition=Q(**{f"{holder}__isnull": False}), name=f"people_secret_of_{holder}"
            )
            for holder in ("person", "card")
        ]
        constraints = [
            Wall(name="people_secret_wall"),
            SameArea(name="people_secret_person", field="person", to="people.Person"),
            SameArea(name="people_secret_card", field="card", to="people.FamilyCard"),
            models.UniqueConstraint(
                fields=["index"], condition=Q(until__isnull=True), name="people_secret_once", include=["kind"]
            ),
            models.CheckConstraint(
                name="people_secret_holder",
                condition=Q(kind="nik", person__isnull=False, card__isnull=True)
                | Q(kind="kk", person__isnull=True, card__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} tersimpan"


class Stay(models.Model):
    """A person in a household from `since` until the day before `until`; how it began and ended is the event."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="stays")
    household = models.ForeignKey(Household, models.PROTECT, db_constraint=False, related_name="stays")
    path = PathField()
    relation = models.CharField(max_length=14, choices=Relation.choices)
    since = models.DateField()
    until = models.DateField(null=True)
    began_by = models.CharField(max_length=14, choices=Beginning.choices)
    ended_by = models.CharField(max_length=14, choices=Ending.choices, blank=True)

    privacy = {"person": "personal", "household": "internal", "path": "internal", "relation": "personal"} | {
        "since": "personal",
        "until": "personal",
        "began_by": "personal",
        "ended_by": "personal",
    }

    class Meta:
        indexes = [models.Index(fields=["path"], name="people_stay_place")]
        constraints = [
            Wall(
                name="people_stay_wall",
                verbs=("select", "insert", "update", "delete"),
                check="exists (select 1 from people_person p where p.id = person_id)",
            ),
            SameArea(name="people_stay_household", field="household", to="people.Household"),
            models.UniqueConstraint(fields=["person"], condition=Q(until__isnull=True), name="people_stay_one_open"),
            ExclusionConstraint(
                name="people_stay_once",
                expressions=[
                    ("person", RangeOperators.EQUAL),
                    (DateRange("since", "until"), RangeOperators.OVERLAPS),
                ],
                condition=Q(until__isnull=False),
            ),
            models.CheckConstraint(
                name="people_stay_ending",
                condition=Q(until__isnull=True, ended_by="") | (Q(until__gte=F("since")) & ~Q(ended_by="")),
            ),
        ]

    def __str__(self) -> str:
        return f"tinggal {self.person_id} di {self.household_id}"
