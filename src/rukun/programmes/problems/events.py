"""Ways in which events go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "programmes.event_nobody": Sentence(
        _("Jumlah yang hadir belum ada."),
        _("Kegiatan bersama dihadiri paling sedikit satu orang."),
        _("Isi berapa laki-laki dan berapa perempuan yang hadir."),
    ),
    "programmes.event_too_many": Sentence(
        _("Jumlah yang hadir lebih dari {most} orang."),
        _("Sebanyak itu jarang; biasanya angkanya salah ketik."),
        _("Periksa angkanya."),
    ),
    "programmes.event_fewer": Sentence(
        _("Sudah ada {named} nama peserta, lebih banyak dari jumlah hadir."),
        _("Nama peserta ikut pindah ke catatan yang baru."),
        _("Hapus dulu nama yang salah, atau perbaiki jumlahnya."),
    ),
    "programmes.event_twice": Sentence(
        _("“{name}” pada {on} sudah dicatat."),
        _("Kegiatan yang sama tidak dihitung dua kali."),
        _("Buka catatan itu. Bila ada yang keliru, pilih “Perbaiki”."),
    ),
    "programmes.event_replaced": Sentence(
        _("Catatan “{name}” ini sudah diganti yang lebih baru."),
        _("Hanya catatan terbaru yang dapat diubah."),
        _("Buka catatan penggantinya."),
    ),
    "programmes.came_already": Sentence(
        _("Orang itu sudah ada di daftar peserta."),
        _("Satu orang cukup dicatat satu kali."),
        _("Pilih orang lain."),
    ),
    "programmes.event_full": Sentence(
        _("Daftar sudah memuat {count} nama, sebanyak yang hadir."),
        _("Nama peserta tidak lebih banyak dari jumlah yang hadir."),
        _("Perbaiki dulu jumlah hadirnya, atau hapus nama yang salah."),
    ),
}
