"""Ways in which waiting go wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "programmes.not_running": Sentence(
        _("Program “{scheme}” tidak berjalan pada {on}."),
        _("Program itu belum mulai atau sudah berakhir."),
        _("Pilih program lain, atau tanyakan kepada pelaksananya."),
    ),
    "programmes.nobody_waits": Sentence(
        _("Program “{scheme}” tidak memakai daftar tunggu."),
        _("Program ini dijalankan bersama atau lewat kelompok."),
        _("Catat sebagai kegiatan bersama, atau masukkan ke kelompoknya."),
    ),
    "programmes.out_of_reach": Sentence(
        _("Program “{scheme}” tidak menjangkau rumah tangga ini."),
        _("Rumahnya di luar wilayah program."),
        _("Periksa alamatnya, atau pilih program wilayahnya sendiri."),
    ),
    "programmes.has_died": Sentence(
        _("{name} sudah tercatat meninggal."),
        _("Bantuan baru tidak diajukan atas nama orang yang meninggal."),
        _("Ajukan atas nama anggota rumah tangga yang masih hidup."),
    ),
    "programmes.not_living_here": Sentence(
        _("Penerima {name} tidak tercatat tinggal di rumah tangga ini."),
        _("Penerima harus tinggal di rumah yang diajukan."),
        _("Pilih anggota rumah ini, atau catat kepindahannya dahulu."),
    ),
    "programmes.no_card": Sentence(
        _("Kartu keluarga {name} belum tercatat."),
        _("Program ini memberi satu bantuan untuk satu kartu keluarga."),
        _("Catat kartu keluarganya di halaman rumah tangga, lalu ajukan lagi."),
    ),
    "programmes.asked_already": Sentence(
        _("Orang ini sudah ada di daftar “{scheme}”."),
        _("Satu orang hanya satu kali di satu program."),
        _("Buka daftarnya untuk melihat kapan ia mengajukan."),
    ),
    "programmes.card_asks": Sentence(
        _("Kartu keluarga ini sudah diajukan untuk “{scheme}”. Atas nama: {name}."),
        _("Satu kartu keluarga mendapat bantuan ini satu kali, siapa pun yang mengajukan."),
        _("Sepakati satu penerima. Untuk mengganti nama, mundurkan dahulu yang lama."),
    ),
    "programmes.household_asks": Sentence(
        _("Rumah tangga ini sudah diajukan untuk “{scheme}”. Atas nama: {name}."),
        _("Satu rumah tangga mendapat bantuan ini satu kali."),
        _("Sepakati satu penerima. Untuk mengganti nama, mundurkan dahulu yang lama."),
    ),
    "programmes.decided_already": Sentence(
        _("Pengajuan ini sudah: {state}."),
        _("Orang lain mungkin memutuskannya sesaat sebelum Anda."),
        _("Muat ulang halamannya dan baca keputusannya."),
    ),
    "programmes.reason_missing": Sentence(
        _("Alasannya belum ditulis."),
        _("Keputusan ini dibaca lagi oleh warga dan pemeriksa."),
        _("Tulis alasannya dengan kata-kata Anda sendiri."),
    ),
}
