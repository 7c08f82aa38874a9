"""The scores of one measuring with their classes: only for who decides."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.services.health.queries import children
from rukun.services.health.words import growth as words
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, tanggal

INDICES = (
    ("waz", gettext_lazy("Berat menurut umur (BB/U)")), ("haz", gettext_lazy("Tinggi menurut umur (TB/U)")),
    ("whz", gettext_lazy("Berat menurut tinggi (BB/TB)")),
    ("baz", gettext_lazy("Indeks massa tubuh menurut umur (IMT/U)")),
    ("hcz", gettext_lazy("Lingkar kepala menurut umur")), ("acz", gettext_lazy("Lingkar lengan menurut umur")),
)  # fmt: skip


def scores(held: Any) -> Table:
    """Every index of one measuring that has a score."""
    rows = [
        Row([name, words.score(getattr(held, index)), children.category(index, held) or _doubt(index, held)])
        for index, name in INDICES
        if getattr(held, index) is not None
    ]
    columns = [Column(_("Indeks")), Column(_("z-score"), is_number=True), Column(_("Kategori"))]
    said = _("Diukur %(day)s. Kategori Permenkes 2/2020; kepala dan lengan menurut batas WHO.")
    said %= {"day": tanggal(held.on)}
    return Table(_("Status menurut tabel"), columns, rows, note=said, empty=Empty(_("Belum ada z-score."), icon="list"))


def _doubt(index: str, held: Any) -> str:
    return _("tidak masuk akal, ukur ulang") if index in held.doubts else MISSING
