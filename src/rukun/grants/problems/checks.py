"""What `./rukun verify` may find in the books: each promise about money that does not hold."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

ASK = _("Jangan mencatat apa pun di buku itu. Kirim keluaran perintah ini kepada pengelola.")

CATALOGUE: Catalogue = {
    "grants.entry_unbalanced": Sentence(
        _("{count} jurnal tidak seimbang, misalnya jurnal {number} di RT {rt}."),
        _("Debit dan kredit satu jurnal harus sama, dan jumlahnya seperti yang tertulis."),
        ASK,
    ),
    "grants.book_differs": Sentence(
        _("{count} buku berbeda dari jurnalnya, misalnya RT {rt} tahun {number}: {amount}."),
        _("Saldo buku harus sama dengan jumlah semua jurnalnya."),
        ASK,
    ),
    "grants.limit_passed": Sentence(
        _("{count} buku melampaui batasnya, misalnya RT {rt} tahun {number}: {amount}."),
        _("Belanja dan janji bayar tidak boleh melebihi uang yang boleh dibelanjakan."),
        ASK,
    ),
    "grants.committed_differs": Sentence(
        _("Janji bayar {count} buku berbeda dari kuitansinya, misalnya RT {rt} tahun {number}: {amount}."),
        _("Uang yang ditahan harus sama dengan kuitansi disetujui yang belum dibayar."),
        ASK,
    ),
    "grants.line_differs": Sentence(
        _("{count} baris RAB berbeda dari jurnalnya, misalnya baris {number} di RT {rt}: {amount}."),
        _("Belanja satu baris harus sama dengan jurnalnya dan tidak melebihi RAB."),
        ASK,
    ),
    "grants.line_committed_differs": Sentence(
        _("Janji bayar {count} baris RAB tidak cocok, misalnya baris {number} di RT {rt}: {amount}."),
        _("Uang yang ditahan per baris harus sama dengan kuitansi disetujui."),
        ASK,
    ),
    "grants.cluster_differs": Sentence(
        _("Jumlah {count} klaster tidak cocok, misalnya RT {rt} tahun {number}: {amount}."),
        _("Belanja klaster harus sama dengan belanja baris-barisnya."),
        ASK,
    ),
    "grants.advance_differs": Sentence(
        _("Panjar atau talangan {count} pengurus tidak cocok, misalnya di RT {rt}: {amount}."),
        _("Yang dipegang dan yang ditalangi harus sama dengan jurnalnya."),
        ASK,
    ),
    "grants.numbers_missing": Sentence(
        _("Nomor jurnal {count} buku tidak urut, misalnya RT {rt} tahun {number}."),
        _("Jurnal bernomor tanpa celah, supaya tidak ada yang hilang diam-diam."),
        ASK,
    ),
    "grants.entry_after_closing": Sentence(
        _("{count} jurnal masuk ke masa yang sudah ditutup, misalnya nomor {number} di RT {rt}."),
        _("Masa yang ditutup tidak boleh berubah."),
        ASK,
    ),
    "grants.not_three_people": Sentence(
        _("{count} pembayaran tidak dipegang tiga orang, misalnya nomor {number} di RT {rt}."),
        _("Pengusul, penyetuju, dan pembayar harus tiga orang berbeda."),
        ASK,
    ),
    "grants.receipt_differs": Sentence(
        _("{count} pembayaran berbeda dari rincian kuitansinya, misalnya nomor {number} di RT {rt}: {amount}."),
        _("Jumlah rincian, kuitansi, dan jurnal harus sama."),
        ASK,
    ),
    "grants.spending_without_receipt": Sentence(
        _("{count} belanja tanpa kuitansi pada kegiatannya, misalnya nomor {number} di RT {rt}."),
        _("Setiap belanja harus sampai ke kuitansi dan baris RAB kegiatannya."),
        ASK,
    ),
    "grants.payment_reversal_differs": Sentence(
        _("{count} pembatalan kuitansi tidak cocok, misalnya nomor {number} di RT {rt}."),
        _("Kuitansi yang dibatalkan harus punya jurnal pembatalan, dan sebaliknya."),
        ASK,
    ),
    "grants.reversal_differs": Sentence(
        _("{count} pembatalan berbeda dari jurnal asalnya, misalnya jurnal {number} di RT {rt}."),
        _("Pembatalan harus mengembalikan saldo persis seperti semula."),
        ASK,
    ),
    "grants.withheld_differs": Sentence(
        _("Pajak {count} buku tidak cocok, misalnya RT {rt} tahun {number}: {amount}."),
        _("Pajak dipungut harus sama dengan yang disetor ditambah yang belum disetor."),
        ASK,
    ),
    "grants.deposit_differs": Sentence(
        _("{count} setoran pajak berbeda dari pungutannya, misalnya jurnal {number} di RT {rt}: {amount}."),
        _("Setoran harus sama dengan pajak yang dipungut dari kuitansinya."),
        ASK,
    ),
    "grants.carried_differs": Sentence(
        _("SiLPA {count} buku tidak cocok, misalnya RT {rt} tahun {number}: {amount}."),
        _("Sisa dana yang keluar dari buku lama harus masuk buku baru tepat sekali."),
        ASK,
    ),
    "grants.moved_passes_waived": Sentence(
        _("{count} kegiatan mengalihkan upah lebih dari hibahnya, misalnya nomor {number} di RT {rt}: {amount}."),
        _("Yang boleh dialihkan hanya upah yang benar-benar dihibahkan warga."),
        ASK,
    ),
    "grants.bank_unread": Sentence(
        _("{count} penutupan tanpa rekening koran yang cocok, misalnya RT {rt} tahun {number}: {amount}."),
        _("Saldo bank harus dicocokkan, atau selisihnya ditulis sebabnya."),
        ASK,
    ),
    "grants.amount_not_possible": Sentence(
        _("{count} jumlah tidak mungkin, misalnya jurnal {number} di RT {rt}: {amount}."),
        _("Satu jumlah harus bulat, bukan nol, dan paling banyak sepuluh triliun rupiah."),
        ASK,
    ),
}
