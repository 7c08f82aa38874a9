"""Papers of the work itself: RAB with its changes, how far the work is, what people gave, what stays behind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from rukun.grants.queries import papers_books, papers_works
from rukun.grants.types import AssetState, BudgetState, Funding, LineKind, SwadayaKind
from rukun.kit.dates import day_in_words
from rukun.kit.money import in_words
from rukun.reports.photos import gallery
from rukun.reports.queries.grants_ground import NOTHING, Activity, Ground, said
from rukun.reports.types import Cell, Facts, Figures, Grid, Paragraph, Section
from rukun.ui.words import rupiah

Budget = Contribution = Asset = Any
"""Rows that grants hands over: known here by their fields only."""
MARKS = ("I", "II", "III", "IV", "V")


def rab(held: Ground, activity: Activity) -> Section:
    """The RAB in force; beside it what stood before, where it was changed."""
    known = [each for each in papers_works.budgets(activity) if each.state != BudgetState.REFUSED]
    if not known:
        return Section("Rencana Anggaran Biaya (RAB)", (Paragraph("RAB kegiatan ini belum disusun."),), is_paper=True)
    now = next((each for each in reversed(known) if each.state == BudgetState.APPROVED), known[-1])
    before = [each for each in known if each.revision < now.revision]
    return _revised(held, activity, before[-1], now) if before else _first(held, activity, now)


def _first(held: Ground, activity: Activity, budget: Budget) -> Section:
    items = list(budget.items.all())
    parts = (
        _about(held, activity, budget), _figures(items), _rab_grid(items), *_words(items),
        held.sign(held.preparing, held.head, held.desa_head),
    )  # fmt: skip
    return Section("Rencana Anggaran Biaya (RAB)", parts, is_paper=True)


def _about(held: Ground, activity: Activity, budget: Budget) -> Facts:
    state = BudgetState(budget.state).label
    since = f", disahkan {day_in_words(budget.approved_on)}" if budget.approved_on else ""
    facts = [("Kegiatan", activity.title), ("Tempat", held.where(activity)), ("Keadaan", f"{state}{since}")]
    if budget.revision > 1:
        facts.append(("Alasan perubahan", budget.reason or "–"))
    return Facts(tuple(facts))


def _figures(items: Sequence[Any]) -> Figures:
    grant = sum(item.amount for item in items if item.funding == Funding.GRANT)
    every = sum(item.amount for item in items)
    return Figures((("Nilai pekerjaan", every), ("Swadaya warga", every - grant), ("Dana RT", grant)))


def _words(items: Sequence[Any]) -> tuple[Paragraph, ...]:
    grant = sum(item.amount for item in items if item.funding == Funding.GRANT)
    return (Paragraph(f"Dana RT yang dipakai: {rupiah(grant)} ({in_words(grant)})."),)


def _rab_grid(items: Sequence[Any]) -> Grid:
    """Parts in the order of a RAB, each with its sum; what people give stands last."""
    rows: list[tuple[Cell, ...]] = []
    strong: set[int] = set()
    for mark, (title, found) in zip(MARKS, _groups(items), strict=False):
        strong.add(len(rows))
        rows.append((mark, title, None, None, None, sum(item.amount for item in found)))
        rows += [
            (str(n), item.words, item.quantity.normalize(), item.unit, item.unit_price, item.amount)
            for n, item in enumerate(found, start=1)
        ]
    columns = ("No.", "Uraian", "Volume", "Satuan", "Harga satuan (Rp)", "Jumlah (Rp)")
    total = (None, "Jumlah", None, None, None, sum(item.amount for item in items))
    return Grid(
        "", columns, tuple(rows), frozenset({2, 4, 5}), (0, 1, 0, 0, 0, 0), strong=frozenset(strong), total=total
    )


def _groups(items: Sequence[Any]) -> Iterable[tuple[str, list[Any]]]:
    for kind in LineKind:
        if found := [item for item in items if item.kind == kind and item.funding == Funding.GRANT]:
            yield str(kind.label), found
    if given := [item for item in items if item.funding != Funding.GRANT]:
        yield "Swadaya warga", given


def _revised(held: Ground, activity: Activity, old: Budget, new: Budget) -> Section:
    """Old and new side by side, by the number that a line keeps through all revisions."""
    before, after = ({item.number: item for item in each.items.all()} for each in (old, new))
    rows = tuple(_change(number, before.get(number), after.get(number)) for number in sorted(before | after))
    was, now = _sum(before.values()), _sum(after.values())
    columns = ("No.", "Uraian", "Satuan", "Volume lama", "Volume baru", "Lama (Rp)", "Baru (Rp)", "Selisih (Rp)")
    grid = Grid(
        "", columns, rows, frozenset({0, 3, 4, 5, 6, 7}), (0, 1, 0, 0, 0, 0, 0, 0),
        total=(None, "Jumlah", None, None, None, was, now, now - was),
    )  # fmt: skip
    figures = Figures((("RAB lama", was), ("Selisih", now - was), ("RAB baru", now)))
    parts = (
        _about(held, activity, new),
        figures,
        grid,
        *_words(list(after.values())),
        held.sign(held.preparing, held.head, held.desa_head),
    )
    return Section(f"RAB Perubahan ke-{new.revision - 1}", parts, is_paper=True, is_wide=True)


def _change(number: int, old: Any, new: Any) -> tuple[Cell, ...]:
    one, was, now = new or old, _sum([old]), _sum([new])
    volumes = [each.quantity.normalize() if each else None for each in (old, new)]
    return (number, one.words, one.unit, *volumes, was, now, now - was)


def _sum(items: Iterable[Any]) -> int:
    return sum(item.amount for item in items if item)


def progress(held: Ground, activity: Activity) -> Section:
    """Laporan kemajuan: 0, 50, 100 per cent with its volume, and the share of the money used by then."""
    told = list(activity.progresses.all())
    lines = list(activity.lines.all())
    spent, approved = sum(line.spent for line in lines), sum(line.approved for line in lines)
    percent = told[-1].percent if told else 0
    rows = tuple((each.on, f"{each.percent} %", volume(each), each.words or None) for each in told)
    grid = Grid("", ("Tanggal", "Kemajuan", "Volume", "Keterangan"), rows, frozenset({1, 2}), (0, 0, 0, 1))
    facts = Facts((("Kegiatan", activity.title), ("Tempat", held.where(activity))))
    figures = Figures((("Anggaran", approved), ("Belanja", spent), ("Kemajuan fisik", f"{percent} %")))
    empty = Paragraph("Kemajuan pekerjaan belum dicatat. Catat keadaan 0 %, 50 %, dan 100 % dengan foto.")
    signed = held.sign(held.carrying_out, held.watching, held.head)
    return Section("Laporan Kemajuan Pekerjaan", (facts, figures, grid if rows else empty, signed), is_paper=True)


def volume(each: Any) -> str | None:
    if each.volume is None:
        return None
    return f"{each.volume.normalize():f}".replace(".", ",") + (f" {each.unit}" if each.unit else "")


def swadaya_grid(found: Sequence[Contribution], title: str = "") -> Grid:
    """What people gave, in its own unit, with its value beside it: no names, only how much of what."""
    sums: dict[tuple[str, str, str], list[Any]] = defaultdict(list)
    for each in found:
        sums[each.kind, _thing(each), each.unit].append(each)
    order = list(SwadayaKind)
    rows = tuple(
        (
            str(SwadayaKind(kind).label),
            thing,
            sum((c.quantity for c in group), Decimal(0)).normalize(),
            unit,
            sum(c.value for c in group),
        )
        for (kind, thing, unit), group in sorted(sums.items(), key=lambda item: (order.index(item[0][0]), item[0]))
    )
    total = ("Jumlah", None, None, None, sum(each.value for each in found))
    columns = ("Bentuk", "Uraian", "Banyak", "Satuan", "Nilai (Rp)")
    return Grid(title, columns, rows, frozenset({2, 4}), (2, 4, 0, 0, 0), total=total)


def _thing(each: Contribution) -> str:
    """Days of labour are told together: what somebody gave alone could be told from the words."""
    if each.kind in (SwadayaKind.LABOUR, SwadayaKind.WAIVED):
        return "hari kerja warga"
    return "uang tunai" if each.kind == SwadayaKind.CASH else each.words


def swadaya(held: Ground, activity: Activity) -> Section:
    found = list(activity.contributions.all())
    if not found:
        return Section("Daftar Swadaya", (Paragraph("Belum ada swadaya yang dicatat."),), is_paper=True)
    total = sum(each.value for each in found)
    told = Paragraph(f"Nilai swadaya warga {said(total)}. Nilai ini tidak dibayar dengan Dana RT.")
    figures = Figures((("Nilai swadaya", total),))
    parts = (
        Facts((("Kegiatan", activity.title),)),
        figures,
        swadaya_grid(found),
        told,
        held.sign(held.carrying_out, held.head),
    )
    return Section("Daftar Swadaya", parts, is_paper=True)


def photos(activity: Activity) -> Section | None:
    """The photo annex: works by how far they were, then receipts and lists."""
    shown = [(each.content, _caption(each)) for each in papers_works.pictures(activity)]
    return Section("Lampiran Foto", (gallery(shown),), is_paper=True) if shown else None


def photos_of_year(held: Ground) -> Section | None:
    shown = [(each.content, _caption(each)) for each in papers_works.works_in(held.book)]
    return Section("Lampiran Foto", (gallery(shown),), is_paper=True) if shown else None


def _caption(each: Any) -> str:
    far = f"Kemajuan {each.percent} %" if each.percent is not None else ""
    return ", ".join(part for part in (far, each.about, each.words, day_in_words(each.on)) if part)


def asset_grid(found: Sequence[Asset]) -> Grid:
    rows = tuple(
        (
            each.number,
            each.words,
            each.quantity.normalize(),
            each.unit,
            each.acquired_on,
            each.value,
            each.owner,
            str(AssetState(each.state).label),
        )
        for each in found
    )
    total = (None, "Jumlah", None, None, None, sum(each.value for each in found), None, None)
    columns = ("No.", "Aset", "Banyak", "Satuan", "Diperoleh", "Nilai (Rp)", "Pemilik", "Keadaan")
    return Grid("", columns, rows, frozenset({0, 2, 5}), (0, 3, 0, 0, 0, 0, 2, 0), total=total)


def asset_parts(held: Ground) -> tuple[Grid | Paragraph, ...]:
    found = papers_books.assets(held.book)
    return (asset_grid(found),) if found else (Paragraph(NOTHING),)
