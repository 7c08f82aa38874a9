"""What the pages of giving show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.accounts.permissions import Permission, may
from rukun.programmes.models import Instalment, Waiting
from rukun.programmes.queries import deliveries, effects
from rukun.programmes.queries.deliveries import Due, Gone, Told
from rukun.programmes.types import Proof, State
from rukun.programmes.views.effect_words import change_words
from rukun.territory import queries as territory
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, ribuan, rupiah, tanggal, umur

GIVE = Permission.PROGRAMME_GIVE
WAYS = {Proof.PIN: gettext_lazy("PIN"), Proof.THUMB: gettext_lazy("Cap jempol"), Proof.WITNESS: gettext_lazy("Saksi")}


def figures(count: int, amount: int, came: int) -> list[dict[str, str]]:
    waits = [{"value": ribuan(count), "meaning": _("bagian sudah waktunya")}]
    money = [{"value": rupiah(amount), "meaning": _("uang yang ditunggu")}] if amount else []
    return [*waits, *money, {"value": ribuan(came), "meaning": _("diterima tahun ini")}]


def due(held: Sequence[Due], on: date, *, with_place: bool) -> Table:
    places = places_of((each.instalment.path for each in held), on) if with_place else {}
    columns = (
        Column(_("Penerima")), Column(_("Program")), Column(_("Isi")), Column(_("Bagian")),
        Column(_("Jatuh tempo"), is_state=True),
    )  # fmt: skip
    rows = [
        Row(
            (
                named(each.name, each.instalment.path, places),
                each.instalment.waiting.scheme.name,
                content(each.instalment),
                _part(each),
                _when(each, on),
            ),
            url=reverse("programmes:give", args=[each.instalment.pk]),
        )
        for each in held
    ]  # fmt: skip
    empty = Empty(_("Tidak ada bantuan yang menunggu diserahkan di sini."), icon="check")
    return Table(_("Menunggu diserahkan"), columns, rows, empty=empty)


def content(part: Instalment) -> str:
    """Rupiah, goods, or both."""
    return " + ".join(filter(None, [rupiah(part.amount) if part.amount else "", part.goods]))


def about(waiting: Waiting, name: str) -> str:
    return f"{name or _('Penerima sudah pindah dari wilayah ini')} · {waiting.scheme.name}"


def giving(part: Instalment, way: Proof, on: date) -> dict[str, Any]:
    """What stands above the form: how much, by which way, and what to beware of."""
    arrival, gone = getattr(part, "arrival", None), deliveries.gone(part.waiting)
    page = {
        "title": _("Serahkan %(what)s") % {"what": content(part)},
        "intro": _("Bagian ke-%(n)s, jatuh tempo %(on)s.") % {"n": part.number, "on": tanggal(part.due)},
        "tabs": [{"label": WAYS[each], "url": f"?cara={each}", "is_current": each == way} for each in Proof],
        "gone": beware(gone),
        "leave": reverse("programmes:leave", args=[part.waiting_id]) if gone else "",
        "early": part.due if part.due > on else None,
        "lacks_pin": way == Proof.PIN and not part.waiting.pin,
        "pin_url": reverse("programmes:pin", args=[part.waiting_id]),
    }
    return page | (
        {"nothing": _("Bagian ini sudah diterima pada %(on)s.") % {"on": tanggal(arrival.on)}} if arrival else {}
    )


def beware(gone: Gone | None) -> str:
    if gone is None:
        return ""
    if gone.has_died:
        return _("Penerima tercatat meninggal pada %(on)s. Jangan serahkan.") % {"on": tanggal(gone.since)}
    return _("Penerima sudah pindah dari wilayah ini. Tanyakan kantor program dulu.")


def story(request: HttpRequest, waiting: Waiting, on: date) -> dict[str, Any]:
    """The part of a recipient's page that tells what came and what it changed: programmes/deliveries_part.html."""
    told, months = deliveries.story(waiting), effects.of(waiting, on=on)
    may_give = may(request.held, GIVE, waiting.path)
    is_in = waiting.state == State.ENROLLED
    return {
        "parts": [_told(each, may_give=may_give and is_in) for each in told],
        "is_over": waiting.until is not None,
        "gone": beware(deliveries.gone(waiting)) if is_in else "",
        "has_pin": bool(waiting.pin),
        "pin_url": reverse("programmes:pin", args=[waiting.pk]) if may_give and is_in and told else "",
        "leave_url": reverse("programmes:leave", args=[waiting.pk]) if may_give and is_in else "",
        "effect_url": reverse("programmes:effect", args=[waiting.pk]) if may_give and months[0] else "",
        "months": months[0],
        "next_ask": months[1],
        "effects": [
            {"months": each.months, "change": change_words(each.change), "words": each.words, "income": each.income}
            for each in effects.told(waiting)
        ],
        "is_taken": waiting.enrolled_on is not None,
    }


def _told(each: Told, *, may_give: bool) -> dict[str, Any]:
    part, arrival = each.instalment, each.arrival
    return {
        "number": part.number,
        "content": content(part),
        "due": part.due,
        "came": arrival.on if arrival else None,
        "how": _how(each) if arrival else "",
        "thumb": reverse("programmes:thumb", args=[arrival.pk]) if arrival and arrival.proof == Proof.THUMB else "",
        "words": arrival.words if arrival else "",
        "give": reverse("programmes:give", args=[part.pk]) if may_give and arrival is None else "",
    }


def _how(each: Told) -> str:
    arrival = each.arrival
    if arrival is not None and arrival.proof == Proof.WITNESS:
        return _("disaksikan %(name)s") % {"name": arrival.witness}
    return _("dengan PIN penerima") if arrival and arrival.proof == Proof.PIN else _("dengan cap jempol")


def places_of(paths: Iterable[str], on: date) -> dict[str, Any]:
    """Path → its RT as it is called today."""
    known = {path: int(path.split(".")[-2]) for path in paths}
    found = territory.places(list(known.values()), on=on)
    return {path: found[key] for path, key in known.items() if key in found}


def named(name: str, path: str, places: dict[str, Any]) -> str:
    """Who, and where, in a list of several RTs."""
    place, known = places.get(path), name or _("Sudah pindah")
    return f"{known}, {place.label}" if place else known


def _part(each: Due) -> str:
    return _("%(n)s dari %(all)s") % {"n": each.instalment.number, "all": each.parts}


def _when(each: Due, on: date) -> Any:
    if each.gone is not None:
        return shown("ditolak", _("tercatat meninggal") if each.gone.has_died else _("sudah pindah"))
    day = each.instalment.due
    told = format_html("{} ({})", hari_pendek(day), umur(day, on))
    return shown("lewat", told) if day < on else shown("menunggu", told)
