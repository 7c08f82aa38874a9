"""The named ways a visit goes wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "health.day_in_future": Sentence(
        what=_("Tanggal {on} belum tiba."),
        why=_("Yang dicatat adalah yang sudah terjadi."),
        now=_("Pilih hari ini atau hari yang sudah lewat."),
    ),
    "health.household_gone": Sentence(
        what=_("Rumah tangga ini sudah tidak ada sejak {until}."),
        why=_("Kunjungan hanya untuk rumah tangga yang masih ada."),
        now=_("Cari orangnya di daftar warga, lalu buka rumah tangganya yang sekarang."),
    ),
    "health.before_household": Sentence(
        what=_("Rumah tangga ini baru tercatat sejak {since}."),
        why=_("Kunjungan tidak mungkin lebih dulu dari itu."),
        now=_("Periksa tanggal kunjungannya."),
    ),
    "health.nobody_and_somebody": Sentence(
        what=_("Rumah kosong dicentang, tetapi ada hasil yang diisi."),
        why=_("Keduanya tidak mungkin benar bersamaan."),
        now=_("Hapus centangnya, atau kosongkan hasilnya."),
    ),
    "health.call_empty": Sentence(
        what=_("Belum ada yang diisi."),
        why=_("Kunjungan tanpa isi tidak menolong siapa pun."),
        now=_("Isi satu hal, tulis catatan, atau centang rumah kosong."),
    ),
    "health.person_not_here": Sentence(
        what=_("Orang ini tidak tercatat tinggal di sini."),
        why=_("Ia sudah pindah, atau berada di luar wilayah Anda."),
        now=_("Periksa di daftar warga. Bila kembali, catat dulu kedatangannya."),
    ),
    "health.person_dead": Sentence(
        what=_("Orang ini tercatat meninggal pada {died}."),
        why=_("Yang sudah meninggal tidak dikunjungi lagi."),
        now=_("Bila keliru, minta ketua RT memperbaiki datanya."),
    ),
    "health.person_born_later": Sentence(
        what=_("Menurut data, ia lahir pada {born}. Itu sesudah {on}."),
        why=_("Tanggal lahir atau tanggal ini keliru."),
        now=_("Periksa tanggalnya. Bila tanggal lahirnya salah, perbaiki di halaman warga."),
    ),
    "health.nothing_seen": Sentence(
        what=_("Belum ada hasil yang diisi."),
        why=_("Pemeriksaan tanpa hasil tidak dapat dibandingkan nanti."),
        now=_("Isi paling sedikit satu hasil."),
    ),
    "health.pressure_swapped": Sentence(
        what=_("Tekanan atas {upper} tidak lebih besar dari bawah {lower}."),
        why=_("Mungkin keduanya tertukar."),
        now=_("Lihat lagi alatnya. Angka atas selalu lebih besar."),
    ),
}
