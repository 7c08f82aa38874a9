"""Ways in which posyandu go wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "health.post_name": Sentence(
        _("Posyandu ini belum punya nama."),
        _("Kader memilih posyandu dari namanya."),
        _("Tulis namanya, misalnya Posyandu Melati."),
    ),
    "health.post_name_taken": Sentence(
        _("{name} sudah ada di wilayah ini."),
        _("Dua posyandu bernama sama akan tertukar."),
        _("Pakai yang sudah ada, atau tulis nama lain."),
    ),
    "health.post_future": Sentence(
        _("Hari mulai {since} belum tiba."),
        _("Posyandu dicatat sesudah mulai berjalan."),
        _("Periksa harinya, atau catat lagi pada hari itu."),
    ),
    "health.post_closed": Sentence(
        _("Posyandu ini sudah ditutup sejak {until}."),
        _("Mungkin orang lain sudah menutupnya."),
        _("Kembali ke daftar posyandu."),
    ),
    "health.post_too_young": Sentence(
        _("Posyandu ini baru dibuka pada {since}."),
        _("Posyandu berjalan paling sedikit satu hari."),
        _("Tutup besok, bila memang tidak jadi."),
    ),
}
