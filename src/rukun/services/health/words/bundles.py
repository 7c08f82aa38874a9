"""The act of giving a call out as a file, in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "bundle.given": gettext_noop("mengambil berkas kesehatan satu kunjungan, dengan alasan: {reason}"),
}
