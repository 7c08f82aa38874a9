"""The acts on schemes in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "scheme.created": gettext_noop("memulai program {name}"),
    "scheme.changed": gettext_noop("mengubah keterangan program {name}"),
    "terms.set": gettext_noop("menetapkan ketentuan program {name} sejak {since}"),
}
