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
    "grants.payment_unseen": Sentence(
        _("Foto buktinya belum ada: {paper}."),
        _("Yang menyetujui harus dapat mencocokkan kertas dengan isinya."),
        _("Foto kertasnya, lalu tekan “Tambah foto” di halaman ini. Isian Anda tetap tersimpan."),
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
    "grants.receipt_twice": Sentence(
        _("Kuitansi {number} dari toko ini sudah dicatat, {on}, {amount}."),
        _("Nomor dan tokonya sama."),
        _("Buka yang lama dulu. Bila memang lain, lanjutkan."),
    ),
    "grants.picture_twice": Sentence(
        _("Foto ini sama atau sangat mirip dengan foto kuitansi {number}, {on}."),
        _("Satu kuitansi hanya dapat dibayar sekali."),
        _("Periksa fotonya. Bila memang lain, lanjutkan."),
    ),
    "grants.receipt_no_money": Sentence(
        _("Uang tahun ini belum cair."),
        _("Belanja sebelum uang cair memakai uang orang lain."),
        _("Pilih talangan bila pengurus membayar dulu, atau tunggu cair."),
    ),
    "grants.receipt_before_money": Sentence(
        _("Tanggal kuitansi {day} sebelum uang pertama cair, {came}."),
        _("Pemeriksa akan bertanya dari mana uangnya."),
        _("Periksa tanggalnya. Bila benar, jelaskan di uraian."),
    ),
    "grants.price_over_rab": Sentence(
        _("Harga “{line}” {price}, di atas RAB {rab} (+{percent} %)."),
        _("RAB sudah memeriksa harga yang wajar."),
        _("Periksa angkanya. Bila harga memang naik, jelaskan di uraian."),
    ),
    "grants.price_over_standard": Sentence(
        _("Harga “{line}” {price}, di atas standar harga {standard} (+{percent} %)."),
        _("Standar harga ditetapkan kabupaten."),
        _("Periksa angkanya. Bila memang begitu, jelaskan di uraian."),
    ),
    "grants.line_left": Sentence(
        _("Sisa “{line}” tinggal {left}: kurang {over}."),
        _("Kuitansi ini tidak akan dapat disetujui."),
        _("Kurangi jumlahnya, atau ajukan perubahan RAB lebih dulu."),
    ),
    "grants.stamp_due": Sentence(
        _("Kuitansi {amount} memerlukan meterai {stamp}."),
        _("Itu aturan bea meterai untuk jumlah sebesar ini."),
        _("Tempel meterai di kertasnya sebelum difoto."),
    ),
}
