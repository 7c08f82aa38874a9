"""Makes the words of the other languages ready before the first page is drawn."""

from __future__ import annotations

import logging

from django.apps import AppConfig
from django.utils.translation.reloader import translation_file_changed

from rukun.site import translations


class SiteConfig(AppConfig):
    """The topmost floor as an application."""

    name = "rukun.site"
    label = "site"

    def ready(self) -> None:
        try:
            for anew in translations.compile_catalogues():
                translation_file_changed(sender=None, file_path=anew)  # what was read before is read again
        except OSError as unwritable:  # an installation on a read-only disk still speaks Indonesian
            logging.getLogger(__name__).warning("terjemahan tidak dapat disiapkan: %s", unwritable)
