"""Family cards (KK) and who is on them. A card is not a household: one kitchen may hold two cards."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import Q

from rukun.people.models.batches import Batch
from rukun.people.types import Relation
from rukun.walls.types import PathField, SameArea, Wall


class FamilyCard(models.Model):
    """A family card, registered at an RT. Its number is in the vault, with the period it was valid."""

    rt = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, db_index=False, related_name="+")
    path = PathField()
    batch = models.ForeignKey(Batch, models.PROTECT, null=True, db_index=False, db_constraint=False, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = dict.fromkeys(["rt", "path", "batch", "since", "until"], "internal")

    class Meta:
        indexes = [
            models.Index(fields=["path"], name="people_card_place"),
            BrinIndex(fields=["batch"], name="people_card_batch"),
        ]
        constraints = [
            Wall(name="people_card_wall"),
            models.UniqueConstraint(fields=["id", "path"], name="people_card_key"),
            SameArea(name="people_card_rt", field="rt", to="territory.Area"),
        ]

    def __str__(self) -> str:
        return f"KK {self.pk}"


class CardEntry(models.Model):
    """A person on a card for a period."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="entries")
    card = models.ForeignKey(FamilyCard, models.PROTECT, db_constraint=False, related_name="entries")
    path = PathField()
    relation = models.CharField(max_length=14, choices=Relation.choices)
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = {"person": "personal", "card": "internal", "path": "internal", "relation": "personal"} | {
        "since": "personal",
        "until": "personal",
    }

    class Meta:
        constraints = [
            Wall(
                name="people_entry_wall",
                check="exists (select 1 from people_person p where p.id = person_id)",
            ),
            SameArea(name="people_entry_card", field="card", to="people.FamilyCard"),
            models.UniqueConstraint(fields=["person"], condition=Q(until__isnull=True), name="people_entry_one_open"),
        ]

    def __str__(self) -> str:
        return f"anggota {self.person_id} pada KK {self.card_id}"
