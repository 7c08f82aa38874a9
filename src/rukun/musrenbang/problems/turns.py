"""What hinders a turn."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "musrenbang.cannot_turn": Sentence(
        what=_("Usulan yang {before} tidak dapat menjadi {after}."),
        why=_("Keadaannya mungkin baru saja berubah oleh orang lain."),
        now=_("Buka usulan itu lagi dan lihat riwayatnya."),
    ),
    "musrenbang.reason_missing": Sentence(
        what=_("Alasan belum ditulis."),
        why=_("Warga berhak tahu mengapa usulannya {after}."),
        now=_("Tulis alasannya dengan kalimat biasa, lalu simpan lagi."),
    ),
    "musrenbang.article_missing": Sentence(
        what=_("Pasal yang mendasari penolakan belum ditulis."),
        why=_("Penolakan tanpa dasar aturan tidak dapat diperiksa warga."),
        now=_("Tulis pasal juknis atau peraturan yang dipakai."),
    ),
}
