"""What can go wrong with flags and audit samples."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "grants.flag_closed": Sentence(
        _("Tanda ini sudah selesai dilihat pada {on}."),
        _("Jawaban atas sebuah tanda tidak diubah lagi."),
        _("Bila ada hal baru, tulis dalam laporan pemeriksaan."),
    ),
    "grants.flag_needs_words": Sentence(
        _("Tanda ini belum dapat ditutup."),
        _("Tanda hanya ditutup dengan alasan tertulis."),
        _("Tulis apa yang Anda lihat dan dari mana Anda tahu."),
    ),
    "grants.sample_open": Sentence(
        _("Undian pemeriksaan {year} sudah diumumkan dan belum diundi."),
        _("Satu pengumuman diundi dulu sebelum yang berikutnya."),
        _("Undi dulu yang sudah diumumkan."),
    ),
    "grants.sample_drawn": Sentence(
        _("Undian ini sudah dilakukan pada {on}."),
        _("Hasil undian tidak diulang, supaya tidak ada yang memilih."),
        _("Umumkan undian baru bila perlu contoh lagi."),
    ),
    "grants.sample_too_soon": Sentence(
        _("Undian belum boleh dilakukan."),
        _("Kata undian diumumkan {on}; undian paling cepat esok harinya."),
        _("Kembali besok. Semua orang dapat mencatat kata undiannya hari ini."),
    ),
}
