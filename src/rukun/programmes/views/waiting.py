"""What a household has, waits for and could ask for; and one that waits, with all that is known of it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, may, needs, today
from rukun.people.queries import households
from rukun.programmes.actions import rulings
from rukun.programmes.actions import waiting as actions
from rukun.programmes.forms.waiting import EnrolForm, ProposeForm, ReasonForm
from rukun.programmes.models import Waiting
from rukun.programmes.queries import chances, doubles, schemes
from rukun.programmes.queries import waiting as queries
from rukun.programmes.types import State
from rukun.programmes.views import delivery_tables
from rukun.programmes.views import scheme_tables as tables
from rukun.programmes.views import waiting_tables as parts
from rukun.programmes.views.answering import answer
from rukun.territory import queries as territory

P = Permission


@needs(P.PROGRAMME_NAMES, area=households.path_of)
@never_cache
def household(request: HttpRequest, household_id: int) -> HttpResponse:
    """What it has and waits for, and what it could ask for with why or why not."""
    on, home = today(), households.cards([household_id])[household_id]
    held = queries.of_household(household_id)
    going, over = ([each for each in held if (each.until is None) is is_going] for is_going in (True, False))
    names = queries.names(held)
    page = {
        "place": territory.place(home["rt_id"], on=on), "home": home,
        "going": tables.people(_("Diterima dan ditunggu"), going, names, _("Belum menerima atau menunggu apa pun.")),
        "over": tables.people(_("Yang sudah lewat"), over, names, "") if over else None,
        "doubles": parts.doubles(doubles.of_household(household_id)),
        "may_propose": may(request.held, P.PROGRAMME_PROPOSE, home["path"]),
    }  # fmt: skip
    found = chances.of_household(household_id, home["path"], going=going, on=on)
    page["chances"], page["excluded"] = parts.chances(found)
    return render(request, "programmes/household.html", page)


@needs(P.PROGRAMME_PROPOSE, area=households.path_of)
@never_cache
def propose(request: HttpRequest, household_id: int) -> HttpResponse:
    """Names somebody of a household for a programme (`?program=`, `?warga=`)."""
    on, home = today(), households.cards([household_id])[household_id]
    found = {each.pk: each for each in schemes.asked_by_people(home["path"], on=on)}
    known = {"scheme": request.GET.get("program"), "head": request.GET.get("warga")}
    form = ProposeForm(
        request.POST or None, initial=known, schemes=[(pk, each.name) for pk, each in found.items()],
        people=[(each.pk, parts.person(each, on)) for each in chances.living(household_id)],
    )  # fmt: skip

    def act(scheme: int, head: int, words: str) -> Waiting:
        return actions.propose(
            scheme=found[scheme], household_id=household_id, head_id=head, words=words, on=on, by=request.user
        )

    context = {
        "place": territory.place(home["rt_id"], on=on), "title": _("Ajukan untuk program"), "button": _("Ajukan"),
        "quote": home["head"], "nothing": "" if found else _("Belum ada program yang menjangkau rumah ini."),
    }  # fmt: skip
    return answer(
        request, form, act, done=_("Pengajuan tersimpan dan masuk daftar tunggu."), context=context, onward=_page,
        back=reverse("programmes:household", args=[household_id]),
    )  # fmt: skip


@needs(P.PROGRAMME_NAMES, area=queries.path_of)
@never_cache
def show(request: HttpRequest, waiting_id: int) -> HttpResponse:
    """The verdict with its reasons, doubles with both sides, every decision with the facts of its day."""
    held, on = _found(waiting_id), today()
    terms = schemes.in_force(held.scheme, on=on)
    names = queries.names([held])
    is_open, clashes = held.state == State.WAITING, doubles.of(held)
    page = {
        "waiting": held, "place": parts.place_of(held.path, on), "state": tables.state(held), "is_open": is_open,
        "name": names.get(held.head_id) or tables.GONE, "terms": terms,
        "may_decide": is_open and may(request.held, P.PROGRAMME_DECIDE, held.scheme.path),
        "may_settle": may(request.held, P.PROGRAMME_DECIDE, held.scheme.path),
        "may_withdraw": is_open and may(request.held, P.PROGRAMME_PROPOSE, held.path),
        "doubles": parts.doubles(clashes),
        "story": delivery_tables.story(request, held, on),
        "rulings": [parts.ruling(each) for each in held.rulings.select_related("terms")],
    }  # fmt: skip
    page["blocking"] = next((each for each in clashes if doubles.blocks(each, held)), None)
    page |= parts.standing(held, terms, on) if is_open and terms else {}
    return render(request, "programmes/waiting.html", page)


@needs(P.PROGRAMME_PROPOSE, area=queries.path_of)
@never_cache
def withdraw(request: HttpRequest, waiting_id: int) -> HttpResponse:
    held = _found(waiting_id)

    def act(words: str) -> None:
        actions.withdraw(waiting=held, words=words, on=today(), by=request.user)

    context = _asking(held, _("Mundurkan pengajuan"), _("Mundurkan"))
    form = ReasonForm(request.POST or None)
    return answer(request, form, act, done=_("Pengajuan dimundurkan."), back=_page(held), context=context)


@needs(P.PROGRAMME_DECIDE, area=queries.path_of)
@never_cache
def enrol(request: HttpRequest, waiting_id: int) -> HttpResponse:
    """Taking somebody in is a decision of a person: what stands against it is said first."""
    held = _decided_by(request, waiting_id)
    terms = schemes.in_force(held.scheme, on=today())
    told = parts.against(held, terms, today()) if terms and held.state == State.WAITING else []
    form = EnrolForm(request.POST or None, is_needed=bool(told))

    def act(words: str) -> None:
        rulings.enrol(waiting=held, words=words, on=today(), by=request.user)

    context = _asking(held, _("Terima"), _("Terima penerima ini")) | {"told": told, "terms": terms}
    context |= {"gives": tables.gives(terms)} if terms else {}
    return answer(
        request, form, act, done=_("Diterima. Tahap pemberiannya sudah tertulis."), back=_page(held), context=context,
        template="programmes/enrol.html",
    )  # fmt: skip


@needs(P.PROGRAMME_DECIDE, area=queries.path_of)
@never_cache
def refuse(request: HttpRequest, waiting_id: int) -> HttpResponse:
    held = _decided_by(request, waiting_id)

    def act(words: str) -> None:
        rulings.refuse(waiting=held, words=words, on=today(), by=request.user)

    context = _asking(held, _("Tolak pengajuan"), _("Tolak"))
    context["intro"] = _("Pemohon berhak membaca alasannya.")
    form, done = ReasonForm(request.POST or None), _("Pengajuan ditolak dengan alasannya.")
    return answer(request, form, act, done=done, back=_page(held), context=context)


def _decided_by(request: HttpRequest, waiting_id: int) -> Waiting:
    """The one that waits, for who may decide in the whole programme: nobody else sees the whole list."""
    held = _found(waiting_id)
    if not may(request.held, P.PROGRAMME_DECIDE, held.scheme.path):
        raise PermissionDenied
    return held


def _asking(held: Waiting, title: str, button: str) -> dict[str, Any]:
    name = queries.names([held]).get(held.head_id) or tables.GONE
    quote = _("%(name)s · %(scheme)s") % {"name": name, "scheme": held.scheme.name}
    nothing = (
        "" if held.state == State.WAITING else _("Sudah diputuskan: %(state)s.") % {"state": State(held.state).label}
    )
    place = parts.place_of(held.path, today())
    return {"place": place, "title": title, "button": button, "quote": quote, "nothing": nothing}


def _found(waiting_id: int) -> Waiting:
    return get_object_or_404(queries.visible(), pk=waiting_id)


def _page(held: Waiting) -> str:
    return reverse("programmes:waiting", args=[held.pk])
