"""What can go wrong with tranches and bundles of papers on their way."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "grants.tranche_not_approved": Sentence(
        _("Tahap {number} belum dapat dicatat cair."),
        _("Hanya tahap yang permintaannya sudah disetujui, dan belum cair, yang dapat dicatat."),
        _("Muat ulang halaman dan lihat keadaan tahapnya."),
    ),
    "grants.not_your_desk": Sentence(
        _("Ini menunggu meja {level}."),
        _("Yang memutuskan adalah petugas {level}, menurut juknis."),
        _("Hubungi petugas {level}, atau masuk dengan peran itu bila Anda memilikinya."),
    ),
    "grants.release_early": Sentence(
        _("Tanggal cair lebih awal dari tanggal disetujui."),
        _("Tahap ini disetujui {approved_on}."),
        _("Isi tanggal uang masuk menurut bank atau bendahara."),
    ),
}
