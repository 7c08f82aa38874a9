"""The acts on doses in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "dose.given": gettext_noop("mencatat satu pemberian di kartu imunisasi"),
    "dose.taken_back": gettext_noop("menarik satu catatan di kartu imunisasi"),
}
