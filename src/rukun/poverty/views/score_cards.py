"""Score cards of this kabupaten: which ones are in use, and how a new one is brought in two steps.

Between the steps nothing is kept: both files travel, signed, in the page that asks how their lines pair.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from rukun.accounts.permissions import Permission, needs
from rukun.kit.problems import Problem
from rukun.parameters import problems as parameters
from rukun.poverty.actions import score_cards as actions
from rukun.poverty.forms import NewCard, PairCard
from rukun.poverty.models import ScoreCard
from rukun.poverty.problems import CATALOGUE
from rukun.poverty.queries import score_cards as queries
from rukun.ui.letters import spoken
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import ribuan, tanggal

LETTERS = parameters.CATALOGUE | CATALOGUE
SALT = "poverty.score_card"
EDIT = Permission.RULES_EDIT


@needs(EDIT)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Every card that was brought, the newest first."""
    return render(request, "poverty/score_cards.html", {"table": _table(queries.brought())})


@needs(EDIT)
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    """Two files and where they come from: they are read, and nothing is kept."""
    form = NewCard(request.POST or None, request.FILES or None)
    if not form.is_valid():
        return render(request, "poverty/score_card_new.html", {"form": form}, status=422 if form.errors else 200)
    told = form.cleaned_data
    given = told | {"card": told["card"].read(), "lookup": told["lookup"].read()}
    try:
        return _ask(request, given, PairCard(seen=_examined(given)))
    except Problem as problem:
        page = {"form": form, "letter": spoken(problem, LETTERS)}
        return render(request, "poverty/score_card_new.html", page, status=422)


@needs(EDIT)
@never_cache
@require_POST
def confirm(request: HttpRequest) -> HttpResponse:
    """How the lines pair and which one counts; then the card is kept."""
    given = _opened(request.POST.get("held", ""))
    if given is None:
        return redirect("poverty:score_card_new")
    form = PairCard(request.POST, seen=_examined(given))
    if not form.is_valid():
        return _ask(request, given, form)
    kept = actions.bring(**given, line=form.cleaned_data["line"], names=form.names, by=request.user)
    words = {"title": kept.title, "day": tanggal(kept.since)}
    messages.success(request, _("%(title)s tersimpan. Kartu ini ditawarkan sejak %(day)s.") % words)
    return redirect("poverty:score_cards")


def _examined(given: Mapping[str, Any]) -> queries.Examined:
    return queries.examined(card=given["card"], lookup=given["lookup"], title=given["title"])


def _ask(request: HttpRequest, given: Mapping[str, Any], form: PairCard) -> HttpResponse:
    page = {"given": given, "form": form, "seen": form.seen, "pairs": _pairs(form.seen), "held": _sealed(given)}
    return render(request, "poverty/score_card_pair.html", page, status=422 if form.errors else 200)


def _sealed(given: Mapping[str, Any]) -> str:
    files = {name: b64encode(given[name]).decode() for name in ("card", "lookup")}
    return signing.dumps({**given, **files, "since": given["since"].isoformat()}, salt=SALT, compress=True)


def _opened(held: str) -> dict[str, Any] | None:
    """What the first step read; None when the page did not come from here."""
    try:
        given = signing.loads(held, salt=SALT)
    except signing.BadSignature:
        return None
    files = {name: b64decode(given[name]) for name in ("card", "lookup")}
    return {**given, **files, "since": date.fromisoformat(given["since"])}


def _pairs(seen: queries.Examined) -> Table:
    return Table(
        caption=_("Garis pada kartu dan pada tabel"),
        columns=[Column(_("Di kartu")), Column(_("Di tabel")), Column(_("Namanya"))],
        rows=[Row([each.card, each.lookup, _("cocok") if each.agrees else _("periksa")]) for each in seen.pairs],
    )


def _table(cards: list[ScoreCard]) -> Table:
    return Table(
        caption=_("Kartu skor yang ada"),
        columns=[
            Column(_("Kartu")), Column(_("Sumber")), Column(_("Garis")), Column(_("Pertanyaan"), is_number=True),
            Column(_("Berlaku sejak")),
        ],
        rows=[_row(card) for card in cards],
        empty=Empty(
            _("Belum ada kartu skor. Bawalah kartu dan tabelnya dari pemiliknya."),
            _("Bawa kartu"), reverse("poverty:score_card_new"), "upload",
        ),
        caption_hidden=True,
    )  # fmt: skip


def _row(card: ScoreCard) -> Row:
    number = ribuan(len(card.card.get("questions", ())))
    return Row([card.title, card.source, card.card.get("line", ""), number, tanggal(card.since)])
