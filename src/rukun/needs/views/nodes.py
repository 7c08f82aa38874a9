"""One cause or effect: what brings it about, what comes of it, its hope, its place in the tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rukun.accounts.permissions import Permission, needs, today
from rukun.needs.actions import trees as actions
from rukun.needs.forms import Hope, Move, Target, Words
from rukun.needs.models import Node
from rukun.needs.queries import trees
from rukun.needs.queries.trees import CAUSE, EFFECT
from rukun.needs.types import Grown
from rukun.needs.views import tables
from rukun.needs.views.answering import answer
from rukun.territory import queries as territory


def of_node(node_id: int) -> str:
    return trees.path_of_node(node_id)


@needs(Permission.PLAN_EDIT, area=of_node)
def node(request: HttpRequest, node_id: int) -> HttpResponse:
    """Everything one may do with a node, one tap away."""
    held, grown, page = _page(node_id)
    side = trees.side_of(grown, held.pk)
    page |= {"side": side, "is_root": held.pk in grown.shape.roots, "way": trees.way_to_core(grown, held.pk)}
    return render(request, "needs/node.html", page)


@needs(Permission.PLAN_EDIT, area=of_node)
def cause(request: HttpRequest, node_id: int) -> HttpResponse:
    """Mengapa? Stays on the page for one more cause."""
    question = _("Mengapa? Apa sebabnya?")
    return _grow(request, node_id, CAUSE, question, _("Sebab tersimpan. Ada sebab lain? Bila tidak, tekan Selesai."))


@needs(Permission.PLAN_EDIT, area=of_node)
def effect(request: HttpRequest, node_id: int) -> HttpResponse:
    question = _("Apa akibatnya?")
    return _grow(request, node_id, EFFECT, question, _("Akibat tersimpan. Ada akibat lain? Bila tidak, tekan Selesai."))


@needs(Permission.PLAN_EDIT, area=of_node)
def rename(request: HttpRequest, node_id: int) -> HttpResponse:
    held, _grown, page = _page(node_id)
    form = Words(request.POST or None, initial={"words": held.words})
    act = partial(actions.rename, node=held, by=request.user)
    return _answered(request, form, act, page, title=_("Ubah kata-kata"), done=_("Kata-kata tersimpan."))


@needs(Permission.PLAN_EDIT, area=of_node)
def hope(request: HttpRequest, node_id: int) -> HttpResponse:
    held, _grown, page = _page(node_id)
    form = Hope(request.POST or None, initial={"words": held.hope})
    act = partial(actions.hope, node=held, by=request.user)
    back = reverse("needs:hopes", args=[held.problem_id])
    return _answered(request, form, act, page, title=_("Apa harapannya?"), done=_("Harapan tersimpan."), back=back)


@needs(Permission.PLAN_EDIT, area=of_node)
def move(request: HttpRequest, node_id: int) -> HttpResponse:
    held, grown, page = _page(node_id)
    now = trees.side_of(grown, held.pk)
    form = Move(request.POST or None, nodes=_others(grown, held), initial={"side": now})
    return _answered(
        request, form,
        lambda target, side: actions.move(node=held, target_id=target, side=side, by=request.user),
        page, title=_("Pindahkan ke mana?"), done=_("Sudah dipindahkan."),
    )  # fmt: skip


@needs(Permission.PLAN_EDIT, area=of_node)
def join(request: HttpRequest, node_id: int) -> HttpResponse:
    held, grown, page = _page(node_id)
    form = Target(request.POST or None, nodes=_others(grown, held))
    return _answered(
        request, form, lambda target: actions.join(cause=held, effect_id=target, by=request.user),
        page, title=_("Juga menyebabkan apa?"), done=_("Sambungan tersimpan."),
    )  # fmt: skip


@require_POST
@needs(Permission.PLAN_EDIT, area=of_node)
def put_away(request: HttpRequest, node_id: int) -> HttpResponse:
    held = Node.objects.get(pk=node_id)
    actions.put_away(node=held, on=today(), by=request.user)
    messages.success(request, _("Sudah dihapus dari pohon. Yang bergantung padanya naik satu tingkat."))
    return redirect("needs:problem", problem_id=held.problem_id)


def _grow(request: HttpRequest, node_id: int, side: str, question: str, done: str) -> HttpResponse:
    held, grown, page = _page(node_id)
    beside = grown.tree.causes_of(held.pk) if side == CAUSE else grown.tree.effects_of(held.pk)
    form = Words(request.POST or None, label=question, hint=_("Satu hal dalam satu kalimat pendek."))
    return answer(
        request, form, lambda words: actions.grow(node=held, side=side, words=words, on=today(), by=request.user),
        done=done, back=reverse("needs:problem", args=[held.problem_id]), onward=lambda _made: request.path,
        context=page | {"title": question, "known": grown.tree.told(beside), "is_cause": side == CAUSE},
        template="needs/grow.html",
    )  # fmt: skip


def _answered(
    request: HttpRequest, form: Form, act: Callable[..., Any], page: dict[str, Any], *, title: str, done: str,
    back: str = "",
) -> HttpResponse:  # fmt: skip
    told = page | {"title": title, "button": _("Simpan"), "quote": page["node"].words}
    return answer(
        request, form, act, done=done, back=back or reverse("needs:problem", args=[page["problem_id"]]), context=told
    )


def _page(node_id: int) -> tuple[Node, Grown, dict[str, Any]]:
    held = Node.objects.select_related("problem").get(pk=node_id)
    grown = trees.tree(held.problem)
    place = territory.place(grown.rt_id, on=today())
    return held, grown, {"node": held, "grown": grown, "place": place, "problem_id": held.problem_id}


def _others(grown: Grown, held: Node) -> list[tuple[int, str]]:
    return tables.nodes(grown, without=held.pk)
