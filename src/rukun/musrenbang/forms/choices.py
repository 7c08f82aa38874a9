"""What is asked of a choice: how it is made and counted, what stands on a sheet, how many sheets and codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rukun.musrenbang.types import Way
from rukun.ui.fields import without_dots
from rukun.ui.widgets import Digits, Rupiah

WAYS = {
    Way.CONSENSUS: _("Mufakat: musyawarah menyepakati urutannya, keberatan dicatat."),
    Way.USG: _("USG: tiap usulan dinilai 1–5 untuk mendesak, gawat, dan makin buruk."),
    Way.APPROVAL: _("Centang: setiap orang mencentang semua usulan yang didukungnya."),
    Way.POINTS: _("Poin: setiap orang membagi poin yang sama banyak."),
    Way.RANKING: _("Urutkan: setiap orang mengurutkan usulan dari yang terpenting."),
}
RULES = {
    "equal-shares": _("Bagian sama: pagu dibagi rata, usulan dibayar pendukungnya. Kelompok kecil ikut mendapat."),
    "phragmen": _("Phragmén: semua menabung sama cepat, usulan dibeli begitu tabungan pendukungnya cukup."),
    "greedy-votes": _("Suara terbanyak: yang terbanyak dulu selama muat. Kelompok kecil dapat tidak mendapat apa-apa."),
}
UNITS = {
    "household": _("Satu suara setiap rumah tangga"),
    "adult": _("Satu suara setiap orang dewasa yang hadir"),
}


class Whole(forms.IntegerField):
    """A whole number with the number keyboard; dots between thousands are welcome."""

    widget = Digits
    default_error_messages = {"invalid": _("Tulis dengan angka saja.")}

    def to_python(self, value: object) -> int | None:
        return super().to_python(without_dots(value))


class Money(Whole):
    widget = Rupiah


class Drawing(forms.Form):
    """`ways`: those the juknis allows, the first is proposed; `ceiling`: the highest there is, None when the juknis
    does not say; `present`: how many may vote by the attendance list, None when it stands on paper."""

    way = forms.ChoiceField(
        label=_("Bagaimana memilih?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Cara memilih belum ditentukan.")},
    )
    rule = forms.ChoiceField(
        label=_("Bagaimana suara dihitung?"),
        help_text=_("Untuk centang, poin, dan urutan. Mufakat dan USG menurut urutannya sendiri."),
        choices=list(RULES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Cara menghitung belum ditentukan.")},
    )
    together = forms.BooleanField(
        label=_("USG: satu lembar diisi bersama, angkanya terbuka"),
        help_text=_("Tanpa centang ini, setiap orang mengisi lembarnya sendiri."),
        required=False,
    )
    ceiling = Money(label=_("Pagu"), min_value=1, error_messages={"required": _("Pagu belum diisi.")})
    because = forms.CharField(
        label=_("Mengapa pagunya lebih kecil?"),
        help_text=_("Diisi hanya bila pagu di atas diturunkan."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    unit = forms.ChoiceField(
        label=_("Siapa memegang satu suara?"),
        choices=list(UNITS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Belum ditentukan siapa yang bersuara.")},
    )
    voters = Whole(
        label=_("Paling banyak berapa suara?"),
        min_value=1,
        max_value=10_000,
        error_messages={"required": _("Jumlah suara belum diisi.")},
    )

    def __init__(
        self, *args: Any, ways: Sequence[str], ceiling: int | None, counts: Mapping[str, int | None], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [Way(way) for way in ways] or list(Way)
        self.fields["way"].choices = [(way.value, WAYS[way]) for way in offered]
        self.fields["voters"].help_text = self._present(counts)
        if ceiling is None:
            self.fields["ceiling"].help_text = _("Juknis belum menyebut pagu. Tulis pagu yang sudah diberitahukan.")

    def _present(self, counts: Mapping[str, int | None]) -> Any:
        if counts["household"] is None:
            return _("Daftar hadir ada di kertas: hitung dari sana.")
        return _("Hadir: %(homes)s rumah tangga, %(people)s orang. Tidak boleh lebih.") % {
            "homes": counts["household"],
            "people": counts["adult"],
        }


class Number(forms.Form):
    """How many sheets or codes."""

    number = Whole(label=_("Berapa?"), min_value=1, error_messages={"required": _("Jumlahnya belum diisi.")})


class Annulled(forms.Form):
    because = forms.CharField(
        label=_("Mengapa dibatalkan?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Alasannya belum diisi.")},
    )


PREFIX = "m_"


def typed_marks(data: Mapping[str, str]) -> dict[str, str]:
    """What stands beside each mark, as it was typed."""
    return {name.removeprefix(PREFIX): text for name, text in data.items() if name.startswith(PREFIX)}


def agreed_marks(data: Mapping[str, str]) -> tuple[dict[str, tuple[int, str]], list[str]]:
    """Mark → (place, objection) of an agreed list, and the marks whose place is no number."""
    places = {mark: text.strip() for mark, text in typed_marks(data).items() if text.strip()}
    wrong = [mark for mark, text in places.items() if not text.isdecimal() or not 0 < int(text) < 10_000]
    right = {mark: int(text) for mark, text in places.items() if mark not in wrong}
    return {mark: (place, data.get(f"o_{mark}", "")) for mark, place in right.items()}, wrong
