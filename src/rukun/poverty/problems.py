"""The named ways things go wrong in this room: what `verify` may notice."""

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
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
