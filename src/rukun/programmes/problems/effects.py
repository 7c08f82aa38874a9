"""Ways in which results and leaving go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "programmes.effect_not_now": Sentence(
        _("Hasil bantuan ini belum waktunya ditanyakan."),
        _("Hasil ditanyakan 3, 6, dan 12 bulan setelah bantuan datang."),
        _("Tanyakan lagi mulai {on}."),
    ),
    "programmes.effect_done": Sentence(
        _("Hasil bantuan ini tidak ditanyakan sekarang."),
        _("Bantuannya belum datang, atau hasilnya sudah dicatat semua."),
        _("Tidak ada yang perlu dilakukan."),
    ),
    "programmes.effect_words": Sentence(
        _("Cerita penerima belum ditulis."),
        _("Angka saja tidak menjelaskan apa yang berubah."),
        _("Tulis satu kalimat dari penerimanya."),
    ),
    "programmes.effect_income": Sentence(
        _("Penghasilan itu tidak dapat dicatat."),
        _("Penghasilan sebulan paling banyak satu miliar rupiah."),
        _("Periksa angka nolnya, atau kosongkan bila tidak disebut."),
    ),
    "programmes.leave_not_enrolled": Sentence(
        _("Yang ini tidak sedang menerima bantuan. Keadaannya: {state}."),
        _("Keluar dari program hanya untuk yang sedang menerima."),
        _("Buka halaman penerimanya untuk melihat ceritanya."),
    ),
    "programmes.leave_day": Sentence(
        _("Tanggal keluar {on} tidak dapat dipakai."),
        _("Keluar dicatat dari {first} sampai hari ini, {today}."),
        _("Periksa hari, bulan, dan tahunnya."),
    ),
    "programmes.leave_words": Sentence(
        _("Alasan “{reason}” perlu penjelasan."),
        _("Penerima berhak tahu mengapa bantuannya berhenti."),
        _("Tulis penjelasannya dengan kata-kata Anda."),
    ),
}
