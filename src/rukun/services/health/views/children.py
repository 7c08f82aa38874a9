"""How one child grows: the next thing, the chart, the numbers; and the charts on paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.people.queries import persons
from rukun.services.health.queries import children
from rukun.services.health.types import Why
from rukun.services.health.views import charts
from rukun.services.health.views.answering import the_place
from rukun.services.health.views.scores import scores
from rukun.services.health.words import growth as words
from rukun.ui.addresses import first_url
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, tanggal

P = Permission
OFTEN_EMPTY = {"head_mm": gettext_lazy("Lingkar kepala"), "arm_mm": gettext_lazy("Lingkar lengan")}


@needs(P.HEALTH_SEE, area=persons.path_of)
@never_cache
def show(request: HttpRequest, person_id: int) -> HttpResponse:
    told = _child(person_id)
    kind = request.GET.get("grafik", "")
    kind = kind if kind in words.SHORT else "weight"
    chart = children.chart(kind, told)
    may_record = may(request.held, P.HEALTH_RECORD, told.person.path)
    decides = may(request.held, P.HEALTH_DECIDE, told.person.path)
    page = _page(told) | {
        "tabs": [
            {"label": name, "url": f"?grafik={key}", "is_current": key == kind} for key, name in words.SHORT.items()
        ],
        "picture": charts.picture(chart) if chart else None,
        "table": _table(told, may_record),
        "scores": scores(told.lines[0].measurement) if decides and told.lines else None,
        "referrals": [_referral(each, decides) for each in told.open],
        "measure_url": reverse("health:measure", args=[person_id]) if may_record else "",
        "ask_url": first_url("health:referral_ask", person_id=person_id) if may_record else "",
        "doses_url": first_url("health:doses", person_id=person_id),
    }
    return render(request, "health/measurements_child.html", page)


@needs(P.HEALTH_SEE, area=persons.path_of)
@never_cache
def sheet(request: HttpRequest, person_id: int) -> HttpResponse:
    """All charts, each on a sheet of A4."""
    told = _child(person_id)
    drawn = [charts.picture(chart) for kind in words.SHORT if (chart := children.chart(kind, told))]
    return render(request, "health/measurements_sheet.html", _page(told) | {"pictures": drawn, "on": today()})


def _child(person_id: int) -> Any:
    return children.child(get_object_or_404(children.visible(), pk=person_id), on=today())


def _page(told: Any) -> dict[str, Any]:
    return {"child": told, "who": told.person, "place": the_place(told.person.rt_id), "mark": _last_mark(told)}


def _last_mark(told: Any) -> str:
    """The last weighing as a cadre says it: "Tidak naik, dua kali berturut-turut"."""
    held = next((each for each in told.lines if each.mark), None)
    if held is None:
        return ""
    said = {"mark": words.MARKS[held.mark], "day": tanggal(held.measurement.on)}
    return _("Timbangan terakhir, %(day)s: %(mark)s.") % said


def _table(told: Any, may_record: bool) -> Table:
    """Every measuring, the newest first; what was never measured has no column."""
    shown = [name for name in OFTEN_EMPTY if any(getattr(each, name) for each in told.measured)]
    columns = [
        Column(_("Hari")), Column(_("Umur (bulan)"), is_number=True), Column(_("Berat"), is_number=True),
        Column(_("Panjang atau tinggi"), is_number=True),
        *(Column(OFTEN_EMPTY[name], is_number=True) for name in shown), Column(_("KMS")),
    ]  # fmt: skip
    rows = [_row(each, shown, may_record) for each in told.lines]
    empty = Empty(_("Belum ada ukuran. Timbang anak ini bulan ini."), icon="people")
    note = _("Tekan harinya untuk memperbaiki.") if may_record else ""
    return Table(_("Semua ukuran"), columns, rows, empty=empty, note=note)


def _row(each: Any, shown: list[str], may_record: bool) -> Row:
    held = each.measurement
    size = " ".join(filter(None, [words.centimetres(held.lenhei_mm), words.position(held)]))
    mark = _("perlu diukur ulang") if held.doubts else words.mark(each.mark)
    around = [words.centimetres(getattr(held, name)) for name in shown]
    values = [hari_pendek(held.on), each.months, words.kilograms(held.weight_g), size, *around, mark]
    return Row(values, reverse("health:measure_correct", args=[held.pk]) if may_record else "")


def _referral(each: Any, decides: bool) -> dict[str, Any]:
    """What a cadre reads of an open referral: why, since when, whose turn."""
    if each.seen_on is None:
        turn = _("menunggu tenaga kesehatan sejak %(day)s") % {"day": tanggal(each.on)}
    elif each.next_on:
        turn = _("sudah dilihat, lihat lagi %(day)s") % {"day": tanggal(each.next_on)}
    else:
        turn = _("sudah dilihat %(day)s") % {"day": tanggal(each.seen_on)}
    url = first_url("health:referral", referral_id=each.pk) if decides else ""
    return {"why": Why(each.why).label, "turn": turn, "decision": each.decision, "url": url}
