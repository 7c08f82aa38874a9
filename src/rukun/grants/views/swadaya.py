"""What people gave to one activity, and the pages by which it is written down, taken back and moved."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.grants.actions import swadaya as actions
from rukun.grants.actions import wage_lists
from rukun.grants.forms.swadaya import BackForm, CashForm, Gift, GoodsForm, LabourForm, MoveForm
from rukun.grants.models import Activity
from rukun.grants.queries import activities, rulings, swadaya, workdays
from rukun.grants.queries.works import AT_WORK
from rukun.grants.views import swadaya_tables as tables
from rukun.grants.views.answering import answer, the_place
from rukun.grants.views.works import page

P = Permission
PAGE = 40


@needs(P.MONEY_SEE, area=activities.path_of)
@never_cache
def show(request: HttpRequest, activity_id: int) -> HttpResponse:
    held = activities.get(activity_id)
    standing = swadaya.standing(held)
    may_give = may(request.held, P.RAB_EDIT, held.path) and held.state in AT_WORK
    movable = swadaya.movable(held, workdays.rates(held))
    asked = request.GET.get("siapa", "")
    worker = int(asked) if asked.isdecimal() and len(asked) < 19 else None
    pages = Paginator(swadaya.of_activity(held, worker), PAGE).get_page(request.GET.get("halaman"))
    context = {
        "place": the_place(held.rt_id),
        "activity": held,
        "page": pages,
        "figures": tables.figures(standing),
        "given": tables.given(standing),
        "thanks": tables.thanks(standing),
        "givers": None if worker else tables.givers(swadaya.givers(held)),
        "worker": worker,
        "gifts": tables.gifts(list(pages.object_list), may_take_back=may_give),
        "may_give": may_give,
        "next": tables.next_move(held, movable, rulings.may_move_waived(held.year, today())) if may_give else None,
    }
    return render(request, "grants/swadaya.html", context)


@needs(P.RAB_EDIT, area=activities.path_of)
@never_cache
def labour(request: HttpRequest, activity_id: int) -> HttpResponse:
    held = activities.get(activity_id)
    rate = next(iter(workdays.rates(held).values()), None)
    form = LabourForm(request.POST or None, initial={"since": today(), "until": today(), "unit_value": rate})
    act = _giving(request, held, form, actions.give_labour, "people", "days", "since", "until", "unit_value")
    title, intro = _("Catat gotong royong"), _("Untuk yang bekerja tanpa upah dan tidak ada di daftar hadir.")
    return _ask(request, held, form, act, title, intro)


@needs(P.RAB_EDIT, area=activities.path_of)
@never_cache
def goods(request: HttpRequest, activity_id: int) -> HttpResponse:
    held = activities.get(activity_id)
    form = GoodsForm(request.POST or None, initial={"on": today()})
    act = _giving(request, held, form, actions.give_goods, "quantity", "unit", "unit_value", "on")
    title, intro = _("Catat bahan dari warga"), _("Jumlahnya dalam satuannya sendiri, nilainya di sampingnya.")
    return _ask(request, held, form, act, title, intro)


@needs(P.RAB_EDIT, area=activities.path_of)
@never_cache
def cash(request: HttpRequest, activity_id: int) -> HttpResponse:
    held = activities.get(activity_id)
    form = CashForm(request.POST or None, initial={"on": today(), "into": "cash"})
    act = _giving(request, held, form, actions.give_cash, "amount", "into", "on")
    title, intro = _("Catat uang dari warga"), _("Uang ini masuk buku kas, terpisah dari Dana RT.")
    return _ask(request, held, form, act, title, intro)


@needs(P.RAB_EDIT, area=swadaya.path_of)
@never_cache
def take_back(request: HttpRequest, contribution_id: int) -> HttpResponse:
    gift = get_object_or_404(swadaya.visible(), pk=contribution_id)

    def act(reason: str) -> None:
        actions.take_back(contribution=gift, reason=reason, on=today(), by=request.user)

    context = page(gift.activity, _("Tarik catatan swadaya"), _("Tarik catatan"))
    context["quote"] = f"{gift.words}: {tables.amount_of(gift)}"
    done = _("Catatan ditarik. Keduanya tetap dapat dibaca.")
    return answer(request, BackForm(request.POST or None), act, done=done, back=_back(gift.activity), context=context)


@needs(P.RAB_EDIT, area=activities.path_of)
@never_cache
def move(request: HttpRequest, activity_id: int) -> HttpResponse:
    """Wages given back carry another line of the same RAB."""
    held = activities.get(activity_id)
    movable = swadaya.movable(held, workdays.rates(held))
    lines = {each.pk: each for each in held.lines.all()}
    form = MoveForm(
        request.POST or None, sources=tables.sources(movable), targets=tables.targets(lines.values(), movable),
        most=max((each.days for each in movable), default=Decimal(0)),
    )  # fmt: skip

    def act(source: int, target: int, days: Decimal) -> None:
        wage_lists.move(activity=held, source=lines[source], target=target, days=days, on=today(), by=request.user)

    intro = _("Jumlah seluruh RAB tetap. Satu baris turun, baris lain naik, dan alasannya tersimpan.")
    context = page(held, _("Pindahkan upah yang dihibahkan"), _("Pindahkan"), intro)
    if not movable:
        context["nothing"] = _("Tidak ada upah yang dapat dipindah. Upah dihitung sesudah masuk daftar upah.")
    done = _("Upah dipindah. RAB yang baru langsung berlaku.")
    return answer(request, form, act, done=done, back=_back(held), context=context)


def _giving(
    request: HttpRequest, held: Activity, form: Gift, give: Callable[..., Any], *names: str
) -> Callable[..., Any]:
    def act(**_typed: Any) -> None:
        give(activity=held, today=today(), by=request.user, **form.told(*names))

    return act


def _ask(
    request: HttpRequest, held: Activity, form: Gift, act: Callable[..., Any], title: str, intro: str
) -> HttpResponse:
    context = page(held, title, _("Simpan swadaya"), intro)
    return answer(request, form, act, done=_("Swadaya tersimpan. Terima kasih."), back=_back(held), context=context)


def _back(activity: Activity) -> str:
    return reverse("grants:swadaya", args=[activity.pk])
