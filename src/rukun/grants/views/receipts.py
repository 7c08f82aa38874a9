"""A receipt is typed on a phone: the photo first, then what the paper says, then one look before it is sent."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs, today
from rukun.grants.actions import payments, pictures, receipts
from rukun.grants.forms.receipts import Paper, TaxForm
from rukun.grants.models import Activity, Picture
from rukun.grants.queries import activities, receipt_warnings
from rukun.grants.queries import receipts as queries
from rukun.grants.views import payment_words as words
from rukun.grants.views.answering import LETTERS, the_place
from rukun.kit.problems import Problem
from rukun.ui import letters
from rukun.ui.photos import MOST_BYTES
from rukun.ui.problems import CATALOGUE as PHOTOS

P = Permission
BACK, ADD, CHECK, SEND = "ubah", "tambah", "periksa", "ajukan"


@needs(P.SPEND_PROPOSE, area=activities.path_of)
@never_cache
def new(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Four answers by one button: a row more, the check, back from the check, sent. What was typed always stays."""
    activity, on = _found(activity_id), today()
    step = request.POST.get("langkah", CHECK)
    data = request.POST if request.method == "POST" else None
    paper = Paper(data, activity, on=on, more_rows=int(step == ADD), line=request.GET.get("baris", ""))
    if data is None:
        return _form(request, paper, None)
    picture, letter = _picture(request, activity)
    if step in (ADD, BACK):
        paper.hush()
    if letter or step in (ADD, BACK):
        return _form(request, paper, picture, letter=letter)
    if not paper.is_valid:
        return _form(request, paper, picture, status=422)
    try:
        payments.check(activity=activity, receipt=paper.receipt(), on=on)
    except Problem as problem:
        return _form(request, paper, picture, letter=letters.spoken(problem, LETTERS))
    return _checked(request, paper, picture, is_sent=step == SEND)


@needs(P.SPEND_PROPOSE, area=activities.path_of)
@require_POST
def photo(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Only the photo, as soon as it is taken: kept, and looked for among those that are there."""
    activity = _found(activity_id)
    picture, letter = _picture(request, activity)
    found = receipt_warnings.warnings(receipt_warnings.Draft(activity.book, picture=picture))
    page = {"activity": activity, "picture": picture, "letter": letter, "notes": words.notes(found)}
    return render(request, "grants/payments_photo.html", page, status=422 if letter else 200)


@needs(P.SPEND_PROPOSE, area=activities.path_of)
@require_POST
def check(request: HttpRequest, activity_id: int) -> HttpResponse:
    """While it is being typed: the sum in figures and words, and what may be wrong."""
    activity = _found(activity_id)
    paper = Paper(request.POST, activity, on=today())
    draft = paper.draft(_kept(request, activity))
    page = {"total": draft.total, "notes": words.notes(receipt_warnings.warnings(draft))}
    return render(request, "grants/payments_live.html", page | words.amount(draft.total))


def _form(request: HttpRequest, paper: Paper, picture: Any, *, letter: Any = None, status: int = 200) -> HttpResponse:
    page = _page(paper, picture) | {
        "letter": letter,
        "vendors": queries.vendor_names(paper.activity.rt_id),
        "has_money": any(each.left > 0 for each in paper.lines),
    }
    return render(request, "grants/payments_new.html", page, status=422 if letter else status)


def _checked(request: HttpRequest, paper: Paper, picture: Any, *, is_sent: bool) -> HttpResponse:
    """The last look: the sum in words, warnings, tax; and sent when it is sound."""
    rules = queries.money_rules(paper.activity.book, paper.on)
    taxes = _taxes(request, paper, rules.tax_by, is_sent=is_sent)
    letter = None
    if is_sent and (taxes is None or taxes.is_valid()):
        try:
            return _sent(request, paper, picture, taxes)
        except Problem as problem:
            letter = letters.spoken(problem, LETTERS)
    page = _page(paper, picture) | words.amount(paper.total) | {
        "letter": letter,
        "taxes": taxes,
        "tax_words": words.tax(rules.tax_by, taxes, queries.tax_sources(paper.head.cleaned_data["on"])),
        "notes": words.notes(receipt_warnings.warnings(paper.draft(picture))),
        "summary": words.summary(paper.receipt()),
        "table": words.items(paper.items, {each.line.pk: each.line for each in paper.lines}),
    }  # fmt: skip
    return render(request, "grants/payments_check.html", page, status=422 if is_sent else 200)


def _sent(request: HttpRequest, paper: Paper, picture: Any, taxes: TaxForm | None) -> HttpResponse:
    reason = taxes.cleaned_data["reason"] if taxes is not None and taxes.is_corrected else ""
    made = receipts.take_in(
        activity=paper.activity, receipt=paper.receipt(taxes.kept() if taxes is not None else ()),
        vendor=paper.vendor(), picture=picture, on=paper.on, by=request.user, op=paper.head.cleaned_data["op"],
        tax_reason=reason,
    )  # fmt: skip
    messages.success(request, _("Kuitansi diajukan. Orang lain yang menyetujuinya."))
    return redirect("grants:payment", made.pk)


def _taxes(request: HttpRequest, paper: Paper, tax_by: str | None, *, is_sent: bool) -> TaxForm | None:
    """None where the juknis gives tax to another, or nothing is to be kept back."""
    if tax_by not in (None, "rt"):
        return None
    found = queries.taxes(paper.purchase(), paper.head.cleaned_data["on"])
    if not (found.taxes or found.reasons):
        return None
    return TaxForm(request.POST if is_sent else None, found=found, asks_who=tax_by is None)


def _page(paper: Paper, picture: Any) -> dict[str, Any]:
    activity = paper.activity
    return {"activity": activity, "place": the_place(activity.rt_id), "paper": paper, "picture": picture}


def _picture(request: HttpRequest, activity: Activity) -> tuple[Picture | None, Any]:
    """The photo that came with this request, or the one that came before; or the letter about it."""
    file = request.FILES.get("file")
    if file is None:
        return _kept(request, activity), None
    try:
        content = file.read(MOST_BYTES + 1)
        here = {"rt": activity.rt_id, "path": activity.path}
        return pictures.keep(**here, content=content, on=today(), by=request.user), None
    except Problem as problem:
        return _kept(request, activity), letters.spoken(problem, PHOTOS)


def _kept(request: HttpRequest, activity: Activity) -> Picture | None:
    told = request.POST.get("picture", "")
    known = Picture.objects.filter(rt=activity.rt_id).defer("content")
    return known.filter(pk=int(told)).first() if told.isdecimal() and len(told) < 18 else None


def _found(activity_id: int) -> Activity:
    return get_object_or_404(Activity.objects.select_related("book"), pk=activity_id)
