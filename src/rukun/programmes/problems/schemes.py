"""Ways in which schemes go wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "programmes.scheme_known": Sentence(
        _("Program “{name}” yang mulai {since} sudah ada di sini."),
        _("Dua program dengan nama dan hari yang sama akan tertukar."),
        _("Buka yang sudah ada, atau beri nama lain."),
    ),
    "programmes.scheme_period": Sentence(
        _("Masa program tidak dapat dipakai: {since} sampai {until}."),
        _("Hari akhir harus sesudah hari mulai, dan mulainya sejak tahun 2000."),
        _("Periksa hari, bulan, dan tahunnya."),
    ),
    "programmes.terms_day": Sentence(
        _("Ketentuan tidak dapat mulai {since}."),
        _("Programnya mulai {first}, dan ketentuan berlaku selama program berjalan."),
        _("Periksa hari, bulan, dan tahunnya."),
    ),
    "programmes.terms_known": Sentence(
        _("Ketentuan yang mulai {since} sudah ada."),
        _("Ketentuan tidak diubah, supaya keputusan lama tetap dapat dibaca."),
        _("Pilih hari mulai yang lain. Yang terbaru yang berlaku."),
    ),
    "programmes.terms_parts": Sentence(
        _("Bantuan tidak dapat dibagi menjadi {parts} tahap."),
        _("Jumlah tahap dari 1 sampai {most}."),
        _("Periksa angkanya."),
    ),
    "programmes.fact_unknown": Sentence(
        _("Syarat “{criterion}” memakai hal yang tidak dikenal: {fact}."),
        _("Syarat hanya dapat memakai hal yang memang ditanyakan atau tercatat."),
        _("Pilih salah satu hal dari daftar."),
    ),
    "programmes.fact_kind": Sentence(
        _("Syarat “{criterion}” tidak cocok dengan “{fact}”."),
        _("Angka dibandingkan dengan batas; pilihan dicocokkan dengan jawaban."),
        _("Pakai batas untuk angka, dan daftar jawaban untuk pilihan."),
    ),
    "programmes.fact_answer": Sentence(
        _("Syarat “{criterion}” menunggu jawaban yang tidak ada: {answer}."),
        _("Pertanyaan “{fact}” tidak punya jawaban itu."),
        _("Pilih salah satu jawabannya."),
    ),
    "programmes.order_fact": Sentence(
        _("Urutan tidak dapat memakai “{fact}”."),
        _("Urutan hanya memakai hal yang berupa angka."),
        _("Pilih hal lain dari daftar."),
    ),
}
