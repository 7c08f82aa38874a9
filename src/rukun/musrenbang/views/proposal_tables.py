"""The tables of proposals: an RT's list, its money, the places beneath, repeated wishes, history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.musrenbang.models import Partner, Proposal, Turn
from rukun.musrenbang.public.proposals import Part
from rukun.musrenbang.queries.likeness import Repeated
from rukun.musrenbang.queries.proposals import Progress, Sums, name
from rukun.musrenbang.types import Owner, State
from rukun.musrenbang.views.proposal_states import shown
from rukun.territory.types import Place
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan, rupiah, tanggal

PARTS = {"waiting": ("menunggu",), "agreed": ("selesai",), "refused": ("ditolak",)}
Entry = dict[str, object]


def listed(proposals: Iterable[Proposal], count: int, empty: Empty) -> Table:
    """An RT's proposals: name, state, cost."""
    rows = [
        Row(
            [each.title, shown(each.state), rupiah(each.cost), name(each)],
            reverse("musrenbang:proposal", args=[each.pk]),
        )
        for each in proposals
    ]
    columns = [
        Column(_("Usulan")),
        Column(_("Keadaan"), is_state=True),
        Column(_("Biaya"), is_number=True),
        Column(_("Nomor"), is_number=True),
    ]
    said = ngettext("%(n)s usulan", "%(n)s usulan", count) % {"n": ribuan(count)}
    return Table(said, columns, rows, empty=empty)


def money(sums: Sums) -> list[Entry]:
    """How many, and what they cost together against the ceiling."""
    bare = _("%(n)s belum punya biaya") % {"n": ribuan(sums.without_cost)} if sums.without_cost else ""
    count = ngettext("%(n)s usulan", "%(n)s usulan", sums.count) % {"n": ribuan(sums.count)}
    return [
        {"label": _("Yang berjalan"), "value": ", ".join(filter(None, [count, bare]))},
        {"label": _("Jumlah biaya"), "value": rupiah(sums.cost) + _over(sums)},
        {"label": _("Pagu RT"), "value": rupiah(sums.ceiling) if sums.ceiling is not None else ""},
    ]


def _over(sums: Sums) -> str:
    if sums.ceiling is None or sums.cost <= sums.ceiling:
        return ""
    return ", " + _("%(over)s di atas pagu: musyawarah memilih") % {"over": rupiah(sums.cost - sums.ceiling)}


def shares(sums: Sums) -> Table | None:
    """What each cluster would cost, held against its share of the ceiling."""
    rows = [Row([each.label, rupiah(each.cost), _bounds(each.least, each.most)]) for each in sums.shares]
    columns = [Column(_("Bidang")), Column(_("Diusulkan"), is_number=True), Column(_("Bagian menurut juknis"))]
    return Table(_("Menurut bidang"), columns, rows, stays=True) if rows else None


def _bounds(least: int | None, most: int | None) -> str:
    if least and most is not None:
        return _("%(least)s sampai %(most)s") % {"least": rupiah(least), "most": rupiah(most)}
    if most is not None:
        return _("paling banyak %(most)s") % {"most": rupiah(most)}
    return _("paling sedikit %(least)s") % {"least": rupiah(least)} if least else _("tidak dibatasi")


def history(turns: Sequence[Turn]) -> Table:
    """Every turn: the day, the new state, whose, and why."""
    rows = [
        Row([tanggal(each.on), shown(each.after), Owner(each.office).label, " ".join(_why(each)), str(each.year)])
        for each in turns
    ]
    columns = [Column(_("Hari")), Column(_("Menjadi"), is_state=True), Column(_("Oleh")), Column(_("Alasan"))]
    return Table(_("Riwayat"), [*columns, Column(_("Tahun"), is_number=True)], rows, caption_hidden=True)


def _why(turn: Turn) -> list[str]:
    return [part for part in (turn.reason, f"({turn.article})" if turn.article else "") if part]


def parts(held: Sequence[Part]) -> Table:
    words = {"waiting": _("menunggu jawaban"), "agreed": _("setuju"), "refused": _("tidak ikut")}
    rows = [Row([each.rt, rupiah(each.share), words[each.state], tanggal(each.on), each.reason]) for each in held]
    columns = [
        Column(_("RT")),
        Column(_("Bagian"), is_number=True),
        Column(_("Jawaban")),
        Column(_("Hari")),
        Column(_("Alasan")),
    ]
    return Table(_("RT yang diajak"), columns, rows, caption_hidden=True)


def invitations(held: Sequence[Partner], leaders: Mapping[int, Place]) -> Table:
    """Joint proposals this RT was asked into and has not answered."""
    rows = [
        Row(
            [each.title, leaders[each.leader_id].label if each.leader_id in leaders else "", rupiah(each.share)],
            reverse("musrenbang:partner", args=[each.pk]),
        )
        for each in held
    ]
    columns = [Column(_("Usulan bersama")), Column(_("Dari")), Column(_("Bagian diminta"), is_number=True)]
    return Table(_("Ajakan usulan bersama"), columns, rows)


def left_over(found: Sequence[Proposal]) -> Table:
    rows = [
        Row(
            [each.title, shown(each.state), rupiah(each.cost), str(each.year)],
            reverse("musrenbang:proposal", args=[each.pk]),
        )
        for each in found
    ]
    columns = [
        Column(_("Usulan")),
        Column(_("Keadaan"), is_state=True),
        Column(_("Biaya"), is_number=True),
        Column(_("Tahun"), is_number=True),
    ]
    return Table(_("Yang belum terpilih"), columns, rows)


def beneath(held: Sequence[tuple[Place, Progress]]) -> Table:
    """The places right beneath: those without a single proposal first."""
    ordered = sorted(held, key=lambda pair: (pair[1].count > 0, pair[0].label))
    rows = [
        Row(
            [place.label, ribuan(found.count), ribuan(_ready(found)), rupiah(found.cost)],
            reverse("musrenbang:proposals", args=[place.id]),
        )
        for place, found in ordered
    ]
    columns = [
        Column(_("Wilayah")),
        Column(_("Usulan"), is_number=True),
        Column(_("Sudah diajukan"), is_number=True),
        Column(_("Biaya"), is_number=True),
    ]
    return Table(_("Wilayah di dalamnya"), columns, rows, note=_("Yang belum punya usulan di atas."))


def _ready(found: Progress) -> int:
    return found.count - found.states[State.DRAFT]


def by_state(found: Progress) -> Table:
    rows = [Row([shown(state), ribuan(found.states[state])]) for state in State.values if found.states[state]]
    columns = [Column(_("Keadaan")), Column(_("Usulan"), is_number=True)]
    total = Row([_("Jumlah"), ribuan(found.count)]) if rows else None
    return Table(_("Menurut keadaan"), columns, rows, total, stays=True)


def repeated(found: Sequence[Repeated]) -> Table | None:
    rows = [Row([each.title, ribuan(each.count), ", ".join(each.rts), rupiah(each.cost)]) for each in found]
    columns = [
        Column(_("Usulan")),
        Column(_("Kali"), is_number=True),
        Column(_("RT")),
        Column(_("Biaya bersama"), is_number=True),
    ]
    note = _("Judulnya mirip di beberapa RT: mungkin lebih baik dikerjakan desa.")
    return Table(_("Usulan yang berulang"), columns, rows, note=note) if rows else None
