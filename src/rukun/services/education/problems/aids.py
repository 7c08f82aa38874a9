"""Ways in which aids go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "education.aid_twice": Sentence(
        what=_("Bantuan itu sudah tercatat untuk tahun {year}."),
        why=_("Satu jenis bantuan dicatat sekali setahun untuk satu anak."),
        now=_("Buka bantuan yang sudah ada, lalu ubah keadaannya."),
    ),
    "education.aid_year": Sentence(
        what=_("Tahun {year} tidak mungkin."),
        why=_("Bantuan dicatat dari 2014 sampai tahun depan."),
        now=_("Periksa tahunnya, lalu simpan lagi."),
    ),
    "education.amount_missing": Sentence(
        what=_("Jumlah yang diterima belum ditulis."),
        why=_("Jumlah menunjukkan apakah bantuannya utuh."),
        now=_("Tulis jumlahnya seperti di buku tabungan."),
    ),
    "education.why_missing": Sentence(
        what=_("Sebabnya belum ditulis."),
        why=_("Sebab yang tertulis membantu memperbaikinya tahun depan."),
        now=_("Tulis sebabnya dengan singkat, lalu simpan lagi."),
    ),
    "education.taken_back_without_words": Sentence(
        what=_("Bantuan ini sudah tercatat diterima."),
        why=_("Mengubahnya perlu alasan yang dapat dibaca kemudian."),
        now=_("Tulis alasannya, lalu simpan lagi."),
    ),
}
