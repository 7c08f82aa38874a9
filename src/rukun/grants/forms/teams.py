"""Who joins a team, and until when somebody sat in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.grants.types import Team
from rukun.ui.widgets import Day


class Join(forms.Form):
    team = forms.ChoiceField(label=_("Tim"), choices=Team.choices, widget=forms.RadioSelect)
    name = forms.CharField(label=_("Nama"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    office = forms.CharField(
        label=_("Tugas"), required=False, max_length=60, help_text=_("Misalnya: ketua tim, anggota. Boleh kosong.")
    )
    since = forms.DateField(label=_("Sejak"), widget=Day)


class Leave(forms.Form):
    until = forms.DateField(label=_("Hari terakhir di tim"), widget=Day)
