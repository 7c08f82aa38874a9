"""The acts on groups in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "group.begun": gettext_noop("membentuk kelompok {name}"),
    "group.joined": gettext_noop("menambah anggota kelompok"),
    "group.left": gettext_noop("mencatat anggota keluar dari kelompok"),
    "group.ended": gettext_noop("menutup kelompok {name}"),
    "capital.lent": gettext_noop("menyalurkan modal {amount} rupiah kepada kelompok"),
    "capital.repaid": gettext_noop("mencatat modal kembali {amount} rupiah dari kelompok"),
    "capital.undone": gettext_noop("membatalkan catatan modal kelompok"),
}
