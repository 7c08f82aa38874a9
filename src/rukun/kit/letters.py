"""The letters of money, periods and area codes (those of the sheet reader stand in `sheet.CATALOGUE`)."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "money.unreadable": Sentence(
        what=_("Jumlah uang {text} tidak terbaca."),
        why=_("Titik memisahkan ribuan, koma memisahkan sen; selain itu kami tidak mau menebak."),
        now=_("Tulis seperti 1.500.000 atau Rp1.500.000."),
    ),
    "money.not_whole": Sentence(
        what=_("Jumlah uang {text} memuat sen."),
        why=_("Di sini semua jumlah dihitung dalam rupiah bulat."),
        now=_("Bulatkan sesuai bukti pembayarannya, lalu tulis lagi."),
    ),
    "periods.ends_before_it_begins": Sentence(
        what=_("Masa ini berakhir {until}, padahal baru mulai {since}."),
        why=_("Hari akhir harus sesudah hari mulai."),
        now=_("Periksa kedua tanggal itu."),
    ),
    "periods.not_born_yet": Sentence(
        what=_("Umur pada {on} tidak dapat dihitung."),
        why=_("Tanggal lahirnya {birth}, sesudah hari itu."),
        now=_("Periksa tanggal lahirnya."),
    ),
    "areacodes.unreadable": Sentence(
        what=_("{text} bukan kode wilayah."),
        why=_("Kode wilayah Kemendagri berbentuk 64, 64.02, 64.02.05 atau 64.02.05.2010."),
        now=_("Periksa kodenya di daftar wilayah."),
    ),
    "areacodes.unknown": Sentence(
        what=_("Kode wilayah {text} tidak ada dalam daftar."),
        why=_("Daftar yang dipakai mengikuti {decree}."),
        now=_("Periksa kodenya, atau muat daftar wilayah yang lebih baru."),
    ),
}

RETIRED: frozenset[str] = frozenset()
