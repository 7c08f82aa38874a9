"""Questions of care and help for the first page: who waits for a health worker, and what waits for a decision."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.accounts.permissions import MAY, Held, Permission
from rukun.accounts.types import Role
from rukun.programmes.queries import doubles
from rukun.services.health.queries import referrals
from rukun.site.nexts import Next

Roles = tuple[Held, ...]


def referrals_wait(held: Roles, on: date) -> Next | None:
    """Somebody was seen by a monitor and waits for the health worker."""
    seat = _seat(held, Permission.HEALTH_DECIDE)
    waiting = referrals.waiting(seat.path) if seat else 0
    if not waiting:
        return None
    said = ngettext("%(n)d rujukan menunggu dilihat", "%(n)d rujukan menunggu dilihat", waiting)
    why = _("Kader sudah melihatnya dan meminta Anda.")
    return Next(said % {"n": waiting}, why, _("Buka rujukan"), reverse("health:referrals", args=[seat.area_id]))


def doubles_wait(held: Roles, on: date) -> Next | None:
    """The same help twice holds up a decision until a person has settled it."""
    seat = _seat(held, Permission.PROGRAMME_DECIDE)
    found = doubles.count_unsettled(seat.path) if seat else 0
    if not found:
        return None
    said = ngettext("%(n)d bantuan ganda belum diputuskan", "%(n)d bantuan ganda belum diputuskan", found)
    why = _("Yang menunggu baru dapat diterima sesudahnya.")
    return Next(said % {"n": found}, why, _("Lihat bantuan ganda"), reverse("programmes:doubles", args=[seat.area_id]))


def visits(held: Roles, on: date) -> Next | None:
    """When nothing else waits, a monitor visits."""
    if not any(each.role == Role.KADER for each in held):
        return None
    return Next(_("Kunjungan hari ini"), _("Siapa perlu dikunjungi, dan mengapa."), _("Mulai"), reverse("health:today"))


def _seat(held: Roles, permission: Permission) -> Held | None:
    return next((each for each in held if permission in MAY[each.role]), None)
