"""The papers of planning: minutes, attendance, invitation, list of proposals. Always in Bahasa Indonesia, always of the
meeting's own day, so that the same data gives the same paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rukun.kit.dates import day_in_words
from rukun.kit.money import in_words
from rukun.kit.spelling import day_spelled
from rukun.mapping.queries import pictures as mapped
from rukun.mapping.types import Tool
from rukun.musrenbang.queries import attendance, meetings, papers
from rukun.musrenbang.types import Owner, State, Way
from rukun.needs.queries import pictures, trees
from rukun.needs.types import Age
from rukun.people.types import Sex
from rukun.reports.queries.tongue import in_indonesian
from rukun.reports.types import Document, Drawing, Grid, Paragraph, Points, Section
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.words import ribuan, rupiah

Meeting = Option = Proposal = Any
"""Rows that musrenbang hands over: known here by their fields only."""
AGES = ((Age.CHILD, "anak dan remaja"), (Age.YOUNG, "muda"), (Age.ADULT, "dewasa"), (Age.ELDERLY, "lansia"))
ROOM_TO_WRITE = 5
ALL_VOICES = "Setiap rumah tangga diharapkan hadir. Suara perempuan dan laki-laki sama berharganya."


@in_indonesian
def minutes(meeting: Meeting) -> Document:
    """Berita acara: who came, what was on the table, what was decided and chosen, who thought otherwise."""
    place = _place(meeting)
    sections = [
        Section("", (Paragraph(_opening(meeting, place)),)),
        Section("Kehadiran", tuple(_presence(meeting))),
        _points("Acara", meeting.agenda),
        Section("Jalannya musyawarah", tuple(Paragraph(line) for line in _lines(meeting.minutes))),
        Section("Putusan", tuple(_decisions(meeting))),
        Section("Hasil pilihan", tuple(_result(meeting))),
    ]
    annexes = tuple(_annexes(meeting, place))
    made = _document("Berita Acara Musyawarah", "BA", place, meeting.on, meeting.pk, sections)
    return replace(made, signers=_signers(meeting, place), annexes=annexes, closing=_closing(place))


@in_indonesian
def attendance_list(meeting: Meeting) -> Document:
    """Daftar hadir: before the meeting with room to sign, afterwards with who came."""
    place, rows = _place(meeting), attendance.roll(meeting)
    is_held = any(row.came for row in rows)
    columns = ("No.", "Rumah tangga", "Alamat", "Hadir", "Tanda tangan")
    body = tuple(
        (
            str(row.number or "+"),
            row.head + (" (pindah atau tiada)" if row.is_gone else ""),
            row.address,
            _who_came(row) if is_held else "",
            "",
        )
        for row in rows
    )
    grid = Grid("", columns, body, frozenset({0}), (4, 24, 24, 14, 16), tall=True)
    known = [(each.who, _group(meeting, each.group)) for each in meetings.guests(meeting)]
    guests = tuple((str(n), *each, "") for n, each in enumerate(known + [("", "")] * ROOM_TO_WRITE, start=1))
    invited = Grid("", ("No.", "Nama", "Kelompok", "Tanda tangan"), guests, frozenset({0}), (4, 26, 26, 16), tall=True)
    sections = [
        Section("", (Paragraph(_opening(meeting, place)),)),
        Section(f"{ribuan(len(rows))} rumah tangga", (grid,)) if rows else None,
        Section("Undangan lain dan tamu", (invited,)),
    ]
    made = _document("Daftar Hadir Musyawarah", "DH", place, meeting.on, meeting.pk, sections)
    return replace(made, signers=(("Pemimpin musyawarah", meeting.chair), ("Notulen", meeting.writer)))


@in_indonesian
def invitation(meeting: Meeting) -> Document:
    """Undangan: one letter for everybody, with the groups the juknis wants to hear; names are written by hand."""
    place = _place(meeting)
    when = (("Hari", day_spelled(meeting.on).partition(",")[0]), ("Tanggal", day_in_words(meeting.on)))
    hour = f"pukul {meeting.at:%H.%M}" if meeting.at else "ditentukan kemudian"
    rows = (*when, ("Jam", hour), ("Tempat", meeting.place))
    second = "Ini panggilan kedua: kuorum panggilan pertama belum tercapai." if meeting.earlier_id else ""
    groups = [label for _key, label in meetings.groups(meeting)]
    sections = [
        Section("", (Paragraph("Kepada Yth. Bapak/Ibu ........................................................"),)),
        Section("", tuple(Paragraph(text) for text in (second, _asked(meeting, place)) if text)),
        Section("", (Grid("", ("Hal", "Keterangan"), rows, widths=(1, 4)),)),
        _points("Acara", meeting.agenda),
        Section("Yang diharapkan hadir", (Points(tuple((group, ()) for group in groups)),)) if groups else None,
        Section(
            "",
            (Paragraph(ALL_VOICES),),
        ),
    ]
    made = _document("Undangan Musyawarah", "UND", place, meeting.called_on, meeting.pk, sections)
    return replace(made, signers=(("Ketua RT" if place.level == "rt" else "Kepala Desa/Lurah", ""),))


@in_indonesian
def proposals(place: Place, year: int) -> Document:
    """Daftar usulan: everything a place has put forward in a year, and where each stands."""
    found = papers.proposals(place.path, year)
    on = papers.last_move(place.path, year) or date(year, 1, 1)
    grid = _list(found, place, on)
    total = sum(each.cost or 0 for each in found)
    told = f"Jumlah perkiraan biaya {rupiah(total)} ({in_words(total)})." if found else "Belum ada usulan."
    sections = [Section("", (*((grid,) if found else ()), Paragraph(told)))]
    return _document(f"Daftar Usulan {year}", "USL", place, on, year, sections)


def _place(meeting: Meeting) -> Place:
    """The place as it was called on the day of the meeting."""
    found = territory.place(meeting.area_id, on=meeting.on) or territory.last_known(meeting.area_id)
    if found is None:
        raise LookupError(meeting.area_id)
    return found


def _document(title: str, kind: str, place: Place, on: date, key: int, sections: list[Section | None]) -> Document:
    higher = ", ".join(step.label for step in reversed(place.way[:-1])) or "Pemerintah kabupaten/kota"
    desa = next((step.label for step in place.way[2:3]), place.label)
    shown = tuple(section for section in sections if section and section.parts)
    number = f"{kind}/{place.id}/{on:%Y%m%d}/{key}"
    return Document(f"{title} {place.label}", place.label, higher, number, desa, on, shown)


def _opening(meeting: Meeting, place: Place) -> str:
    at = f" pukul {meeting.at:%H.%M}" if meeting.at else ""
    again = " panggilan kedua" if meeting.earlier_id else ""
    return (
        f"Pada hari {day_spelled(meeting.on)} ({meeting.on:%d-%m-%Y}){at}, bertempat di {meeting.place}, diadakan"
        f" musyawarah{again} {place.label} untuk rencana tahun {meeting.year}."
    )


def _asked(meeting: Meeting, place: Place) -> str:
    return f"Dengan hormat, kami mengundang Bapak/Ibu ke musyawarah {place.label} untuk rencana tahun {meeting.year}."


def _closing(place: Place) -> str:
    return f"Demikian berita acara ini dibuat dengan sebenarnya dan dibacakan di hadapan peserta {place.label}."


def _presence(meeting: Meeting) -> Iterator[Paragraph | Grid]:
    came, told = attendance.kinds(meeting), attendance.standing(meeting)
    rows = [
        ("Rumah tangga yang hadir", f"{ribuan(came.households)} dari {ribuan(told['households'])}"),
        ("Warga yang hadir", ribuan(came.people)),
        ("Perempuan", ribuan(came.voices["sex", Sex.FEMALE])),
        ("Laki-laki", ribuan(came.voices["sex", Sex.MALE])),
        *((f"Umur: {label}", ribuan(came.voices["age", age])) for age, label in AGES if came.voices["age", age]),
        ("Diwakili orang lain", ribuan(came.proxies)),
        ("Undangan lain dan tamu", ribuan(came.guests.total())),
    ]
    yield Grid("", ("Hal", "Jumlah"), tuple(rows), frozenset({1}))
    yield Paragraph(_quorum(told))
    lacks = [f"{each['label']}: {ribuan(each['present'])} hadir" for each in told["groups"]]
    if lacks:
        yield Paragraph("Kelompok yang belum cukup terwakili: " + "; ".join(lacks) + ".")


def _quorum(told: dict[str, Any]) -> str:
    if told["state"] == "met":
        return f"Kuorum tercapai: perlu {ribuan(told['needed'])} rumah tangga, hadir {ribuan(told['present'])}."
    if told["state"] == "short":
        return f"Kuorum belum tercapai: kurang {ribuan(told['missing'])} rumah tangga."
    agreed = told["agreed"] or "belum ditulis"
    return f"Juknis tidak menyebut kuorum. Keputusan musyawarah: {agreed}."


def _points(title: str, text: str) -> Section | None:
    lines = _lines(text)
    return Section(title, (Points(tuple((line, ()) for line in lines)),)) if lines else None


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _decisions(meeting: Meeting) -> Iterator[Points | Paragraph]:
    found = meetings.decisions(meeting)
    if not found:
        yield Paragraph("Belum ada putusan yang dicatat.")
        return
    yield Points(tuple((each.words, tuple(map(_dissent, each.dissents.all()))) for each in found))


def _dissent(each: Any) -> str:
    voice = f" ({_(each.voice)})" if each.voice else ""
    return f"Pendapat berbeda{voice}: {each.words}"


def _result(meeting: Meeting) -> Iterator[Grid | Paragraph]:
    found = papers.outcome(meeting)
    if found is None:
        yield Paragraph("Musyawarah belum memilih.")
        return
    rows = tuple(
        (str(n), line.title, rupiah(line.cost), "terpilih" if line.is_in else "belum", line.reason)
        for n, line in enumerate(found.lines, start=1)
    )
    yield Paragraph(f"Cara memilih: {Way(found.way).label}. Pagu {rupiah(found.ceiling)} ({in_words(found.ceiling)}).")
    yield Grid("", ("No.", "Usulan", "Biaya", "Hasil", "Alasan"), rows, frozenset({0, 2}), (4, 22, 14, 9, 30))
    yield Paragraph(f"Jumlah terpilih {rupiah(found.total)} ({in_words(found.total)}).")


def _signers(meeting: Meeting, place: Place) -> tuple[tuple[str, str], ...]:
    head = ("Ketua RT", "") if place.level == "rt" else ("Kepala Desa/Lurah", "")
    people = (("Pemimpin musyawarah", meeting.chair), ("Notulen", meeting.writer), head)
    return (*people, ("Wakil warga laki-laki", ""), ("Wakil warga perempuan", ""), ("Saksi", ""))


def _annexes(meeting: Meeting, place: Place) -> Iterator[Section]:
    found = papers.on_the_sheet(meeting)
    if found:
        yield Section("Lampiran: daftar usulan yang dipilih", (_sheet(found),), starts_page=True)
    for each in trees.of_rt(meeting.path, meeting.year):
        yield Section(f"Lampiran: pohon masalah “{each.words}”", (_drawn(pictures.of_problem(each)),))
    land = mapped.of_rt(meeting.path, Tool.MAP, on=meeting.on)
    if land is not None:
        yield Section("Lampiran: peta sosial", (_drawn(land),))


def _drawn(picture: Any) -> Drawing:
    svg = str(picture.drawing).partition("</svg>")[0] + "</svg>"
    return Drawing("", svg, picture.words, tuple(picture.swatches))


def _sheet(found: list[Option]) -> Grid:
    """The proposals as they stood before the people that day: what becomes of them later is not in the minutes."""
    rows = tuple(
        (each.mark, f"{each.proposal.born}/{each.proposal.number}", each.title, rupiah(each.cost)) for each in found
    )
    return Grid("", ("Huruf", "Nomor", "Usulan", "Perkiraan biaya"), rows, frozenset({3}), (7, 10, 45, 18))


def _list(found: list[Proposal], place: Place, on: date) -> Grid:
    """One RT is not named on its own list."""
    is_rt = place.level == "rt"
    labels = {} if is_rt else territory.places(sorted({each.rt_id for each in found}), on=on)
    rows = tuple(
        (
            f"{each.born}/{each.number}",
            *(() if is_rt else (labels[each.rt_id].label if each.rt_id in labels else "",)),
            each.title,
            rupiah(each.cost),
            ribuan(each.households),
            _state(each),
        )
        for each in found
    )
    columns = ("Nomor", *(() if is_rt else ("RT",)), "Usulan", "Perkiraan biaya", "Rumah tangga penerima", "Keadaan")
    numbers = frozenset({len(columns) - 3, len(columns) - 2})
    widths = (9, 28, 15, 11, 18) if is_rt else (9, 15, 24, 15, 11, 17)
    return Grid("", columns, rows, numbers, widths)


def _state(each: Proposal) -> str:
    due = f", sampai {day_in_words(each.due)}" if each.due else ""
    owed = f" (giliran {Owner(each.owner).label}{due})" if each.due or each.state == State.RETURNED else ""
    return f"{State(each.state).label}{owed}"


def _who_came(row: attendance.Row) -> str:
    who = " dan ".join(word for word, is_there in (("perempuan", row.women), ("laki-laki", row.men)) if is_there)
    return who or ("hadir" if row.came else "–")


def _group(meeting: Meeting, key: str) -> str:
    return dict(meetings.groups(meeting)).get(key, key)
