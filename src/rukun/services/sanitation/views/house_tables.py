"""What the pages about houses show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.services.sanitation.models import HouseCheck
from rukun.services.sanitation.models.houses import PARTS
from rukun.services.sanitation.queries.houses import Home, word
from rukun.services.sanitation.words import houses as words
from rukun.services.sanitation.words.looks import counted
from rukun.territory.types import Place
from rukun.ui.states import shown as state
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, written

Entry = dict[str, Any]
CODES = ("decent", "not_decent", "unknown")


def limits(found: Mapping[str, Any], chosen: str) -> list[Entry]:
    return [{"label": words.limit_words(code), "url": f"?batas={code}", "is_current": code == chosen} for code in found]


asks = words.asks


def figures(own: Mapping[str, int | None]) -> list[Entry]:
    meanings = {"decent": _("Rumah layak"), "not_decent": _("Rumah tidak layak"), "unknown": _("Belum jelas")}
    return [{"value": counted(own[code]), "unit": "", "meaning": meanings[code]} for code in CODES]


def homes(found: Sequence[Home], chosen: str) -> Table:
    columns = [Column(_("Rumah tangga")), Column(_("Keadaan"), is_state=True), Column(_("Sebabnya"))]
    empty = Empty(_("Belum ada rumah tangga yang tercatat di RT ini."))
    return Table(_("Rumah"), columns, [_home(each, chosen) for each in found], empty=empty)


def parts(beneath: Sequence[Place], found: Mapping[int, Mapping[str, int | None]], chosen: str) -> Table:
    columns = [Column(_("Wilayah"))] + [Column(words.WORDS[code].capitalize(), is_number=True) for code in CODES]
    rows = [Row([child.label, *_counts(found.get(child.id))], _to(child, chosen)) for child in beneath]
    return Table(_("Wilayah di dalamnya"), columns, rows, note=_("Hanya rumah yang sudah dilihat."))


def verdicts(found: Mapping[str, Any]) -> Table:
    """One house by the three limits in force side by side."""
    columns = [Column(_("Menurut")), Column(_("Keadaan"), is_state=True), Column(_("Sebabnya"))]
    rows = [Row([words.limit_words(code), *_verdict(each)]) for code, each in found.items()]
    return Table(_("Layak atau belum"), columns, rows, note=_("Tiga batas berlaku bersamaan. Program memilih satu."))


def typed(check: HouseCheck) -> dict[str, Any]:
    """A check as the form shows it."""
    measures = {"floor": check.floor_dm2, "openings": check.openings_dm2, "height": check.height_cm}
    told = {name: None if value is None else Decimal(value) / 100 for name, value in measures.items()}
    return told | {"people": check.people} | {name: getattr(check, name) for name in PARTS}


def said(value: Any) -> str | None:
    """An area told in an interview, as it is typed; "unknown" and "refused" are none."""
    return written(Decimal(str(value))) if isinstance(value, int | float | Decimal) else None


def _home(home: Home, chosen: str) -> Row:
    name, url = home.line.head or _("Tanpa kepala keluarga"), reverse("sanitation:house", args=[home.line.household_id])
    if home.check is None:
        return Row([name, state("belum", _("dilihat")), ""], url)
    return Row([name, *_verdict(home.verdicts[chosen])], url)


def _verdict(each: Any) -> list[Any]:
    code = word(each)
    because = words.points(each.against) or words.points(each.missing)
    return [str(words.WORDS[code]), because]


def _counts(told: Mapping[str, int | None] | None) -> list[str]:
    return [counted(told[code]) for code in CODES] if told else [MISSING] * 3


def _to(child: Place, chosen: str) -> str:
    return f"{reverse('sanitation:houses', args=[child.id])}?batas={chosen}"
