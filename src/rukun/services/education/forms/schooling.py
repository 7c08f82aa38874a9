"""What is asked about a child's schooling, one by one or many at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.services.education.types import Level, Reason, State
from rukun.ui.widgets import Day, Digits

NOT_CHOSEN = ("", _("Belum dipilih"))
LAST_GRADE = 13


class SchoolForm(forms.Form):
    """The state, then what belongs to it: a level for who is or was at school, a reason for who is not."""

    state = forms.ChoiceField(label=_("Keadaan sekarang"), choices=State.choices, widget=forms.RadioSelect)
    level = forms.ChoiceField(
        label=_("Jenjang sekarang atau terakhir"), choices=[NOT_CHOSEN, *Level.choices], required=False
    )
    grade = forms.IntegerField(
        label=_("Kelas"), min_value=1, max_value=LAST_GRADE, required=False, widget=Digits,
        help_text=_("Dihitung terus dari SD: kelas 2 SMP ditulis 8."),
        error_messages={"invalid": _("Tulis dengan angka saja.")},
    )  # fmt: skip
    reason = forms.ChoiceField(
        label=_("Alasan tidak sekolah atau berisiko"), choices=[*Reason.choices, ("", _("Tidak perlu"))],
        required=False, widget=forms.RadioSelect, help_text=_("Menurut kata rumah tangganya."),
    )  # fmt: skip
    words = forms.CharField(label=_("Keterangan"), max_length=300, required=False)
    known_on = forms.DateField(label=_("Diketahui pada"), widget=Day)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"known_on": today, **kwargs.pop("initial", {})}, **kwargs)
        self.fields["known_on"].widget.attrs["max"] = today.isoformat()


class ManyForm(forms.Form):
    """A level for each child of whom nobody knew; who is not in school is left open."""

    def __init__(self, *args: Any, children: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for pk, label in children:
            self.fields[f"level_{pk}"] = forms.ChoiceField(
                label=label, choices=[("", _("Lewati")), *Level.choices], required=False
            )

    def levels(self) -> dict[int, str]:
        """Person → level, of those that were chosen."""
        return {int(name.removeprefix("level_")): level for name, level in self.cleaned_data.items() if level}
