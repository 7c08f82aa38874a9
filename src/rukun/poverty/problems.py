"""The named ways things go wrong in this room, and what `verify` may notice."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "poverty.card_known": Sentence(
        what=_("Kartu skor {title} sudah ada."),
        why=_("Kartu yang pernah dipakai tidak diubah, agar penilaian lama tetap dapat dijelaskan."),
        now=_("Beri judul lain untuk edisi yang baru, lalu bawa lagi."),
    ),
    "poverty.card_line_unknown": Sentence(
        what=_("Garis {line} tidak ada pada kartu ini."),
        why=_("Kartu ini hanya mengenal: {lines}."),
        now=_("Pilih salah satu garis itu."),
    ),
    "poverty.check_outdated": Sentence(
        what="Keadaan {count} rumah tangga bukan putusan terbarunya (nomor {ids}).",
        why="Daftar dan peta menampilkan putusan yang keliru.",
        now="Hitung lagi dengan ./rukun classify; bila tetap tidak cocok, sampaikan kepada pengelola.",
    ),
    "poverty.check_tally": Sentence(
        what="Jumlah putusan {count} RT tidak sama dengan hitungan ulang (wilayah {ids}).",
        why="Halaman wilayah dan peta menampilkan jumlah yang keliru.",
        now="Hitung lagi dengan ./rukun classify; bila tetap tidak cocok, sampaikan kepada pengelola.",
    ),
    "poverty.check_verdict": Sentence(
        what="Putusan {count} rumah tangga tidak sama bila dinilai ulang (nomor {ids}).",
        why="Fakta dan aturan yang sama harus memberi putusan yang sama.",
        now="Jangan ubah data dulu. Buat cadangan, lalu sampaikan nomor-nomor ini kepada pengelola.",
    ),
}
