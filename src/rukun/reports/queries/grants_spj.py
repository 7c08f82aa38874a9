"""SPJ of an activity: every paper of it in one bundle, with its cover, what lies in it, and all receipts."""

from __future__ import annotations

from collections.abc import Iterator

from rukun.grants.queries import papers_payments
from rukun.grants.types import PaymentKind
from rukun.reports.queries import grants_books, grants_payments, grants_works
from rukun.reports.queries.grants_ground import Activity, Ground, cluster_label, programme_of, said
from rukun.reports.types import Contents, Facts, Figures, Paragraph, Section


def bundle(held: Ground, activity: Activity, *, with_photos: bool) -> tuple[list[Section], list[Section]]:
    """The papers of an SPJ, and its photo annex."""
    paid = papers_payments.paid_of(activity)
    photos = grants_works.photos(activity) if with_photos else None
    return [*_cover(held, activity, paid), *_papers(held, activity, paid)], [photos] if photos else []


def _cover(held: Ground, activity: Activity, paid: list) -> Iterator[Section]:
    lines = list(activity.lines.all())
    approved, spent = sum(line.approved for line in lines), sum(each.amount for each in paid)
    progress = list(activity.progresses.all())
    juknis = programme_of(held)
    facts = Facts(
        (
            ("Kegiatan", activity.title),
            ("Tempat", held.where(activity)),
            ("Program", juknis.title if juknis else f"Dana RT tahun {held.book.year}"),
            ("Klaster", cluster_label(juknis, activity.cluster)),
            ("Tahun anggaran", str(held.book.year)),
            ("Kemajuan fisik", f"{progress[-1].percent} %" if progress else "belum dicatat"),
            ("Bukti belanja", f"{len(paid)} lembar"),
        )
    )
    figures = Figures((("Anggaran (RAB)", approved), ("Sisa anggaran", approved - spent), ("Belanja", spent)))
    told = (
        f"Belanja kegiatan ini {said(spent)}. Semua angka di dalam berkas ini berasal dari satu pembukuan."
        if paid
        else "Belum ada belanja untuk kegiatan ini. Berkas ini terisi sendiri setelah kuitansi dibayar."
    )
    yield Section("", (figures, facts, Contents(), Paragraph(told), held.sign(held.treasurer, held.head)))


def _papers(held: Ground, activity: Activity, paid: list) -> Iterator[Section]:
    yield grants_works.rab(held, activity)
    yield grants_payments.spending_statement(held, activity, paid)
    yield grants_works.progress(held, activity)
    yield grants_books.of_activity(held, activity)
    yield from _proofs(held, paid)
    if any(line.kind == PaymentKind.WAGE for line in activity.lines.all()):
        yield grants_payments.wage_list(held, activity)
        yield grants_payments.attendance(held, activity)
    yield grants_works.swadaya(held, activity)


def _proofs(held: Ground, paid: list) -> Iterator[Section]:
    """First the list, then each kuitansi."""
    if not paid:
        return
    receipts = tuple(grants_payments.receipt_of(held, each, title="Kuitansi") for each in paid)
    listed = grants_payments.receipts_list(paid)
    yield Section("Daftar Bukti Belanja", (listed,), is_paper=True)
    yield Section("Bukti Belanja", receipts, is_paper=True)
