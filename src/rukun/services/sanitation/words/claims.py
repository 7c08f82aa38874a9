"""The acts on claims in plain words, and what stands in the way of one."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from rukun.ui.words import ribuan

ACTS: dict[str, str] = {
    "sanitation.claimed": gettext_noop("menyatakan wilayah bebas buang air besar sembarangan"),
    "sanitation.claim_checked": gettext_noop("memeriksa pernyataan bebas buang air besar sembarangan"),
}


def against(reason: str, count: int) -> str:
    """Why a place may not claim yet."""
    if reason == "some_open":
        told = ngettext(
            "%(n)s rumah tangga masih buang air besar di tempat terbuka.",
            "%(n)s rumah tangga masih buang air besar di tempat terbuka.",
            count,
        )
        return told % {"n": ribuan(count)}
    if reason == "some_unknown":
        told = ngettext(
            "%(n)s rumah tangga belum diketahui jambannya.", "%(n)s rumah tangga belum diketahui jambannya.", count
        )
        return told % {"n": ribuan(count)}
    return _("Belum ada rumah tangga yang tercatat di sini.") if reason else ""
