"""SKDN on the screen: four counts and their shares, month by month; few are hidden from who may not see families."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from rukun.services.health.queries import posts
from rukun.services.health.queries.posts import Month
from rukun.ui.pictures import spark
from rukun.ui.svg import Picture
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import persen, ribuan

FEW = "<10"


def figures(month: Month, *, is_exact: bool) -> list[dict[str, Any]]:
    s, k, d, n = _counts(month, is_exact)
    return [
        {"value": s, "unit": _("anak"), "meaning": _("S: semua balita di sini")},
        {"value": k, "unit": _("anak"), "meaning": _("K: punya kartu, pernah diukur di Rukun")},
        {"value": d, "unit": _("anak"), "meaning": _("D: ditimbang bulan ini")},
        {"value": n, "unit": _("anak"), "meaning": _("N: naik berat badannya")},
    ]


def table(months: Sequence[Month], *, is_exact: bool) -> Table:
    """The newest first; shares only where their counts are shown."""
    columns = [
        Column(_("Bulan")),
        *(Column(each, is_number=True) for each in ("S", "K", "D", "N", "K/S", "D/K", "D/S", "N/S")),
    ]
    more = ["N/D'", "T", "2T", "BGM"] if is_exact else []
    columns += [Column(each, is_number=True) for each in more]
    rows = [_row(each, is_exact) for each in reversed(months)]
    return Table(_("Dua belas bulan"), columns, rows)


def picture(months: Sequence[Month]) -> Picture:
    """How many of all children were weighed, through the months."""
    values = [(_month(each), each.shares.participation and round(100 * each.shares.participation)) for each in months]
    now = persen(months[-1].shares.participation, 0)
    words = _("Bulan ini %(share)s balita sudah ditimbang.") % {"share": now}
    return spark(values, title=_("Peserta: D dibagi S, dalam persen"), words=words)


def _row(month: Month, is_exact: bool) -> Row:
    held = month.shares
    counts = _counts(month, is_exact)
    named = dict(zip("SKDN", counts, strict=True))
    pairs = (
        ("K", "S", held.coverage),
        ("D", "K", held.continuity),
        ("D", "S", held.participation),
        ("N", "S", held.success),
    )
    told = [FEW if FEW in (named[one], named[two]) else persen(share, 0) for one, two, share in pairs]
    more = [persen(held.growth, 0), month.marks["T"], month.two_t, month.below_red] if is_exact else []
    return Row([_month(month), *counts, *told, *more])


def _counts(month: Month, is_exact: bool) -> list[str]:
    held = month.counted
    counts = (held.s, held.k, held.d, held.n) if is_exact else posts.safe(month)
    return [FEW if each is None else ribuan(each) for each in counts]


def _month(month: Month) -> str:
    return date_format(month.first, "M Y").replace(" ", "\u00a0")
