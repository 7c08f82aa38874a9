"""The money under a place as a workbook: numbers are numbers, days are days, text is never a formula."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from rukun.grants.queries import overview
from rukun.grants.queries.overview import CLUSTER, Money, Overview, Stuck
from rukun.grants.types import DossierKind, Level, TrancheState
from rukun.kit.sheet import Column, Sheet, write_xlsx
from rukun.territory import queries as territory


def workbook(told: Overview, labels: Mapping[str, str], on: date) -> bytes:
    """`labels`: cluster → how the juknis calls it."""
    target = BytesIO()
    rts = overview.each_rt(told.place.path, told.year)
    stuck = [*told.late, *told.idle]
    named = territory.places(sorted({rt for rt, _money in rts} | {each.rt_id for each in stuck}), on=on)
    words = {pk: place.label for pk, place in named.items()}
    above = {pk: place.way[-2].label for pk, place in named.items()}
    sheets = [
        _about(told, on),
        _moneys(_("Tahun"), [([year], money) for year, money in told.years], [Column(_("Tahun"), 10, "number")]),
        _moneys(_("Wilayah"), [([child.label], money) for child, money in told.children], [Column(_("Wilayah"), 30)]),
        _moneys(
            _("RT"),
            [([above.get(rt, ""), words.get(rt, "")], money) for rt, money in rts],
            [Column(_("Wilayah di atasnya"), 26), Column(_("RT"), 26)],
        ),
        _clusters(told, labels),
        _tranches(told),
        _stuck(stuck, words, above),
    ]
    write_xlsx(sheets, target)
    return target.getvalue()


def _about(told: Overview, on: date) -> Sheet:
    rows = [(_("Wilayah"), told.place.label), (_("Tahun"), told.year), (_("Tanggal"), on), (_("RT"), told.rts),
            (_("RT dengan buku dana"), told.whole.books)]  # fmt: skip
    return Sheet(_("Tentang"), [Column(_("Hal"), 24), Column(_("Isi"), 40)], rows)


def _moneys(name: str, rows: Iterable[tuple[list[Any], Money]], first: list[Column]) -> Sheet:
    titles = (_("Buku"), _("Pagu"), _("Diminta"), _("Disetujui"), _("Cair"), _("Belanja"), _("SPJ diterima"),
              _("Pajak belum disetor"), _("Masih dipegang RT"))  # fmt: skip
    columns = [*first, *(Column(title, 20, "number") for title in titles)]
    return Sheet(name, columns, ([*head, *_values(money)] for head, money in rows))


def _values(money: Money) -> list[int]:
    return [getattr(money, name) for name in Money.__slots__]


def _clusters(told: Overview, labels: Mapping[str, str]) -> Sheet:
    titles = (_("Rencana"), _("RAB disetujui"), _("Belanja"), _("SPJ diterima"), _("Swadaya"))
    columns = [Column(_("Bidang"), 40), *(Column(title, 20, "number") for title in titles)]
    return Sheet(
        _("Bidang"), columns, ([labels.get(key, key), *(sums[each] for each in CLUSTER)] for key, sums in told.clusters)
    )


def _tranches(told: Overview) -> Sheet:
    columns = [Column(_("Tahap"), 10, "number"), Column(_("Keadaan"), 26), Column(_("RT"), 10, "number"),
               Column(_("Jumlah"), 20, "number")]  # fmt: skip
    rows = [
        [each.number, str(state.label), each.counts[state], each.amounts[state]]
        for each in told.tranches
        for state in TrancheState
        if state in each.counts
    ]
    return Sheet(_("Tahap"), columns, rows)


def _stuck(found: Iterable[Stuck], words: Mapping[int, str], above: Mapping[int, str]) -> Sheet:
    columns = [Column(_("Wilayah di atasnya"), 26), Column(_("RT"), 26), Column(_("Apa yang tertahan"), 30),
               Column(_("Di meja"), 18), Column(_("Sejak"), 14, "date"), Column(_("Jumlah"), 20, "number"),
               Column(_("Masih dipegang RT"), 20, "number")]  # fmt: skip
    rows = ([above.get(each.rt_id, ""), words.get(each.rt_id, ""), *_why(each)] for each in found)
    return Sheet(_("Tertahan"), columns, rows)


def _why(each: Stuck) -> list[Any]:
    if each.why == "late":
        return [str(DossierKind(each.kind).label), str(Level(each.level).label), each.since, each.amount, None]
    return [_("SPJ belum diterima"), "", each.since, each.amount, each.hand]
