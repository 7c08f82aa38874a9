"""The papers of the house, put together from what the rooms beneath tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rukun.people.queries import households
from rukun.poverty import public
from rukun.poverty.queries import figures, maps, standings, verdicts
from rukun.poverty.queries.standings import Filters
from rukun.poverty.types import AreaSheet, Label, Likelihood, Safe, plain
from rukun.poverty.words import CARDS_APART, LABEL_WORDS, counted, need_words
from rukun.reports.types import Document, Drawing, Grid, Paragraph, Section
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.words import MISSING, persen, ribuan, tanggal, umur

MOST_NAMES = 5_000


@dataclass(frozen=True, slots=True)
class Book:
    """What a SIOS book is made from."""

    sheet: AreaSheet
    safe: Safe
    beneath: dict[int, Safe]
    on: date


def sios_book(place: Place, *, on: date, with_names: bool, watermark: str = "") -> Document:
    """The book of an area: people, households, coverage, hardship by verdict and reason, map, and names if allowed."""
    sheet = figures.sheet(place, on=on)
    book = Book(
        sheet,
        plain(sheet.own) if with_names else public.own(sheet, on=on),
        {c.id: plain(f) for c, f in sheet.children} if with_names else public.beneath(sheet),
        on,
    )
    scored = _scored(sheet.likelihoods if with_names else public.likelihoods(sheet))
    parts = [_people(book), _hardship(book), scored, _map(book, with_names), _children(book)]
    if with_names and place.level == "rt":
        parts.append(_families(place, on))
    return _document(
        _("Buku SIOS"), "SIOS", place, on, tuple(part for part in parts if part), watermark if with_names else "",
        signers=(_("Ketua RT"),) if place.level == "rt" else (_("Kepala desa / Lurah"),),
    )  # fmt: skip


def by_name_list(place: Place, filters: Filters, *, on: date, watermark: str, purpose: str) -> Document:
    """The by-name list as it is narrowed now. It holds no NIK."""
    found = standings.matching(place.path, filters, on=on)[:MOST_NAMES]
    lines = standings.lines(found)
    rts = territory.places(list({line.rt_id for line in lines}), on=on)
    rows = tuple(_name_row(number, line, rts) for number, line in enumerate(lines, start=1))
    columns = (
        _("No."),
        _("Kepala keluarga"),
        _("Alamat"),
        _("RT"),
        _("Orang"),
        _("Keadaan"),
        _("Kebutuhan"),
        _("Data"),
    )
    grid = Grid("", columns, rows, frozenset({4}), (4, 18, 17, 14, 6, 16, 20, 12))
    remarks = (_("Keperluan: %(purpose)s.") % {"purpose": purpose}, _("Berisi nama warga. Jangan disebarkan."))
    named = Section(_("%(n)s rumah tangga") % {"n": ribuan(len(rows))}, (grid,))
    return _document(_("Daftar rumah tangga"), "DAFTAR", place, on, (named,), watermark, remarks=remarks)


def _document(
    title: str, kind: str, place: Place, on: date, sections: tuple[Section, ...], watermark: str, **more: Any
) -> Document:
    higher = ", ".join(step.label for step in reversed(place.way[:-1])) or _("Pemerintah kabupaten/kota")
    seat = place.way[-2].label if place.level == "rt" and len(place.way) > 1 else place.label
    return Document(
        f"{title} {place.label}", place.label, higher, f"{kind}/{place.id}/{on:%Y%m%d}", seat, on, sections,
        watermark=watermark, **more,
    )  # fmt: skip


def _people(book: Book) -> Section:
    own = book.sheet.own
    stated = ribuan(own.stated) if own.is_stated else _("belum disebut semua RT")
    rows = (
        (_("Warga"), ribuan(own.people)),
        (_("Balita"), ribuan(own.under_five)),
        (_("Lansia (60 tahun ke atas)"), ribuan(own.elderly)),
        (_("Belum punya NIK tercatat"), ribuan(own.without_nik)),
        (_("Rumah tangga (satu dapur)"), ribuan(own.households)),
        (_("Rumah tangga menurut RT"), stated),
        (_("Rumah tangga sudah diwawancarai"), f"{ribuan(own.interviewed)} ({persen(own.share_counted)})"),
        (_("Rumah tangga belum diwawancarai"), ribuan(own.missing)),
        (
            _("Wawancara tertua"),
            f"{tanggal(own.oldest)} ({umur(own.oldest, book.on)})" if own.oldest else _("belum ada"),
        ),
    )
    return Section(_("Warga dan rumah tangga"), (Grid("", (_("Hal"), _("Jumlah")), rows, frozenset({1})),))


def _hardship(book: Book) -> Section | None:
    own, safe = book.sheet.own, book.safe
    if not own.judged:
        return Section(_("Keadaan rumah tangga"), (Paragraph(_("Belum ada rumah tangga yang dinilai.")),))
    texts = verdicts.criteria_texts(book.on)
    labels = tuple((str(label.label), counted(safe.verdicts[label])) for label in Label)
    reasons = tuple(
        (texts.get(code, code), counted(safe.reasons[code])) for code in _by_count(own.reasons, safe.reasons)
    )
    needs = tuple(
        (need_words(code).capitalize(), counted(safe.needs[code])) for code in _by_count(own.needs, safe.needs)
    )
    paper = verdicts.paper(book.on)
    how = _("Pasti miskin: paling sedikit %(n)d dari %(m)d kriteria terpenuhi. Bukan desil resmi. Aturan %(key)s.") % {
        "n": paper.threshold,
        "m": len(paper.criteria),
        "key": paper.key,
    }
    number = (_("Rumah tangga"),)
    parts = (
        Grid(_("Putusan menurut 14 kriteria"), (_("Putusan"), *number), labels, frozenset({1}), note=how),
        Grid(_("Mengapa"), (_("Kriteria yang terpenuhi"), *number), reasons, frozenset({1})),
        Grid(_("Apa yang dibutuhkan"), (_("Kebutuhan"), *number), needs, frozenset({1})),
    )
    return Section(_("Keadaan rumah tangga"), tuple(part for part in parts if part.rows))


def _scored(found: Sequence[Likelihood]) -> Section | None:
    """Each score card on a row of its own, apart from the criteria."""
    rows = tuple((each.title, each.line, ribuan(each.count), persen(each.mean / 100)) for each in found)
    columns = (_("Kartu"), _("Garis"), _("Rumah tangga dinilai"), _("Diperkirakan di bawah garis"))
    grid = Grid("", columns, rows, frozenset({2, 3}), note=str(CARDS_APART))
    return Section(_("Menurut kartu skor (PPI)"), (grid,)) if rows else None


def _by_count(counts: dict[str, int], safe: Any) -> list[str]:
    shown = [code for code in counts if isinstance(safe[code], int) and counts[code]]
    return sorted(shown, key=lambda code: -counts[code]) + sorted(
        code for code in counts if code not in shown and counts[code]
    )


def _map(book: Book, with_names: bool) -> Section | None:
    place = book.sheet.place
    if place.level == "rt":
        picture = maps.of_families(book.sheet, on=book.on) if with_names else None
        legend = maps.family_legend()
    else:
        picture = maps.of_children(book.sheet, book.beneath, "miskin", on=book.on)
        legend = maps.legend("miskin")
    if picture is None or not str(picture.drawing).startswith("<svg"):
        return None
    svg = str(picture.drawing).partition("</svg>")[0] + "</svg>"
    return Section(_("Peta"), (Drawing("", svg, picture.words, legend),))


def _children(book: Book) -> Section | None:
    rows = tuple(
        (
            child.label,
            *(ribuan(n if found.rts else None) for n in (found.people, found.households, found.missing)),
            counted(book.beneath[child.id].verdicts[Label.POOR]) if found.judged else MISSING,
            counted(book.beneath[child.id].verdicts[Label.CANNOT_BE_SAID]) if found.judged else MISSING,
        )
        for child, found in book.sheet.children
    )
    columns = (
        _("Wilayah"),
        _("Warga"),
        _("Rumah tangga"),
        _("Belum diwawancarai"),
        _("Pasti miskin"),
        _("Belum dapat dikatakan"),
    )
    return Section(_("Wilayah di dalamnya"), (Grid("", columns, rows, frozenset(range(1, 6))),)) if rows else None


def _families(place: Place, on: date) -> Section:
    judged = {line.household_id: line for line in standings.lines(standings.matching(place.path, Filters(), on=on))}
    rows = tuple(
        (
            str(number),
            line.head or _("(tanpa nama)"),
            line.address,
            ribuan(line.members),
            str(LABEL_WORDS.get(judged[line.household_id].label))
            if line.household_id in judged
            else _("belum dinilai"),
            ", ".join(map(need_words, judged[line.household_id].needs)) if line.household_id in judged else "",
        )
        for number, line in enumerate(households.of_rt(place.path), start=1)
    )
    columns = (_("No."), _("Kepala keluarga"), _("Alamat"), _("Orang"), _("Keadaan"), _("Kebutuhan"))
    return Section(_("Rumah tangga di RT ini"), (Grid("", columns, rows, frozenset({3}), (4, 20, 20, 7, 18, 24)),))


def _name_row(number: int, line: standings.Line, rts: dict[int, Place]) -> tuple[str, ...]:
    rt = rts[line.rt_id].label if line.rt_id in rts else ""
    state = f"{LABEL_WORDS[line.label]} ({line.counted})"
    needs = ", ".join(map(need_words, line.needs))
    return str(number), line.head, line.address, rt, ribuan(line.size), state, needs, tanggal(line.facts_on)
