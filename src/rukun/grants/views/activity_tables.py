"""The pages of an RT's money and of an activity as values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.grants.facts.missing import Known
from rukun.grants.models import Activity, Book, Line, Tranche
from rukun.grants.queries.missing import Item, Standing, first_door
from rukun.grants.types import ActivityState, TrancheState
from rukun.musrenbang.queries.ceilings import Money
from rukun.territory.types import Place
from rukun.ui.addresses import first_url
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import rupiah, tanggal

Doors = list[dict[str, str]]
LOOK = {
    TrancheState.LOCKED: "belum", TrancheState.OPEN: "berjalan", TrancheState.REQUESTED: "menunggu",
    TrancheState.APPROVED: "menunggu", TrancheState.RELEASED: "selesai",
    ActivityState.DRAWN: "belum", ActivityState.APPROVED: "berjalan", ActivityState.RUNNING: "berjalan",
    ActivityState.FINISHED: "menunggu", ActivityState.CLOSED: "selesai",
}  # fmt: skip
SHOWN = 12
BOOK_DOORS = (
    (gettext_lazy("Buku kas"), ("grants:book",)),
    (gettext_lazy("Kuitansi"), ("grants:payments",)),
    (gettext_lazy("Berkas"), ("grants:dossiers",)),
    (gettext_lazy("Tim swakelola"), ("grants:teams",)),
    (gettext_lazy("Aset"), ("grants:assets",)),
)
ACTIVITY_DOORS = (
    (gettext_lazy("RAB"), ("grants:rab",)),
    (gettext_lazy("Kuitansi"), ("grants:activity_payments",)),
    (gettext_lazy("Kemajuan dan foto"), ("grants:progress",)),
    (gettext_lazy("Hari kerja dan upah"), ("grants:wages",)),
    (gettext_lazy("Swadaya"), ("grants:swadaya",)),
    (gettext_lazy("Surat dan laporan"), ("reports:grants_activity",)),
)
"""The pages around a book and an activity; one that does not stand is not shown."""


def figures(book: Book) -> list[dict[str, str]]:
    held = book.cash + book.bank + book.panjar
    return [
        {"meaning": _("Uang dipegang RT"), "value": rupiah(held), "note": _("Kas, bank, dan panjar pengurus.")},
        {
            "meaning": _("Masih boleh dibelanjakan"),
            "value": rupiah(book.available - book.committed - book.spent),
            "note": _("Sudah dikurangi yang menunggu dibayar."),
        },
        {"meaning": _("Belanja"), "value": rupiah(book.spent), "note": _of(book.ceiling)},
        {"meaning": _("SPJ (bukti belanja) diterima"), "value": rupiah(book.accounted), "note": _of(book.released)},
    ]


def recapped(book: Book, money: Money) -> str:
    told = {"before": rupiah(book.ceiling), "after": rupiah(money.amount), "basis": money.basis}
    return _("Pagu berubah dari %(before)s menjadi %(after)s. Dasarnya: %(basis)s.") % told


def tranches(held: Sequence[Tranche]) -> Table:
    columns = (
        Column(_("Tahap")), Column(_("Jumlah"), is_number=True), Column(_("Keadaan"), is_state=True),
        Column(_("Tanggal")),
    )  # fmt: skip
    rows = [
        Row((_("Tahap %(n)d") % {"n": each.number}, rupiah(each.amount), state(TrancheState(each.state)), _day(each)))
        for each in held
    ]
    return Table(_("Tahap pencairan"), columns, rows)


def carried(held: Iterable[Known]) -> Table:
    columns = (
        Column(_("Kegiatan")), Column(_("Keadaan"), is_state=True), Column(_("RAB"), is_number=True),
        Column(_("Belanja"), is_number=True), Column(_("Pekerjaan"), is_number=True),
    )  # fmt: skip
    rows = [_carried(each) for each in held]
    return Table(_("Kegiatan"), columns, rows, empty=Empty(_("Rencana RT belum berisi kegiatan."), icon="list"))


def state(told: TrancheState | ActivityState) -> SafeString:
    return shown(LOOK[told], f"· {told.label}" if told != ActivityState.RUNNING else "")


def doors_of_book(book: Book, place: Place) -> Doors:
    papers = {"label": _("Surat dan laporan"), "url": papers_url(book)}
    return [*_doors(BOOK_DOORS, {"book_id": book.pk, "area_id": place.id}), *([papers] if papers["url"] else [])]


def papers_url(book: Book) -> str:
    """The papers of this very year; "" where there are none."""
    url = first_url("reports:grants", area_id=book.rt_id)
    return url and f"{url}?tahun={book.year}"


def doors_of_activity(activity: Activity) -> Doors:
    known = {"activity_id": activity.pk, "book_id": activity.book_id, "area_id": activity.rt_id}
    return _doors(ACTIVITY_DOORS, known)


def _doors(told: Sequence[tuple[object, tuple[str, ...]]], known: Mapping[str, int]) -> Doors:
    found = [(label, first_door(names, known)) for label, names in told]
    return [{"label": str(label), "url": url} for label, url in found if url]


def _carried(each: Known) -> Row:
    told = ActivityState(each.activity.state)
    percent = "–" if each.facts.percent is None else f"{each.facts.percent} %"
    url = first_url("grants:activity", activity_id=each.activity.pk)
    title = f"{each.activity.number}. {each.activity.title}"
    return Row((title, state(told), rupiah(each.approved), rupiah(each.spent), percent), url)


def _day(each: Tranche) -> str:
    if each.released_on:
        return _("cair %(day)s") % {"day": tanggal(each.released_on)}
    if each.opens_on and each.state == TrancheState.LOCKED:
        return _("mulai %(day)s") % {"day": tanggal(each.opens_on)}
    return _("sampai %(day)s") % {"day": tanggal(each.due)} if each.due else "–"


def _of(whole: int) -> str:
    return _("dari %(whole)s") % {"whole": rupiah(whole)}


def next_card(item: Item | None) -> dict[str, object] | None:
    """The one next thing: what, whose turn it is, until when."""
    if item is None:
        return None
    about = f"{item.about}. " if item.about else ""
    why = about + _("Giliran: %(who)s.") % {"who": item.who}
    return {"title": item.words, "why": why, "until": item.until, "label": _("Kerjakan"), "url": item.url}


def gate(known: Standing) -> str:
    """What the next tranche waits for, in one sentence."""
    if known.waiting is None:
        return ""
    values = {"n": known.waiting.tranche.number, "percent": known.waiting.percent}
    if known.waiting.percent is None:
        return _("Juknis tidak menyebut syarat SPJ untuk tahap %(n)d.") % values
    if not known.waiting.gate.needed:
        return _("Tahap %(n)d dibuka setelah SPJ %(percent)s %% uang tahap sebelumnya diterima.") % values
    values |= {"done": rupiah(known.waiting.gate.done), "needed": rupiah(known.waiting.gate.needed)}
    said = _("Tahap %(n)d dibuka setelah SPJ %(percent)s %% uang sebelumnya diterima: %(done)s dari %(needed)s.")
    return said % values


def facts(each: Known, planned: int) -> list[dict[str, str]]:
    activity = each.activity
    percent = "" if each.facts.percent is None else f"{each.facts.percent} %"
    told = (
        (_("Menurut rencana"), rupiah(planned)), (_("RAB yang berlaku"), rupiah(each.approved)),
        (_("Sudah dibelanjakan"), rupiah(each.spent)), (_("Pekerjaan"), percent),
        (_("Tempat"), activity.place_words),
    )  # fmt: skip
    return [{"label": label, "value": value} for label, value in told]


def lines(held: Sequence[Line]) -> Table:
    """The lines money is spent by."""
    columns = (
        Column(_("Baris RAB")), Column(_("Disetujui"), is_number=True), Column(_("Belanja"), is_number=True),
        Column(_("Sisa"), is_number=True),
    )  # fmt: skip
    rows = [Row((each.words, rupiah(each.approved), rupiah(each.spent), rupiah(_left(each)))) for each in held]
    return Table(_("Baris RAB dan belanjanya"), columns, rows)


def _left(line: Line) -> int:
    return line.approved - line.committed - line.spent
