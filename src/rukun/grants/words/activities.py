"""How the acts around a book and its activities are told in the log."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "book.opened": gettext_noop("membuka buku tahun {year}: pagu {amount} rupiah dalam {count} tahap"),
    "book.recapped": gettext_noop("mengubah pagu buku {year} dari {before} menjadi {amount} rupiah: {basis}"),
    "activity.taken_up": gettext_noop("mengambil kegiatan {number} dari rencana: {amount} rupiah"),
    "team.joined": gettext_noop("mencatat anggota tim {team} sejak {since}"),
    "team.left": gettext_noop("mencatat anggota tim {team} berhenti {until}"),
    "tranche.opened": gettext_noop("membuka tahap {number}: {amount} rupiah"),
    "tranche.released": gettext_noop("mencatat tahap {number} cair: {amount} rupiah"),
}
