"""How the acts of the book are told in the log."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "journal.posted": gettext_noop("mencatat jurnal {number}: {kind}, {amount} rupiah"),
    "bank.reconciled": gettext_noop("mencocokkan rekening koran per {on}, selisih {difference} rupiah"),
    "book.closed": gettext_noop("menutup buku sampai {until}"),
    "book.carried": gettext_noop("memindahkan SiLPA tahun {year}: {amount} rupiah"),
    "book.handed_back": gettext_noop("mengembalikan sisa dana tahun {year}: {amount} rupiah"),
}
