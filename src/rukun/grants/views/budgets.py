"""The RAB of an activity: what stands in it, what is said about it, and how a line is written."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import budgets as actions
from rukun.grants.forms import budgets as forms
from rukun.grants.models import Activity, Budget, BudgetItem
from rukun.grants.queries import activities, budget_checks, budgets, prices
from rukun.grants.types import BudgetState
from rukun.grants.views import budget_tables as tables
from rukun.grants.views.answering import answer, the_rt


@needs(Permission.MONEY_SEE, area=activities.path_of)
def rab(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Totals first, then the lines with what is said about each of them."""
    activity = activities.get(activity_id)
    budget = budgets.revision(activity, _number(request, "perubahan"))
    page = around(activity) | {"budget": budget, "may_edit": may(request.held, Permission.RAB_EDIT, activity.path)}
    if budget is None:
        return render(request, "grants/budget_none.html", page)
    found = budgets.items(budget)
    is_draft = budget.state == BudgetState.DRAFT
    edit = reverse("grants:rab_item", args=[activity.pk]) if is_draft and page["may_edit"] else ""
    reasons = budget_checks.reasons(activity, found, today())
    page |= {
        "figures": tables.figures(activity, budgets.totals(found)),
        "notes": tables.notes(reasons),
        "parts": tables.parts(found, reasons, edit),
        "next": tables.next_step(activity, budget, found, reasons) if page["may_edit"] else None,
        "revisions": tables.revisions(activity, budget),
        "is_draft": is_draft,
        "is_open": budgets.open_one(activity) is not None,
        "state": BudgetState(budget.state).label,
    }
    return render(request, "grants/budget.html", page)


@needs(Permission.RAB_EDIT, area=activities.path_of)
def draw(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Begins a RAB or the next revision of it, with its reason."""
    activity = activities.get(activity_id)
    is_first = budgets.revision(activity, None) is None
    form = (Form if is_first else forms.Reason)(_data(request))
    context = around(activity) | {
        "title": _("Susun RAB") if is_first else _("Ubah RAB"),
        "intro": _("RAB adalah rincian biaya: apa yang dibeli, berapa banyak, dan berapa harganya.")
        if is_first
        else _("RAB yang berlaku tetap berlaku sampai perubahan ini disahkan."),
        "button": _("Mulai"),
    }
    return answer(
        request, form, partial(_draw, activity, request.user), done=_("RAB siap diisi."), back=_home(activity),
        context=context,
    )  # fmt: skip


@needs(Permission.RAB_EDIT, area=activities.path_of)
def explain(request: HttpRequest, activity_id: int) -> HttpResponse:
    activity = activities.get(activity_id)
    if (budget := budgets.open_one(activity)) is None:
        return _not_open(request, activity)
    form = forms.Reason(_data(request), initial={"reason": budget.reason})
    context = around(activity) | {"title": _("Alasan perubahan RAB"), "button": _("Simpan alasan")}
    return answer(
        request, form, partial(actions.explain, budget=budget, by=request.user), done=_("Alasan tersimpan."),
        back=_home(activity), context=context,
    )  # fmt: skip


@needs(Permission.RAB_EDIT, area=activities.path_of)
def item(request: HttpRequest, activity_id: int) -> HttpResponse:
    """A line: the one with this number, or a new one, from the price list or typed."""
    activity = activities.get(activity_id)
    if (budget := budgets.open_one(activity)) is None:
        return _not_open(request, activity)
    held = budget.items.filter(number=_number(request, "nomor")).first()
    listed = prices.in_force(activity.path, today())
    asked = request.GET.get("cari", "").strip()[:80]
    initial = _told(held) if held else _priced(listed, _number(request, "harga"))
    form = forms.Item(_data(request), initial=initial)
    context = around(activity) | {
        "held": held, "listed": listed, "asked": asked,
        "found": tables.prices(prices.search(listed, asked)) if asked else None,
        "title": held.words if held else _("Baris baru"),
    }  # fmt: skip
    act = partial(_put, budget, held.number if held else None, listed, request.user)
    return answer(
        request, form, act, done=_("Baris tersimpan."), back=_home(activity), context=context,
        template="grants/budget_item.html",
    )  # fmt: skip


@needs(Permission.RAB_EDIT, area=activities.path_of)
def drop(request: HttpRequest, activity_id: int) -> HttpResponse:
    activity = activities.get(activity_id)
    if (budget := budgets.open_one(activity)) is None:
        return _not_open(request, activity)
    held = budget.items.filter(number=_number(request, "nomor")).first()
    if held is None:
        return redirect("grants:rab", activity.pk)
    context = around(activity) | {
        "title": _("Hapus baris ini?"), "quote": held.words, "button": _("Hapus baris"),
        "intro": _("Baris ini hilang dari perubahan yang sedang disusun. RAB yang berlaku tidak berubah."),
    }  # fmt: skip
    act = partial(actions.drop, budget=budget, number=held.number, by=request.user)
    return answer(request, Form(_data(request)), act, done=_("Baris dihapus."), back=_home(activity), context=context)


@needs(Permission.MONEY_SEE, area=activities.path_of)
def compare(request: HttpRequest, activity_id: int) -> HttpResponse:
    """A revision beside the one it follows."""
    activity = activities.get(activity_id)
    new = budgets.revision(activity, _number(request, "perubahan"))
    old = budgets.before(new) if new else None
    if new is None or old is None:
        return redirect("grants:rab", activity.pk)
    page = around(activity) | {"old": old, "new": new, "state": BudgetState(new.state).label}
    page |= tables.comparison(budgets.changes(old, new), old, new)
    return render(request, "grants/budget_compare.html", page)


def around(activity: Activity) -> dict[str, Any]:
    return {"place": the_rt(activity.rt_id), "activity": activity, "home": _home(activity)}


def _home(activity: Activity) -> str:
    return reverse("grants:rab", args=[activity.pk])


def _not_open(request: HttpRequest, activity: Activity) -> HttpResponse:
    messages.info(request, _("Tidak ada RAB yang sedang disusun. Mulai perubahan lebih dulu."))
    return redirect("grants:rab", activity.pk)


def _draw(activity: Activity, by: Any, reason: str = "") -> Budget:
    budget = actions.draw(activity=activity, on=today(), by=by)
    return actions.explain(budget=budget, reason=reason, by=by) if reason else budget


def _data(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 10 else None


def _put(budget: Budget, number: int | None, listed: Any, by: Any, **told: Any) -> BudgetItem:
    """What the list of today says of it goes with the line."""
    standard = prices.standard_of(listed, told["code"], told["words"], told["unit"])
    return actions.put(budget=budget, number=number, by=by, standard=standard, **told)


TOLD = ("words", "kind", "funding", "quantity", "unit", "unit_price", "code", "takeoff")


def _told(item: BudgetItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in TOLD}


def _priced(listed: Any, price_id: int | None) -> dict[str, Any]:
    price = listed.prices.filter(pk=price_id).first() if listed and price_id else None
    if price is None:
        return {}
    return {
        "words": price.words[:160], "kind": price.kind, "unit": price.unit, "unit_price": price.amount,
        "code": price.code,
    }  # fmt: skip
