"""What can go wrong with the book of an RT: entries, balances, bank, tax, closing."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "grants.op_clash": Sentence(
        _("Kiriman ini berbeda dari yang sudah tersimpan sebagai jurnal {number}."),
        _("Nomor kirimannya sama, tetapi isinya lain. Yang pertama tidak diubah."),
        _("Buka jurnal {number}. Bila memang berbeda, catat sebagai kejadian baru."),
    ),
    "grants.amount_out_of_range": Sentence(
        _("Jumlah {amount} rupiah tidak dapat dicatat."),
        _("Satu jumlah harus lebih dari nol dan paling banyak sepuluh triliun rupiah."),
        _("Periksa angka nolnya, lalu isi lagi."),
    ),
    "grants.period_closed": Sentence(
        _("Tanggal {on} sudah ditutup dalam buku."),
        _("Buku ditutup sampai {until}, supaya laporan yang sudah dibaca tidak berubah."),
        _("Catat dengan tanggal setelah {until}, dan tulis tanggal kuitansinya di uraian."),
    ),
    "grants.already_reversed": Sentence(
        _("Jurnal {number} sudah dibatalkan oleh jurnal {by}."),
        _("Satu jurnal hanya dapat dibatalkan sekali."),
        _("Bila pembatalannya salah, catat lagi kejadiannya sebagai jurnal baru."),
    ),
    "grants.not_to_be_reversed": Sentence(
        _("Jurnal {number} adalah pembatalan."),
        _("Pembatalan tidak dapat dibatalkan lagi."),
        _("Catat lagi kejadiannya sebagai jurnal baru."),
    ),
    "grants.account_short": Sentence(
        _("{account} tidak cukup: kurang {short}."),
        _("Buku tidak boleh mencatat uang yang tidak ada."),
        _("Periksa dari mana uang ini dibayar, atau catat dulu penerimaannya."),
    ),
    "grants.opened_passed": Sentence(
        _("Jumlah ini melebihi tahap yang dibuka sebesar {over}."),
        _("Tahap yang dibuka sampai hari ini {opened}."),
        _("Periksa jumlah tahapnya, atau tanyakan penetapan pagu ke DPMD."),
    ),
    "grants.not_available": Sentence(
        _("Uang yang boleh dibelanjakan tidak cukup: kurang {over}."),
        _("Sampai hari ini baru {available} yang boleh dibelanjakan."),
        _("Tunggu tahap berikutnya, atau batalkan pembayaran lain yang belum dibayar."),
    ),
    "grants.line_unknown": Sentence(
        _("Baris RAB ini tidak ditemukan."),
        _("Mungkin RAB sudah diubah sejak halaman ini dibuka."),
        _("Muat ulang halaman, lalu pilih barisnya lagi."),
    ),
    "grants.line_passed": Sentence(
        _("Baris “{line}” akan terlampaui {over}."),
        _("RAB yang berlaku menyetujui {approved} untuk baris ini."),
        _("Kurangi jumlahnya, atau ajukan perubahan RAB lebih dulu."),
    ),
    "grants.panjar_short": Sentence(
        _("Panjar pengurus ini tidak cukup: kurang {short}."),
        _("Yang dibelanjakan dari panjar tidak boleh melebihi yang dipegang."),
        _("Catat dulu panjar yang diserahkan, atau pilih sumber lain."),
    ),
    "grants.talangan_short": Sentence(
        _("Penggantian ini melebihi talangan pengurus sebesar {short}."),
        _("Yang diganti tidak boleh lebih dari yang ditalangi."),
        _("Periksa jumlah talangannya."),
    ),
}
