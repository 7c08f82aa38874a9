"""What is asked of a family card: its number, since when, why, and who stands on it as what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rukun.people.forms.events import TEXT, Dated
from rukun.people.models import Person
from rukun.people.queries.cards import Member
from rukun.people.types import CardReason, Relation
from rukun.ui.widgets import Day, Digits

NOT_ON_IT = "not_on_it"


class Issued(forms.Form):
    """The number of a card with its day and reason, and one question for each who may stand on it.

    `people`: persons with the relation that is chosen already, NOT_ON_IT for who stays off.
    """

    REASONS = (CardReason.RECORDED, CardReason.MARRIED, CardReason.PARTED, CardReason.ARRIVED)
    RELATIONS = (*Relation.choices, (NOT_ON_IT, _("Tidak tertulis di kartu ini")))
    WHY = _("Mengapa kartu ini terbit?")

    number = forms.CharField(
        label=_("Nomor KK"),
        help_text=_("16 angka, di bagian atas kartu."),
        error_messages={"required": _("Nomor KK belum diisi.")},
        widget=Digits(TEXT),
    )
    since = forms.DateField(
        label=_("Berlaku sejak"),
        help_text=_("Tanggal terbit yang tertulis di kartu."),
        error_messages={"required": _("Tanggal berlakunya belum diisi.")},
        widget=Day(TEXT),
    )
    reason = forms.ChoiceField(
        error_messages={"required": _("Alasan terbitnya belum dipilih.")}, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, people: Sequence[tuple[Person, str]], today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"since": today}, **kwargs)
        self.fields["reason"].label = self.WHY
        self.fields["reason"].choices = [(each.value, each.label) for each in self.REASONS]
        self.people = [person for person, _relation in people]
        for person, relation in people:
            self.fields[f"relation_{person.pk}"] = forms.ChoiceField(
                label=gettext("Hubungan %(name)s") % {"name": person.name},
                choices=self.RELATIONS,
                initial=relation,
                error_messages={"required": _("Hubungannya belum dipilih.")},
                widget=forms.Select(TEXT),
            )

    def clean(self) -> dict[str, Any]:
        """`members`: person → relation; who stays off the card is not in it."""
        typed = super().clean()
        told = {person: typed.pop(f"relation_{person.pk}", NOT_ON_IT) for person in self.people}
        return typed | {"members": {person: word for person, word in told.items() if word != NOT_ON_IT}}


class Renewed(Issued):
    """The same questions of those who stand on a card: nobody is left out."""

    REASONS = (CardReason.NEW_HEAD, CardReason.CHANGED, CardReason.LOST, CardReason.MISTAKE)
    RELATIONS = tuple(Relation.choices)
    WHY = _("Mengapa kartunya diperbarui?")


class Joined(Dated):
    """`groups`: (words, people) to choose from."""

    person = forms.TypedChoiceField(
        label=_("Siapa yang masuk?"),
        coerce=int,
        error_messages={"required": _("Orangnya belum dipilih.")},
        widget=forms.Select(TEXT),
    )
    relation = forms.ChoiceField(
        label=_("Hubungan dengan kepala keluarga"),
        choices=[("", _("Pilih")), *Relation.choices],
        error_messages={"required": _("Hubungannya belum dipilih.")},
        widget=forms.Select(TEXT),
    )

    def __init__(self, *args: Any, groups: Sequence[tuple[str, Sequence[Person]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Tercatat di kartu sejak")
        self.fields["person"].choices = [("", _("Pilih")), *_grouped(groups)]


class Left(Dated):
    """`members`: those on the card one may act upon."""

    person = forms.TypedChoiceField(
        label=_("Siapa yang keluar?"),
        coerce=int,
        error_messages={"required": _("Orangnya belum dipilih.")},
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, members: Sequence[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = _("Keluar pada")
        self.fields["person"].choices = [
            (each.entry.person_id, f"{each.name} · {each.entry.get_relation_display()}") for each in members
        ]


def _grouped(groups: Sequence[tuple[str, Sequence[Person]]]) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    for words, people in groups:
        if people:
            yield words, [(each.pk, each.name) for each in people]
