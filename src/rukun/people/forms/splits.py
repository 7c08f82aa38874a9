"""What is asked to split an RT: the parts and the decree, then where each household goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.people.forms.events import TEXT, Decreed
from rukun.people.queries.households import Line
from rukun.territory.types import Part
from rukun.ui.widgets import Digits

STAYS = -1
MOST_PARTS = 3


class Border(Decreed):
    """Up to three new RTs, the day and the decree."""

    goes_on = forms.TypedChoiceField(
        label=gettext_lazy("RT lama"),
        choices=[
            ("ya", gettext_lazy("Tetap ada, menjadi lebih kecil")),
            ("tidak", gettext_lazy("Berakhir, diganti RT baru")),
        ],
        coerce=lambda word: word == "ya",
        initial="ya",
        widget=forms.RadioSelect,
    )
    field_order = ("goes_on", "basis")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, MOST_PARTS + 1):
            named = {"n": number}
            self.fields[f"number_{number}"] = forms.RegexField(
                r"^\d{1,3}$", label=_("Nomor RT baru ke-%(n)d") % named, required=number == 1, widget=Digits(TEXT)
            )
            self.fields[f"name_{number}"] = forms.CharField(
                label=_("Nama RT baru ke-%(n)d") % named, max_length=80, required=False, widget=forms.TextInput(TEXT)
            )

    @property
    def fields_first(self) -> list[forms.BoundField]:
        """What every split asks: the old RT, the decree, one new RT and the day."""
        return [field for field in self if field.name not in self._more()]

    @property
    def fields_more(self) -> list[forms.BoundField]:
        """The second and third new RT, asked only of those who want them."""
        return [self[name] for name in self._more()]

    @property
    def has_more(self) -> bool:
        return any(field.value() for field in self.fields_more)

    def _more(self) -> list[str]:
        return [f"{name}_{number}" for number in range(2, MOST_PARTS + 1) for name in ("number", "name")]

    def parts(self) -> list[Part]:
        """The new RTs whose number is given, in order."""
        typed = self.cleaned_data
        numbers = [number for number in range(1, MOST_PARTS + 1) if typed.get(f"number_{number}")]
        return [Part(typed[f"name_{each}"], typed[f"number_{each}"].zfill(3)) for each in numbers]


@dataclass(frozen=True, slots=True)
class Group:
    """One RT after the split, by its words, with the households that chose it."""

    label: str
    lines: Sequence[Line]

    @property
    def people(self) -> int:
        return sum(line.members for line in self.lines)


class Choices(forms.Form):
    """One question a household: `cleaned_data` maps its id to the place in `parts`, or STAYS."""

    def __init__(
        self, data: Any, *, lines: Sequence[Line], parts: Sequence[Part], goes_on: bool, old: str, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.lines = {line.household_id: line for line in lines}
        named = [(number, f"RT {part.number} {part.name}".strip()) for number, part in enumerate(parts)]
        self.words = ([(STAYS, old)] if goes_on else []) + named
        for line in lines:
            label = " · ".join(part for part in (line.head or _("belum ada nama"), line.address) if part)
            self.fields[f"rumah_{line.household_id}"] = forms.TypedChoiceField(
                label=label, choices=self.words, coerce=int, widget=forms.Select(TEXT), initial=self.words[0][0]
            )

    def clean(self) -> dict[int, int]:
        typed = super().clean()
        return {int(name.removeprefix("rumah_")): part for name, part in typed.items()}

    def groups(self) -> Iterator[Group]:
        for number, label in self.words:
            yield Group(label, [self.lines[pk] for pk, part in self.cleaned_data.items() if part == number])
