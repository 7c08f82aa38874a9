"""The named ways things go wrong in this room."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "reports.no_purpose": Sentence(
        what=_("Daftar ini belum dapat diunduh."),
        why=_("Daftar nama hanya keluar dengan keperluan yang jelas."),
        now=_("Kembali, pilih satu keperluan, lalu unduh lagi."),
    ),
}
