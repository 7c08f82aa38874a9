"""What people fill in at the door (over the forms of the sign-in library), and to give, end and hand over an office."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.accounts import queries
from rukun.accounts.actions import users
from rukun.accounts.models import Role, User, is_not_a_number
from rukun.accounts.permissions import today
from rukun.accounts.problems import CATALOGUE
from rukun.kit.problems import Problem
from rukun.ui.letters import spoken
from rukun.ui.widgets import Day


def say(form: forms.Form, name: str, label: Any, help_text: Any = "", **attributes: str) -> None:
    """Gives a field of the library our words and takes its placeholder away."""
    field = form.fields[name]
    field.label, field.help_text = label, help_text
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs |= attributes


CODE = {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}


class SignIn(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "login", _("Nama pengguna"), autocapitalize="none", spellcheck="false")
        say(self, "password", _("Kata sandi"), _("Atau kode sekali pakai dari slip Anda."))

    def clean(self) -> dict[str, Any]:
        """Only who knows the code learns that it is too old."""
        answers = super().clean()
        if self.user is None:
            return answers
        try:
            queries.refuse_stale_code(self.user, on=today())
        except Problem as problem:
            told = spoken(problem, CATALOGUE)
            raise forms.ValidationError(f"{told.what} {told.why} {told.now}") from problem
        return answers


class Again(ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "password", _("Kata sandi"))


class NewPassword(ChangePasswordForm):
    """Saved by our own action, which also ends the need to change and writes the log."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "oldpassword", _("Kata sandi sekarang"), _("Bila baru menerima slip: kode di slip itu."))
        say(self, "password1", _("Kata sandi baru"), _("Paling sedikit 10 huruf. Beberapa kata mudah diingat."))
        say(self, "password2", _("Kata sandi baru, sekali lagi"))

    def save(self) -> None:
        users.change_password(user=self.user, password=self.cleaned_data["password1"])


class FirstCode(ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "code", _("Kode enam angka"), _("Yang sekarang tampil di aplikasi itu."), **CODE)


class Code(AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "code", _("Kode enam angka"), _("Atau salah satu kode cadangan Anda."), **CODE)


class CodeAgain(CodeReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say(self, "code", _("Kode enam angka"), **CODE)


class PersonFields(forms.Form):
    """A person by user name: somebody known, or, with a full name, somebody new."""

    username = forms.CharField(
        label=gettext_lazy("Nama pengguna"),
        max_length=60,
        validators=[UnicodeUsernameValidator(), is_not_a_number],
        help_text=gettext_lazy("Huruf, angka, titik atau garis. Bukan NIK."),
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )
    name = forms.CharField(
        label=gettext_lazy("Nama lengkap"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Kosongkan bila orang ini sudah punya akun."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )

    def clean(self) -> dict[str, Any]:
        answers = super().clean()
        username, name = answers.get("username"), answers.get("name")
        self.known = User.objects.filter(username=username).first() if username else None
        if self.known and name:
            self.add_error("username", _("Nama pengguna ini sudah dipakai. Kosongkan nama bila orangnya sama."))
        elif username and not self.known and not name:
            self.add_error("name", _("Belum ada akun dengan nama pengguna ini. Tulis nama lengkapnya."))
        return answers


class TermFields(forms.Form):
    until = forms.DateField(
        label=gettext_lazy("Sampai"),
        required=False,
        widget=Day,
        help_text=gettext_lazy("Hari pertama peran ini tidak berlaku lagi."),
    )
    basis = forms.CharField(
        label=gettext_lazy("Dasar penunjukan"),
        max_length=200,
        help_text=gettext_lazy("Nomor SK atau berita acara."),
    )


class Appoint(PersonFields):
    """A person, the role and its term. Only roles that this giver may give at this place are offered."""

    role = forms.ChoiceField(label=gettext_lazy("Peran"), widget=forms.RadioSelect)
    since = forms.DateField(label=gettext_lazy("Mulai"), widget=Day)
    until = TermFields.base_fields["until"]
    basis = TermFields.base_fields["basis"]

    def __init__(self, *args: Any, roles: list[str], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(role, Role(role).label) for role in roles]
        self.fields["since"].initial = on


class HandOver(PersonFields):
    on = forms.DateField(
        label=gettext_lazy("Tanggal serah terima"),
        widget=Day,
        help_text=gettext_lazy("Mulai hari ini pejabat baru bertugas dan yang lama tidak lagi."),
    )
    until = TermFields.base_fields["until"]
    basis = TermFields.base_fields["basis"]


class End(forms.Form):
    on = forms.DateField(
        label=gettext_lazy("Berakhir pada"),
        widget=Day,
        help_text=gettext_lazy("Hari pertama peran ini tidak berlaku lagi."),
    )
