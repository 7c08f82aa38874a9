"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "needs.number_in_words": Sentence(
        what=_("Kata-kata itu memuat angka yang mirip NIK atau nomor KK."),
        why=_("Suara warga dapat dibaca banyak orang. Nomor pribadi tidak boleh ikut."),
        now=_("Hapus angka itu, lalu simpan lagi. Ketikan Anda masih ada."),
    ),
    "needs.phone_in_words": Sentence(
        what=_("Kata-kata itu memuat nomor telepon."),
        why=_("Suara warga dapat dibaca banyak orang. Nomor pribadi tidak boleh ikut."),
        now=_("Hapus nomor itu, lalu simpan lagi. Ketikan Anda masih ada."),
    ),
    "needs.no_words": Sentence(
        what=_("Belum ada kata-kata yang dapat disimpan."),
        why=_("Yang diketik kosong atau hanya spasi."),
        now=_("Tulis dahulu, lalu simpan lagi."),
    ),
    "needs.words_too_long": Sentence(
        what=_("Kata-katanya terlalu panjang."),
        why=_("Paling banyak {limit} huruf, supaya terbaca di gambar dan kertas."),
        now=_("Ringkas atau bagi menjadi dua, lalu simpan lagi."),
    ),
    "needs.day_in_future": Sentence(
        what=_("Tanggal {on} belum tiba."),
        why=_("Yang dicatat adalah yang sudah disampaikan."),
        now=_("Pilih hari ini atau hari yang sudah lewat."),
    ),
    "needs.already_withdrawn": Sentence(
        what=_("Suara ini sudah ditarik atau diperbaiki."),
        why=_("Orang lain mungkin baru saja melakukannya."),
        now=_("Buka lagi daftar suara untuk melihat yang terbaru."),
    ),
    "needs.other_year": Sentence(
        what=_("Suara dan masalah itu bukan dari RT dan tahun yang sama."),
        why=_("Suara dikelompokkan ke masalah RT-nya sendiri pada tahun yang sama."),
        now=_("Pilih masalah lain dari daftar."),
    ),
    "needs.closes_a_loop": Sentence(
        what=_("Sambungan ini membuat lingkaran: {loop}."),
        why=_("Sesuatu tidak dapat menjadi sebab dari dirinya sendiri."),
        now=_("Pilih tempat lain. Atau lepaskan dahulu salah satu sambungan di lingkaran itu."),
    ),
    "needs.to_itself": Sentence(
        what=_("“{node}” tidak dapat menyebabkan dirinya sendiri."),
        why=_("Sebab dan akibat adalah dua hal yang berbeda."),
        now=_("Pilih tempat lain."),
    ),
    "needs.already_there": Sentence(
        what=_("“{cause}” sudah tercatat menyebabkan “{effect}”."),
        why=_("Satu sambungan cukup dicatat sekali."),
        now=_("Pilih tempat lain, atau biarkan seperti sekarang."),
    ),
    "needs.unknown_node": Sentence(
        what=_("Kotak yang dipilih tidak ada di pohon ini."),
        why=_("Orang lain mungkin baru saja menghapusnya."),
        now=_("Buka lagi pohonnya, lalu pilih dari yang ada."),
    ),
    "needs.core_stays": Sentence(
        what=_("Masalah pokok tidak dapat dipindahkan atau dihapus."),
        why=_("Semua sebab dan akibat bergantung padanya."),
        now=_("Ubah kata-katanya, atau tutup seluruh masalah ini."),
    ),
    "needs.tree_full": Sentence(
        what=_("Pohon ini sudah memuat {limit} kotak."),
        why=_("Pohon yang lebih besar tidak terbaca di dinding maupun di ponsel."),
        now=_("Buat masalah pokok baru untuk bagian yang lain."),
    ),
    "needs.no_root_yet": Sentence(
        what=_("Belum ada masalah yang punya sebab."),
        why=_("Usulan nanti bergantung pada sebab. Tanpa sebab, belum ada yang dapat diusulkan."),
        now=_("Buka satu masalah, lalu tambahkan paling sedikit satu sebab."),
    ),
}
