"""Questions of the money for the first page: what an RT must do for its next rupiah, what waits at a desk."""

from __future__ import annotations

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rukun.accounts.permissions import MAY, Held
from rukun.accounts.types import Role
from rukun.facilitation.queries import programmes
from rukun.grants.queries import activities, dossiers, missing
from rukun.grants.queries.tranches import DESK
from rukun.site.nexts import Next

Roles = tuple[Held, ...]


def rt_money(held: Roles, on: date) -> Next | None:
    """The first thing on the list of the RT's money that only this officer can do, else that anybody of the RT can."""
    seat = next((each for each in held if each.role in missing.OFFICES), None)
    book = activities.book_of(seat.area_id, programmes.year_on(on)) if seat else None
    if book is None:
        return None
    office = missing.OFFICES[Role(seat.role)]
    mine = [each for each in missing.of_rt(book, on) if each.whose in {"rt", office} and each.url]
    item = missing.first(mine, office)
    if item is None:
        return None
    why = _("Dana RT tahun %(year)d.") % {"year": book.year}
    return Next(item.words, f"{item.about}. {why}" if item.about else why, _("Kerjakan"), item.url)


def desk_waits(held: Roles, on: date) -> Next | None:
    """Bundles of papers, or money to be written down as paid, wait at this desk."""
    seat = next(((each, level) for each in held for level, may in DESK.items() if may in MAY[each.role]), None)
    if seat is None:
        return None
    at, level = seat
    waiting = dossiers.queue(at.path, level).count()
    url = reverse("grants:desk", args=[at.area_id])
    if waiting:
        said = ngettext("%(n)d berkas menunggu diperiksa", "%(n)d berkas menunggu diperiksa", waiting)
        return Next(said % {"n": waiting}, _("Uang RT berjalan setelah Anda menjawab."), _("Periksa berkas"), url)
    came = len(dossiers.to_release(at.path, level, on))
    if not came:
        return None
    said = ngettext("%(n)d tahap menunggu dicatat cair", "%(n)d tahap menunggu dicatat cair", came)
    return Next(said % {"n": came}, _("Semua meja sudah setuju."), _("Buka meja periksa"), url)


def desk_pages(held: Roles) -> list[str]:
    """Where each desk of these roles looks at bundles."""
    seats = [each for each in held if any(may in MAY[each.role] for may in DESK.values())]
    return [reverse("grants:desk", args=[each.area_id]) for each in seats]
