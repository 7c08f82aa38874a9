"""Ways in which schooling goes wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "education.nobody": Sentence(
        what=_("Orang ini tidak ada di wilayah Anda."),
        why=_("Datanya mungkin sudah pindah ke RT lain."),
        now=_("Cari lagi di daftar warga."),
    ),
    "education.day_in_future": Sentence(
        what=_("Tanggal {on} belum tiba."),
        why=_("Yang dicatat adalah yang sudah diketahui."),
        now=_("Pilih hari ini atau hari yang sudah lewat."),
    ),
    "education.born_later": Sentence(
        what=_("Pada {on} anak ini belum lahir."),
        why=_("Tanggal lahirnya di data warga lebih baru."),
        now=_("Periksa tanggal yang diketik, atau perbaiki tanggal lahirnya di data warga."),
    ),
    "education.died": Sentence(
        what=_("Orang ini tercatat meninggal pada {on}."),
        why=_("Keadaan sekolah dicatat untuk yang masih hidup."),
        now=_("Bila keliru, perbaiki dahulu di data warga."),
    ),
    "education.level_missing": Sentence(
        what=_("Jenjang sekolahnya belum dipilih."),
        why=_("Anak yang bersekolah selalu punya jenjang."),
        now=_("Pilih jenjangnya, lalu simpan lagi."),
    ),
    "education.grade_does_not_fit": Sentence(
        what=_("Kelas {grade} tidak ada di jenjang itu."),
        why=_("Kelasnya antara {first} dan {last}, dihitung terus dari SD."),
        now=_("Periksa kelas dan jenjangnya. Kelas 2 SMP ditulis 8."),
    ),
    "education.reason_missing": Sentence(
        what=_("Alasannya belum dipilih."),
        why=_("Tanpa alasan, tidak jelas bantuan apa yang diperlukan."),
        now=_("Pilih alasan yang paling dekat dengan kata rumah tangganya."),
    ),
    "education.reason_in_words": Sentence(
        what=_("Alasan lain perlu ditulis."),
        why=_("Daftar alasan tidak memuatnya."),
        now=_("Tulis alasannya dengan singkat, lalu simpan lagi."),
    ),
}
