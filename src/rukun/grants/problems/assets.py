"""What can go wrong with the asset book."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "grants.asset_day": Sentence(
        _("Tanggal perolehan {on} tidak dapat dipakai."),
        _("Aset dicatat dari {first} sampai hari ini, {today}."),
        _("Periksa hari, bulan, dan tahunnya."),
    ),
    "grants.asset_quantity": Sentence(
        _("Jumlah {quantity} tidak dapat dicatat."),
        _("Jumlah harus lebih dari nol dan masuk akal."),
        _("Periksa angkanya."),
    ),
    "grants.asset_value": Sentence(
        _("Nilai {value} tidak dapat dicatat."),
        _("Nilai tidak boleh kurang dari nol atau lebih dari sepuluh triliun rupiah."),
        _("Periksa angka nolnya. Bila tidak tahu, isi nol."),
    ),
    "grants.asset_gone": Sentence(
        _("“{words}” sudah dihapus dari buku aset."),
        _("Barang yang dihapus tidak diserahterimakan lagi."),
        _("Bila barangnya kembali, catat sebagai aset baru."),
    ),
    "grants.hand_over_same": Sentence(
        _("{name} tidak dapat menyerahkan kepada dirinya sendiri."),
        _("Serah terima memindahkan barang dari satu orang ke orang lain."),
        _("Bila hanya keadaannya berubah, pilih “Catat keadaan”."),
    ),
    "grants.hand_over_witness": Sentence(
        _("Saksi belum ada, atau sama dengan yang menyerahkan atau menerima."),
        _("Serah terima disaksikan orang ketiga, supaya tidak diperdebatkan."),
        _("Tulis nama seorang saksi yang lain."),
    ),
    "grants.hand_over_day": Sentence(
        _("Tanggal {on} tidak dapat dipakai."),
        _("Catatan ini dari {first} sampai hari ini, {today}."),
        _("Periksa hari, bulan, dan tahunnya."),
    ),
    "grants.asset_words": Sentence(
        _("Keterangan belum ditulis untuk keadaan “{state}”."),
        _("Barang yang rusak, hilang, atau dihapus perlu ceritanya."),
        _("Tulis apa yang terjadi, kapan, dan siapa yang tahu."),
    ),
}
