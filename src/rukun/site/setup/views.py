"""Three steps: whose kabupaten, who keeps it, and whether the register of RT comes now or later."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from rukun.accounts.permissions import today
from rukun.kit.problems import Problem
from rukun.site.letters import spoken
from rukun.site.setup import actions, regencies
from rukun.site.setup.forms import Begin, BeginWithOwnList
from rukun.territory import queries as territory
from rukun.territory.queries import readings

KEPT = "penyiapan"
YEARS_BACK = 5


def while_empty(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Once the installation stands, its set-up is not found."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        if territory.installation() is not None:
            raise Http404
        return view(request)

    return guarded


@never_cache
@while_empty
def choose(request: HttpRequest) -> HttpResponse:
    """Step 1: a kabupaten from the list, searched by name; or a list of one's own."""
    if "pilih" in request.POST:
        request.session[KEPT] = {"code": request.POST["pilih"]}
        return redirect("site:setup_administrator")
    text = request.POST.get("cari", "")
    context = {"founding": regencies.founding(), "found": regencies.search(text), "text": text}
    return render(request, "site/setup/choose.html", context)


@never_cache
@sensitive_post_parameters("password", "again")
@while_empty
def administrator(request: HttpRequest) -> HttpResponse:
    """Step 2: the first administrator. Both are made together, or neither."""
    code = request.session.get(KEPT, {}).get("code")
    if code is None or (code and not regencies.called(code)):
        return redirect("site:setup")
    form = _form(request, code)
    context = {"form": form, "regency": regencies.called(code)}
    if request.method != "POST" or not form.is_valid():
        return render(request, "site/setup/administrator.html", context, status=422 if form.is_bound else 200)
    try:
        user = actions.begin(on=today(), **_asked(form, code))
    except Problem as problem:
        return render(request, "site/setup/administrator.html", context | {"letter": spoken(problem)}, status=422)
    request.session[KEPT] = {"username": user.username}
    return redirect("site:setup_done")


def _form(request: HttpRequest, code: str) -> Begin:
    initial = {"since": today().replace(year=today().year - YEARS_BACK, month=1, day=1)}
    kind = Begin if code else BeginWithOwnList
    return kind(request.POST or None, request.FILES or None, initial=initial)


def _asked(form: Begin, code: str) -> dict[str, Any]:
    """What the action is to do; a list of one's own is read here. Raises Problem."""
    if code:
        return form.answers | {"kabupaten_code": code}
    held = form.cleaned_data
    listed = readings.list_of(held["file"].read(), held["file"].name, kabupaten_code=held["code"])
    return form.answers | {"kabupaten_code": held["code"], "basis": held["basis"], "listed": listed}


@never_cache
def done(request: HttpRequest) -> HttpResponse:
    """Step 3, only for who has just set up: the register of RT now or later, then sign-in."""
    username, held = request.session.get(KEPT, {}).get("username"), territory.installation()
    if not username or held is None:
        raise Http404
    register = reverse("territory:register", args=[held.kabupaten_id])
    context = {
        "username": username,
        "place": territory.place(held.kabupaten_id, on=today()),
        "counts": territory.counts(held.kabupaten.path, on=today()),
        "now_url": f"{reverse('account_login')}?next={register}",
        "later_url": reverse("account_login"),
        "title": _("Siap dipakai"),
    }
    return render(request, "site/setup/done.html", context)
