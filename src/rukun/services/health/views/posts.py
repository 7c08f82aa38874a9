"""Posyandu of an area, the months of one (SKDN), and its day: who is still waited for."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from rukun.accounts.permissions import Permission, covers, may, needs, today
from rukun.kit.dates import months_between
from rukun.services.health.actions import posts as actions
from rukun.services.health.forms import posts as forms
from rukun.services.health.models import Post
from rukun.services.health.queries import posts
from rukun.services.health.views import skdn
from rukun.services.health.views.answering import answer, the_place
from rukun.territory import queries as territory
from rukun.ui.states import shown
from rukun.ui.tables import Column, Empty, Row, Table
from rukun.ui.words import hari_pendek, tanggal

P = Permission
MONTHS = 12


@needs(P.SERVICES_SEE, area=territory.path_of)
def index(request: HttpRequest, area_id: int) -> HttpResponse:
    place = the_place(area_id)
    may_record = may(request.held, P.HEALTH_RECORD, place.path)
    new_url = reverse("health:post_new", args=[place.id]) if may_record else ""
    rows = [
        Row([each.name, tanggal(each.since)], reverse("health:post", args=[each.pk]) * covers(request.held, each.path))
        for each in posts.of_area(place.path, today())
    ]
    empty = Empty(_("Belum ada posyandu di sini."), _("Catat posyandu"), new_url, icon="people")
    table = Table(_("Posyandu"), [Column(_("Nama")), Column(_("Sejak"))], rows, empty=empty, caption_hidden=True)
    return render(request, "health/posts_list.html", {"place": place, "table": table, "new_url": new_url})


@needs(P.HEALTH_RECORD, area=territory.path_of)
def new(request: HttpRequest, area_id: int) -> HttpResponse:
    place, on = the_place(area_id), today()

    def act(name: str, since: Any) -> Any:
        return actions.open_post(place=place, name=name, since=since, on=on, by=request.user)

    context = {
        "place": place, "title": _("Catat posyandu"), "button": _("Simpan"),
        "intro": _("Posyandu ini melayani semua orang di %(place)s.") % {"place": place.label},
    }  # fmt: skip
    form = forms.PostForm(request.POST or None, initial={"since": on})
    back = reverse("health:posts", args=[place.id])
    return answer(request, form, act, done=_("Posyandu tercatat."), back=back, context=context)


@needs(P.SERVICES_SEE, area=posts.path_of)
def show(request: HttpRequest, post_id: int) -> HttpResponse:
    post, on = get_object_or_404(Post, pk=post_id), today()
    is_exact = may(request.held, P.HEALTH_SEE, post.path)
    held = posts.months(post.path, on, count=MONTHS)
    decides = may(request.held, P.HEALTH_DECIDE, post.path) and post.until is None
    page = {
        "post": post, "place": the_place(post.area_id), "is_exact": is_exact,
        "figures": skdn.figures(held[-1], is_exact=is_exact), "table": skdn.table(held, is_exact=is_exact),
        "picture": skdn.picture(held) if is_exact else None, "month": held[-1],
        "day_url": _day_url(post) if may(request.held, P.HEALTH_RECORD, post.path) and post.until is None else "",
        "close_url": reverse("health:post_close", args=[post.pk]) if decides else "",
    }  # fmt: skip
    return render(request, "health/posts_one.html", page)


@needs(P.HEALTH_RECORD, area=posts.path_of)
@never_cache
def day(request: HttpRequest, post_id: int) -> HttpResponse:
    post, on = get_object_or_404(Post, pk=post_id), today()
    held = posts.guests(post.path, on)
    page = {
        "post": post, "place": the_place(post.area_id), "on": on, "table": _guests(held, post, on),
        "done": sum(each.weighed_on is not None for each in held), "all": len(held),
    }  # fmt: skip
    return render(request, "health/posts_day.html", page)


@needs(P.HEALTH_DECIDE, area=posts.path_of)
def close(request: HttpRequest, post_id: int) -> HttpResponse:
    post, on = get_object_or_404(Post, pk=post_id), today()

    def act() -> None:
        actions.close(post=post, on=on, by=request.user)

    context = {
        "place": the_place(post.area_id), "title": _("Tutup posyandu"), "quote": post.name, "button": _("Tutup"),
        "intro": _("Ukuran yang sudah dicatat tetap tersimpan."),
    }  # fmt: skip
    back = reverse("health:posts", args=[post.area_id])
    return answer(
        request, forms.Nothing(request.POST or None), act, done=_("Posyandu ditutup."), back=back, context=context
    )


def _day_url(post: Post) -> str:
    return reverse("health:post_day", args=[post.pk])


def _guests(held: list[Any], post: Post, on: Any) -> Table:
    columns = [Column(_("Nama")), Column(_("Umur (bulan)"), is_number=True), Column(_("Bulan ini"), is_state=True)]
    rows = [
        Row(
            [each.person.name, months_between(each.person.birth_date, on), _state(each)],
            f"{reverse('health:measure', args=[each.person.pk])}?pos={post.pk}",
        )
        for each in held
    ]
    empty = Empty(_("Belum ada anak balita tercatat di sini."), icon="people")
    return Table(_("Anak balita"), columns, rows, empty=empty, caption_hidden=True)


def _state(each: Any) -> Any:
    return shown("selesai", hari_pendek(each.weighed_on)) if each.weighed_on else shown("belum")
