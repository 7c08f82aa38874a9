"""The way of a wish as stations on a line: what happened, what is owed now, what is still to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rukun.musrenbang.public.covering import covered
from rukun.musrenbang.public.journeys import Brief, Journey, Move
from rukun.musrenbang.types import FINAL, Owner, State, Way
from rukun.poverty.types import HIDDEN
from rukun.poverty.words import counted
from rukun.ui.icons import icon
from rukun.ui.states import STATES, shown
from rukun.ui.words import ribuan, rupiah, span, tanggal, umur

Labels = Mapping[int, str]
TITLES = {
    State.PROPOSED: gettext_lazy("Diajukan ke musyawarah RT"),
    State.CHOSEN: gettext_lazy("Terpilih di musyawarah RT"),
    State.NOT_CHOSEN: gettext_lazy("Belum terpilih"),
    State.AT_DESA: gettext_lazy("Dikirim ke desa atau kelurahan"),
    State.AT_KECAMATAN: gettext_lazy("Diteruskan ke kecamatan"),
    State.RETURNED: gettext_lazy("Dikembalikan untuk diperbaiki"),
    State.PLANNED: gettext_lazy("Masuk rencana RT"),
    State.REFUSED: gettext_lazy("Ditolak"),
    State.MERGED: gettext_lazy("Digabung ke usulan lain"),
    State.WITHDRAWN: gettext_lazy("Ditarik pengusulnya"),
    State.DRAFT: gettext_lazy("Disiapkan lagi oleh RT"),
}
SIGNS = {State.REFUSED: "ditolak", State.WITHDRAWN: "ditolak", State.RETURNED: "ditolak", State.NOT_CHOSEN: "belum"}
AHEAD = (
    (State.CHOSEN, gettext_lazy("Musyawarah RT memilih")),
    (State.AT_DESA, gettext_lazy("Musyawarah desa atau kelurahan menjawab")),
    (State.AT_KECAMATAN, gettext_lazy("Kecamatan memeriksa")),
    (State.PLANNED, gettext_lazy("Masuk rencana RT")),
)
OVER = FINAL | {State.REFUSED, State.NOT_CHOSEN}


@dataclass(frozen=True, slots=True)
class Station:
    """One stop. `sign`: the state whose shape and colour it takes; `pairs`: what is known there; `links`: onward."""

    title: Any
    sign: str
    on: date | None = None
    words: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = field(default=())

    @property
    def shape(self) -> SafeString:
        return icon(STATES[self.sign].shape)

    @property
    def word(self) -> Any:
        return STATES[self.sign].word


def line(told: Journey, origin: Any, labels: Labels, later: Iterable[Station], *, on: date) -> list[Station]:
    """All stations of a wish, from the first voice to the account of its money; `later`: those after the plan."""
    stops = [*_roots(told, origin), *_went(told, labels, on), *_ahead(told)]
    return stops if told.brief.state in OVER - {State.PLANNED} else [*stops, *later]


def now(brief: Brief, *, on: date) -> SafeString:
    """Where a proposal stands, in one state: who is waited for, until when, or how it ended."""
    state = State(brief.state)
    if state in OVER:
        return shown_as(SIGNS.get(state, "selesai"), state.label)
    who = _("giliran %(office)s") % {"office": Owner(brief.owner).label}
    if late := brief.late(on):
        return shown("lewat", f"{span(late)} · {who}")
    if brief.due:
        return shown("menunggu", f"· {who} · {_until(brief.due, on)}")
    return shown_as("menunggu", f"{state.label} · {who}")


def shown_as(sign: str, words: Any) -> SafeString:
    """A state in words of its own."""
    return format_html('<span class="state {}">{}<span>{}</span></span>', sign, icon(STATES[sign].shape), words)


def _until(due: date, on: date) -> str:
    return _("sampai %(day)s (%(away)s)") % {"day": tanggal(due), "away": umur(due, on)}


def _roots(told: Journey, origin: Any) -> Iterator[Station]:
    """What was said and what lies behind it."""
    if origin is None:
        yield Station(_("Suara warga dan akar masalah"), "belum", words=(_("Tidak tercatat untuk usulan ini."),))
        return
    quotes = tuple((covered(each.words), ", ".join(each.voice)) for each in origin.statements)
    quiet = () if quotes else (_("Suara yang dapat ditampilkan belum ada."),)
    yield Station(_("Suara warga"), "selesai" if quotes else "belum", words=quiet, quotes=quotes)
    pairs = ((_("Masalah"), covered(origin.problem)), (_("Akarnya"), covered(origin.cause)))
    yield Station(_("Masalah dan akarnya"), "selesai", pairs=pairs)


def _went(told: Journey, labels: Labels, on: date) -> Iterator[Station]:
    last = len(told.moves) - 1
    for n, move in enumerate(told.moves):
        yield _stop(told, move, labels, on, is_last=n == last)
        if move.after == State.PROPOSED and told.came_in:
            links = tuple((_named(each), reverse("transparency:journey", args=[each.id])) for each in told.came_in)
            yield Station(_("Usulan lain yang digabung ke sini"), "selesai", links=links)


def _stop(told: Journey, move: Move, labels: Labels, on: date, *, is_last: bool) -> Station:
    after = State(move.after)
    sign = SIGNS.get(after, "selesai")
    words = [_("Oleh %(office)s.") % {"office": Owner(move.office).label}] if after not in (State.PROPOSED,) else []
    if is_last and after not in OVER and told.brief.state == after:
        sign, waits = _owed(told.brief, on)
        words.append(waits)
    pairs = _pairs(told, move, labels)
    return Station(TITLES[after], sign, move.on, tuple(words), pairs=tuple(pairs), links=_onward(told, after))


def _owed(brief: Brief, on: date) -> tuple[str, str]:
    who = Owner(brief.owner).label
    if late := brief.late(on):
        told = _("Lewat tenggat %(span)s. Jawaban ditunggu dari %(office)s.")
        return "lewat", told % {"span": span(late), "office": who}
    if brief.due:
        told = _("Jawaban ditunggu dari %(office)s %(until)s.")
        return "menunggu", told % {"office": who, "until": _until(brief.due, on)}
    return "menunggu", _("Giliran %(office)s. Tenggat belum diketahui.") % {"office": who}


def _pairs(told: Journey, move: Move, labels: Labels) -> Iterator[tuple[str, str]]:
    if move.reason:
        yield _("Alasan"), move.reason
    if move.article:
        yield _("Pasal"), move.article
    if move.after == State.PROPOSED:
        yield from _wish(told, labels)
    if move.after in (State.CHOSEN, State.NOT_CHOSEN) and told.vote:
        yield _("Cara memilih"), str(Way(told.vote.way).label)
        if told.vote.sheets:
            yield _("Lembar suara"), ribuan(told.vote.sheets)
    if move.after == State.PLANNED and told.line:
        yield _("Baris rencana"), _("%(place)d tahun %(year)d") % {"place": told.line.place, "year": told.line.year}
        yield _("Jumlah"), rupiah(told.line.amount)


def _wish(told: Journey, labels: Labels) -> Iterator[tuple[str, str]]:
    known = {
        _("Isi"): told.description,
        _("Tempat"): told.place_words,
        _("Perkiraan biaya"): rupiah(told.brief.cost) if told.brief.cost else "",
        _("Penerima manfaat"): _served(told),
        _("Swadaya"): _swadaya(told),
        _("Bersama"): ", ".join(f"{labels.get(rt, '')} ({rupiah(share)})" for rt, share in told.partners),
    }
    yield from ((label, words) for label, words in known.items() if words)


def _served(told: Journey) -> str:
    parts = [(told.households, _("%(n)s rumah tangga")), (told.people, _many(told.people))]
    said = [words % {"n": counted(count)} for count, words in parts if count is not None and count is not HIDDEN]
    if any(count is HIDDEN for count, _words in parts):
        said.append(_("hitungan di bawah lima disembunyikan"))
    return ", ".join(said)


def _many(people: Any) -> str:
    return ngettext("%(n)s orang", "%(n)s orang", people if isinstance(people, int) else 2)


def _swadaya(told: Journey) -> str:
    days, goods, cash = told.swadaya_days, told.swadaya_material, told.swadaya_cash
    said = [ngettext("%(n)s hari kerja", "%(n)s hari kerja", days) % {"n": ribuan(days)}] if days else []
    said += [_("bahan senilai %(sum)s") % {"sum": rupiah(goods)}] if goods else []
    return ", ".join(said + ([_("uang %(sum)s") % {"sum": rupiah(cash)}] if cash else []))


def _onward(told: Journey, after: State) -> tuple[tuple[str, str], ...]:
    if after != State.MERGED or told.went_to is None:
        return ()
    return ((_named(told.went_to), reverse("transparency:journey", args=[told.went_to.id])),)


def _named(brief: Brief) -> str:
    return brief.title or _("Usulan %(name)s") % {"name": brief.name}


def _ahead(told: Journey) -> Iterator[Station]:
    """What has not come yet before the plan. A wish that ended has nothing ahead."""
    state = State(told.brief.state)
    if state in OVER - {State.PLANNED}:
        return
    reached = {move.after for move in told.moves if move.year == told.year}
    done = [n for n, (stop, _title) in enumerate(AHEAD) if stop in reached]
    for _state, title in AHEAD[max(done, default=-1) + 1 :]:
        yield Station(title, "belum")
