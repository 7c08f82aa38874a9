"""How what leaves as open standards is told in the log."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "grants.exported": gettext_noop("mengeluarkan data dana RT sebagai {form}: {rows} baris"),
}
