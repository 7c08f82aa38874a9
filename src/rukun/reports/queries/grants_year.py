"""LPJ: what an RT planned and did in a year, to the last rupiah, with what people gave and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from rukun.grants.queries import papers_books, papers_works
from rukun.grants.types import Account, DossierKind, DossierState
from rukun.kit.dates import day_in_words
from rukun.reports.queries import grants_works
from rukun.reports.queries.grants_ground import NOTHING, Activity, Ground, cluster_label, programme_of, said
from rukun.reports.types import Cell, Figures, Grid, Paragraph, Points, Section
from rukun.ui.words import persen

LINES_TO_WRITE = 4
WRITE_HERE = "." * 130


def report(held: Ground, *, with_photos: bool) -> tuple[list[Section], list[Section]]:
    """The chapters of an LPJ, and its annexes."""
    activities = papers_works.of_book(held.book)
    photos = grants_works.photos_of_year(held) if with_photos else None
    chapters = [
        _opening(held, activities),
        Section("Sumber dan penggunaan uang", (money_grid(held), *_left(held))),
        _realised(held, activities),
        Section("Kemajuan fisik", tuple(_physical(activities))),
        Section("Swadaya warga", tuple(_given(activities))),
        Section("Catatan, masalah, dan jalan keluar", tuple(_problems(held, activities))),
        Section("Aset", grants_works.asset_parts(held)),
        Section("", (_signed(held),)),
    ]
    return chapters, [photos] if photos else []


def _signed(held: Ground) -> Any:
    closing = "Demikian laporan ini dibuat dengan sebenarnya, untuk diketahui warga dan pemerintah."
    return held.sign(held.treasurer, held.secretary, held.head, held.desa_head, held.camat, closing=closing)


def _opening(held: Ground, activities: Sequence[Activity]) -> Section:
    """The first page answers first: how much came, how much was spent, how much is left."""
    juknis = programme_of(held)
    program = juknis.title if juknis else "Dana RT"
    told = (
        f"Laporan ini mempertanggungjawabkan {program} tahun {held.book.year} di {held.place.label}, {held.desa}."
        f" Tujuannya melaksanakan {len(activities)} kegiatan hasil musyawarah warga."
    )
    figures = Figures((("Uang masuk", income(held)), ("Belanja", held.book.spent), ("Sisa", left(held))))
    given = sum(each.value for one in activities for each in one.contributions.all())
    swadaya = f"Di samping uang itu, warga memberi swadaya senilai {said(given)}." if given else ""
    points = Points(
        tuple((f"{one.title}{f', {one.place_words}' if one.place_words else ''}", ()) for one in activities)
    )
    parts = (figures, Paragraph(told), *([Paragraph(swadaya)] if swadaya else []), points)
    return Section(
        "", parts if activities else (figures, Paragraph(told), Paragraph("Belum ada kegiatan pada tahun ini."))
    )


def income(held: Ground) -> int:
    """All that came into the book, but for what was only lent or kept back for the state."""
    book = held.book
    return book.released + book.carried_in + book.swadaya_cash + book.interest


def left(held: Ground) -> int:
    """What came and was neither spent, returned nor handed on to the next year."""
    book = held.book
    return income(held) - book.spent - book.returned - book.carried_out


def _realised(held: Ground, activities: Sequence[Activity]) -> Section:
    grid = realised_grid(held, activities)
    planned, spent = (sum(int(row) for row in column) for column in _columns(activities))
    figures = Figures((("Rencana (RAB berlaku)", planned), ("Belum terpakai", planned - spent), ("Realisasi", spent)))
    empty = (Paragraph("Belum ada RAB yang berlaku pada tahun ini."),)
    return Section("Rencana dan Realisasi", (figures, grid) if grid.rows else empty, is_paper=True, is_wide=True)


def _columns(activities: Sequence[Activity]) -> tuple[list[int], list[int]]:
    lines = [line for each in activities for line in each.lines.all()]
    return [line.approved for line in lines], [line.spent for line in lines]


def realised_grid(held: Ground, activities: Sequence[Activity]) -> Grid:
    """Plan against realisation: clusters, their activities, and each line of their RAB."""
    juknis, rows, strong = programme_of(held), [], set()
    for cluster in _clusters(juknis, activities):
        ones = [each for each in activities if each.cluster == cluster]
        strong.add(len(rows))
        rows.append(_row("", f"Klaster {cluster_label(juknis, cluster)}", ones))
        for one in ones:
            strong.add(len(rows))
            rows.append(_row(str(one.number), one.title, [one]))
            rows += [
                (f"{one.number}.{line.number}", line.words, *_compared(line.approved, line.spent))
                for line in one.lines.all()
            ]
    columns = ("No.", "Uraian", "Rencana (Rp)", "Realisasi (Rp)", "Selisih (Rp)", "Terpakai")
    total = _row("", "Jumlah", activities)
    return Grid(
        "", columns, tuple(rows), frozenset({2, 3, 4, 5}), (0, 1, 0, 0, 0, 0), strong=frozenset(strong),
        total=total if rows else (),
    )  # fmt: skip


def _clusters(juknis: Any, activities: Sequence[Activity]) -> list[str]:
    """In the order of the juknis; what it does not know comes last."""
    order = [each.key for each in juknis.clusters] if juknis else []
    found = {each.cluster for each in activities}
    return sorted(found, key=lambda key: (order.index(key) if key in order else len(order), key))


def _row(number: str, words: str, activities: Sequence[Activity]) -> tuple[Cell, ...]:
    planned, spent = _columns(activities)
    return (number, words, *_compared(sum(planned), sum(spent)))


def _compared(planned: int, spent: int) -> tuple[Cell, ...]:
    return (planned, spent, planned - spent, persen(Fraction(spent, planned)) if planned else "–")


def money_grid(held: Ground) -> Grid:
    """Where the money came from, where it went, and where the rest lies."""
    book = held.book
    came = [
        ("Dana RT yang cair", book.released), ("SiLPA (sisa) tahun lalu", book.carried_in),
        ("Swadaya uang", book.swadaya_cash), ("Jasa giro dikurangi biaya bank", book.interest),
    ]  # fmt: skip
    went = [
        ("Belanja", book.spent),
        ("Dikembalikan ke kas daerah", book.returned),
        ("SiLPA dipindah ke tahun berikutnya", book.carried_out),
    ]
    lies = [
        *((str(account.label), getattr(book, account)) for account in (Account.CASH, Account.BANK, Account.PANJAR)),
        ("dikurangi pajak belum disetor", -book.tax), ("dikurangi talangan belum diganti", -book.talangan),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [("Uang masuk", income(held)), *came]
    parts = [("Uang keluar", sum(amount for _words, amount in went)), *went]
    where = [
        ("Letak sisa", sum(amount for _words, amount in lies)),
        *((words, amount) for words, amount in lies if amount),
    ]
    strong = frozenset({0, len(rows), len(rows) + len(parts)})
    total = ("Sisa: uang masuk dikurangi uang keluar", left(held))
    return Grid(
        "", ("Uraian", "Jumlah (Rp)"), (*rows, *parts, *where), frozenset({1}), (3, 1), strong=strong, total=total
    )


def _left(held: Ground) -> Iterator[Paragraph]:
    rest = left(held)
    if rest < 0:
        yield Paragraph(f"Belanja {said(-rest)} sudah dibayar lebih dahulu dan menunggu penggantian.")
    else:
        yield Paragraph(f"Sisa uang {said(rest)}." if rest else "Uang terpakai seluruhnya, tidak ada sisa.")
    yield Paragraph(_rule(held), is_quiet=True)


def _rule(held: Ground) -> str:
    juknis = programme_of(held)
    rules = {"carry": "Juknis: sisa dipakai pada tahun berikutnya.", "return": "Juknis: sisa dikembalikan."}
    asked = "Juknis tidak menyebut ke mana sisa uang. Tanyakan kepada kecamatan sebelum tutup buku."
    return rules.get(juknis.money.leftover, asked) if juknis else asked


def _physical(activities: Sequence[Activity]) -> Iterator[Grid | Paragraph]:
    rows = []
    for one in activities:
        told = list(one.progresses.all())
        last = told[-1] if told else None
        volume = grants_works.volume(last) if last else None
        rows.append(
            (one.number, one.title, f"{last.percent} %" if last else "belum dicatat", volume, last.on if last else None)
        )
    if not rows:
        yield Paragraph(NOTHING)
        return
    yield Grid(
        "", ("No.", "Kegiatan", "Kemajuan", "Volume", "Pada"), tuple(rows), frozenset({0, 2, 3}), (0, 1, 0, 0, 0)
    )


def _given(activities: Sequence[Activity]) -> Iterator[Grid | Paragraph]:
    found = [each for one in activities for each in one.contributions.all()]
    if not found:
        yield Paragraph("Belum ada swadaya yang dicatat.")
        return
    yield grants_works.swadaya_grid(found)
    yield Paragraph(
        "Nilai tenaga dan barang dihitung dengan harga setempat; nilai itu bukan bagian dari Dana RT.", is_quiet=True
    )


def _problems(held: Ground, activities: Sequence[Activity]) -> Iterator[Points | Paragraph]:
    """What was written down on the way: remarks on the work, and why desks sent papers back; room for the rest."""
    works = [(f"{one.title}: {each.words}", ()) for one in activities for each in one.progresses.all() if each.words]
    desks = [
        (f"{DossierKind(each.kind).label} dikembalikan {day_in_words(turn.on)}: {turn.reason}", ())
        for each in papers_books.dossiers(held.book)
        for turn in each.turns.all()
        if turn.after == DossierState.RETURNED
    ]
    if works or desks:
        yield Points((*works, *desks))
    yield Paragraph("Masalah lain dan jalan keluarnya, bila ada:")
    yield from (Paragraph(WRITE_HERE, is_quiet=True) for _ in range(LINES_TO_WRITE))
