"""The acts on pregnancies in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "pregnancy.begun": gettext_noop("mencatat satu kehamilan"),
    "pregnancy.checked": gettext_noop("mencatat satu pemeriksaan kehamilan"),
    "pregnancy.ended": gettext_noop("mencatat akhir satu kehamilan"),
}
