"""What is asked when households are given into somebody's care."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.people.queries.households import Line


class CareForm(forms.Form):
    """Every living household of an RT, ticked where it is in the care of this monitor."""

    homes = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Rumah tangga yang diasuh"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Satu rumah tangga punya satu pengasuh. Yang dicentang di sini berpindah ke sini."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, homes: Sequence[Line], carers: Mapping[int, tuple[int, str]], monitor: Any, **options: Any
    ) -> None:
        self.lines = [each for each in homes if each.members]
        own = [
            each.household_id
            for each in self.lines
            if monitor and carers.get(each.household_id, (0, ""))[0] == monitor.pk
        ]
        super().__init__(*args, initial={"homes": own}, **options)
        self.fields["homes"].choices = [(each.household_id, _named(each, carers, own)) for each in self.lines]


def _named(line: Line, carers: Mapping[int, tuple[int, str]], own: Sequence[int]) -> str:
    told = " · ".join(part for part in (line.head, line.address) if part)
    carer = carers.get(line.household_id)
    if carer is None or line.household_id in own:
        return told
    return _("%(home)s · sekarang diasuh %(name)s") % {"home": told, "name": carer[1]}
