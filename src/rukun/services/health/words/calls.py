"""The acts on calls in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {"call.kept": gettext_noop("mencatat satu kunjungan")}
