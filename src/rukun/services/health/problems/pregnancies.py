"""The named ways a pregnancy is told wrongly."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "health.cannot_bear": Sentence(
        what=_("Kehamilan tidak dapat dicatat untuk orang ini."),
        why=_("Menurut data, jenis kelamin atau umurnya tidak sesuai."),
        now=_("Periksa orangnya. Bila datanya salah, perbaiki di halaman warga."),
    ),
    "health.pregnancy_open": Sentence(
        what=_("Kehamilannya sudah tercatat dan belum selesai."),
        why=_("Satu kehamilan cukup dicatat sekali."),
        now=_("Buka kehamilan itu. Bila sudah selesai, catat dulu akhirnya."),
    ),
    "health.pregnancy_too_long": Sentence(
        what=_("{since} sudah lebih dari 44 minggu yang lalu."),
        why=_("Kehamilan tidak berlangsung selama itu."),
        now=_("Periksa hari pertama haid terakhirnya."),
    ),
    "health.pregnancy_ended": Sentence(
        what=_("Kehamilan ini sudah selesai pada {on}."),
        why=_("Sesudah itu tidak ada lagi yang dicatat di sini."),
        now=_("Buka halaman warganya untuk melihat yang sekarang."),
    ),
    "health.before_pregnancy": Sentence(
        what=_("Tanggal itu sebelum kehamilannya mulai."),
        why=_("Haid terakhirnya tercatat {since}."),
        now=_("Periksa tanggalnya."),
    ),
}
