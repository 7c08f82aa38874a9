"""What is known beside the tree: from the register, the interviews and the maps, with its age and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.mapping.queries import facts as mapping
from rukun.needs.types import Fact
from rukun.people.queries import tallies
from rukun.poverty import public
from rukun.poverty.queries import figures
from rukun.poverty.types import Figures
from rukun.poverty.words import need_words
from rukun.territory.types import Place
from rukun.ui.words import ribuan

FEW = 10


def of_rt(place: Place, *, on: date, is_exact: bool) -> list[Fact]:
    """Facts of an RT. Whoever may not see its people reads only what the house shows of small counts."""
    return [*_needs(place, on, is_exact), *_people(place, is_exact), *_mapped(place, on)]


def _mapped(place: Place, on: date) -> list[Fact]:
    return [Fact(each.words, each.on, each.url) for each in mapping.of_rt(place.path, on=on)]


def _needs(place: Place, on: date, is_exact: bool) -> list[Fact]:
    own, shown = _shown(place, on, is_exact)
    kept = {code: count for code, count in shown.items() if isinstance(count, int) and count}
    order = sorted(kept, key=lambda code: (-kept[code], code))
    return [Fact(_need_sentence(code, kept[code], own), own.oldest, _url(place, code, is_exact)) for code in order]


def _shown(place: Place, on: date, is_exact: bool) -> tuple[Figures, Mapping[str, object]]:
    """The figures of the RT, and what may be told of its needs."""
    if is_exact:
        own = figures.of_path(place.path)
        return own, own.needs
    sheet = figures.sheet(place, on=on)
    return sheet.own, public.own(sheet, on=on).needs


def _need_sentence(code: str, count: int, own: Figures) -> str:
    values = {"n": ribuan(count), "all": ribuan(own.judged), "need": need_words(code)}
    return _("%(n)s dari %(all)s rumah tangga: %(need)s.") % values


def _url(place: Place, code: str, is_exact: bool) -> str:
    return (
        reverse("poverty:list", args=[place.id]) + f"?kebutuhan={code}"
        if is_exact
        else reverse("area", args=[place.id])
    )


def _people(place: Place, is_exact: bool) -> list[Fact]:
    held = tallies.under(place.path).first()
    if held is None:
        return []
    told = [
        (_("%(n)s balita tinggal di sini.") % {"n": ribuan(held.under_five)}, held.under_five),
        (_("%(n)s lansia tinggal di sini.") % {"n": ribuan(held.elderly)}, held.elderly),
        (_("%(n)s anak usia sekolah tinggal di sini.") % {"n": ribuan(held.school_age)}, held.school_age),
    ]
    url = reverse("area", args=[place.id])
    return [Fact(words, held.counted_on, url) for words, count in told if count and (is_exact or count >= FEW)]
