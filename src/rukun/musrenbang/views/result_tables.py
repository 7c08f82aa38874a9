"""The figures and tables of a result."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rukun.musrenbang.models import Choice
from rukun.musrenbang.queries.results import Part, Told
from rukun.musrenbang.types import Way
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import ribuan, rupiah


def figures(choice: Choice, told: Told) -> list[dict[str, str]]:
    shown = [
        (ribuan(len(told.won)), _("usulan terpilih"), _("dari %(n)s") % {"n": len(told.won) + len(told.lost)}),
    ]
    if choice.way != Way.CONSENSUS:
        spoilt = _("%(n)s di antaranya rusak") % {"n": ribuan(told.spoilt)} if told.spoilt else ""
        shown.append((ribuan(told.sheets), _("suara masuk"), spoilt))
    return [{"value": value, "meaning": meaning, "note": note} for value, meaning, note in shown]


def money(told: Told) -> list[dict[str, str]]:
    pairs = [(_("Terpilih"), told.cost), (_("Sisa pagu"), told.left), (_("Pagu"), told.ceiling)]
    return [{"label": label, "value": rupiah(amount)} for label, amount in pairs]


def parts(told: Told) -> Table | None:
    """The money chosen of each cluster beside what it must and may have."""
    columns = (
        Column(_("Bidang")),
        Column(_("Terpilih"), is_number=True),
        Column(_("Paling sedikit"), is_number=True),
        Column(_("Paling banyak"), is_number=True),
        Column(_("Terpenuhi"), is_state=True),
    )
    rows = [
        Row((each.label, rupiah(each.chosen), rupiah(each.at_least or None), rupiah(each.at_most), _kept(each)))
        for each in told.parts
    ]
    return Table(_("Bagian tiap bidang"), columns, rows) if rows else None


def _kept(part: Part) -> str:
    if part.lowered is None:
        return _("terpenuhi")
    if part.lowered == 0:
        return _("belum: tidak ada usulan yang dapat memenuhinya")
    return _("belum: usulan yang ada hanya dapat mencapai %(n)s") % {"n": rupiah(part.lowered)}


def excluded(told: Told) -> Table | None:
    rows = [Row(each) for each in told.excluded]
    return Table(_("Tidak ikut dipilih"), (Column(_("Usulan")), Column(_("Mengapa"))), rows) if rows else None
