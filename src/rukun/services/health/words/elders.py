"""The acts on the old in plain words."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {"elder.checked": gettext_noop("mencatat satu pemeriksaan lansia")}
