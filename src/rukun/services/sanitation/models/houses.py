"""What was measured and seen of a house: which limit it passes is a matter of the limit chosen."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rukun.walls.types import PathField, SameArea, Wall, Written

PARTS = ("roof_sound", "walls_sound", "floor_sound", "frame_sound")


class HouseCheck(models.Model):
    """Floor and openings in square decimetres, height in centimetres, the parts of the house sound or not; null
    is not known."""

    household = models.ForeignKey("people.Household", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    on = models.DateField()
    floor_dm2 = models.PositiveIntegerField(null=True)
    openings_dm2 = models.PositiveIntegerField(null=True)
    height_cm = models.PositiveSmallIntegerField(null=True)
    people = models.PositiveSmallIntegerField(null=True)
    roof_sound = models.BooleanField(null=True)
    walls_sound = models.BooleanField(null=True)
    floor_sound = models.BooleanField(null=True)
    frame_sound = models.BooleanField(null=True)
    by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField(auto_now_add=True)

    privacy = dict.fromkeys(["floor_dm2", "openings_dm2", "height_cm", "people", *PARTS, "by"], "personal")
    privacy |= dict.fromkeys(["household", "path", "on", "recorded_at"], "internal")

    class Meta:
        constraints = [
            Wall(name="sanitation_house_wall", verbs=("select", "insert")),
            SameArea(name="sanitation_house_household", field="household", to="people.Household"),
            models.CheckConstraint(name="sanitation_house_people", condition=Q(people__isnull=True) | Q(people__gt=0)),
            Written(name="sanitation_house_written"),
        ]

    def __str__(self) -> str:
        return f"rumah {self.household_id} {self.on}"
