"""What can go wrong with RABs, their revisions and the wizard."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "grants.rab_submitted": Sentence(
        _("RAB perubahan {revision} sedang diperiksa."),
        _("Selama diperiksa isinya tidak berubah, supaya yang dibaca sama dengan yang disahkan."),
        _("Tunggu jawabannya, atau minta pemeriksa mengembalikannya."),
    ),
    "grants.rab_not_draft": Sentence(
        _("RAB perubahan {revision} tidak dapat diubah: {state}."),
        _("RAB yang sudah diputus tetap tersimpan seperti saat diputus."),
        _("Buat perubahan RAB yang baru, lalu ubah di sana."),
    ),
    "grants.rab_not_open": Sentence(
        _("RAB perubahan {revision} tidak sedang menunggu putusan: {state}."),
        _("Mungkin sudah diputus orang lain sejak halaman ini dibuka."),
        _("Muat ulang halaman untuk melihat keadaan terakhirnya."),
    ),
    "grants.activity_over": Sentence(
        _("Pekerjaan “{title}” sudah selesai."),
        _("RAB pekerjaan yang selesai tidak diubah lagi, supaya sama dengan laporannya."),
        _("Bila ada salah catat, perbaiki di pembayarannya."),
    ),
    "grants.item_unknown": Sentence(
        _("Baris nomor {number} tidak ada di RAB ini."),
        _("Mungkin baris itu sudah dihapus sejak halaman ini dibuka."),
        _("Muat ulang halaman, lalu pilih barisnya lagi."),
    ),
    "grants.item_out_of_range": Sentence(
        _("Baris “{words}” tidak dapat dihitung: {quantity} × {price} rupiah."),
        _("Volume dan harga harus lebih dari nol. Satu baris paling banyak sepuluh triliun rupiah."),
        _("Periksa angka nolnya. Volume paling banyak empat angka di belakang koma."),
    ),
    "grants.given_too_much": Sentence(
        _("Swadaya “{words}” melebihi volumenya: {given} dari {quantity}."),
        _("Warga tidak dapat memberi lebih banyak daripada yang diperlukan baris ini."),
        _("Kurangi bagian swadaya, atau besarkan volumenya."),
    ),
    "grants.wizard_empty": Sentence(
        _("Belum ada baris yang dipakai."),
        _("Semua volume kosong atau nol."),
        _("Isi volume sekurangnya satu baris, atau kembali dan periksa ukurannya."),
    ),
    "grants.rab_empty": Sentence(
        _("RAB “{title}” belum berisi baris yang dibayar dana RT."),
        _("Tanpa baris, tidak ada yang dapat disahkan."),
        _("Tambahkan bahan, alat, upah, atau honor lebih dulu."),
    ),
    "grants.rab_reason_missing": Sentence(
        _("Alasan perubahan {revision} belum ditulis."),
        _("Pemeriksa dan warga perlu tahu mengapa RAB berubah."),
        _("Tulis alasannya dengan satu dua kalimat."),
    ),
    "grants.rab_over_plan": Sentence(
        _("RAB {total} melebihi rencana sebesar {over}."),
        _("Musyawarah dan kecamatan menyetujui {planned} untuk kegiatan ini."),
        _("Kurangi volumenya, atau jadikan sebagian sebagai swadaya warga."),
    ),
    "grants.line_below_used": Sentence(
        _("Baris “{line}” tidak dapat turun menjadi {approved}."),
        _("Yang sudah dibayar atau dijanjikan dari baris ini {used}."),
        _("Tulis paling sedikit sebesar itu, atau batalkan dulu pembayarannya."),
    ),
    "grants.wages_may_not_move": Sentence(
        _("Upah yang dihibahkan pada “{title}” tidak boleh dialihkan."),
        _("Juknis tahun ini melarangnya."),
        _("Catat sebagai swadaya warga; uangnya menjadi sisa kegiatan."),
    ),
    "grants.rab_open_revision": Sentence(
        _("RAB “{title}” sedang diubah."),
        _("Pengalihan upah membuat perubahan RAB. Dua perubahan sekaligus dapat saling menimpa."),
        _("Selesaikan dulu perubahan yang sedang disusun atau diperiksa."),
    ),
    "grants.rab_none_in_force": Sentence(
        _("RAB “{title}” belum disahkan."),
        _("Upah baru dapat dialihkan dari RAB yang berlaku."),
        _("Ajukan RAB lebih dulu."),
    ),
    "grants.wage_line_asked": Sentence(
        _("Baris “{line}” bukan upah yang dibayar dana RT."),
        _("Hanya upah yang dihibahkan orangnya yang boleh dialihkan."),
        _("Pilih baris upah yang benar."),
    ),
    "grants.wage_move_amount": Sentence(
        _("Upah {amount} tidak dapat dialihkan dari baris “{line}”."),
        _("Jumlahnya harus lebih dari nol dan paling banyak {left}, nilai baris itu."),
        _("Periksa jumlah hari yang dihibahkan."),
    ),
}
