"""Makes the words of the other languages ready before the first page is drawn."""

from __future__ import annotations

import logging

from django.apps import AppConfig

from rukun.site import translations


class SiteConfig(AppConfig):
    """The topmost floor as an application."""

    name = "rukun.site"
    label = "site"

    def ready(self) -> None:
        try:
            translations.compile_catalogues()
        except OSError as unwritable:  # an installation on a read-only disk still speaks Indonesian
            logging.getLogger(__name__).warning("terjemahan tidak dapat disiapkan: %s", unwritable)
