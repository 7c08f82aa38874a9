"""The four steps of a proposal, and what is asked when it is withdrawn, merged, joined, or looked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.musrenbang.forms.degrees import DegreesField
from rukun.musrenbang.models import Proposal
from rukun.musrenbang.queries.beneficiaries import Group
from rukun.musrenbang.types import Basis, State
from rukun.parameters.juknis import Juknis, MenuEntry
from rukun.ui.fields import RupiahField
from rukun.ui.widgets import Digits

TEXT = {"class": "answer", "autocomplete": "off"}
STATED = "stated"
UNKNOWN = ""
YES, NO = "ya", "tidak"
MOST_PEOPLE = 100_000
Choices = Sequence[tuple[Any, Any]]


class Step(forms.Form):
    """One step. `revision` is what the typist had seen; `typed()` gives the fields to keep."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=0)

    def typed(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "revision"}

    def clean_revision(self) -> int:
        return self.cleaned_data["revision"] or 0


class What(Step):
    """Step 1: what, and where."""

    title = forms.CharField(
        label=_("Apa yang diusulkan?"),
        max_length=120,
        help_text=_("Satu kalimat pendek, misalnya: Perbaiki drainase gang 2."),
        widget=forms.TextInput(TEXT),
        error_messages={"required": _("Tulis usulannya dengan satu kalimat pendek.")},
    )
    description = forms.CharField(
        label=_("Ceritakan lebih lanjut"), max_length=2000, required=False, widget=forms.Textarea({**TEXT, "rows": 3})
    )
    place_words = forms.CharField(
        label=_("Di mana tempatnya?"),
        max_length=200,
        required=False,
        help_text=_("Seperti Anda menyebutnya: depan mushola, gang 2 sampai jembatan."),
        widget=forms.TextInput(TEXT),
    )
    latitude = DegreesField(label=_("Lintang"), most=90)
    longitude = DegreesField(label=_("Bujur"), most=180)

    def clean(self) -> dict[str, Any]:
        held = super().clean()
        one, other = held.get("latitude"), held.get("longitude")
        if not self.errors and (one is None) != (other is None):
            missing = "latitude" if one is None else "longitude"
            self.add_error(missing, _("Isi lintang dan bujur, atau kosongkan keduanya."))
        return held

    @property
    def has_wrong_degrees(self) -> bool:
        return bool({"latitude", "longitude"} & self.errors.keys())


class Why(Step):
    """Step 2: which cause it answers, which kind of the menu it is, and what the juknis asks about that kind."""

    cause_id = forms.TypedChoiceField(
        label=_("Sebab mana yang dijawab?"),
        required=False,
        coerce=int,
        empty_value=None,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Sebab itu bukan milik RT ini. Pilih salah satu di bawah.")},
    )
    menu = forms.ChoiceField(
        label=_("Termasuk jenis apa?"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Jenis itu tidak ada di menu tahun ini. Pilih salah satu di bawah.")},
    )

    def __init__(
        self,
        *args: Any,
        causes: Choices,
        held: Juknis | None,
        likely: dict[str, str],
        given: dict[str, bool],
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["cause_id"].choices = [*causes, (UNKNOWN, _("Belum tahu"))] if causes else []
        self.fields["menu"].choices = _kinds(held, likely) if held else []
        for name in ("cause_id", "menu"):
            if not self.fields[name].choices:
                del self.fields[name]
        self.entry = self._entry(held)
        for fact in self.entry.facts if self.entry else ():
            self.fields[f"fact_{fact.key}"] = _question(fact, given)

    def _entry(self, held: Juknis | None) -> MenuEntry | None:
        code = self.data.get("menu", "") if self.is_bound else self.initial.get("menu", "")
        return held.entry(code) if held else None

    @property
    def facts(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("fact_")]

    def typed(self) -> dict[str, Any]:
        return {name: value for name, value in super().typed().items() if not name.startswith("fact_")}

    def answers(self) -> dict[str, bool]:
        """The facts that were answered; "belum tahu" is no answer."""
        given = {name.removeprefix("fact_"): self.cleaned_data.get(name) for name in self.fields if name[:5] == "fact_"}
        return {key: value == YES for key, value in given.items() if value}

    @property
    def asks_more(self) -> bool:
        """Whether the chosen kind asks something that was not on the page when it was sent."""
        return any(name not in self.data for name in self.fields if name.startswith("fact_"))


class Benefit(Step):
    """Step 3: whom it serves. What the book of residents can count is not asked."""

    who = forms.ChoiceField(label=_("Siapa yang mendapat manfaat?"), required=False, widget=forms.RadioSelect)
    households = forms.IntegerField(
        label=_("Berapa rumah tangga?"), required=False, min_value=0, max_value=MOST_PEOPLE, widget=Digits
    )
    people = forms.IntegerField(
        label=_("Berapa orang?"), required=False, min_value=0, max_value=MOST_PEOPLE, widget=Digits
    )

    def __init__(self, *args: Any, groups: Sequence[Group], today_words: str, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.groups = {each.code: each for each in groups}
        self.today_words = today_words
        counted = [(each.code, each.label) for each in groups]
        self.fields["who"].choices = [*counted, (STATED, _("Kami tulis sendiri jumlahnya")), (UNKNOWN, _("Belum tahu"))]

    def clean(self) -> dict[str, Any]:
        held = super().clean()
        is_bare = held.get("households") is None and held.get("people") is None
        if held.get("who") == STATED and is_bare and not self.errors:
            raise ValidationError(_("Tulis jumlah rumah tangga atau jumlah orangnya."), code="bare")
        return held

    @property
    def is_stated(self) -> bool:
        return self["who"].value() == STATED

    def typed(self) -> dict[str, Any]:
        who = self.cleaned_data.get("who", "")
        if found := self.groups.get(who):
            return _counted(found.households, found.people, Basis.REGISTRY, found.words)
        if who == STATED:
            held = self.cleaned_data
            return _counted(held.get("households"), held.get("people"), Basis.STATED, self.today_words)
        return _counted(None, None, "", "")


class Cost(Step):
    """Step 4: what it costs, what the neighbours give, who cares for it afterwards."""

    cost = RupiahField(
        label=_("Perkiraan biaya"),
        least=1,
        required=False,
        help_text=_("Perkiraan kasar sudah cukup, misalnya 15.000.000."),
    )
    swadaya_days = forms.IntegerField(
        label=_("Tenaga warga, hari orang"),
        required=False,
        min_value=0,
        max_value=MOST_PEOPLE,
        widget=Digits,
        help_text=_("10 orang bekerja 2 hari: tulis 20."),
    )
    swadaya_material = RupiahField(label=_("Bahan dari warga, dalam rupiah"), required=False)
    swadaya_cash = RupiahField(label=_("Uang dari warga"), required=False)
    caretaker = forms.CharField(
        label=_("Siapa yang merawatnya sesudah selesai?"),
        max_length=120,
        required=False,
        help_text=_("Nama atau kelompok, misalnya: kelompok dasawisma gang 2."),
        widget=forms.TextInput(TEXT),
    )

    def typed(self) -> dict[str, Any]:
        zeros = {name: 0 for name, value in super().typed().items() if name.startswith("swadaya") and value is None}
        return super().typed() | zeros


class Because(forms.Form):
    """Why a proposal is taken back, or an invitation refused."""

    reason = forms.CharField(
        label=_("Alasannya"),
        max_length=1000,
        widget=forms.Textarea({**TEXT, "rows": 3}),
        error_messages={"required": _("Tulis alasannya dengan kalimat biasa.")},
    )


class Merging(Because):
    into = forms.ModelChoiceField(
        label=_("Digabung ke dalam usulan mana?"),
        queryset=Proposal.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih usulan tujuannya.")},
    )
    field_order = ("into", "reason")

    def __init__(self, *args: Any, others: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["into"].queryset = others


class Picture(forms.Form):
    file = forms.FileField(
        label=_("Foto tempatnya"),
        help_text=_("JPEG, PNG, atau WebP. Jangan memotret wajah warga."),
        widget=forms.ClearableFileInput({"accept": "image/jpeg,image/png,image/webp"}),
        error_messages={"empty": _("Berkas itu kosong. Pilih foto lain."), "required": _("Pilih satu foto.")},
    )
    words = forms.CharField(label=_("Keterangan foto"), max_length=120, required=False, widget=forms.TextInput(TEXT))


class Asking(forms.Form):
    """Which RT is asked to join, and for which part of the cost."""

    rt = forms.TypedChoiceField(label=_("RT yang diajak"), coerce=int, error_messages={"required": _("Pilih satu RT.")})
    share = RupiahField(
        label=_("Bagian yang diminta"), error_messages={"required": _("Tulis bagiannya, atau 0 bila tanpa uang.")}
    )

    def __init__(self, *args: Any, rts: Choices, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["rt"].choices = rts


class Filter(forms.Form):
    """What a long list is narrowed by."""

    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False)
    bidang = forms.ChoiceField(label=_("Bidang"), required=False)
    kata = forms.CharField(label=_("Kata pada judul"), required=False, max_length=80, widget=forms.TextInput(TEXT))

    def __init__(self, *args: Any, held: Juknis | None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["keadaan"].choices = [("", _("Semua")), *State.choices]
        clusters = [(each.key, each.label) for each in held.clusters] if held else []
        self.fields["bidang"].choices = [("", _("Semua")), *clusters]


class OldList(forms.Form):
    """A list of last year's wishes, for which year, and whose they are."""

    file = forms.FileField(
        label=_("Berkas"),
        help_text=_("Buku kerja Excel (.xlsx) atau CSV, paling besar 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.xlsm,.csv,.txt"}),
        error_messages={"empty": _("Berkas itu kosong. Periksa isinya, lalu pilih lagi.")},
    )
    year = forms.IntegerField(label=_("Tahun usulan"), min_value=2000, max_value=2999, widget=Digits)
    rt = forms.TypedChoiceField(
        label=_("Untuk RT mana?"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Kosongkan bila setiap baris menyebut RT-nya."),
    )

    def __init__(self, *args: Any, rts: Choices, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["rt"].choices = [("", _("Menurut setiap baris")), *rts] if len(rts) > 1 else rts
        if len(rts) == 1:
            self.fields["rt"].widget = forms.HiddenInput()
            self.fields["rt"].initial = rts[0][0]


def _kinds(held: Juknis, likely: dict[str, str]) -> list[Any]:
    """The kinds of the menu: those the title points to first, with the words that say so; then by cluster."""
    first = [(code, _("%(label)s (dari kata: %(words)s)") % {"label": held.entry(code).label, "words": words})
             for code, words in likely.items()]  # fmt: skip
    groups = [(_("Mungkin ini"), first)] if first else []
    for cluster in held.clusters:
        kinds = [
            (each.code, each.label) for each in held.menu if each.cluster == cluster.key and each.code not in likely
        ]
        groups += [(cluster.label, kinds)] if kinds else []
    return [*groups, (UNKNOWN, _("Belum tahu"))]


def _question(fact: Any, given: dict[str, bool]) -> forms.ChoiceField:
    known = {True: YES, False: NO}.get(given.get(fact.key), UNKNOWN)
    choices = [(YES, _("Ya")), (NO, _("Tidak")), (UNKNOWN, _("Belum tahu"))]
    return forms.ChoiceField(
        label=fact.question,
        help_text=fact.why,
        choices=choices,
        required=False,
        initial=known,
        widget=forms.RadioSelect,
    )


def _counted(households: int | None, people: int | None, basis: str, words: str) -> dict[str, Any]:
    return {"households": households, "people": people, "basis": str(basis), "basis_words": words[:200]}
