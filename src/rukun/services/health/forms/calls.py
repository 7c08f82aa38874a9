"""One visit on one screen: what is asked of the household, and of each member in its own part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.kit.dates import months_between
from rukun.kit.problems import Problem
from rukun.services.health.actions.calls import Key, Seen
from rukun.services.health.facts import adults
from rukun.services.health.facts.doses import Step
from rukun.services.health.forms.adults import Dated, ElderForm, MotherForm, blame
from rukun.services.health.forms.doses import DosesForm
from rukun.services.health.forms.measurements import MeasureForm
from rukun.services.health.models import Post, Pregnancy
from rukun.services.health.queries.measurements import is_under_five
from rukun.services.health.types import Where
from rukun.ui.widgets import Day

SMALL = 24
"""Months below which a mother is asked whether the child is breastfed."""


class CallForm(Dated):
    """What is asked once a visit."""

    where = forms.ChoiceField(label=_("Di mana?"), choices=Where.choices, initial=Where.HOME, widget=forms.RadioSelect)
    post = forms.ModelChoiceField(label=_("Posyandu"), queryset=Post.objects.none(), required=False)
    nobody_home = forms.BooleanField(
        label=_("Rumah kosong, tidak ada orang"), required=False, help_text=_("Tetap dihitung sudah dicoba.")
    )
    words = forms.CharField(
        label=_("Catatan"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Tanpa nama orang dan tanpa NIK."),
    )  # fmt: skip
    field_order = ["nobody_home", "where", "post", "on", "words"]

    def __init__(self, *args: Any, posts: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["post"].queryset = posts
        if not posts:
            del self.fields["post"]

    @property
    def told(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class BegunForm(forms.Form):
    """Somebody tells that she is with child."""

    person = forms.TypedChoiceField(label=_("Siapa yang hamil?"), coerce=int, required=False, empty_value=None)
    since = forms.DateField(
        label=_("Hari pertama haid terakhir"), required=False, widget=Day,
        help_text=_("Lihat di buku KIA. Bila tidak pasti, tulis kira-kiranya."),
    )  # fmt: skip

    def __init__(self, *args: Any, women: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].choices = [("", _("Tidak ada")), *((each.pk, each.name) for each in women)]

    def clean(self) -> None:
        told = self.cleaned_data
        if told.get("person") and not told.get("since") and "since" not in self.errors:
            self.add_error("since", _("Isi harinya, walau kira-kira."))
        if told.get("since") and not told.get("person"):
            self.add_error("person", _("Pilih siapa yang hamil."))

    @property
    def is_filled(self) -> bool:
        return bool(self.cleaned_data.get("person"))

    blame = blame


@dataclass(frozen=True, slots=True)
class Part:
    """One person's part of the screen: a form, and whether it stands open."""

    key: Key
    person: Any
    form: Any
    steps: tuple[Step, ...] = ()


class Visit:
    """All forms of one screen. Valid together or not at all; every part keeps what was typed in it."""

    def __init__(
        self, data: Any, *, people: Sequence[Any], steps: Mapping[int, Sequence[Step]],
        pregnancies: Mapping[int, Pregnancy], posts: Any, today: date,
    ) -> None:  # fmt: skip
        self.call = CallForm(data, today=today, posts=posts)
        small = [each for each in people if is_under_five(each.birth_date, today) or _born_later(each, today)]
        self.children = [Part(("child", each.pk), each, _measure(data, each, today)) for each in small]
        self.doses = [
            Part(("dose", each.pk), each, DosesForm(data, steps=steps[each.pk], prefix=f"beri-{each.pk}"))
            for each in people if each.pk in steps
        ]  # fmt: skip
        self.mothers = [
            Part(("mother", pregnancies[each.pk].pk), each, MotherForm(data, prefix=f"ibu-{each.pk}"))
            for each in people if each.pk in pregnancies
        ]  # fmt: skip
        self.elders = [
            Part(("elder", each.pk), each, ElderForm(data, prefix=f"lansia-{each.pk}"))
            for each in people if adults.is_elder(each.birth_date, today)
        ]  # fmt: skip
        women = [
            each for each in people if each.pk not in pregnancies and adults.may_bear(each.sex, each.birth_date, today)
        ]
        self.begun = BegunForm(data, women=women, prefix="hamil") if women else None

    @property
    def parts(self) -> list[Part]:
        return [*self.children, *self.doses, *self.mothers, *self.elders]

    @property
    def forms(self) -> list[Any]:
        return [self.call, *(part.form for part in self.parts), *([self.begun] if self.begun else [])]

    def is_valid(self) -> bool:
        """Every form is asked, so that all letters come at once."""
        return False not in [form.is_valid() for form in self.forms]

    @property
    def is_wrong(self) -> bool:
        return any(form.is_bound and form.errors for form in self.forms)

    @property
    def seen(self) -> Seen:
        begun = self.begun.cleaned_data if self.begun and self.begun.is_filled else None
        return Seen(
            children=_told(self.children), doses=_told(self.doses), mothers=_told(self.mothers),
            begun={begun["person"]: begun["since"]} if begun else {}, elders=_told(self.elders),
        )  # fmt: skip

    def blame(self, problems: Mapping[Key, Problem]) -> None:
        """Each letter at the part it is about."""
        held = {part.key: part.form for part in self.parts}
        for key, problem in problems.items():
            (self.begun if key[0] == "begun" else held[key]).blame(problem)

    def wrong(self) -> list[tuple[str, str, str]]:
        """What still needs a look: (where on the page, which answer, the letter)."""
        named = [("", self.call), *((part.person.name, part.form) for part in self.parts), ("", self.begun)]
        return [line for name, form in named if form is not None for line in _lines(name, form)]


def _measure(data: Any, child: Any, today: date) -> MeasureForm:
    is_small = child.birth_date is None or months_between(child.birth_date, today) < SMALL
    return MeasureForm(data, prefix=f"anak-{child.pk}", is_small=is_small)


def _born_later(person: Any, today: date) -> bool:
    return person.birth_date is not None and person.birth_date > today


def _told(parts: Sequence[Part]) -> dict[int, Any]:
    return {part.key[1]: part.form.told for part in parts if part.form.is_filled}


def _lines(name: str, form: Any) -> list[tuple[str, str, str]]:
    """The letters of one form, each with the id it leads to."""
    fields = [each for each in form if each.errors]
    first = next(iter(form.visible_fields()), None)
    above = [(first.auto_id if first else "", name, error) for error in form.non_field_errors()]
    return above + [
        (_target(each), f"{name} · {each.label}" if name else str(each.label), error)
        for each in fields for error in each.errors
    ]  # fmt: skip


def _target(field: Any) -> str:
    return f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
