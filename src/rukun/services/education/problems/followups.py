"""Ways in which follow-ups go wrong."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "education.not_needed": Sentence(
        what=_("Anak ini tidak tercatat putus sekolah atau berisiko."),
        why=_("Tindak lanjut dicatat untuk anak yang tidak bersekolah atau berisiko berhenti."),
        now=_("Perbarui dahulu keadaan sekolahnya, bila memang berubah."),
    ),
    "education.next_look_missing": Sentence(
        what=_("Hari untuk melihat lagi belum dipilih."),
        why=_("Anak ini belum kembali sekolah. Tanpa hari, ia terlupa."),
        now=_("Pilih kapan Anda melihatnya lagi."),
    ),
    "education.next_look_past": Sentence(
        what=_("Hari untuk melihat lagi ({on}) sudah lewat."),
        why=_("Ia harus sesudah hari tindak lanjut ini."),
        now=_("Pilih hari yang lebih kemudian."),
    ),
}
