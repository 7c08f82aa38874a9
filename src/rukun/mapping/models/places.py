"""What lies where, what happened when: map, transect, history, seasons."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rukun.mapping.models.sheets import KEPT, Entry
from rukun.mapping.types import LandmarkKind, SeasonKind


class Landmark(Entry):
    """A facility, a hazard, water or land on the social map. Houses come from the register."""

    name = models.CharField(_("Nama"), max_length=80)
    kind = models.CharField(_("Jenis"), max_length=10, choices=LandmarkKind)
    longitude = models.FloatField()
    latitude = models.FloatField()

    privacy = KEPT | dict.fromkeys(["name", "kind", "longitude", "latitude"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="mapping_landmark_kind", condition=Q(kind__in=LandmarkKind.values)),
            models.CheckConstraint(
                name="mapping_landmark_spot", condition=Q(longitude__range=(-180, 180), latitude__range=(-90, 90))
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Stop(Entry):
    """One stop of the walk through the RT."""

    order = models.PositiveSmallIntegerField(_("Perhentian ke-"))
    place = models.CharField(_("Tempat"), max_length=80)
    land_use = models.CharField(_("Dipakai untuk apa?"), max_length=120, blank=True)
    soil_water = models.CharField(_("Tanah dan air"), max_length=120, blank=True)
    problem = models.CharField(_("Masalah"), max_length=200, blank=True)
    potential = models.CharField(_("Potensi"), max_length=200, blank=True)

    privacy = KEPT | dict.fromkeys(["order", "place", "land_use", "soil_water", "problem", "potential"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.place


class HistoryEvent(Entry):
    """Something people remember, in one year or from one to another."""

    since = models.PositiveSmallIntegerField(_("Tahun"))
    until = models.PositiveSmallIntegerField(_("Sampai tahun"), null=True, blank=True)
    what = models.CharField(_("Apa yang terjadi?"), max_length=120)
    effect = models.CharField(_("Apa akibatnya bagi warga?"), max_length=200, blank=True)
    source = models.CharField(_("Dari siapa ceritanya?"), max_length=80, blank=True)

    privacy = KEPT | dict.fromkeys(["since", "until", "what", "effect", "source"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        ordering = ["since", "until", "pk"]
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="mapping_event_years", condition=Q(until__isnull=True) | Q(until__gte=F("since"))
            ),
        ]

    def __str__(self) -> str:
        return self.what


class SeasonItem(Entry):
    """How strongly something is felt in each month: twelve digits from 0 (not at all) to 3 (most)."""

    name = models.CharField(_("Apa yang berulang tiap tahun?"), max_length=60)
    kind = models.CharField(_("Jenis"), max_length=10, choices=SeasonKind)
    months = models.CharField(_("Kuat-lemahnya tiap bulan"), max_length=12)

    privacy = KEPT | dict.fromkeys(["name", "kind", "months"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="mapping_season_kind", condition=Q(kind__in=SeasonKind.values)),
            models.CheckConstraint(name="mapping_season_months", condition=Q(months__regex="^[0-3]{12}$")),
        ]

    def __str__(self) -> str:
        return self.name
