"""Ways in which looks go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "sanitation.day_in_future": Sentence(
        what=_("Tanggal {on} belum tiba."),
        why=_("Yang dicatat adalah yang sudah dilihat."),
        now=_("Pilih hari ini atau hari yang sudah lewat."),
    ),
    "sanitation.nobody_lives_there": Sentence(
        what=_("Tidak ada yang tinggal di rumah tangga ini."),
        why=_("Penghuninya sudah pindah atau meninggal, menurut data warga."),
        now=_("Periksa data warganya. Bila ada yang datang, catat dahulu di sana."),
    ),
    "sanitation.nothing_told": Sentence(
        what=_("Belum ada jawaban yang dapat disimpan."),
        why=_("Semua jawaban masih kosong."),
        now=_("Isi sekurangnya satu jawaban, lalu simpan lagi."),
    ),
}
