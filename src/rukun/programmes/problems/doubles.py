"""Ways in which doubles go wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "programmes.double_open": Sentence(
        _("Ada bantuan serupa yang belum diselesaikan: {other}."),
        _("Bantuan yang sama tidak diberikan dua kali tanpa diperiksa."),
        _("Buka bantuan ganda itu, putuskan, lalu terima lagi di sini."),
    ),
    "programmes.double_keeps": Sentence(
        _("Bantuan ganda sudah diputuskan: tetap pada {other}."),
        _("Yang ini karena itu tidak diterima."),
        _("Tolak pengajuan ini, atau putuskan lagi bantuan gandanya."),
    ),
    "programmes.double_moves": Sentence(
        _("Bantuan lama belum berakhir: {other}."),
        _("Penerimanya pindah ke bantuan baru, jadi yang lama berhenti dahulu."),
        _("Keluarkan dari bantuan lama, lalu terima lagi di sini."),
    ),
    "programmes.double_over": Sentence(
        _("Bantuan ganda ini sudah selesai."),
        _("Kedua pengajuannya sudah diputuskan."),
        _("Baca keputusannya di halaman penerima."),
    ),
}
