"""The one next thing: a row of questions asked in order, the most urgent first. The first that has an answer is shown.

Each question takes the roles held and the day, and answers with what to do, why, and the page where it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.accounts import queries as accounts
from rukun.accounts.permissions import MAY, Held, Permission, paths_with
from rukun.accounts.types import Role
from rukun.people.queries import batches, coverage
from rukun.site import caring, planning, spending
from rukun.site.navigation import area_url, first_url
from rukun.site.nexts import Next
from rukun.territory import queries as territory

Roles = tuple[Held, ...]


def next_thing(held: Roles, *, on: date, is_demo: bool) -> Next | None:
    """The first of the questions below that has an answer for these roles."""
    questions = [question for question in QUESTIONS if not (is_demo and question is second_factors)]
    return next((found for question in questions if (found := question(held, on))), None)


def rt_register(held: Roles, on: date) -> Next | None:
    """An administrator of a kabupaten without RT brings their register first."""
    editing = first_with(held, Permission.TERRITORY_EDIT)
    if editing is None or territory.rts_under(editing.path, on=on).exists():
        return None
    return Next(
        _("Masukkan daftar RT"),
        _("Semua data warga berdiri di atas daftar RT yang resmi."),
        _("Ke wilayah"),
        first_url("territory:register", area_id=editing.area_id),
    )


def second_factors(held: Roles, on: date) -> Next | None:
    """Who gives roles sees to it that the wide ones are well kept."""
    if not any(each.role == Role.ADMINISTRATOR for each in held):
        return None
    lacking = accounts.without_second_factor(paths_with(held, Permission.APPOINT), on=on)
    if not lacking:
        return None
    return Next(
        ngettext(
            "%(n)d pengguna belum memasang kode kedua", "%(n)d pengguna belum memasang kode kedua", lacking
        ) % {"n": lacking},
        _("Mereka dimintai saat masuk berikutnya. Ingatkan agar segera masuk."),
        _("Lihat pengguna"),
        reverse("accounts:users"),
    )  # fmt: skip


def heads(held: Roles, on: date) -> Next | None:
    """An RT without a head has nobody who counts its families."""
    paths = paths_with(held, Permission.APPOINT)
    without = sum(accounts.rts_without_head(path, on=on) for path in paths)
    if not without:
        return None
    return Next(
        ngettext("%(n)d RT belum punya ketua di Rukun", "%(n)d RT belum punya ketua di Rukun", without)
        % {"n": without},
        _("Ketua RT paling tahu keadaan tetangganya."),
        _("Tunjuk ketua RT"),
        reverse("accounts:choose_place"),
    )


def waiting_batches(held: Roles, on: date) -> Next | None:
    """What was brought and checked waits for a yes or a no."""
    if first_with(held, Permission.PEOPLE_IMPORT) is None:
        return None
    waiting = batches.recent().filter(state="checked").count()
    if not waiting:
        return None
    return Next(
        ngettext("%(n)d kiriman menunggu keputusan", "%(n)d kiriman menunggu keputusan", waiting) % {"n": waiting},
        _("Sudah diperiksa, tetapi belum masuk ke buku warga."),
        _("Lihat kiriman"),
        first_url("people:batches"),
    )


def uncounted(held: Roles, on: date) -> Next | None:
    """Who interviews sees how many families nobody has asked yet."""
    asking = first_with(held, Permission.INTERVIEW)
    if asking is None:
        return None
    found = coverage.of(asking.path, on)
    lacking = found.missing + found.counted - found.asked
    if not lacking:
        return None
    return Next(
        ngettext("%(n)d rumah tangga belum diwawancarai", "%(n)d rumah tangga belum diwawancarai", lacking)
        % {"n": lacking},
        _("Yang belum ditanya belum dapat dinilai, dan bisa terlewat dari bantuan."),
        _("Lihat rumah tangganya"),
        area_url(asking.area_id),
    )


def first_with(held: Roles, permission: Permission) -> Held | None:
    """The first role that grants this."""
    return next((each for each in held if permission in MAY[each.role]), None)


QUESTIONS: Sequence[Callable[[Roles, date], Next | None]] = (
    rt_register,
    second_factors,
    planning.meeting_waits,
    planning.answers_owed,
    planning.own_move,
    caring.referrals_wait,
    caring.doubles_wait,
    spending.desk_waits,
    spending.rt_money,
    waiting_batches,
    heads,
    planning.step_due,
    uncounted,
    caring.visits,
)
