"""Classes of welfare in people's own words, and where groups of neighbours place each household."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from rukun.mapping.models.sheets import KEPT, Entry
from rukun.walls.types import PathField, SameArea, Wall


class WelfareClass(Entry):
    """A class by local criteria; order 1 is the best-off."""

    order = models.PositiveSmallIntegerField(_("Urutan (1 paling sejahtera)"))
    name = models.CharField(_("Nama kelas"), max_length=40)
    criteria = models.CharField(_("Ciri-cirinya menurut warga"), max_length=300)
    is_poor = models.BooleanField(_("Menurut warga, kelas ini tergolong miskin"), default=False)

    privacy = KEPT | dict.fromkeys(["order", "name", "criteria", "is_poor"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        ordering = ["order", "pk"]
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(fields=["id", "path"], name="mapping_welfareclass_key"),
        ]

    def __str__(self) -> str:
        return self.name


class RankingGroup(Entry):
    """Neighbours who placed the households together: counted, never named."""

    name = models.CharField(_("Nama kelompok"), max_length=40)
    women = models.PositiveSmallIntegerField(_("Perempuan"))
    men = models.PositiveSmallIntegerField(_("Laki-laki"))

    privacy = KEPT | dict.fromkeys(["name", "women", "men"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.UniqueConstraint(fields=["id", "path"], name="mapping_rankinggroup_key"),
        ]

    def __str__(self) -> str:
        return self.name


class Placement(models.Model):
    """The class in which one group places one household. It stays with the RT that ranked, also when the household
    moves: its neighbours of then said so."""

    group = models.ForeignKey(RankingGroup, models.CASCADE, db_constraint=False, related_name="placements")
    path = PathField()
    household = models.ForeignKey("people.Household", models.CASCADE, related_name="+")
    rank = models.ForeignKey(WelfareClass, models.PROTECT, db_constraint=False, related_name="placements")

    privacy = {"household": "personal", "rank": "personal", "group": "internal", "path": "internal"}

    class Meta:
        constraints = [
            Wall(name="mapping_placement_wall"),
            SameArea(name="mapping_placement_group", field="group", to="mapping.RankingGroup"),
            SameArea(name="mapping_placement_rank", field="rank", to="mapping.WelfareClass"),
            models.UniqueConstraint(fields=["group", "household"], name="mapping_placement_one"),
        ]

    def __str__(self) -> str:
        return f"rumah tangga {self.household_id}: kelas {self.rank_id}"
