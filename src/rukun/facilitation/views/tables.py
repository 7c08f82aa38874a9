"""The tables and cards of steps, gatherings and visits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.facilitation import words
from rukun.facilitation.facts.calendar import has_come
from rukun.facilitation.models import Gathering, Promise, Visit
from rukun.facilitation.queries import gatherings as gathering_queries
from rukun.facilitation.queries.visits import is_overdue
from rukun.facilitation.queries.ways import url_of
from rukun.facilitation.types import Need, Sitting, State, Station, StepCount
from rukun.territory.types import Place
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import MISSING, ribuan, tanggal, umur

Card = dict[str, Any]


def next_card(station: Station | None, rt_id: int, on: date, *, may_edit: bool) -> Card:
    """The one next thing of an RT."""
    if station is None:
        return {"title": _("Semua langkah tahun ini selesai."), "why": _("Terima kasih. Warga dapat membaca hasilnya.")}
    step = station.step
    card = {"title": step.label, "until": step.until, "why": words.WHY[step.kind]}
    if step.actor != "rt":
        return card | {"title": _("Menunggu %(who)s: %(step)s") % {"who": words.actor_words(step), "step": step.label}}
    if not has_come(step, on):
        card["why"] = _("Mulai %(day)s. Belum ada yang perlu dikerjakan sekarang.") % {"day": tanggal(step.since)}
    if station.state == State.LATE:
        card["why"] = _("Tenggatnya sudah lewat. %(why)s") % {"why": words.WHY[step.kind]}
    url = url_of(step, rt_id) if may_edit else ""
    return card | ({"url": url, "label": words.DO.get(step.kind, _("Buka"))} if url else {})


def left(found: Sequence[Station], rt_id: int, on: date) -> Table:
    """The steps that are not done yet, in the order of the year."""
    names = (Column(_("Langkah")), Column(_("Keadaan"), is_state=True), Column(_("Tenggat")), Column(_("Yang kurang")))
    rows = [
        Row([each.step.label, _state(each), _deadline(each, on), words.missing_words(each.step)], _way(each, rt_id))
        for each in found
        if not each.is_done
    ]
    sentence = _("Semua langkah selesai.") if found else _("Juknis ini belum menyebut langkah.")
    return Table(_("Langkah berikutnya"), names, rows, empty=Empty(sentence, icon="check"))


def done(found: Sequence[Station], rt_id: int) -> Table:
    """What has been done, and when."""
    rows = [
        Row([each.step.label, tanggal(each.done_on), each.note or MISSING], _way(each, rt_id))
        for each in found
        if each.is_done
    ]
    names = (Column(_("Langkah")), Column(_("Selesai")), Column(_("Catatan")))
    return Table(_("Langkah yang selesai"), names, rows, caption_hidden=True)


def _way(station: Station, rt_id: int) -> str:
    return url_of(station.step, rt_id) if station.step.actor == "rt" else ""


def _state(station: Station) -> str:
    others = station.step.actor != "rt" and station.state in (State.WAITING, State.LATE)
    detail = f"({words.actor_words(station.step)})" if others and station.state == State.LATE else ""
    return shown(station.state, words.actor_words(station.step) if station.state == State.WAITING else detail)


def _deadline(station: Station, on: date) -> str:
    until = station.step.until
    return f"{tanggal(until)} ({umur(until, on)})" if until else _("belum diketahui")


def counts(found: Iterable[StepCount]) -> Table:
    """The same steps as counts of RTs."""
    columns = [
        Column(_("Langkah")), Column(_("Tenggat")), Column(_("Selesai"), is_number=True),
        Column(_("Berjalan"), is_number=True), Column(_("Lewat tenggat"), is_number=True),
    ]  # fmt: skip
    rows = [
        Row([each.step.label, tanggal(each.step.until) if each.step.until else _("belum diketahui"), _of(each),
             ribuan(each.running), ribuan(each.late)])
        for each in found
    ]  # fmt: skip
    return Table(_("Langkah tahun ini, dalam jumlah RT"), columns, rows)


def _of(count: StepCount) -> str:
    return _("%(n)s dari %(all)s") % {"n": ribuan(count.done), "all": ribuan(count.rts)}


def first_to_help(found: Sequence[Need], places: Mapping[int, Place]) -> Card | None:
    """Of all who want help, the one who wants it most."""
    if not found or not found[0].weight:
        return None
    need = found[0]
    title = _("%(rt)s paling perlu dibantu") % {"rt": places[need.rt_id].label}
    url = reverse("facilitation:steps", args=[need.rt_id])
    return {"title": title, "why": "; ".join(words.reasons(need)) + ".", "url": url, "label": _("Buka RT ini")}


def needing(found: Sequence[Need], places: Mapping[int, Place], count: int) -> Table:
    """RTs that want help first, with the reasons."""
    rows = [
        Row(
            [_way_to(places[need.rt_id]), "; ".join(words.reasons(need))],
            reverse("facilitation:steps", args=[need.rt_id]),
        )
        for need in found
    ]
    empty = Empty(_("Tidak ada RT yang tertinggal. Semua berjalan."), icon="check")
    title = _("%(n)s RT perlu dibantu") % {"n": ribuan(count)} if count else _("RT yang perlu dibantu")
    return Table(title, [Column(_("RT")), Column(_("Mengapa"))], rows, empty=empty)


def served(found: Sequence[Need], places: Mapping[int, Place], count: int) -> Table:
    """Every RT a helper serves, those that want help first."""
    rows = [
        Row(
            [_way_to(places[need.rt_id]), "; ".join(words.reasons(need)) or _("Berjalan sesuai tenggat")],
            reverse("facilitation:steps", args=[need.rt_id]),
        )
        for need in found
    ]
    empty = Empty(_("Belum ada RT dalam wilayah Anda."))
    title = _("%(n)s RT yang Anda dampingi") % {"n": ribuan(count)} if count else _("RT yang Anda dampingi")
    return Table(title, [Column(_("RT")), Column(_("Keadaan"))], rows, empty=empty)


def _way_to(place: Place) -> str:
    above = [step.label for step in place.way if step.label != place.label][-1:]
    return ", ".join([place.label, *above])


def gatherings(found: Iterable[Gathering], path: str, *, new_url: str) -> Table:
    """Sosialisasi and trainings, and what they changed."""
    names = (_("Kegiatan"), _("Jenis"), _("Tanggal"), _("Hadir"), _("Pemahaman"))
    rows = [
        Row([each.topic, each.get_kind_display(), tanggal(each.on), ribuan(each.came), understanding(each)],
            reverse("facilitation:gathering", args=[each.pk]) if each.path.startswith(path) else "")
        for each in found
    ]  # fmt: skip
    empty = Empty(
        _("Belum ada kegiatan yang tercatat. Catat sosialisasi pertama beserta yang hadir."),
        _("Catat kegiatan") if new_url else "", new_url, "people",
    )  # fmt: skip
    return Table(_("Sosialisasi dan pelatihan"), [*map(Column, names)], rows, empty=empty, caption_hidden=True)


def understanding(gathering: Gathering) -> str:
    questions = gathering.questions.all()
    before, after = (gathering_queries.score(questions, sitting) for sitting in Sitting.values)
    return words.change_words(before, after) if questions else MISSING


def questions(gathering: Gathering) -> Table:
    """Each question before and after."""
    columns = [Column(_("Soal")), Column(Sitting.BEFORE.label), Column(Sitting.AFTER.label)]
    rows = [
        Row([each.text, *(words.score_words(gathering_queries.score([each], sitting)) for sitting in Sitting.values)])
        for each in gathering.questions.all()
    ]
    return Table(_("Soal sebelum dan sesudah"), columns, rows, empty=Empty(_("Juknis tahun itu tidak punya soal.")))


def visits(found: Iterable[Visit], labels: Mapping[int, Place], *, new_url: str) -> Table:
    """Helper visits, the newest first."""
    columns = [Column(_("Kunjungan")), Column(_("Oleh")), Column(_("Yang ditemukan")), Column(_("Janji"))]
    rows = [
        Row(
            [_when(each, labels), each.who, _short(each.found), _promised(each)],
            reverse("facilitation:visit", args=[each.pk]),
        )
        for each in found
    ]
    empty = Empty(_("Belum ada kunjungan yang tercatat."), _("Catat kunjungan") if new_url else "", new_url, "calendar")
    return Table(_("Kunjungan pendamping"), columns, rows, empty=empty, caption_hidden=True)


def _when(visit: Visit, labels: Mapping[int, Place]) -> str:
    place = labels.get(visit.rt_id)
    return f"{tanggal(visit.on)}, {place.label}" if place else tanggal(visit.on)


def _short(text: str, longest: int = 140) -> str:
    return text if len(text) <= longest else f"{text[:longest].rpartition(' ')[0]} …"


def _promised(visit: Any) -> str:
    if not visit.open + visit.kept + visit.broken:
        return MISSING
    told = {"open": ribuan(visit.open), "kept": ribuan(visit.kept), "broken": ribuan(visit.broken)}
    return _("%(open)s terbuka, %(kept)s ditepati, %(broken)s tidak") % told


def promises(found: Iterable[Promise], on: date, *, may_answer: bool, title: str, labels: Mapping[int, Place]) -> Table:
    """What was promised, by whom, until when, and whether it was kept."""
    columns = [Column(_("Janji")), Column(_("Siapa")), Column(_("Paling lambat")), Column(_("Keadaan"), is_state=True)]
    rows = [
        Row([each.text, _whose(each, labels), f"{tanggal(each.due)} ({umur(each.due, on)})", _kept(each, on)],
            reverse("facilitation:promise", args=[each.pk]) if may_answer else "")
        for each in found
    ]  # fmt: skip
    return Table(title, columns, rows, empty=Empty(_("Tidak ada janji yang terbuka.")))


def _whose(promise: Promise, labels: Mapping[int, Place]) -> str:
    place = labels.get(promise.visit.rt_id)
    return f"{promise.get_owes_display()} → {place.label}" if place else promise.get_owes_display()


def _kept(promise: Promise, on: date) -> str:
    if promise.kept is None:
        return shown("lewat") if is_overdue(promise, on) else shown("berjalan")
    return shown("selesai", _("(ditepati)")) if promise.kept else shown("ditolak", _("(tidak ditepati)"))
