"""The immunisation card as a table: a row for each dose of the schedule, then what else was given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from rukun.services.health.facts.doses import Step
from rukun.services.health.models import Dose
from rukun.services.health.queries import doses
from rukun.services.health.words.dues import step_words
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import tanggal


def wanted(steps: Sequence[Step]) -> list[str]:
    """What is due, in words; with the last day where there is one."""
    return [_until(step) for step in steps]


def card(who: Any, held: Sequence[Dose], steps: Sequence[Step], *, may_record: bool) -> Table:
    given = {(each.given, each.number): each for each in held}
    due = {(step.given, step.number) for step in steps}
    planned = [(code, number, months) for code, number, months in doses.planned(who.birth_date)]
    rows = [
        _row(code, number, months, given.pop((code, number), None), due, may_record) for code, number, months in planned
    ]
    rows += [_row(each.given, each.number, None, each, due, may_record) for each in held if each in given.values()]
    columns = [Column(_("Pemberian")), Column(_("Umur")), Column(_("Keadaan"), is_state=True), Column(_("Perbaiki"))]
    empty = Empty(_("Tanggal lahirnya belum diketahui, jadi jadwalnya belum dapat disusun."))
    return Table(_("Kartu imunisasi"), columns if may_record else columns[:3], rows, empty=empty)


def told(dose: Dose) -> str:
    return f"{step_words(f'{dose.given}-{dose.number}')} · {tanggal(dose.on)}"


def _row(code: str, number: int, months: int | None, dose: Dose | None, due: set[Any], may_record: bool) -> Row:
    age = "" if months is None else _("lahir") if months == 0 else _("%(n)s bulan") % {"n": months}
    if dose:
        state = shown("selesai", tanggal(dose.on))
    else:
        state = shown("menunggu", _("waktunya")) if (code, number) in due else shown("belum")
    values = [step_words(f"{code}-{number}"), age, state]
    return Row([*values, _back(dose) if dose else ""] if may_record else values)


def _back(dose: Dose) -> Any:
    return format_html('<a href="{}">{}</a>', reverse("health:dose_back", args=[dose.pk]), _("Tarik"))


def _until(step: Step) -> str:
    if step.until is None:
        return step_words(step.code)
    return _("%(what)s, paling lambat %(day)s") % {"what": step_words(step.code), "day": tanggal(step.until)}
