"""A proposal is written in four small steps; each is kept as it is sent, and going back keeps it too."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs, today
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import proposals as actions
from rukun.musrenbang.forms import proposals as forms
from rukun.musrenbang.models import Proposal
from rukun.musrenbang.public import proposals as window
from rukun.musrenbang.queries import beneficiaries, causes, menu, places, proposals
from rukun.musrenbang.types import State
from rukun.musrenbang.views.asking import spoken, the_rt
from rukun.musrenbang.views.proposals import found, typed_year
from rukun.territory import queries as territory
from rukun.ui.words import tanggal

P = Permission
LAST = 4
NAMES = {
    1: gettext_lazy("Apa dan di mana"),
    2: gettext_lazy("Sebab dan jenis"),
    3: gettext_lazy("Manfaat"),
    4: gettext_lazy("Biaya dan perawatan"),
}


@needs(P.PLAN_EDIT, area=territory.path_of)
@never_cache
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    """The first step; once it is sent there is a draft."""
    place = the_rt(area_id)
    form = forms.What(request.POST or None)
    if form.is_valid():
        year, _held = menu.asked(typed_year(request), on=today())
        made = actions.start(rt=place, year=year, on=today(), by=request.user, **form.typed())
        messages.success(request, _("Usulan tersimpan. Anda dapat melanjutkannya kapan saja."))
        return redirect("musrenbang:proposal_step", made.pk, 2)
    ground = places.ground(place.id, place.path, on=today(), at=_typed_point(form))
    context = {"place": place, "form": form, "number": 1, "last": LAST, "name": NAMES[1], "ground": ground}
    return render(request, "musrenbang/proposal_step1.html", context, status=422 if form.errors else 200)


def _path(proposal_id: int, number: int) -> str:
    return proposals.path_of(proposal_id)


@needs(P.PLAN_EDIT, area=_path)
@never_cache
def step(request: HttpRequest, proposal_id: int, number: int) -> HttpResponse:
    """One of the four steps of a proposal that is still open."""
    if number not in NAMES:
        raise Http404
    proposal = found(proposal_id)
    if not proposals.may_edit(proposal):
        raise Problem("musrenbang.not_open", state=State(proposal.state).label)
    form = FORMS[number](proposal, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, proposal, number, form, status=422 if form.errors else 200)
    return _kept(request, proposal, number, form)


@needs(P.PLAN_EDIT, area=proposals.path_of)
@require_POST
def check(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """What the menu says of the kind and the answers on the screen, before anything is saved."""
    proposal = found(proposal_id)
    form = _why(proposal, request.POST)
    form.is_valid()
    return render(request, "musrenbang/proposal_check.html", {"form": form, "checked": _checked(proposal, form)})


def _kept(request: HttpRequest, proposal: Proposal, number: int, form: Any) -> HttpResponse:
    facts = form.answers() if number == 2 else None
    seen = form.cleaned_data["revision"]
    try:
        actions.save(
            proposal=proposal, revision=seen, facts=facts, on=today(), by=request.user, **form.typed()
        )  # fmt: skip
    except Problem as problem:
        typed = request.POST.copy()
        typed["revision"] = str(proposal.revision)
        newer = FORMS[number](proposal, typed)
        newer.is_valid()
        return _page(request, proposal, number, newer, letter=spoken(problem), status=422)
    return redirect(_onward(request, proposal, number, form))


def _onward(request: HttpRequest, proposal: Proposal, number: int, form: Any) -> str:
    """Back, on, or the same step again where the chosen kind asks something new."""
    if request.POST.get("go") == "kembali" and number > 1:
        return reverse("musrenbang:proposal_step", args=[proposal.pk, number - 1])
    if number == 2 and form.asks_more:
        return reverse("musrenbang:proposal_step", args=[proposal.pk, 2]) + "#cek"
    if number == LAST or request.POST.get("go") == "selesai":
        return reverse("musrenbang:proposal", args=[proposal.pk])
    return reverse("musrenbang:proposal_step", args=[proposal.pk, number + 1])


def _page(
    request: HttpRequest, proposal: Proposal, number: int, form: Any, *, letter: Any = None, status: int = 200
) -> HttpResponse:
    context = {
        "place": the_rt(proposal.rt_id),
        "proposal": proposal,
        "form": form,
        "letter": letter,
        "number": number,
        "last": LAST,
        "name": NAMES[number],
    }
    return render(
        request, f"musrenbang/proposal_step{number}.html", context | _around(proposal, number, form), status=status
    )


def _around(proposal: Proposal, number: int, form: Any) -> dict[str, Any]:
    """What stands beside the questions of a step."""
    on = today()
    if number == 1:
        like = window.around(proposal, on=on).similar
        ground = places.ground(proposal.rt_id, proposal.path, on=on, at=_typed_point(form) or _point(proposal))
        return {"similar": like, "ground": ground}
    if number == 2:
        return {"checked": _checked(proposal, form), "has_juknis": menu.juknis(proposal.year, on=on) is not None}
    return {}


def _checked(proposal: Proposal, form: forms.Why) -> menu.Checked:
    held = menu.of_place(proposal.path, proposal.year, on=today())
    if not form.is_bound:
        return menu.checked(held, menu.draft_of(proposal))
    given = form.answers() if hasattr(form, "cleaned_data") else {}
    return menu.checked(held, menu.typed_draft(proposal.title, form.data.get("menu", ""), proposal.cost, given))


def _what(proposal: Proposal, data: Any) -> forms.What:
    names = ("title", "description", "place_words", "longitude", "latitude", "revision")
    return forms.What(data, initial={name: getattr(proposal, name) for name in names})


def _why(proposal: Proposal, data: Any) -> forms.Why:
    held = menu.juknis(proposal.year, on=today())
    return forms.Why(
        data,
        initial={"cause_id": proposal.cause_id, "menu": proposal.menu, "revision": proposal.revision},
        causes=_causes(proposal),
        held=held,
        likely=menu.suggested(proposal.title, held) if held else {},
        given=menu.answers(proposal),
    )


def _causes(proposal: Proposal) -> list[tuple[int, str]]:
    """Those of the year, and the one it answers already though its tree may be of another year."""
    held = causes.choices(proposal.path, proposal.year)
    if proposal.cause and proposal.cause_id not in dict(held):
        held.append((proposal.cause_id, proposal.cause.words))
    return held


def _benefit(proposal: Proposal, data: Any) -> forms.Benefit:
    on = today()
    groups = beneficiaries.groups(proposal.path, on=on)
    initial = {
        "who": beneficiaries.chosen(proposal, groups) or (forms.STATED if proposal.basis else ""),
        "households": proposal.households if proposal.basis == "stated" else None,
        "people": proposal.people if proposal.basis == "stated" else None,
        "revision": proposal.revision,
    }
    words = _("menurut pengusul, %(day)s") % {"day": tanggal(on)}
    return forms.Benefit(data, initial=initial, groups=groups, today_words=words)


def _cost(proposal: Proposal, data: Any) -> forms.Cost:
    names = ("cost", "swadaya_days", "swadaya_material", "swadaya_cash", "caretaker", "revision")
    known = {name: getattr(proposal, name) for name in names}
    return forms.Cost(data, initial={name: value for name, value in known.items() if value or name == "revision"})


FORMS = {1: _what, 2: _why, 3: _benefit, 4: _cost}


def _point(proposal: Proposal) -> tuple[float, float] | None:
    return (proposal.longitude, proposal.latitude) if proposal.longitude is not None else None


def _typed_point(form: forms.What) -> tuple[float, float] | None:
    typed = getattr(form, "cleaned_data", {})
    one, other = typed.get("longitude"), typed.get("latitude")
    return (one, other) if one is not None and other is not None else None
