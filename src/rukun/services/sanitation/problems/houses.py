"""Ways in which houses go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "sanitation.nothing_measured": Sentence(
        what=_("Belum ada keadaan rumah yang dapat disimpan."),
        why=_("Semua jawaban tentang rumah masih kosong."),
        now=_("Isi luas lantai, atau jawab satu bagian rumah. Lalu simpan lagi."),
    ),
    "sanitation.openings_too_large": Sentence(
        what=_("Jendela dan lubang angin lebih luas daripada lantainya."),
        why=_("Itu hampir tidak mungkin. Angkanya mungkin tertukar."),
        now=_("Periksa kedua luasnya, lalu simpan lagi."),
    ),
}
