"""What can go wrong with receipts, vendors, and who pays whom."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "grants.payment_op_clash": Sentence(
        _("Kiriman ini berbeda dari kuitansi {number} yang sudah tersimpan."),
        _("Nomor kirimannya sama, tetapi isinya lain. Yang pertama tidak diubah."),
        _("Buka kuitansi {number}. Bila memang berbeda, catat sebagai kuitansi baru."),
    ),
    "grants.payment_not_open": Sentence(
        _("Kegiatan ini belum dapat dibelanjakan: {state}."),
        _("Uang keluar hanya untuk kegiatan yang RAB-nya disetujui dan belum ditutup."),
        _("Tunggu RAB disetujui, lalu catat kuitansinya. Fotonya dapat Anda simpan di ponsel."),
    ),
    "grants.payment_empty": Sentence(
        _("Kuitansi ini belum berisi apa-apa."),
        _("Setiap kuitansi menyebut barang atau jasa, jumlahnya, dan harganya."),
        _("Isi sedikitnya satu baris."),
    ),
    "grants.payment_future": Sentence(
        _("Tanggal kuitansi {day} belum tiba."),
        _("Hari ini {on}. Kuitansi tidak dapat bertanggal besok."),
        _("Periksa tanggal dan tahunnya di kertas."),
    ),
    "grants.payment_too_old": Sentence(
        _("Tanggal kuitansi {day} terlalu lama untuk buku tahun {year}."),
        _("Belanja satu tahun dibuktikan oleh kuitansi tahun itu."),
        _("Periksa tahunnya di kertas. Bila benar, tanyakan dulu kepada desa."),
    ),
    "grants.payment_payee": Sentence(
        _("Belum tertulis siapa yang dibayar."),
        _("Pemeriksa mencocokkan nama di kuitansi dengan nama di buku."),
        _("Tulis nama toko atau orangnya."),
    ),
    "grants.payment_total": Sentence(
        _("Jumlah di kertas {amount}, tetapi jumlah barisnya {total}."),
        _("Keduanya harus sama sampai rupiah terakhir."),
        _("Cocokkan jumlah dan harga setiap baris dengan kertasnya."),
    ),
    "grants.payment_officer": Sentence(
        _("Sumber “{source}” dan nama pengurusnya tidak cocok."),
        _("Panjar dan talangan selalu atas nama satu pengurus RT ini; kas dan bank tidak."),
        _("Pilih pengurusnya, atau pilih sumber lain."),
    ),
    "grants.payment_tax": Sentence(
        _("Pajak {kept} tidak cocok dengan kuitansi {total}."),
        _("Setiap pajak ditulis sekali, lebih kecil daripada dasarnya dan kuitansinya."),
        _("Periksa dasar dan jumlah pajaknya."),
    ),
    "grants.payment_state": Sentence(
        _("Kuitansi ini sudah berubah: {state}."),
        _("Mungkin orang lain sudah menyelesaikannya."),
        _("Muat ulang halaman untuk melihat keadaannya sekarang."),
    ),
    "grants.payment_own": Sentence(
        _("Anda sudah mengajukan atau menyetujui kuitansi ini."),
        _("Yang mengajukan, menyetujui, dan membayar harus tiga orang. Itu melindungi Anda juga."),
        _("Minta orang lain yang boleh: {who}."),
    ),
    "grants.payment_nobody": Sentence(
        _("Anda sudah mengajukan atau menyetujui kuitansi ini."),
        _("Yang mengajukan, menyetujui, dan membayar harus tiga orang. Belum ada orang ketiga."),
        _("Minta kepala desa atau lurah menunjuk pengurus RT lain, misalnya bendahara."),
    ),
    "grants.payment_reason": Sentence(
        _("Alasannya belum ditulis."),
        _("Pemeriksa dan warga berhak tahu mengapa ini dibatalkan."),
        _("Tulis satu kalimat, tanpa nama orang."),
    ),
    "grants.payment_paid_on": Sentence(
        _("Tanggal bayar {day} tidak dapat dicatat."),
        _("Uang keluar sesudah disetujui pada {since}, dan paling lambat hari ini, {on}."),
        _("Periksa tanggal bayarnya."),
    ),
    "grants.payment_in_spj": Sentence(
        _("Kuitansi {number} sudah masuk SPJ, laporan pertanggungjawaban."),
        _("SPJ yang sedang diperiksa atau sudah diterima tidak boleh berubah."),
        _("Minta pemeriksa mengembalikan SPJ-nya dulu. Yang sudah diterima diperbaiki bersama kecamatan."),
    ),
    "grants.payment_tax_deposited": Sentence(
        _("Pajak kuitansi {number} sudah disetor ke negara."),
        _("Pembayaran yang pajaknya sudah disetor tidak dapat ditarik begitu saja."),
        _("Hubungi kantor pajak atau kecamatan, lalu catat koreksinya bersama mereka."),
    ),
}
