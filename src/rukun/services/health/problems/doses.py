"""The named ways a dose goes wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "health.dose_unknown": Sentence(
        what=_("Pemberian itu tidak dikenal."),
        why=_("Pilihannya tidak ada di daftar."),
        now=_("Pilih dari daftar, lalu simpan lagi."),
    ),
    "health.dose_known": Sentence(
        what=_("{given} dosis {number} sudah tercatat pada {on}."),
        why=_("Satu dosis cukup dicatat sekali."),
        now=_("Bila yang lama keliru, tarik dulu di kartu, lalu catat lagi."),
    ),
    "health.dose_same_day": Sentence(
        what=_("{given} sudah tercatat pada {on}."),
        why=_("Yang sama tidak diberikan dua kali sehari."),
        now=_("Periksa tanggalnya di buku KIA."),
    ),
    "health.dose_no_reason": Sentence(
        what=_("Alasannya belum ditulis."),
        why=_("Catatan yang ditarik tetap terbaca bersama alasannya."),
        now=_("Tulis alasannya dengan singkat."),
    ),
    "health.dose_taken_back": Sentence(
        what=_("Catatan ini sudah ditarik."),
        why=_("Orang lain mungkin baru saja melakukannya."),
        now=_("Buka lagi kartunya untuk melihat yang terbaru."),
    ),
}
