"""Pages of the one gate: what came in, a new file, what the check says, and the decision."""

from __future__ import annotations

from pathlib import Path

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from rukun.accounts.permissions import Permission, needs, paths_with, today
from rukun.kit import sheet
from rukun.people.actions import batches as actions
from rukun.people.forms.batches import NewBatch
from rukun.people.models import Batch, BatchRow
from rukun.people.queries import batches as queries
from rukun.people.queries import reports
from rukun.people.views import batch_tables as tables
from rukun.territory import queries as territory
from rukun.ui.letters import spoken

PAGE = 30
SHOWN, FEW = 100, 10
IMPORT = Permission.PEOPLE_IMPORT
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(IMPORT)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every batch inside the reader's areas, the newest first."""
    page = Paginator(queries.recent(), PAGE).get_page(request.GET.get("halaman"))
    return render(request, "people/batches/index.html", {"page": page, "table": tables.batch_list(page, on=today())})


@needs(IMPORT)
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    """A file comes in: it is read and judged, and nothing more."""
    areas = queries.areas_to_fill(paths_with(request.held, IMPORT), on=today())
    brought = {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}
    form = NewBatch(**brought, areas=areas)
    if form.is_valid():
        return _checked(request, form)
    return render(request, "people/batches/new.html", {"form": form, "has_one_area": len(areas) == 1, "areas": areas})


@needs(IMPORT)
@require_GET
def template(request: HttpRequest) -> HttpResponse:
    """An empty workbook of our own layout, with one invented row."""
    return _workbook(HttpResponse(reports.template(), content_type=XLSX), "warga-kosong.xlsx")


@needs(IMPORT, area=queries.path_of)
@never_cache
@require_GET
def show(request: HttpRequest, batch_id: int) -> HttpResponse:
    """What the check says, in large figures and in rows; or what became of the batch."""
    batch = get_object_or_404(Batch, pk=batch_id)
    found = queries.rows_with_findings(batch)
    rows = list(found.filter(is_kept=False)[:SHOWN]) or list(found[:FEW])
    first, more = tables.rows(rows)
    context = {
        "batch": batch,
        "place": territory.place(batch.area_id, on=today()),
        "kinds": tables.kinds(batch, queries.examples(batch)),
        "rows": first,
        "more_rows": more,
        "shown": len(rows),
        "sheet": _sheet(batch, rows),
        "state": tables.STATES[batch.state],
    }
    return render(request, "people/batches/show.html", context)


@needs(IMPORT, area=queries.path_of)
@never_cache
@require_GET
def report(request: HttpRequest, batch_id: int) -> HttpResponse:
    """The workbook to mend and bring back. It holds people's cells: the download is written down."""
    batch = get_object_or_404(Batch, pk=batch_id)
    held = actions.report(batch=batch, by=request.user)
    return _workbook(FileResponse(held, content_type=XLSX), f"perbaikan-{batch.pk}.xlsx")


@needs(IMPORT, area=queries.path_of)
@require_POST
def accept(request: HttpRequest, batch_id: int) -> HttpResponse:
    batch = actions.accept(batch=get_object_or_404(Batch, pk=batch_id), by=request.user, on=today())
    messages.success(request, _("%(n)d warga sudah tercatat.") % {"n": batch.rows_kept})
    return redirect("people:batch", batch.pk)


@needs(IMPORT, area=queries.path_of)
@require_POST
def discard(request: HttpRequest, batch_id: int) -> HttpResponse:
    actions.discard(batch=get_object_or_404(Batch, pk=batch_id), by=request.user, on=today())
    messages.success(request, _("Kiriman dibatalkan. Tidak ada yang disimpan."))
    return redirect("people:batches")


@needs(IMPORT, area=queries.path_of)
@require_POST
def undo(request: HttpRequest, batch_id: int) -> HttpResponse:
    batch = actions.undo(batch=get_object_or_404(Batch, pk=batch_id), by=request.user, on=today())
    messages.success(request, _("Kiriman ditarik kembali. Buku warga seperti semula."))
    return redirect("people:batch", batch.pk)


def _checked(request: HttpRequest, form: NewBatch) -> HttpResponse:
    file = form.cleaned_data["file"]
    row_limit = queries.web_rows(on=today())
    source = actions.Upload(file.name, Path(file.temporary_file_path()), row_limit=row_limit)
    batch = actions.check(area_id=form.cleaned_data["area"], source=source, by=request.user, on=today())
    for note in source.notes():
        told = spoken(note, sheet.CATALOGUE)
        messages.warning(request, f"{told.what} {told.why} {told.now}")
    return redirect("people:batch", batch.pk)


def _sheet(batch: Batch, rows: list[BatchRow]) -> str:
    """The sheet of the workbook that was read; a CSV has none but itself."""
    name = rows[0].sheet if rows else ""
    return "" if batch.file_name.startswith(name) else name


def _workbook(response: HttpResponse, name: str) -> HttpResponse:
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
