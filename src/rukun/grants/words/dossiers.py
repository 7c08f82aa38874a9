"""How the turns of bundles of papers are told in the log."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "dossier.prepared": gettext_noop("menyiapkan berkas {kind} nomor {number}"),
    "dossier.passed_on": gettext_noop("meneruskan berkas {kind} nomor {number} ke meja {level}"),
    "dossier.sent_back": gettext_noop("mengembalikan berkas {kind} nomor {number}"),
    "dossier.accepted": gettext_noop("menerima berkas {kind} nomor {number} di meja {level}"),
}
