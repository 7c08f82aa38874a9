"""Ways in which larva watch goes wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "sanitation.round_running": Sentence(
        what=_("Putaran yang sekarang masih berjalan sampai {until}."),
        why=_("Satu putaran lamanya dua minggu. Putaran berikutnya menyusul sesudahnya."),
        now=_("Catat rumah di putaran yang sedang berjalan."),
    ),
    "sanitation.no_round": Sentence(
        what=_("Belum ada putaran jentik yang berjalan di RT ini."),
        why=_("Angka jentik dihitung per putaran dua minggu."),
        now=_("Mulai putaran dahulu di halaman jentik RT."),
    ),
    "sanitation.more_positive_than_seen": Sentence(
        what=_("Wadah berjentik ({positive}) lebih banyak daripada wadah yang dilihat ({containers})."),
        why=_("Wadah berjentik adalah sebagian dari wadah yang dilihat."),
        now=_("Periksa kedua angkanya. Mungkin tertukar."),
    ),
}
