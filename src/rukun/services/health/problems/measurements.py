"""Ways in which measurements go wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "health.measure_nothing": Sentence(
        _("Belum ada ukuran yang diisi."),
        _("Satu ukuran saja sudah cukup untuk disimpan."),
        _("Isi berat, tinggi, lingkar kepala, atau lingkar lengan."),
    ),
    "health.measure_no_birth_date": Sentence(
        _("Tanggal lahir anak ini belum diketahui."),
        _("Tanpa umur, pertumbuhannya tidak dapat dibaca."),
        _("Isi dulu tanggal lahirnya di halaman warga, lalu simpan ukurannya."),
    ),
    "health.measure_before_birth": Sentence(
        _("Hari ukur {on} lebih awal daripada hari lahir {born}."),
        _("Anak tidak dapat diukur sebelum lahir."),
        _("Periksa hari ukurnya, atau tanggal lahir di halaman warga."),
    ),
    "health.measure_grown": Sentence(
        _("Orang ini sudah berumur lebih dari 19 tahun."),
        _("Tabel pertumbuhan WHO berhenti pada umur 19 tahun."),
        _("Periksa apakah Anda memilih orang yang benar."),
    ),
    "health.measure_dead": Sentence(
        _("Anak ini tercatat meninggal pada {died}."),
        _("Ukuran sesudah hari itu tidak dapat disimpan."),
        _("Periksa orangnya. Bila catatannya keliru, sampaikan kepada ketua RT."),
    ),
    "health.measure_not_here": Sentence(
        _("Anak ini tidak tercatat tinggal di sini pada hari itu."),
        _("Ukuran disimpan di tempat anak tinggal."),
        _("Periksa harinya. Bila anak baru datang, catat dulu kedatangannya."),
    ),
    "health.measure_swapped": Sentence(
        _("Berat dan tinggi tampaknya tertukar."),
        _("Angka kilogram lebih besar daripada angka sentimeter."),
        _("Tukar kedua angkanya, lalu simpan lagi."),
    ),
    "health.measure_implausible": Sentence(
        _("Angka ini sangat jarang pada umur ini: {what}."),
        _("Mungkin salah baca, salah ketik, atau tanggal lahirnya keliru."),
        _("Ukur sekali lagi. Bila tetap sama, centang “Sudah saya ukur ulang”."),
    ),
    "health.measure_why": Sentence(
        _("Alasannya belum ditulis."),
        _("Ukuran lama tetap tersimpan, jadi orang perlu tahu apa yang berubah."),
        _("Tulis satu kalimat pendek, misalnya: salah baca timbangan."),
    ),
    "health.measure_replaced": Sentence(
        _("Ukuran ini sudah diperbaiki."),
        _("Mungkin orang lain lebih dulu memperbaikinya."),
        _("Buka lagi halaman anak dan lihat ukuran yang terbaru."),
    ),
}
