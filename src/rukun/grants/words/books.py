"""How the acts of the book are told in the log."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "journal.posted": gettext_noop("mencatat jurnal {number}: {kind}, {amount} rupiah"),
}
