"""A list of names leaves the house only with a purpose and a line in the log."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.poverty.queries.standings import Filters
from rukun.reports import pdf
from rukun.reports.models import Paper
from rukun.reports.types import PURPOSES, Document, Grid, PaperKind


@transaction.atomic
def hand_out(*, document: Document, filters: Filters, path: str, purpose: str, form: str, by: Any) -> Document:
    """Writes down that these names were taken: by whom, what for, how many, narrowed how. Gives the document back.

    Raises Problem reports.no_purpose.
    """
    if purpose not in dict(PURPOSES):
        raise Problem("reports.no_purpose")
    grids = [part for section in document.sections for part in section.parts if isinstance(part, Grid)]
    audit.record(
        "reports.names_taken", by=by, path=path, purpose=purpose, form=form, rows=sum(len(each.rows) for each in grids),
        label=filters.label, needs=list(filters.needs), reason=filters.reason,
    )  # fmt: skip
    return document


@transaction.atomic
def take_book(*, document: Document, path: str, by: Any, with_names: bool) -> Document:
    """A book with names is written down as well."""
    audit.record("reports.book_taken", by=by, path=path, number=document.number, with_names=with_names)
    return document


@transaction.atomic
def keep(*, document: Document, kind: PaperKind, subject: str, area_id: int, path: str, by: Any) -> Paper:
    """Keeps the code of a paper when it is first printed; printing the same again changes nothing."""
    kept, is_new = Paper.objects.get_or_create(
        code=pdf.code_of(document),
        defaults={
            "kind": kind, "number": document.number, "area_id": area_id, "path": path, "on": document.on,
            "subject": subject,
        },
    )  # fmt: skip
    if is_new:
        audit.record("reports.paper_kept", kept, by=by, path=path, kind=str(kind), number=document.number)
    return kept


@transaction.atomic
def take_attendance(*, number: str, path: str, form: str, by: Any) -> None:
    """A list with the names of households leaves the house for its meeting."""
    audit.record("reports.attendance_taken", by=by, path=path, number=number, form=form)


@transaction.atomic
def take_paid(*, number: str, path: str, form: str, by: Any) -> None:
    """A paper with the names of those who were paid leaves the house."""
    audit.record("reports.paid_taken", by=by, path=path, number=number, form=form)
