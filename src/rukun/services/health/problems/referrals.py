"""Ways in which referrals go wrong."""

from django.utils.translation import gettext_lazy as _

from rukun.kit.problems import Catalogue, Sentence

CATALOGUE: Catalogue = {
    "health.referral_words": Sentence(
        _("Kalimatnya belum ditulis."),
        _("Orang lain perlu tahu apa yang dilihat dan apa langkahnya."),
        _("Tulis satu atau dua kalimat biasa."),
    ),
    "health.referral_open": Sentence(
        _("Permintaan yang sama masih terbuka."),
        _("Satu hal cukup diminta sekali sampai selesai dilihat."),
        _("Tunggu tenaga kesehatan, atau telepon bila mendesak."),
    ),
    "health.referral_dead": Sentence(
        _("Orang ini tercatat sudah meninggal."),
        _("Permintaan melihat hanya untuk orang yang hidup."),
        _("Periksa orangnya. Bila catatannya keliru, sampaikan kepada ketua RT."),
    ),
    "health.referral_next": Sentence(
        _("Hari melihat lagi, {day}, sudah lewat."),
        _("Kader menunggu hari yang akan datang."),
        _("Pilih hari ini atau sesudahnya, atau kosongkan."),
    ),
    "health.referral_full": Sentence(
        _("Catatan keputusan ini sudah penuh."),
        _("Satu permintaan menampung paling banyak 2.000 huruf."),
        _("Ringkas kalimatnya, atau tutup lalu minta yang baru."),
    ),
    "health.referral_unseen": Sentence(
        _("Orang ini belum dilihat."),
        _("Permintaan ditutup sesudah tenaga kesehatan memutuskan."),
        _("Tulis dulu keputusannya, lalu tutup."),
    ),
    "health.referral_closed": Sentence(
        _("Permintaan ini sudah ditutup pada {day}."),
        _("Mungkin orang lain sudah menyelesaikannya."),
        _("Bila perlu dilihat lagi, buat permintaan baru."),
    ),
}
