"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "mapping.year_closed": Sentence(
        what=_("Pemetaan tahun {year} tidak dapat diubah."),
        why=_("Yang dapat diisi hanya tahun lalu, tahun ini, dan tahun depan."),
        now=_("Buka pemetaan tahun ini, lalu catat perubahannya di sana."),
    ),
    "mapping.sheet_finished": Sentence(
        what=_("{tool} sudah dinyatakan selesai."),
        why=_("Gambar yang selesai tidak diubah diam-diam."),
        now=_("Tekan “Buka lagi” di halamannya, lalu ubah isinya."),
    ),
    "mapping.too_many": Sentence(
        what=_("Lembar ini sudah memuat {most} catatan."),
        why=_("Lebih dari itu gambarnya tidak terbaca lagi."),
        now=_("Gabungkan catatan yang serupa, atau hapus yang tidak perlu."),
    ),
    "mapping.sheet_empty": Sentence(
        what=_("{tool} belum ada isinya."),
        why=_("Yang kosong tidak dapat dinyatakan selesai."),
        now=_("Isi dahulu satu catatan."),
    ),
    "mapping.nobody_there": Sentence(
        what=_("{tool} belum dapat diselesaikan."),
        why=_("Belum dicatat siapa yang hadir saat membuatnya."),
        now=_("Isi dahulu jumlah yang hadir, lalu tekan selesai lagi."),
    ),
    "mapping.still_under_way": Sentence(
        what=_("Pemetaan belum dapat ditutup."),
        why=_("Masih berjalan: {tools}."),
        now=_("Selesaikan dahulu yang masih berjalan."),
    ),
    "mapping.nothing_to_close": Sentence(
        what=_("Pemetaan belum dapat ditutup."),
        why=_("Belum ada satu pun alat yang selesai."),
        now=_("Mulailah dengan satu alat, misalnya peta sosial."),
    ),
    "mapping.nothing_to_copy": Sentence(
        what=_("Tidak ada yang dapat disalin."),
        why=_("Tahun {year} belum ada pemetaan, atau semuanya sudah disalin."),
        now=_("Mulailah dari lembar kosong."),
    ),
    "mapping.class_in_use": Sentence(
        what=_("Kelas {name} belum dapat dihapus."),
        why=_("Masih ada {count} penilaian rumah tangga di kelas ini."),
        now=_("Pindahkan dahulu rumah tangga itu ke kelas lain."),
    ),
    "mapping.household_elsewhere": Sentence(
        what=_("Rumah tangga ini tidak dapat dinilai di sini."),
        why=_("Ia tidak tercatat di RT ini, atau kelasnya dari lembar lain."),
        now=_("Buka lagi halaman penilaian, lalu pilih dari daftar."),
    ),
}
