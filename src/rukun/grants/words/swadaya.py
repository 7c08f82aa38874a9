"""How what people give themselves is spoken of."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "swadaya.given": gettext_noop("mencatat swadaya untuk “{activity}” senilai {amount} rupiah"),
    "swadaya.taken_back": gettext_noop("menarik catatan swadaya “{activity}” senilai {amount} rupiah"),
}
