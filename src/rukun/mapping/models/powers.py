"""Who and what people can count on: institutions, actors, customs, resources."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from rukun.mapping.models.sheets import KEPT, Entry
from rukun.mapping.types import Capital, Closeness, CustomState, Degree, Stance, Use


class Institution(Entry):
    """A body in the Venn diagram: the larger, the more important; the nearer, the closer to people."""

    name = models.CharField(_("Nama lembaga"), max_length=80)
    importance = models.PositiveSmallIntegerField(_("Seberapa penting bagi warga?"), choices=Degree)
    closeness = models.PositiveSmallIntegerField(_("Seberapa dekat dengan warga?"), choices=Closeness)
    reason = models.CharField(_("Mengapa begitu?"), max_length=200, blank=True)

    privacy = KEPT | dict.fromkeys(["name", "importance", "closeness", "reason"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="mapping_institution_degrees",
                condition=Q(importance__in=Degree.values, closeness__in=Closeness.values),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Actor(Entry):
    """Someone by the role they play, never by name."""

    role = models.CharField(_("Perannya"), max_length=80)
    influence = models.PositiveSmallIntegerField(_("Seberapa besar pengaruhnya?"), choices=Degree)
    stance = models.CharField(_("Sikapnya terhadap pembangunan RT"), max_length=10, choices=Stance)
    reason = models.CharField(_("Mengapa begitu?"), max_length=200, blank=True)

    privacy = KEPT | dict.fromkeys(["role", "influence", "stance", "reason"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="mapping_actor_kinds", condition=Q(influence__in=Degree.values, stance__in=Stance.values)
            ),
        ]

    def __str__(self) -> str:
        return self.role


class Custom(Entry):
    """A value or custom, and whether it is alive."""

    name = models.CharField(_("Nilai atau kebiasaan"), max_length=80)
    practice = models.CharField(_("Bagaimana dijalankan?"), max_length=200, blank=True)
    state = models.CharField(_("Keadaannya sekarang"), max_length=10, choices=CustomState)
    use = models.CharField(_("Bagaimana dapat membantu pembangunan?"), max_length=200, blank=True)

    privacy = KEPT | dict.fromkeys(["name", "practice", "state", "use"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="mapping_custom_state", condition=Q(state__in=CustomState.values)),
        ]

    def __str__(self) -> str:
        return self.name


class Resource(Entry):
    """Something the RT has, under one of five capitals, and whether it is put to use."""

    name = models.CharField(_("Apa yang dimiliki RT?"), max_length=80)
    capital = models.CharField(_("Termasuk modal apa?"), max_length=10, choices=Capital)
    amount = models.CharField(_("Berapa banyak?"), max_length=60, blank=True)
    use = models.CharField(_("Sudah dipakai?"), max_length=10, choices=Use)
    idea = models.CharField(_("Bagaimana dapat dipakai?"), max_length=200, blank=True)

    privacy = KEPT | dict.fromkeys(["name", "capital", "amount", "use", "idea"], "internal")

    class Meta(Entry.Meta):
        abstract = False
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="mapping_resource_kinds", condition=Q(capital__in=Capital.values, use__in=Use.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name
