"""Terms as tables: who serves where, from when until when, and in which state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from rukun.accounts.models import Appointment
from rukun.territory import queries as territory
from rukun.ui.states import STATES
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import tanggal


def users_table(terms: Iterable[Appointment], *, on: date) -> Table:
    """One row a term, with the person's name leading to their page."""
    held = list(terms)
    names = territory.places(list({term.area_id for term in held}), on=on)
    empty = Empty(_("Belum ada pengguna yang cocok."), _("Tambah pengguna"), reverse("accounts:choose_place"), "user")
    return Table(
        caption=_("Pengguna dan perannya"),
        columns=[
            Column(_("Nama")),
            Column(_("Nama pengguna")),
            Column(_("Peran")),
            Column(_("Wilayah")),
            Column(_("Masa")),
        ],
        rows=[
            Row(
                [term.user.name, term.user.username, term.get_role_display(), _label(names, term.area_id), span(term)],
                reverse("accounts:user", args=[term.user_id]),
            )
            for term in held
        ],
        empty=empty,
        caption_hidden=True,
    )


def terms_table(terms: Iterable[Appointment], *, on: date, may_change: bool) -> Table:
    """All offices of one person, the newest first, each with what may still be done about it."""
    held = list(terms)
    names = territory.places(list({term.area_id for term in held}), on=on)
    words = (_("Peran"), _("Wilayah"), _("Masa"), _("Dasar"), _("Keadaan"), _("Tindakan"))
    return Table(
        caption=_("Peran dan riwayatnya"),
        columns=[Column(word) for word in words],
        rows=[
            Row(
                [
                    term.get_role_display(),
                    _label(names, term.area_id),
                    span(term),
                    term.basis or "–",
                    _state(term, on),
                    _ways(term, on) if may_change else "",
                ]
            )
            for term in held
        ],
        empty=Empty(_("Orang ini belum memegang peran."), _("Tunjuk"), reverse("accounts:choose_place"), "user"),
    )


def span(term: Appointment) -> str:
    """ "1 Januari 2026 – 1 Januari 2029"."""
    if term.until is None:
        return _("sejak %(since)s") % {"since": tanggal(term.since)}
    return _("%(since)s sampai %(until)s") % {"since": tanggal(term.since), "until": tanggal(term.until)}


def _label(names: dict, area_id: int) -> str:
    place = names.get(area_id)
    return " · ".join(step.label for step in reversed(place.way[-2:])) if place else _("wilayah lama")


def _state(term: Appointment, on: date) -> str:
    code = "belum" if term.since > on else "selesai" if term.until and term.until <= on else "berjalan"
    return render_to_string("ui/components/state.html", {"state": STATES[code], "detail": ""})


def _ways(term: Appointment, on: date) -> str:
    if term.until and term.until <= on:
        return ""
    return format_html(
        '<a href="{}">{}</a> · <a href="{}">{}</a>',
        reverse("accounts:hand_over", args=[term.pk]),
        _("Serah terima"),
        reverse("accounts:end", args=[term.pk]),
        _("Akhiri"),
    )
