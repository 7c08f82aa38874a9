"""Counts, labels and steps in words, the same on every page of the room."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.poverty.types import HIDDEN, NEED_WORDS, Count, Figures, Label
from rukun.ui.words import ribuan

LABEL_WORDS = {str(label.value): label.label for label in Label}
SCORED_WORDS = {
    "likelihood": gettext_lazy("kemungkinan sudah dihitung"),
    "answers_missing": gettext_lazy("belum dapat dihitung"),
    "not_on_card": gettext_lazy("ada jawaban di luar kartu"),
    "no_row": gettext_lazy("skor ini tidak ada di tabel"),
}
"""What came of a score card: a word for each label of the rule."""

CARDS_APART = gettext_lazy(
    "Perkiraan untuk kelompok, bukan untuk satu rumah tangga. Tiap kartu berdiri sendiri; tidak ada yang digabung, juga"
    " tidak dengan 14 kriteria."
)
"""Said wherever cards stand side by side."""

POOR_STEPS = (10, 20, 35, 50)
MISSING_STEPS = (0, 10, 30, 60)
AGE_STEPS = (180, 365, 730)
MAPS = {
    "miskin": (
        gettext_lazy("Bagian rumah tangga yang pasti miskin"),
        gettext_lazy("Dari rumah tangga yang sudah pasti miskin atau pasti tidak."),
        [
            gettext_lazy("di bawah 10 %"),
            gettext_lazy("10–20 %"),
            gettext_lazy("20–35 %"),
            gettext_lazy("35–50 %"),
            gettext_lazy("50 % atau lebih"),
        ],
    ),
    "cakupan": (
        gettext_lazy("Rumah tangga yang belum diwawancarai"),
        gettext_lazy("Makin gelap, makin banyak rumah tangga yang belum ditanya."),
        [
            gettext_lazy("semua sudah diwawancarai"),
            gettext_lazy("sampai 10 % belum"),
            gettext_lazy("10–30 % belum"),
            gettext_lazy("30–60 % belum"),
            gettext_lazy("lebih dari 60 % belum"),
        ],
    ),
    "umur": (
        gettext_lazy("Umur data tertua"),
        gettext_lazy("Dihitung dari wawancara terakhir yang paling lama."),
        [
            gettext_lazy("kurang dari 6 bulan"),
            gettext_lazy("6–12 bulan"),
            gettext_lazy("1–2 tahun"),
            gettext_lazy("lebih dari 2 tahun"),
        ],
    ),
}
MAP_NAMES = {
    "miskin": gettext_lazy("Miskin"),
    "cakupan": gettext_lazy("Belum diwawancarai"),
    "umur": gettext_lazy("Umur data"),
}


def counted(count: Count | None) -> str:
    """A count in words; what is hidden says so and looks like nothing else."""
    return _("disembunyikan") if count is HIDDEN else ribuan(count)


def label_words(label: str) -> str:
    return str((LABEL_WORDS | SCORED_WORDS).get(label, _("belum dinilai")))


def need_words(code: str) -> str:
    return str(NEED_WORDS.get(code, code))


def step_of(kind: str, found: Figures, on: object) -> int | None:
    """Which shade an area takes on a map; None where nothing is known."""
    if kind == "miskin":
        return None if found.share_poor is None else _step(found.share_poor * 100, POOR_STEPS)
    if kind == "cakupan":
        share = found.share_counted
        return None if share is None else _missing_step((1 - share) * 100)
    return None if found.oldest is None else _step((on - found.oldest).days, AGE_STEPS)


def _step(value: float, limits: tuple[int, ...]) -> int:
    return sum(value >= limit for limit in limits)


def _missing_step(percent: float) -> int:
    return sum(percent > limit for limit in MISSING_STEPS)
