"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "poverty.card_known": Sentence(
        what=_("Kartu skor {title} sudah ada."),
        why=_("Kartu yang pernah dipakai tidak diubah, agar penilaian lama tetap dapat dijelaskan."),
        now=_("Beri judul lain untuk edisi yang baru, lalu bawa lagi."),
    ),
    "poverty.card_line_unknown": Sentence(
        what=_("Garis {line} tidak ada pada kartu ini."),
        why=_("Kartu ini hanya mengenal: {lines}."),
        now=_("Pilih salah satu garis itu."),
    ),
}
