"""The rows of a paper list as tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from rukun.musrenbang.facts.wishes import Reading, Remark, Wish
from rukun.musrenbang.views.asking import spoken
from rukun.musrenbang.views.proposal_states import shown
from rukun.territory import queries as territory
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import ribuan, rupiah

SHOWN = 100
Entry = dict[str, object]


def figures(read: Reading, fresh: Sequence[Wish], twice: set[int]) -> list[Entry]:
    refused = len({each.row for each in read.remarks if each.is_error})
    told = [
        (_("Baris dibaca"), read.rows),
        (_("Dapat dicatat"), len(fresh)),
        (_("Sudah ada"), len(twice)),
        (_("Perlu diperbaiki"), refused),
    ]
    return [{"meaning": meaning, "value": ribuan(count)} for meaning, count in told]


def fresh(found: Sequence[Wish], *, on: date) -> Table | None:
    """The rows that come in: which RT, and what will stand as their outcome."""
    first = found[:SHOWN]
    named = territory.places(list({each.rt_id for each in first}), on=on)
    rows = [
        Row(
            [each.title, named[each.rt_id].label, str(each.year), rupiah(each.cost), shown(each.outcome), str(each.row)]
        )
        for each in first
    ]
    columns = [
        Column(_("Usulan")),
        Column(_("RT")),
        Column(_("Tahun"), is_number=True),
        Column(_("Biaya"), is_number=True),
        Column(_("Menjadi"), is_state=True),
        Column(_("Baris"), is_number=True),
    ]
    note = _("%(n)s baris pertama.") % {"n": SHOWN} if len(found) > SHOWN else ""
    return Table(_("Yang akan dicatat"), columns, rows, note=note) if rows else None


def remarks(found: Sequence[Remark]) -> list[Entry]:
    """Errors first; each says where it stands, what is written there, and what to do."""
    ordered = sorted(found, key=lambda each: (not each.is_error, each.row))[:SHOWN]
    return [_remark(each) for each in ordered]


def _remark(each: Remark) -> Entry:
    letter = spoken(each.finding)
    return {
        "sheet": "",
        "row": each.row,
        "column": each.column,
        "value": each.value[:80],
        "todo": f"{letter.what} {letter.now if each.is_error else letter.why}",
    }
