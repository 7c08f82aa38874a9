"""What can go wrong with price lists and analyses of work."""

from django.utils.translation import gettext_lazy as _

from rukun.kit import sheet
from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = sheet.CATALOGUE | {
    "grants.price_cell": Sentence(
        _("Lembar {sheet}, baris {row}, kolom {column}: “{text}” tidak dapat dibaca."),
        _("Titik dan koma dapat berarti ribuan atau sen. Kami tidak mau menebak."),
        _("Tulis seperti 1.500.000 atau 1500000, tanpa sen. Sel kosong perlu diisi."),
    ),
    "grants.price_range": Sentence(
        _("Lembar {sheet}, baris {row}, kolom {column}: “{text}” bukan harga yang mungkin."),
        _("Harga harus lebih dari nol dan paling banyak sepuluh triliun rupiah."),
        _("Periksa angka nolnya di berkas, lalu unggah lagi."),
    ),
    "grants.price_code_twice": Sentence(
        _("Lembar {sheet}, baris {row}: kode {name} sudah dipakai di baris {first}."),
        _("Satu kode hanya boleh punya satu harga dalam satu daftar."),
        _("Hapus atau ganti salah satu kodenya, lalu unggah lagi."),
    ),
    "grants.list_empty": Sentence(
        _("Tidak ada satu baris pun yang dapat disimpan."),
        _("Daftar tanpa isi akan menutupi daftar yang berlaku sekarang."),
        _("Periksa berkasnya, lalu unggah lagi."),
    ),
    "grants.list_too_old": Sentence(
        _("Daftar tidak dapat berlaku sejak {since}."),
        _("Tanggalnya terlalu jauh dari hari ini; mungkin tahunnya salah ketik."),
        _("Periksa tanggal di keputusan bupati, lalu isi lagi."),
    ),
    "grants.list_waited": Sentence(
        _("Hasil pemeriksaan berkas sudah lewat waktu atau rusak."),
        _("Hasilnya hanya disimpan satu hari, supaya daftar lama tidak tersimpan tanpa sengaja."),
        _("Pilih berkasnya sekali lagi."),
    ),
}
