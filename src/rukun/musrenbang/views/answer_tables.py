"""Queues and debts as tables: who is waited for, until when, and who is late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.musrenbang.models import Proposal
from rukun.musrenbang.queries.answers import Debt, Waiting
from rukun.musrenbang.types import Owner, State
from rukun.territory.types import Place
from rukun.ui.icons import icon
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan, rupiah, span, tanggal, umur

Labels = Mapping[int, str]
SHAPE = {State.PLANNED: "selesai", State.REFUSED: "ditolak", State.MERGED: "selesai", State.WITHDRAWN: "ditolak"}


def whose(owner: str, mine: Owner | None) -> str:
    return _("giliran Anda") if owner == mine else _("giliran %(office)s") % {"office": Owner(owner).label}


def standing(line: Waiting, *, on: date, mine: Owner | None = None) -> SafeString:
    """Who owes the next move and until when, in one state with a shape and a colour."""
    turn = whose(line.owner, mine)
    if late := line.late(on):
        return shown("lewat", f"{span(late)} · {turn}")
    if line.due is None:
        return shown("menunggu", f"· {turn} · {_('tanpa tenggat')}")
    until = _("sampai %(day)s (%(away)s)") % {"day": tanggal(line.due), "away": umur(line.due, on)}
    return shown("menunggu", f"· {turn} · {until}")


def way(found: Sequence[Waiting], *, on: date, mine: Owner | None, labels: Labels, is_rt: bool) -> Table:
    """Everything on its way: for the RT without its own name on every row."""
    columns = [Column(_("Usulan")), *([] if is_rt else [Column(_("RT"))]), Column(_("Biaya"), is_number=True)]
    columns += [Column(_("Menunggu siapa, sampai kapan"), is_state=True)]
    rows = [
        Row(
            [
                line.title,
                *([] if is_rt else [labels.get(line.rt_id, "")]),
                rupiah(line.cost),
                standing(line, on=on, mine=mine),
            ],
            reverse("transparency:journey", args=[line.id]),
        )
        for line in found
    ]
    empty = Empty(_("Belum ada usulan dalam perjalanan ke atas."))
    return Table(_("Dalam perjalanan"), columns, rows, empty=empty)


def ends(found: Iterable[Proposal], labels: Labels, *, is_rt: bool) -> Table:
    columns = [Column(_("Usulan")), *([] if is_rt else [Column(_("RT"))]), Column(_("Biaya"), is_number=True)]
    columns += [Column(_("Jawaban"), is_state=True)]
    rows = [
        Row(
            [
                each.title,
                *([] if is_rt else [labels.get(each.rt_id, "")]),
                rupiah(each.cost),
                ended(each.state),
            ],
            reverse("transparency:journey", args=[each.pk]),
        )
        for each in found
    ]
    return Table(_("Sudah dijawab"), columns, rows)


def ended(state: str) -> SafeString:
    code = SHAPE.get(State(state), "berjalan")
    return format_html(
        '<span class="state {}">{}<span>{}</span></span>', code, icon(f"state-{code}"), State(state).label
    )


def debts(found: Sequence[Debt], labels: Labels, *, on: date) -> Table:
    columns = [Column(_("Siapa")), Column(_("Usulan"), is_number=True), Column(_("Terlama"), is_state=True)]
    rows = [
        Row(
            [_debtor(debt, labels), ribuan(debt.count), shown("lewat", span((on - debt.oldest).days))],
            reverse("musrenbang:answers", args=[debt.area_id]),
        )
        for debt in found
    ]
    empty = Empty(_("Tidak ada jawaban yang lewat tenggat."), icon="check")
    return Table(_("Siapa yang lewat tenggat"), columns, rows, empty=empty)


def _debtor(debt: Debt, labels: Labels) -> str:
    place = labels.get(debt.area_id, "")
    return _("RT di %(place)s") % {"place": place} if debt.owner == Owner.RT else place


def next_for_office(waiting: int, late: int, first: date | None) -> dict[str, object]:
    """The one next thing of an office that answers."""
    if not waiting:
        return {"title": _("Tidak ada usulan yang menunggu Anda"), "why": _("Yang baru akan muncul di sini.")}
    title = ngettext("Jawab %(n)s usulan", "Jawab %(n)s usulan", waiting) % {"n": ribuan(waiting)}
    why = _("%(n)s sudah lewat tenggat. Mulai dari yang terlama.") % {"n": ribuan(late)} if late else ""
    return {"title": title, "why": why or _("Mulai dari yang tenggatnya paling dekat."), "until": first}


def next_for_rt(chosen: int, returned: int, *, place: Place, may_send: bool) -> dict[str, object]:
    """The one next thing of an RT: send what was chosen, mend what came back, or wait."""
    if not chosen and not returned:
        return {
            "title": _("Tidak ada yang perlu Anda kirim"),
            "why": _("Di bawah tampak menunggu siapa, sampai kapan."),
        }
    url = reverse("musrenbang:send", args=[place.id]) if may_send else ""
    if returned:
        title = ngettext("%(n)s usulan dikembalikan", "%(n)s usulan dikembalikan", returned) % {"n": ribuan(returned)}
        return {
            "title": title,
            "why": _("Baca alasannya, perbaiki, lalu kirim lagi."),
            "label": _("Lihat dan kirim lagi"),
            "url": url,
        }
    title = ngettext("Kirim %(n)s usulan terpilih", "Kirim %(n)s usulan terpilih", chosen) % {"n": ribuan(chosen)}
    return {
        "title": title,
        "why": _("Desa menjawab setelah usulan dikirim."),
        "label": _("Periksa dan kirim"),
        "url": url,
    }
