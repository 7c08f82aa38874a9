"""Ways in which the file of a call goes wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "health.bundle_reason": Sentence(
        _("Alasan mengambil berkas belum jelas."),
        _("Berkas ini memuat data kesehatan anak, jadi setiap pengambilan tercatat."),
        _("Tulis alasannya dengan kalimat, misalnya: dikirim ke puskesmas."),
    ),
    "health.bundle_number": Sentence(
        _("Alasan ini memuat nomor panjang."),
        _("Catatan pengambilan dibaca pengawas dan tidak boleh memuat NIK atau telepon."),
        _("Hapus nomornya, lalu coba lagi."),
    ),
    "health.bundle_empty": Sentence(
        _("Kunjungan ini tidak memuat ukuran."),
        _("Berkas hanya berisi yang diukur pada kunjungan itu."),
        _("Pilih kunjungan lain, atau catat ukurannya dulu."),
    ),
}
