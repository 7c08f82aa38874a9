"""Batches and their rows as tables of the house."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.kit.problems import Sentence
from rukun.people.models import Batch, BatchRow
from rukun.people.problems.spoken import said
from rukun.people.queries import reports
from rukun.people.types import BatchState
from rukun.territory import queries as territory
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan, tanggal

STATES = {
    BatchState.CHECKED: "menunggu",
    BatchState.STOPPED: "ditolak",
    BatchState.ACCEPTED: "selesai",
    BatchState.DISCARDED: "belum",
    BatchState.UNDONE: "belum",
}
"""Which of the six states of the house each state of a batch wears."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding in a batch: its letter, how many rows, the first of them."""

    letter: Sentence
    is_error: bool
    count: int
    rows: list[int]

    @property
    def title(self) -> str:
        """ "NIK kosong · ditolak, 3 baris": all one needs to know before opening it."""
        state = _("ditolak") if self.is_error else _("perlu dilihat")
        rows = _("%(n)s baris") % {"n": ribuan(self.count)}
        return f"{self.letter.what.removesuffix('.')} · {state}, {rows}"

    @property
    def icon(self) -> str:
        return "cross" if self.is_error else "warning"


def batch_list(batches: Iterable[Batch], *, on: date) -> Table:
    held = list(batches)
    places = territory.places(list({batch.area_id for batch in held}), on=on)
    return Table(
        caption=_("Kiriman yang pernah masuk"),
        columns=[
            Column(_("Berkas")), Column(_("Wilayah")), Column(_("Tanggal")), Column(_("Dibaca"), is_number=True),
            Column(_("Ditolak"), is_number=True), Column(_("Keadaan")),
        ],
        rows=[_batch_row(batch, places.get(batch.area_id)) for batch in held],
        empty=Empty(
            _("Belum ada data yang masuk. Mulailah dengan buku kerja warga yang sudah Anda punya."),
            _("Unggah berkas"), reverse("people:batch_new"), "upload",
        ),
        caption_hidden=True,
    )  # fmt: skip


def _batch_row(batch: Batch, place: object | None) -> Row:
    values = [
        batch.file_name, place.label if place else "–", tanggal(batch.on), ribuan(batch.rows_read),
        ribuan(batch.rows_refused), batch.get_state_display(),
    ]  # fmt: skip
    return Row(values, reverse("people:batch", args=[batch.pk]))


def kinds(batch: Batch, examples: Mapping[str, Mapping[str, object]]) -> list[Kind]:
    """The findings of a batch by kind, each told by its first row; what refuses first, the most frequent first."""
    found = [
        Kind(said(code, examples.get(code, {})), about["severity"] == "error", about["count"], about["rows"])
        for code, about in batch.findings.items()
    ]
    return sorted(found, key=lambda kind: (not kind.is_error, -kind.count))


FIRST = 10


def rows(found: Iterable[BatchRow]) -> tuple[Table, Table]:
    """The rows with findings: the first of them, and the others to be folded away."""
    lines = [_finding_row(row, finding, letter) for row in found for finding, letter in reports.deciding(row)]
    return _row_table(lines[:FIRST]), _row_table(lines[FIRST:])


def _row_table(lines: list[Row]) -> Table:
    return Table(
        caption=_("Baris yang perlu dilihat"),
        columns=[Column(_("Baris")), Column(_("Kolom")), Column(_("Masalah")), Column(_("Yang perlu dilakukan"))],
        rows=lines,
        caption_hidden=True,
    )


def _finding_row(row: BatchRow, finding: dict, letter: Sentence) -> Row:
    state = _("disimpan") if row.is_kept else _("ditolak")
    where = _("baris %(n)s (%(state)s)") % {"n": ribuan(row.number), "state": state}
    return Row([where, finding["column"] or "–", letter.what, letter.now])
