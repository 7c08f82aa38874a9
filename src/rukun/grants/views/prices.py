"""What things cost here, and the lists that say so: seen by all who see money, brought by who keeps them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core import signing
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import prices as actions
from rukun.grants.forms import prices as forms
from rukun.grants.queries import price_sheets, prices
from rukun.grants.views import price_tables as tables
from rukun.grants.views.answering import spoken, the_place
from rukun.kit.problems import Problem
from rukun.territory import queries as territory

SALT, A_DAY = "grants.prices", 86_400


@needs(Permission.MONEY_SEE, area=territory.path_of)
def home(request: HttpRequest, area_id: int) -> HttpResponse:
    """The list that counts here, searched."""
    place, asked = the_place(area_id), request.GET.get("cari", "").strip()[:80]
    listed = prices.in_force(place.path, today())
    page = {
        "place": place, "listed": listed, "asked": asked,
        "found": tables.prices(prices.search(listed, asked)),
        "lists": tables.lists(prices.lists(place.path)[:20]),
        "may_bring": may(request.held, Permission.PRICES_EDIT, place.path),
    }  # fmt: skip
    return render(request, "grants/prices.html", page)


@needs(Permission.MONEY_SEE, area=territory.path_of)
def analyses(request: HttpRequest, area_id: int) -> HttpResponse:
    """Lists of AHSP brought by the user, searched by the name of a work."""
    place, asked = the_place(area_id), request.GET.get("cari", "").strip()[:80]
    listed = prices.analyses(place.path).first()
    page = {
        "place": place, "listed": listed, "asked": asked,
        "found": tables.coefficients(prices.coefficients(listed, asked)) if listed and asked else None,
        "may_bring": may(request.held, Permission.PRICES_EDIT, place.path),
    }  # fmt: skip
    return render(request, "grants/analyses.html", page)


@needs(Permission.PRICES_EDIT, area=territory.path_of)
def bring(request: HttpRequest, area_id: int) -> HttpResponse:
    return _bring(
        request, area_id, forms.Bring, price_sheets.prices, actions.bring, "grants:prices", _("Bawa daftar harga")
    )


@needs(Permission.PRICES_EDIT, area=territory.path_of)
def bring_analyses(request: HttpRequest, area_id: int) -> HttpResponse:
    return _bring(
        request, area_id, forms.BringAnalyses, price_sheets.analyses, actions.bring_analyses, "grants:analyses",
        _("Bawa daftar AHSP"),
    )  # fmt: skip


Reader = Callable[[Path, str], price_sheets.Read]


def _bring(
    request: HttpRequest, area_id: int, asked: type[Form], read: Reader, keep: Callable[..., Any], home: str, title: str
) -> HttpResponse:
    """First the file is read and told, then, with a second yes, kept."""
    place = the_place(area_id)
    page: dict[str, Any] = {"place": place, "title": title, "back": reverse(home, args=[area_id])}
    form, letter = asked(request.POST or None, request.FILES or None), None
    try:
        if "kept" in request.POST:
            form = asked()
            made = _kept(request.POST["kept"], keep, area_id, place.path, request.user)
            messages.success(request, ngettext("%(n)d baris disimpan.", "%(n)d baris disimpan.", made) % {"n": made})
            return redirect(home, area_id)
        if request.method == "POST" and form.is_valid():
            file = form.cleaned_data.pop("file")
            page |= _tried(read(Path(file.temporary_file_path()), file.name), form, file.name)
    except Problem as problem:
        letter = spoken(problem)
    is_refused = letter is not None or bool(form.errors) or bool(page.get("errors"))
    return render(
        request, "grants/prices_bring.html", page | {"form": form, "letter": letter}, status=422 if is_refused else 200
    )


def _tried(found: price_sheets.Read, form: Form, name: str) -> dict[str, Any]:
    """What the file holds, told before anything is kept."""
    told = {key: value.isoformat() if key == "since" else value for key, value in form.cleaned_data.items()}
    page = {
        "read": found, "errors": [spoken(each) for each in price_sheets.first(found.errors)],
        "sample": tables.sample(found.rows[:8]), "marked": tables.sample(found.marked[:20], are_marked=True),
    }  # fmt: skip
    if not found.errors:
        kept = signing.dumps({"told": told | {"file": name}, "rows": found.rows}, salt=SALT, compress=True)
        page["keep"] = forms.Keep(initial={"kept": kept})
    return page


def _kept(text: str, keep: Callable[..., Any], area_id: int, path: str, by: Any) -> int:
    """How many rows were kept. Raises Problem grants.list_waited, and those of the action."""
    try:
        held = signing.loads(text, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        raise Problem("grants.list_waited") from None
    told = held["told"] | {"since": date.fromisoformat(held["told"]["since"])}
    partial(keep, area_id=area_id, path=path, on=today(), by=by)(rows=held["rows"], **told)
    return len(held["rows"])
