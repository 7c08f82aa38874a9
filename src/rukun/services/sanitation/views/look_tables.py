"""What the pages about looks show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.services.sanitation.models import Look
from rukun.services.sanitation.queries.looks import Home, Seen
from rukun.services.sanitation.types import Rung, SanitationFigures
from rukun.services.sanitation.words.looks import (
    PILLARS,
    counted,
    lift_words,
    missing_words,
    pillar_words,
    rung_words,
)
from rukun.territory.types import Place
from rukun.ui.states import shown as state
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, tanggal, umur

Entry = dict[str, Any]
ALL = len(PILLARS)


def next_thing(homes: Sequence[Home]) -> Entry | None:
    """Homes nobody looked at; else the lowest rung that can be lifted."""
    unseen = [home for home in homes if home.seen is None]
    if unseen:
        told = ngettext("%(n)s rumah tangga belum dilihat", "%(n)s rumah tangga belum dilihat", len(unseen))
        why = _("Satu rumah kurang dari dua menit. Mulai dari yang teratas.")
        return _next(told % {"n": ribuan(len(unseen))}, why, _("Lihat rumah berikutnya"), unseen[0])
    unclear = next((home for home in homes if home.seen and home.seen.missing), None)
    if unclear:
        asked = missing_words(unclear.seen.missing)
        return _next(_("Ada jawaban yang belum lengkap"), _("Masih ditanyakan: %(what)s.") % {"what": asked},
                     _("Lengkapi"), unclear)  # fmt: skip
    return None


def homes(found: Sequence[Home]) -> Table:
    """Those nobody looked at on top, then from the lowest rung up."""
    columns = [
        Column(_("Rumah tangga")),
        Column(_("Jamban"), is_state=True),
        Column(_("Pilar"), is_number=True),
        Column(_("Yang perlu")),
        Column(_("Dilihat")),
    ]
    empty = Empty(_("Belum ada rumah tangga yang tercatat di RT ini."))
    return Table(_("Rumah tangga"), columns, [_home(each) for each in found], empty=empty)


def told(seen: Seen | None) -> Entry | None:
    """The state of one household in words."""
    if seen is None:
        return None
    return {
        "rung": rung_words(seen.rung),
        "lift": lift_words(seen.lift),
        "missing": missing_words(seen.missing),
        "pillars": _("%(n)s dari %(all)s") % {"n": seen.pillars, "all": ALL},
        "lacking": [pillar_words(name) for name in seen.lacking],
        "unknown": [pillar_words(name) for name in seen.unknown],
        "on": seen.look.on,
    }


def history(rows: Sequence[Look]) -> Table | None:
    if len(rows) < 2:
        return None
    columns = [Column(_("Dilihat pada")), Column(_("Jamban"))]
    return Table(
        _("Riwayat"), columns, [Row([tanggal(row.on), rung_words(row.rung)]) for row in rows], caption_hidden=True
    )


def figures(found: SanitationFigures) -> list[Entry]:
    here = _("dari %(n)s rumah tangga") % {"n": ribuan(found.households)}
    return [
        {"value": ribuan(found.looked), "unit": here, "meaning": _("Sudah dilihat")},
        {"value": ribuan(found.open_), "unit": here, "meaning": _("Masih di tempat terbuka")},
        {"value": ribuan(found.rungs.get(Rung.SAFE, 0)), "unit": here, "meaning": _("Jamban aman")},
    ]


def safe_figures(own: Mapping[str, int | None]) -> list[Entry]:
    return [
        {"value": counted(own["closed"]), "unit": _("rumah tangga"), "meaning": _("Tidak di tempat terbuka")},
        {"value": counted(own["open"]), "unit": _("rumah tangga"), "meaning": _("Masih di tempat terbuka")},
        {"value": counted(own["unknown"]), "unit": _("rumah tangga"), "meaning": _("Belum diketahui")},
    ]


def parts(beneath: Sequence[Place], found: Mapping[int, Mapping[str, int | None]]) -> Table:
    columns = [
        Column(_("Wilayah")),
        Column(_("Masih terbuka"), is_number=True),
        Column(_("Tidak terbuka"), is_number=True),
        Column(_("Belum diketahui"), is_number=True),
    ]
    rows = [
        Row([child.label, *_counts(found.get(child.id))], reverse("sanitation:area", args=[child.id]))
        for child in beneath
    ]
    note = _("Rumah tangga. Jamban yang berakhir di tempat terbuka dihitung terbuka.")
    return Table(_("Wilayah di dalamnya"), columns, rows, note=note)


def rungs(found: SanitationFigures) -> Table:
    """From the lowest rung up, and those of which nobody knows."""
    rows = [Row([rung.label, ribuan(found.rungs.get(rung, 0))]) for rung in Rung]
    columns = [Column(_("Anak tangga jamban")), Column(_("Rumah tangga"), is_number=True)]
    return Table(_("Tangga jamban"), columns, [*rows, Row([_("Belum diketahui"), ribuan(found.unknown)])], stays=True)


def pillars(found: SanitationFigures) -> Table:
    columns = [Column(_("Pilar")), Column(_("Rumah tangga"), is_number=True)]
    rows = [Row([pillar_words(name), ribuan(found.pillars.get(name, 0))]) for name in PILLARS]
    return Table(_("Lima pilar STBM"), columns, rows, note=_("STBM: sanitasi total berbasis masyarakat."), stays=True)


def _home(home: Home) -> Row:
    url, seen = reverse("sanitation:look", args=[home.line.household_id]), home.seen
    name = home.line.head or _("Tanpa kepala keluarga")
    if seen is None:
        return Row([name, state("belum", _("dilihat")), MISSING, "", MISSING], url)
    reached = _("%(n)s dari %(all)s") % {"n": seen.pillars, "all": ALL}
    return Row([name, _rung(seen), reached, _wanting(seen), umur(seen.look.on)], url)


def _rung(seen: Seen) -> Any:
    if not seen.rung:
        return state("menunggu", _("jawaban"))
    return rung_words(seen.rung)


def _wanting(seen: Seen) -> str:
    return missing_words(seen.missing) or lift_words(seen.lift) or ", ".join(map(pillar_words, seen.lacking[:1]))


def _counts(told: Mapping[str, int | None] | None) -> list[str]:
    return [counted(told[name]) for name in ("open", "closed", "unknown")] if told else [MISSING] * 3


def _next(title: str, why: str, label: str, home: Home) -> Entry:
    return {
        "title": title, "why": why, "label": label, "url": reverse("sanitation:look", args=[home.line.household_id])
    }  # fmt: skip
