"""How houses are spoken of: the acts, the limits, and what speaks against one."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from rukun.ui.words import written

ACTS: dict[str, str] = {"sanitation.house_checked": gettext_noop("mencatat keadaan satu rumah")}
LIMITS = {
    "pupr": gettext_lazy("Kementerian PUPR"),
    "bps": gettext_lazy("BPS"),
    "permensos": gettext_lazy("Kementerian Sosial"),
}
POINTS = {
    "floor": gettext_lazy("luas lantai tiap orang"),
    "height": gettext_lazy("tinggi langit-langit"),
    "openings": gettext_lazy("jendela dan lubang angin"),
    "sound": gettext_lazy("kekuatan bangunan"),
}
WORDS = {
    "decent": gettext_lazy("layak"),
    "not_decent": gettext_lazy("tidak layak"),
    "unknown": gettext_lazy("belum jelas"),
}
PARTS = {
    "roof_sound": gettext_lazy("Atap"),
    "walls_sound": gettext_lazy("Dinding"),
    "floor_sound": gettext_lazy("Lantai"),
    "frame_sound": gettext_lazy("Tiang dan rangka"),
}


def limit_words(code: str) -> str:
    return str(LIMITS[code])


def points(names: tuple[str, ...]) -> str:
    return ", ".join(str(POINTS[name]) for name in names)


def asks(limit: object) -> str:
    """What a limit asks, in one sentence."""
    told = [_("lantai %(n)s m² tiap orang") % {"n": written(limit.floor_m2)}]
    if limit.height_cm is not None:
        told.append(_("tinggi %(n)s cm") % {"n": limit.height_cm})
    if limit.openings_share is not None:
        told.append(_("jendela dan lubang angin %(n)s persen luas lantai") % {"n": written(limit.openings_share * 100)})
    return ", ".join(told)
