"""The page of an area as of an earlier day: its name and parts, and what can be counted truthfully for that day."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, covers, may, today
from rukun.poverty.forms import TODAYS, AsOf
from rukun.poverty.queries import past
from rukun.poverty.queries.past import Part, PastSheet, Sums
from rukun.poverty.types import Label
from rukun.poverty.views.tables import Entry
from rukun.territory import queries as territory
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan

NAMED = 5
SHOWN = (Label.POOR, Label.CANNOT_BE_SAID)


def page(request: HttpRequest, area_id: int, form: AsOf) -> HttpResponse:
    """Verdicts only for who may see names: two neighbouring days would betray one family to anyone else."""
    on, is_todays = form.cleaned_data["pada"], form.cleaned_data["batas"] == TODAYS
    path = territory.path_of(area_id)
    may_names = may(request.held, Permission.POVERTY_NAMES, path)
    borders_of = today() if is_todays else on
    sheet = past.sheet(area_id, on=on, borders_of=borders_of, with_verdicts=may_names)
    place = territory.place(area_id, on=borders_of) or territory.last_known(area_id)
    has_parts = place is not None and place.level not in ("rt", "dawis")
    sees_part = not is_todays and not _sees_everything(request)
    context = {
        "place": place,
        "existed": territory.place(area_id, on=on) is not None,
        "exists": territory.place(area_id, on=today()) is not None,
        "on": on,
        "is_todays": is_todays,
        "form": form,
        "may_names": may_names,
        "tabs": form.faces,
        "figures": _figures(sheet.own, may_names=may_names),
        "parts": _parts(request, sheet, form, may_names=may_names) if has_parts else None,
        "silent": _silent(sheet) if has_parts else [],
        "verdicts": _verdicts(sheet.own) if sheet.own.judged else None,
        "sees_part": sees_part,
        "elsewhere": _elsewhere(request, sheet) if sees_part else [],
    }
    return render(request, "poverty/area_then.html", context)


def _figures(own: Sums, *, may_names: bool) -> list[Entry]:
    found = [
        {"meaning": _("Warga"), "value": ribuan(own.people)},
        {"meaning": _("Rumah tangga"), "value": ribuan(own.households)},
    ]
    if may_names and own.judged:
        left = own.households - own.judged
        unjudged = _("%(n)s belum dinilai waktu itu") % {"n": ribuan(left)} if left else ""
        poor = ribuan(own.verdicts.get(Label.POOR, 0))
        found.append({"meaning": _("Pasti miskin"), "value": poor, "unit": _("rumah tangga"), "note": unjudged})
    return found


def _verdicts(own: Sums) -> Table:
    rows = [Row([label.label, ribuan(own.verdicts.get(label, 0))]) for label in Label]
    rows.append(Row([_("Belum dinilai waktu itu"), ribuan(own.households - own.judged)]))
    columns = [Column(_("Putusan")), Column(_("Rumah tangga"), is_number=True)]
    total = Row([_("Jumlah"), ribuan(own.households)])
    return Table(_("Keadaan menurut 14 kriteria"), columns, rows, total, stays=True)


def _parts(request: HttpRequest, sheet: PastSheet, form: AsOf, *, may_names: bool) -> Table:
    """The places beneath; the last row is the area as a whole, so that everyone can add up."""
    names = (_("Rumah tangga"), _("Warga"), *((_("Pasti miskin"), _("Belum dapat dikatakan")) if may_names else ()))
    rows = [
        Row([part.label, *_counts(part.sums, may_names=may_names)], _url(request, part, form))
        for part in sheet.parts
        if part.sums.households
    ]
    return Table(
        _("Wilayah di dalamnya"),
        [Column(_("Wilayah")), *(Column(name, is_number=True) for name in names)],
        rows,
        Row([_("Jumlah"), *_counts(sheet.own, may_names=may_names)]) if rows else None,
        empty=Empty(_("Waktu itu belum ada rumah tangga yang tercatat di sini.")),
    )


def _silent(sheet: PastSheet) -> list[str]:
    """The places beneath where no household stood that day, by name."""
    return sorted(part.label for part in sheet.parts if not part.sums.households)


def _counts(sums: Sums, *, may_names: bool) -> list[str]:
    counts = [ribuan(sums.households), ribuan(sums.people)]
    told = [ribuan(sums.verdicts.get(label, 0)) if sums.judged else MISSING for label in SHOWN]
    return counts + told if may_names else counts


def _url(request: HttpRequest, part: Part, form: AsOf) -> str:
    """The same day in a part, where it may be opened."""
    if not part.path or not may(request.held, Permission.POVERTY_SEE, part.path):
        return ""
    return f"{reverse('area', args=[part.area_id])}?{form.query}"


def _sees_everything(request: HttpRequest) -> bool:
    held = territory.installation()
    return held is not None and covers(request.held, held.kabupaten.path)


def _elsewhere(request: HttpRequest, sheet: PastSheet) -> list[str]:
    """Places outside one's areas that hold some part of this one today: the walls keep their households apart."""
    heirs = past.gone_elsewhere(sheet.rts, today=today())
    return sorted(label for path, label in heirs.items() if not covers(request.held, path))[:NAMED]
