"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "facilitation.deadline_past": Sentence(
        what=_("Tenggat “{step}” ({until}) sudah lewat."),
        why=_("{count} langkah lewat tenggat. Setiap RT yang belum selesai akan langsung tampak terlambat."),
        now=_("Periksa tanggalnya. Bila memang benar, centang “Tenggat yang lewat memang benar”."),
    ),
    "facilitation.version_older": Sentence(
        what=_("Perubahan ini berlaku {since}, sebelum versi yang diubahnya ({held})."),
        why=_("Riwayat aturan hanya bertambah ke depan."),
        now=_("Pilih {held} atau hari sesudahnya."),
    ),
}
