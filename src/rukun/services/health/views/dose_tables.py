"""The immunisation card as a table: a row for each dose of the schedule, then what else was given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
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


def card(who: Any, held: Sequence[Dose], steps: Sequence[Step], *, on: date, may_record: bool) -> Table:
    """Dose by dose by age; whatever else was given stands below."""
    given, due = {(each.given, each.number): each for each in held}, {(step.given, step.number) for step in steps}
    planned = doses.planned(who.birth_date)
    past = doses.past_age(who.birth_date, on)
    rows = [
        (_aged(code, number, months), given.get((code, number)), _waiting((code, number) in due, code in past))
        for code, number, months in planned
    ]  # fmt: skip
    known = {(code, number) for code, number, _months in planned}
    rows += [(_told(each), each, "") for each in held if (each.given, each.number) not in known]
    columns = [
        Column(_("Pemberian")),
        Column(_("Keadaan"), is_state=True),
        *([Column(_("Perbaiki"))] if may_record else []),
    ]
    empty = Empty(_("Tanggal lahirnya belum diketahui, jadi jadwalnya belum dapat disusun."))
    shown_rows = [_row(*row, may_record=may_record) for row in rows]
    return Table(_("Kartu imunisasi"), columns, shown_rows, empty=empty)


def told(dose: Dose) -> str:
    return f"{_told(dose)} · {tanggal(dose.on)}"


def _told(dose: Dose) -> str:
    return step_words(f"{dose.given}-{dose.number}")


def _row(name: Any, dose: Dose | None, waiting: Any, *, may_record: bool) -> Row:
    back = [_back(dose) if dose else ""] if may_record else []
    return Row([name, shown("selesai", tanggal(dose.on)) if dose else waiting, *back])


def _aged(code: str, number: int, months: int) -> Any:
    age = _("saat lahir") if months == 0 else _("umur %(n)s bulan") % {"n": months}
    return format_html("{} <small>· {}</small>", step_words(f"{code}-{number}"), age)


def _waiting(is_due: bool, is_past: bool) -> Any:
    if is_due:
        return shown("menunggu", _("diberikan"))
    return format_html('<span class="quiet">{}</span>', _("lewat umurnya")) if is_past else shown("belum")


def _back(dose: Dose) -> Any:
    return format_html('<a href="{}">{}</a>', reverse("health:dose_back", args=[dose.pk]), _("Tarik"))


def _until(step: Step) -> str:
    if step.until is None:
        return step_words(step.code)
    return _("%(what)s, paling lambat %(day)s") % {"what": step_words(step.code), "day": tanggal(step.until)}
