"""The named ways a look at the old goes wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "health.not_elder": Sentence(
        what=_("Orang ini belum 60 tahun, atau tanggal lahirnya belum diketahui."),
        why=_("Periksa lansia hanya untuk yang berumur 60 tahun ke atas."),
        now=_("Periksa tanggal lahirnya di halaman warga."),
    ),
}
