"""Ways in which groups go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "programmes.day_not_possible": Sentence(
        _("Tanggal {on} tidak dapat dipakai."),
        _("Catatan ini dari {first} sampai hari ini, {today}."),
        _("Periksa hari, bulan, dan tahunnya."),
    ),
    "programmes.scheme_not_here": Sentence(
        _("Program itu tidak berjalan di sini pada {on}."),
        _("Kelompok dan kegiatan berdiri di bawah program yang sedang berjalan."),
        _("Pilih program lain, atau minta kantor program memperpanjangnya."),
    ),
    "programmes.group_same_name": Sentence(
        _("Kelompok “{name}” sudah ada di sini."),
        _("Dua kelompok dengan nama sama mudah tertukar uangnya."),
        _("Buka kelompok yang sudah ada, atau beri nama lain."),
    ),
    "programmes.group_ended": Sentence(
        _("Kelompok “{name}” sudah ditutup pada {until}."),
        _("Kelompok yang ditutup tidak menerima modal atau anggota lagi."),
        _("Bentuk kelompok baru bila mereka mulai lagi."),
    ),
    "programmes.capital_amount": Sentence(
        _("Jumlah {amount} tidak dapat dicatat."),
        _("Modal harus lebih dari nol dan kurang dari sepuluh triliun rupiah."),
        _("Periksa angka nolnya."),
    ),
    "programmes.more_back_than_out": Sentence(
        _("Modal yang kembali menjadi lebih {over} daripada yang keluar."),
        _("Dihitung menurut tanggalnya, kelompok tidak berutang sebanyak itu."),
        _("Periksa jumlah dan tanggalnya. Mungkin satu penyaluran belum dicatat."),
    ),
    "programmes.undone_already": Sentence(
        _("Catatan ini sudah dibatalkan, atau memang sebuah pembatalan."),
        _("Satu catatan hanya dibatalkan satu kali."),
        _("Catat lagi jumlah yang benar."),
    ),
    "programmes.undo_words": Sentence(
        _("Alasan pembatalan belum ditulis."),
        _("Yang membaca nanti perlu tahu apa yang keliru."),
        _("Tulis satu kalimat: apa yang salah catat."),
    ),
    "programmes.not_a_resident": Sentence(
        _("Orang itu tidak tercatat tinggal di wilayah ini."),
        _("Nama diambil dari buku warga wilayah ini."),
        _("Cari lagi namanya, atau perbaiki dulu buku warga."),
    ),
    "programmes.member_already": Sentence(
        _("Orang itu sudah anggota kelompok ini."),
        _("Satu orang cukup dicatat satu kali."),
        _("Pilih orang lain."),
    ),
    "programmes.capital_still_out": Sentence(
        _("Modal {out} masih di luar."),
        _("Kelompok ditutup bila semua modal sudah kembali."),
        _("Catat dulu pengembaliannya."),
    ),
}
