"""The wizard: choose a work, say its measures, settle prices and what residents give; then the RAB has its lines."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.accounts.permissions import Permission, needs, today
from rukun.grants.actions.budget_lines import fill
from rukun.grants.forms import recipes as forms
from rukun.grants.models import Activity, Budget
from rukun.grants.queries import activities, prices, recipes
from rukun.grants.views.answering import answer
from rukun.grants.views.budgets import around
from rukun.kit.problems import Problem


@needs(Permission.RAB_EDIT, area=activities.path_of)
def wizard(request: HttpRequest, activity_id: int) -> HttpResponse:
    activity = activities.get(activity_id)
    page = around(activity) | {"basis": recipes.basis(today())}
    recipe = recipes.recipe(request.GET.get("pekerjaan", ""), activity.path, today())
    if recipe is None:
        return render(request, "grants/budget_works.html", page | _works(request, activity))
    page |= {"recipe": recipe, "title": _(recipe.label)}
    is_measured = any(name in request.GET for name in recipe.asks)
    measures = forms.Measures(request.GET if is_measured else None, asks=recipe.asks)
    if not measures.is_valid():
        page |= {"form": measures, "step": 1}
        return render(request, "grants/budget_measures.html", page, status=422 if is_measured else 200)
    return _lines(request, activity, page, measures)


def _works(request: HttpRequest, activity: Activity) -> dict[str, Any]:
    """Our works, and those of the list of AHSP somebody brought, searched."""
    asked, listed = request.GET.get("cari", "").strip()[:80], prices.analyses(activity.path).first()
    found = prices.works(listed, asked)
    return {
        "works": recipes.known(activity), "listed": listed, "asked": asked, "found": found,
        "is_more": len(found) == prices.FEW, "brought": recipes.BROUGHT,
    }  # fmt: skip


def _lines(request: HttpRequest, activity: Activity, page: dict[str, Any], measures: forms.Measures) -> HttpResponse:
    proposed = recipes.proposed(page["recipe"], measures.cleaned_data, activity.path, today())
    form = forms.Lines(request.POST or None, proposed=proposed)
    page |= {"step": 2, "measures": [(field.label, field.value()) for field in measures]}
    act, done = partial(_fill, activity, form, request.user), _("Baris RAB sudah ditulis. Periksa hasilnya.")
    return answer(
        request, form, act, done=done, back=reverse("grants:rab", args=[activity.pk]), context=page,
        template="grants/budget_lines.html",
    )  # fmt: skip


def _fill(activity: Activity, form: forms.Lines, by: Any, **told: Any) -> Budget:
    if not form.chosen:
        raise Problem("grants.wizard_empty")
    return fill(activity=activity, lines=form.chosen, on=today(), by=by)
