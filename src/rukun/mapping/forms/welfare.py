"""Classes of welfare and the groups that rank."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rukun.mapping.forms.base import LINES, EntryForm
from rukun.mapping.models import RankingGroup, WelfareClass
from rukun.ui.widgets import Digits

MOST_CLASSES = 6
CROWD = 500


class ClassForm(EntryForm):
    class Meta:
        model = WelfareClass
        fields = ("order", "name", "criteria", "is_poor")
        widgets = {"order": Digits, "criteria": LINES}
        help_texts = {
            "name": _("Pakai kata warga sendiri."),
            "criteria": _("Misalnya: rumah papan, tidak punya kebun, anak putus sekolah."),
        }

    def prepare(self) -> None:
        self.initial.setdefault("order", self.next_order)

    def clean_order(self) -> int:
        """Each step of the ladder once, and few enough to keep apart."""
        order: int = self.cleaned_data["order"]
        others = {each.order for each in self.around.entries if each.pk != self.instance.pk}
        if order in others:
            raise ValidationError(_("Urutan ini sudah dipakai kelas lain."))
        if not 1 <= order <= MOST_CLASSES:
            raise ValidationError(_("Urutan 1 sampai 6. Lebih banyak kelas sulit dibedakan."))
        return order


class GroupForm(EntryForm):
    class Meta:
        model = RankingGroup
        fields = ("name", "women", "men")
        widgets = {"women": Digits, "men": Digits}
        help_texts = {"name": _("Misalnya: kelompok ibu-ibu. Jangan tulis nama orang.")}

    def clean(self) -> dict[str, Any]:
        told = super().clean()
        women, men = told.get("women"), told.get("men")
        if women is not None and men is not None and not 1 <= women + men <= CROWD:
            raise ValidationError(_("Isi jumlah orang di kelompok ini, paling sedikit satu."))
        return told
