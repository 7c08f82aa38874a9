"""Ceilings of RTs: what holds in a place, what a rule would give, and the decrees of the kabupaten."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.musrenbang import ceiling_words
from rukun.musrenbang.actions import ceilings as actions
from rukun.musrenbang.forms.ceilings import Decreeing, Issuing, Try, initial
from rukun.musrenbang.models import Decree
from rukun.musrenbang.queries import ceiling_sheets, ceiling_trials, ceilings, menu
from rukun.musrenbang.views import ceiling_tables as tables
from rukun.musrenbang.views.asking import answer, the_place
from rukun.musrenbang.views.proposals import typed_year
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.words import rupiah

P = Permission
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(P.PLAN_SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    """What holds here: the RT's own ceiling with its basis, or the sums of the places beneath."""
    place, on = the_place(area_id), today()
    year, _held = menu.asked(typed_year(request), on=on)
    page = {"place": place, "year": year, "decrees": _decrees(request, place, year)}
    if place.level == "rt":
        return render(request, "musrenbang/ceiling_rt.html", page | {"money": ceilings.of_rt(place.path, year, on)})
    passed = ceilings.pending(place.path, year, on)
    labels = ceilings.labels({rt for each in passed for rt in (each.source, *each.targets)}, on)
    page |= {
        "beneath": tables.beneath(ceilings.beneath(place, year, on)),
        "passed": tables.passed(passed, labels) if passed else None,
        "missing": ceilings.without(place.path, year, on)[: tables.MANY],
        "is_kabupaten": place.level == "kabupaten",
        "may_issue": may(request.held, P.JUKNIS_EDIT, place.path),
    }
    return render(request, "musrenbang/ceilings.html", page)


@needs(P.PLAN_SEE, area=territory.path_of)
def trial(request: HttpRequest, area_id: int) -> HttpResponse:
    """A rule tried on every RT beneath: nothing is kept."""
    place, on = the_place(area_id), today()
    year, _held = menu.asked(typed_year(request), on=on)
    form = _form(request, year)
    page = {"place": place, "year": year, "form": form, "query": request.GET.urlencode()}
    if form.is_valid():
        page |= _tried(place, year, form) | {
            "may_issue": place.level == "kabupaten" and may(request.held, P.JUKNIS_EDIT, place.path)
        }
    return render(request, "musrenbang/ceilings_trial.html", page, status=422 if form.errors else 200)


@needs(P.PLAN_SEE, area=territory.path_of)
def sheet(request: HttpRequest, area_id: int) -> HttpResponse:
    """The same as a workbook; a rule that is not whole goes back to its page."""
    place, on = the_place(area_id), today()
    year, _held = menu.asked(typed_year(request), on=on)
    form = _form(request, year)
    if not form.is_valid():
        return redirect(f"{reverse('musrenbang:ceilings_trial', args=[place.id])}?{request.GET.urlencode()}")
    found = ceiling_trials.tried(place.path, year, form.document, on)
    headers = {"Content-Disposition": f'attachment; filename="pagu-coba-{year}.xlsx"', "Cache-Control": "no-store"}
    return HttpResponse(ceiling_sheets.workbook(found, form.document, year), content_type=XLSX, headers=headers)


@needs(P.JUKNIS_EDIT, area=territory.path_of)
@never_cache
def issue(request: HttpRequest, area_id: int) -> HttpResponse:
    """The rule that was tried, put into a decree."""
    place, on = the_place(area_id), today()
    year, _held = menu.asked(typed_year(request), on=on)
    rule = _form(request, year)
    back = f"{reverse('musrenbang:ceilings_trial', args=[place.id])}?{request.GET.urlencode()}"

    def act(**told: Any) -> Decree:
        return actions.issue(area_id=place.id, year=year, rule=rule.document, on=on, by=request.user, **told)

    page = {
        "place": place,
        "title": _("Tetapkan pagu tahun %(year)s") % {"year": year},
        "button": _("Tetapkan pagu"),
        "nothing": _nothing_to_issue(place, rule),
    }
    if not page["nothing"]:
        page["intro"] = _intro(place, year, rule)
    form = Issuing(request.POST or None, initial={"since": max(on, on.replace(year=year, month=1, day=1))})
    return answer(request, form, act, done=_("Pagu ditetapkan."), onward=_to_decree, back=back, context=page)


@needs(P.JUKNIS_EDIT, area=territory.path_of)
@never_cache
def carry(request: HttpRequest, area_id: int) -> HttpResponse:
    """What was split or joined since is carried over as the juknis says."""
    place, on = the_place(area_id), today()
    year, _held = menu.asked(typed_year(request), on=on)

    def act(**told: Any) -> Decree:
        return actions.carry_over(area_id=place.id, year=year, on=on, by=request.user, **told)

    page = {
        "place": place,
        "title": _("Teruskan pagu RT yang dimekarkan"),
        "intro": _("Pagu RT lama diteruskan seperti kata juknis. Jumlah seluruhnya tetap sama."),
        "button": _("Teruskan pagu"),
        "nothing": _not_kabupaten(place),
    }
    back = reverse("musrenbang:ceilings", args=[place.id])
    form = Decreeing(request.POST or None, initial={"since": on})
    return answer(request, form, act, done=_("Pagu diteruskan."), onward=_to_decree, back=back, context=page)


@needs(P.PLAN_SEE, area=ceilings.path_of)
def decree(request: HttpRequest, decree_id: int) -> HttpResponse:
    """The frozen register: the rule in words, the sums, every RT."""
    held = get_object_or_404(Decree, pk=decree_id)
    page = Paginator(ceilings.lines(held), tables.MANY).get_page(request.GET.get("halaman"))
    named = {each.rt_id for each in page} | {each.came_from_id for each in page if each.came_from_id}
    context = {
        "decree": held,
        "place": territory.place(held.area_id, on=today()),
        "rule": ceiling_words.told(held.rule, held.budget),
        "sums": tables.frozen(ceilings.sums(held)),
        "page": page,
        "table": tables.lines(page, ceilings.labels(named, today())),
    }
    return render(request, "musrenbang/decree.html", context)


def _form(request: HttpRequest, year: int) -> Try:
    return Try(request.GET if "cara" in request.GET else None, initial=initial(menu.juknis(year, on=today())))


def _tried(place: Place, year: int, form: Try) -> dict[str, Any]:
    found = ceiling_trials.tried(place.path, year, form.document, today())
    up, down = found.gaining(tables.FEW), found.losing(tables.FEW)
    return {
        "trial": found,
        "rule": ceiling_words.told(form.document, found.budget),
        "figures": tables.figures(found),
        "counted": tables.counted(found, today()),
        "picture": tables.picture(found),
        "sums": tables.sums(found, 1 if place.level == "kabupaten" else 2),
        "up": tables.changes(found, up, _("Yang paling banyak naik")) if up else None,
        "down": tables.changes(found, down, _("Yang paling banyak turun")) if down else None,
        "unsaid": tables.unsaid(found) if found.unsaid else None,
    }


def _decrees(request: HttpRequest, place: Place, year: int) -> Any:
    found = ceilings.of_year(place.path, year)
    may_open = bool(found) and may(request.held, P.PLAN_SEE, found[0].path)
    return tables.decrees(found, may_open=may_open, on=today()) if found else None


def _intro(place: Place, year: int, rule: Try) -> str:
    found = ceiling_trials.tried(place.path, year, rule.document, today())
    told = {"n": found.whole.rts - found.whole.unsaid, "sum": rupiah(found.whole.amount)}
    said = _("%(n)s RT, bersama %(sum)s. Sesudah ditetapkan, daftar ini tidak berubah.") % told
    return " ".join([*ceiling_words.told(rule.document, found.budget), said])


def _nothing_to_issue(place: Place, rule: Try) -> str:
    return _not_kabupaten(place) or ("" if rule.is_valid() else _("Coba dulu aturannya, lalu tetapkan dari sana."))


def _not_kabupaten(place: Place) -> str:
    return "" if place.level == "kabupaten" else _("Pagu ditetapkan untuk seluruh kabupaten, bukan sebagian.")


def _to_decree(made: Decree) -> str:
    return reverse("musrenbang:decree", args=[made.pk])
