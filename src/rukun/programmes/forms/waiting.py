"""What is asked when somebody is named, decided upon, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.programmes.types import Settled

WIDE = forms.Textarea(attrs={"rows": 3})


class ProposeForm(forms.Form):
    scheme = forms.TypedChoiceField(label=_("Program"), coerce=int)
    head = forms.TypedChoiceField(label=_("Siapa yang menerima"), coerce=int, widget=forms.RadioSelect)
    words = forms.CharField(label=_("Mengapa perlu"), max_length=300, required=False, widget=WIDE)

    def __init__(
        self, *args: Any, schemes: Sequence[tuple[int, str]], people: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].choices = schemes
        self.fields["head"].choices = people


class ReasonForm(forms.Form):
    words = forms.CharField(label=_("Alasannya"), max_length=300, widget=WIDE)


class EnrolForm(forms.Form):
    """Words are needed where the data do not say yes, or somebody is taken out of turn."""

    words = forms.CharField(label=_("Alasan atau catatan"), max_length=400, required=False, widget=WIDE)

    def __init__(self, *args: Any, is_needed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].required = is_needed
        if is_needed:
            self.fields["words"].label = _("Alasan menerima")


class SettleForm(forms.Form):
    settled = forms.ChoiceField(label=_("Bagaimana diselesaikan"), choices=Settled.choices, widget=forms.RadioSelect)
    words = forms.CharField(label=_("Alasannya"), max_length=400, widget=WIDE)
