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
    "grants.book_carried": Sentence(
        _("Buku tahun {year} sudah selesai: sisanya {amount} dipindah ke tahun berikutnya."),
        _("Setelah SiLPA (sisa dana) dipindah, buku lama tidak menerima catatan lagi."),
        _("Catat di buku tahun berikutnya, dan sebut tanggal kuitansinya di uraian."),
    ),
    "grants.not_an_officer": Sentence(
        _("Panjar hanya untuk pengurus RT ini."),
        _("Orang yang dipilih tidak memegang jabatan di RT ini pada tanggal itu."),
        _("Pilih pengurus lain, atau catat dulu jabatannya di desa/kelurahan."),
    ),
    "grants.tax_nothing": Sentence(
        _("Tidak ada {tax} yang menunggu disetor sampai {on}."),
        _("Yang disetor adalah pajak yang sudah dipungut dari kuitansi yang dibayar."),
        _("Periksa jenis pajak dan tanggalnya di buku pajak."),
    ),
    "grants.tax_proof": Sentence(
        _("Nomor bukti setor {tax} belum diisi."),
        _("NTPN adalah bukti bahwa pajak benar sampai di kas negara."),
        _("Salin nomornya dari bukti penerimaan negara, lalu simpan lagi."),
    ),
    "grants.reverse_elsewhere": Sentence(
        _("Jurnal {number} ({kind}) tidak dapat dibatalkan dari sini."),
        _("Jurnal ini berasal dari kuitansi, tahap, swadaya, atau SiLPA yang ikut berubah bila dibatalkan."),
        _("Buka catatan asalnya, lalu batalkan di sana."),
    ),
    "grants.reason_needed": Sentence(
        _("Alasan pembatalan belum diisi."),
        _("Jurnal dan pembatalannya sama-sama tetap terbaca. Pembaca berhak tahu sebabnya."),
        _("Tulis alasannya dengan satu kalimat."),
    ),
    "grants.bank_below": Sentence(
        _("Saldo rekening tidak mungkin kurang dari nol."),
        _("Rekening dana RT tidak boleh punya utang ke bank."),
        _("Salin saldo akhir dari rekening koran, lalu simpan lagi."),
    ),
    "grants.bank_differs": Sentence(
        _("Rekening koran dan buku berbeda {difference} pada {on}."),
        _("Bank menyebut {stated}, buku mencatat {booked}."),
        _("Cari catatan yang kurang. Bila belum ketemu, tulis sebab selisihnya."),
    ),
    "grants.close_ahead": Sentence(
        _("Tanggal {until} belum lewat."),
        _("Hari yang belum lewat masih dapat membawa catatan baru."),
        _("Pilih tanggal hari ini atau sebelumnya."),
    ),
    "grants.close_before": Sentence(
        _("Buku sudah ditutup sampai {until}."),
        _("Yang sudah ditutup tidak dibuka lagi."),
        _("Pilih tanggal setelah {until}."),
    ),
    "grants.close_unreconciled": Sentence(
        _("Rekening koran per {until} belum dicocokkan dengan buku."),
        _("Buku ditutup setelah saldo bank dan saldo buku dibandingkan."),
        _("Catat saldo akhir rekening koran per {until}, lalu tutup lagi."),
    ),
    "grants.leftover_unknown": Sentence(
        _("Belum diketahui ke mana sisa dana tahun {year} harus pergi."),
        _("Juknis tahun itu tidak menyebut apakah sisa dipindah atau dikembalikan."),
        _("Tanyakan ke DPMD, lalu minta jawabannya dicatat di juknis."),
    ),
    "grants.leftover_open": Sentence(
        _("Buku belum dapat diakhiri: {items}."),
        _("Sisa dana hanya pindah bila tidak ada lagi yang terbuka."),
        _("Selesaikan satu per satu, lalu coba lagi."),
    ),
    "grants.next_book_missing": Sentence(
        _("Buku tahun {year} belum dibuka."),
        _("SiLPA (sisa dana) harus punya buku yang menerimanya."),
        _("Buka dulu buku dana tahun {year} di halaman dana RT."),
    ),
    "grants.year_not_over": Sentence(
        _("Tahun {year} belum berakhir."),
        _("Sisa dana dihitung paling cepat di bulan Desember."),
        _("Tunggu sampai Desember {year}."),
    ),
}
