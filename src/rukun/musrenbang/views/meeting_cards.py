"""The stations of a meeting, from the invitation to the signed paper, and the one next thing among them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from rukun.musrenbang import meeting_words
from rukun.musrenbang.models import Choice, Decision, Invitation, Meeting
from rukun.musrenbang.queries import answers, attendance, choices, meetings
from rukun.musrenbang.types import Calling, Stage, Way
from rukun.musrenbang.views.meeting_answers import page_of
from rukun.musrenbang.views.meeting_tables import title_of
from rukun.territory.types import Place
from rukun.ui.addresses import first_url
from rukun.ui.states import shown
from rukun.ui.words import ribuan


@dataclass(frozen=True, slots=True)
class Station:
    """One card of the page: what, how far, in words, and where it leads."""

    title: str
    state: SafeString
    sentences: tuple[str, ...]
    label: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page of a meeting looks at, read once."""

    meeting: Meeting
    may_hold: bool
    may_see_people: bool
    came: attendance.Kinds
    standing: dict[str, Any]
    told: tuple[int, int]
    guests: list[Invitation]
    decisions: list[Decision]
    second: Meeting | None
    choice: Choice | None
    has_proposals: bool
    unsent: int
    on: date

    @property
    def is_over(self) -> bool:
        return self.meeting.state in (Calling.CLOSED, Calling.CANCELLED) or self.second is not None

    def url(self, name: str) -> str:
        """Where a page of this meeting stands, for who holds it."""
        return reverse(f"musrenbang:{name}", args=[self.meeting.pk]) if self.may_hold else ""


def seen(meeting: Meeting, *, may_hold: bool, may_see_people: bool, on: date) -> Seen:
    guests = meetings.guests(meeting)
    came = attendance.kinds(meeting, guests)
    return Seen(
        meeting=meeting, may_hold=may_hold, may_see_people=may_see_people, came=came,
        standing=attendance.standing(meeting, came), told=meetings.told(meeting), guests=guests,
        decisions=meetings.decisions(meeting), second=meetings.second_call_of(meeting),
        choice=choices.of_meeting(meeting), has_proposals=choices.has_prospect(meeting),
        unsent=answers.unsent(meeting.path, meeting.year), on=on,
    )  # fmt: skip


def stations(seen: Seen, place: Place) -> list[Station]:
    around = [_invited(seen), _came(seen), _quorum(seen), *_elsewhere(seen, place), _decided(seen), _paper(seen)]
    return [*around, _sent(seen, place)] if place.level == "rt" else around


def _invited(seen: Seen) -> Station:
    told, of = seen.told
    words = [_("%(of)s undangan, %(told)s sudah disampaikan.") % {"of": ribuan(of), "told": ribuan(told)}]
    unspoken = meetings.nobody_speaks_for(seen.meeting, seen.guests)
    if unspoken and not seen.is_over:
        words.append(_("Belum ada wakil: %(groups)s.") % {"groups": ", ".join(unspoken)})
    state = shown("selesai" if of and told == of and not unspoken else "berjalan" if told else "belum")
    return Station(_("Undangan"), state, tuple(words), _("Daftar undangan"), seen.url("meeting_invitations"))


def _came(seen: Seen) -> Station:
    came = seen.came
    words = _("Belum ada yang tercatat.")
    if came.everybody:
        words = _("%(homes)s rumah tangga, %(people)s orang.") % {
            "homes": ribuan(came.households),
            "people": ribuan(came.everybody),
        }
    state = shown("selesai" if seen.is_over and came.everybody else "berjalan" if came.everybody else "belum")
    label = _("Lihat daftar hadir") if seen.is_over else _("Catat yang hadir")
    return Station(_("Hadir"), state, (words,), label, seen.url("meeting_attendance"))


def _quorum(seen: Seen) -> Station:
    verdict, meeting = seen.standing, seen.meeting
    groups = meeting_words.groups if seen.may_see_people else meeting_words.unheard
    words = [meeting_words.quorum(verdict), *groups(verdict)]
    if verdict["agreed"]:
        words.append(_("Kesepakatan peserta: %(words)s") % {"words": verdict["agreed"]})
    if meeting.state in (Calling.OPEN, Calling.CLOSED):
        return Station(_("Kuorum"), shown("selesai"), tuple(words))
    can_open = seen.came.everybody and meeting.state != Calling.CANCELLED and not seen.second and meeting.on <= seen.on
    state = shown("menunggu" if meeting.state == Calling.SHORT else "belum")
    return Station(_("Kuorum"), state, tuple(words), _("Periksa kuorum") if can_open else "", seen.url("meeting_open"))


def _elsewhere(seen: Seen, place: Place) -> list[Station]:
    """What other pages of the room hold: the proposals that are talked about, and how they are chosen."""
    url = first_url("musrenbang:proposals", area_id=place.id)
    is_open = seen.meeting.state == Calling.OPEN
    state = shown("selesai" if seen.meeting.state == Calling.CLOSED else "berjalan" if is_open else "belum")
    words = _("Bahas satu demi satu: sebab, biaya, dan siapa yang merawat.")
    return [Station(_("Usulan"), state, (words,), _("Daftar usulan"), url), _chosen(seen)]


def _chosen(seen: Seen) -> Station:
    choice, title = seen.choice, _("Memilih")
    if choice:
        state = shown("selesai" if choice.stage == Stage.COUNTED else "berjalan")
        url = first_url("musrenbang:choice", choice_id=choice.pk)
        return Station(title, state, (str(Way(choice.way).label).capitalize() + ".",), _("Lihat pemilihan"), url)
    if seen.meeting.state != Calling.OPEN:
        words = _("Tidak ada pemilihan di sini.") if seen.is_over else _("Dibuka setelah kuorum tercatat.")
        return Station(title, shown("belum"), (words,))
    url = first_url("musrenbang:choice_draw", meeting_id=seen.meeting.pk) if seen.may_hold else ""
    return Station(title, shown("belum"), (_("Mufakat, nilai USG, atau lembar suara."),), _("Cara memilih"), url)


def _decided(seen: Seen) -> Station:
    count = len(seen.decisions)
    words = _("%(n)s putusan tercatat.") % {"n": ribuan(count)} if count else _("Belum ada putusan.")
    state = shown("selesai" if seen.meeting.state == Calling.CLOSED else "berjalan" if count else "belum")
    return Station(_("Notulen dan putusan"), state, (words,), _("Buka notulen"), seen.url("meeting_minutes"))


def _paper(seen: Seen) -> Station:
    url = first_url("reports:papers", "reports:minutes", meeting_id=seen.meeting.pk)
    is_closed = seen.meeting.state == Calling.CLOSED
    words = _("Siap dicetak dan ditandatangani.") if is_closed else _("Dibuat setelah musyawarah ditutup.")
    state = shown("selesai" if is_closed else "belum")
    return Station(_("Berita acara"), state, (words,), _("Cetak berita acara"), url if is_closed else "")


def _sent(seen: Seen, place: Place) -> Station:
    """What was chosen goes up to the desa, and its answers come back."""
    title, url = _("Ke desa"), first_url("musrenbang:answers", area_id=place.id)
    if seen.meeting.state != Calling.CLOSED:
        return Station(title, shown("belum"), (_("Yang terpilih dikirim setelah musyawarah ditutup."),))
    if seen.unsent:
        words = _("%(n)s usulan terpilih belum dikirim.") % {"n": ribuan(seen.unsent)}
        return Station(title, shown("menunggu"), (words,), _("Kirim ke desa"), url if seen.may_hold else "")
    return Station(title, shown("selesai"), (_("Tidak ada usulan yang menunggu dikirim."),), _("Lihat jawaban"), url)


Next = dict[str, Any]


def next_of_place(place: Place, lines: list[meetings.Line], *, may_hold: bool, on: date) -> Next | None:
    """What comes next in a place: the meeting that waits, a second call, or the first invitation."""
    if not may_hold or not lines:
        return None
    newest = lines[0].meeting
    if newest.state in (Calling.PLANNED, Calling.OPEN, Calling.SHORT):
        return _next(title_of(newest), newest.place, _("Lanjutkan"), page_of(newest))
    return None


def next_of_meeting(seen: Seen, *, on: date) -> Next | None:
    """The single next thing for who holds the meeting."""
    meeting = seen.meeting
    if seen.second:
        return _next(
            _("Lanjutkan di undangan kedua"), title_of(seen.second), _("Buka undangan kedua"), page_of(seen.second)
        )
    steps = {Calling.PLANNED: _before, Calling.SHORT: _short, Calling.OPEN: _running, Calling.CLOSED: _closed}
    step = steps.get(Calling(meeting.state))
    return step(seen) if step else None


def _before(seen: Seen) -> Next:
    told, of = seen.told
    if seen.meeting.on > seen.on:
        if told < of:
            last = seen.meeting.on - timedelta(days=seen.meeting.rules.get("notice_days") or 0)
            why = _("%(n)s undangan belum disampaikan.") % {"n": ribuan(of - told)}
            return _next(_("Sampaikan undangan"), why, _("Daftar undangan"), seen.url("meeting_invitations"), last)
        why = _("Bawa daftar hadir kertas bila sinyal lemah.")
        return _next(_("Siapkan daftar hadir"), why, _("Cetak daftar"), seen.url("meeting_sheet"), seen.meeting.on)
    if not seen.came.everybody:
        return _next(_("Catat siapa yang hadir"), "", _("Catat yang hadir"), seen.url("meeting_attendance"))
    why = meeting_words.quorum(seen.standing)
    return _next(_("Buka musyawarah"), why, _("Periksa kuorum"), seen.url("meeting_open"))


def _short(seen: Seen) -> Next:
    why = meeting_words.quorum(seen.standing)
    if seen.standing["state"] != "short":
        return _next(_("Buka musyawarah"), why, _("Periksa kuorum"), seen.url("meeting_open"))
    if seen.meeting.earlier_id:
        why = _("Undangan kedua pun belum kuorum. Catat yang datang, atau batalkan.")
        return _next(_("Belum kuorum"), why, _("Catat yang hadir"), seen.url("meeting_attendance"))
    return _next(_("Undang sekali lagi"), why, _("Buat undangan kedua"), seen.url("meeting_again"))


def _running(seen: Seen) -> Next:
    return _choosing(seen) or _deciding(seen)


def _choosing(seen: Seen) -> Next | None:
    """Where works are put to the meeting and nothing is decided yet, people choose first."""
    choice = seen.choice
    if choice and choice.stage != Stage.COUNTED:
        url = first_url("musrenbang:choice", choice_id=choice.pk)
        return _next(_("Lanjutkan pemilihan"), str(Way(choice.way).label).capitalize(), _("Lihat pemilihan"), url)
    if choice or seen.decisions or not seen.has_proposals:
        return None
    why = _("Bahas usulannya, lalu sepakati cara memilihnya.")
    return _next(
        _("Pilih usulan"), why, _("Cara memilih"), first_url("musrenbang:choice_draw", meeting_id=seen.meeting.pk)
    )


def _deciding(seen: Seen) -> Next:
    if not seen.decisions:
        why = _("Tulis satu demi satu, segera setelah disepakati.")
        return _next(_("Catat putusan"), why, _("Buka notulen"), seen.url("meeting_minutes"))
    if not (seen.meeting.chair and seen.meeting.writer):
        why = _("Pemimpin dan penulis menandatangani berita acara.")
        return _next(_("Sebut pemimpin dan penulis"), why, _("Buka notulen"), seen.url("meeting_minutes"))
    why = _("Periksa putusan sekali lagi, lalu tutup.")
    return _next(_("Tutup musyawarah"), why, _("Periksa dan tutup"), seen.url("meeting_close"))


def _closed(seen: Seen) -> Next | None:
    """The paper is signed before what was chosen goes up; after that nothing waits here."""
    url = first_url("reports:papers", meeting_id=seen.meeting.pk)
    if not (seen.unsent and url):
        return None
    why = _("Tanda tangani, lalu kirim usulan terpilih ke desa.")
    return _next(_("Cetak berita acara"), why, _("Cetak berita acara"), url)


def _next(title: str, why: str, label: str, url: str, until: date | None = None) -> Next:
    return {"title": title, "why": why, "label": label, "url": url, "until": until}
