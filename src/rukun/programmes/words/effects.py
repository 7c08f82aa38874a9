"""The acts on results and leaving in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "effect.told": gettext_noop("mencatat hasil bantuan setelah {months} bulan"),
    "waiting.left": gettext_noop("mencatat penerima keluar dari program"),
}
