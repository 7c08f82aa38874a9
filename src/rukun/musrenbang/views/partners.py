"""RTs asked to join: the question by someone who serves both, the answer on the partner's own page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, paths_with, today
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import partners as actions
from rukun.musrenbang.forms.proposals import Asking, Because
from rukun.musrenbang.models import Partner
from rukun.musrenbang.queries import partners, proposals
from rukun.musrenbang.views.asking import answer, spoken, the_place, the_rt
from rukun.musrenbang.views.proposals import found

P = Permission


@needs(P.PLAN_EDIT, area=proposals.path_of)
@never_cache
def ask(request: HttpRequest, proposal_id: int) -> HttpResponse:
    """Only RTs the asker serves too can be asked; for others the page says who can."""
    proposal = found(proposal_id)

    def act(rt: int, share: int) -> None:
        actions.ask(proposal=proposal, rt=the_rt(rt), share=share, on=today(), by=request.user)

    rts = partners.possible(proposal, paths_with(request.held, P.PLAN_EDIT), on=today())
    context = {
        "place": the_place(proposal.rt_id),
        "title": _("Ajak RT lain"),
        "intro": _("RT yang diajak menjawab sendiri di halaman usulannya."),
        "button": _("Kirim ajakan"),
        "nothing": "" if rts else _("Minta pendamping atau operator desa mengajak RT lain."),
    }
    back = reverse("musrenbang:proposal", args=[proposal.pk])
    form = Asking(request.POST or None, rts=rts)
    return answer(request, form, act, done=_("Ajakan terkirim."), back=back, context=context)


@needs(P.PLAN_SEE, area=partners.path_of)
@never_cache
def show(request: HttpRequest, partner_id: int) -> HttpResponse:
    """The invitation as the partner RT sees it: agree with one button, refuse with a reason."""
    partner = get_object_or_404(Partner, pk=partner_id)
    may_answer = may(request.held, P.MEETING_HOLD, partner.path) and not (partner.agreed_on or partner.refused_on)
    is_refusing = request.method == "POST" and request.POST.get("go") != "setuju"
    form = Because(request.POST if is_refusing and may_answer else None)
    letter = None
    if request.method == "POST" and may_answer and (not is_refusing or form.is_valid()):
        try:
            return _answered(request, partner, form, is_refusing)
        except Problem as problem:
            letter = spoken(problem)
    context = {
        "place": the_place(partner.rt_id),
        "partner": partner,
        "leader": the_place(partner.leader_id),
        "form": form,
        "letter": letter,
        "may_answer": may_answer,
    }
    return render(request, "musrenbang/proposal_partner.html", context, status=422 if letter or form.errors else 200)


def _answered(request: HttpRequest, partner: Partner, form: Because, is_refusing: bool) -> HttpResponse:
    if is_refusing:
        actions.refuse(partner=partner, reason=form.cleaned_data["reason"], on=today(), by=request.user)
        messages.success(request, _("Ajakan ditolak. Alasannya dapat dibaca RT pengusul."))
    else:
        actions.agree(partner=partner, on=today(), by=request.user)
        messages.success(request, _("RT Anda ikut dalam usulan bersama ini."))
    return redirect("musrenbang:proposals", partner.rt_id)
