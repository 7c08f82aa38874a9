"""The letters of dated files, instruments and cards that cannot be read or asked."""

from rukun.kit.problems import Catalogue, Sentence
from rukun.kit.problems import marked as _

CATALOGUE: Catalogue = {
    "parameters.unknown_key": Sentence(
        what=_("Tidak ada aturan bernama {key}."),
        why=_("Namanya mungkin salah tulis, atau berasal dari versi lain."),
        now=_("Periksa namanya di daftar aturan."),
    ),
    "parameters.not_yaml": Sentence(
        what=_("Berkas {file} tidak terbaca di baris {line}."),
        why=_("Penulisannya keliru: {cause}."),
        now=_("Perbaiki baris itu, lalu muat lagi."),
    ),
    "parameters.wrong_shape": Sentence(
        what=_("Isi {file} di {path} tidak seperti yang diharapkan."),
        why=_("Di situ seharusnya: {wanted}."),
        now=_("Perbaiki isi itu, lalu muat lagi."),
    ),
    "parameters.before_first": Sentence(
        what=_("Nilai {key} untuk {on} tidak diketahui."),
        why=_("Nilai pertama yang tercatat baru berlaku {first}."),
        now=_("Pilih hari yang lebih baru, atau tambahkan nilai lama beserta sumbernya."),
    ),
    "parameters.ceased": Sentence(
        what=_("{key} sudah tidak berlaku pada {on}."),
        why=_("Berhenti sejak {since} menurut {source}."),
        now=_("Pakai penggantinya, atau tambahkan nilai baru beserta sumbernya."),
    ),
    "instruments.bad_expression": Sentence(
        what=_("Syarat pada pertanyaan {question} di {file} tidak dapat dibaca: {expression}"),
        why=_("{cause}."),
        now=_("Perbaiki syarat itu, lalu muat lagi."),
    ),
    "instruments.bad_question": Sentence(
        what=_("Pertanyaan {question} di {file} belum benar."),
        why=_("{cause}."),
        now=_("Perbaiki pertanyaan itu, lalu muat lagi."),
    ),
    "ppi.card_unreadable": Sentence(
        what=_("Kartu PPI {file} tidak terbaca di baris {row}."),
        why=_("{cause}."),
        now=_("Bandingkan dengan kartu aslinya, perbaiki, lalu unggah lagi."),
    ),
    "ppi.lines_do_not_pair": Sentence(
        what=_("Garis kemiskinan pada kartu dan tabel PPI tidak berpasangan."),
        why=_("Kartu punya {card}; tabel punya {lookup}."),
        now=_("Sebutkan sendiri pasangan setiap garis, atau pakai kartu dan tabel dari terbitan yang sama."),
    ),
}

RETIRED: frozenset[str] = frozenset()
