"""What the pages of a household and of one that waits show."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rukun.kit.reasons import Reason
from rukun.parameters import instruments
from rukun.people.queries.facts import years
from rukun.programmes.facts import asking
from rukun.programmes.models import Double, Ruling, Terms, Waiting
from rukun.programmes.queries import waiting as queries
from rukun.programmes.queries.chances import Chance
from rukun.programmes.queries.doubles import TOLD
from rukun.programmes.types import Settled
from rukun.programmes.views import scheme_tables as tables
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.words import ribuan, tanggal


def place_of(path: str, on: date) -> Place | None:
    """The RT a path ends in."""
    return territory.place(int(path.rstrip(".").rpartition(".")[2]), on=on)


def person(held: Any, on: date) -> str:
    age = years(held.birth_date, on)
    return f"{held.name}, {_('umur belum diketahui') if age is None else _('%(n)s tahun') % {'n': ribuan(age)}}"


def standing(held: Waiting, terms: Terms, on: date) -> dict[str, Any]:
    """The verdict of today with its reasons, and the place in the row."""
    found = queries.standing(held, terms, on=on)
    verdict = found.turn.verdict
    return {
        "verdict": tables.says(verdict.state, verdict.reasons),
        "reasons": tables.reasons(verdict.reasons, tables.texts(terms)),
        "missing": [_words(fact) for fact in verdict.missing], "figures": _figures(found), "found": found,
    }  # fmt: skip


def _figures(found: queries.Standing) -> list[dict[str, str]]:
    place = ribuan(found.turn.place) if found.turn.place else "–"
    told = [{"value": place, "meaning": _("urutan dari %(n)s yang menunggu") % {"n": ribuan(found.waiting)}}]
    if found.free is not None:
        told.append({"value": ribuan(found.free), "meaning": _("tempat tersisa")})
    return told


def against(held: Waiting, terms: Terms, on: date) -> list[str]:
    """What asks for words before somebody is taken in."""
    found = queries.standing(held, terms, on=on)
    told = []
    if found.is_against:
        told.append(_("Data belum menunjukkan bahwa syaratnya terpenuhi."))
    if found.is_out_of_turn:
        told.append(_("Masih ada yang menunggu di depannya."))
    return told


def _words(fact: str) -> str:
    held = asking.catalogue().get(fact)
    return held.words if held else fact


def ruling(each: Ruling) -> dict[str, Any]:
    """A decision with the facts of its day."""
    return {
        "ruling": each, "state": tables.look(tables.LOOKS[each.state], each.get_state_display()),
        "verdict": tables.says(each.verdict, each.reasons),
        "reasons": tables.frozen(each.reasons, tables.texts(each.terms)),
        "facts": [asking.told(fact, value) for fact, value in each.facts.items() if fact in asking.catalogue()],
    }  # fmt: skip


def chances(found: Sequence[Chance]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """What a household could ask for, and what the data speak against; a verdict never decides."""
    told = [_chance(each) for each in found]
    return [each for each in told if not each["failed"]], [each for each in told if each["failed"]]


def _chance(each: Chance) -> dict[str, Any]:
    verdict = each.verdict
    return {
        "scheme": each.scheme, "head": each.head, "failed": _failed(verdict.reasons),
        "verdict": tables.says(verdict.state, verdict.reasons),
        "missing": [_words(fact) for fact in verdict.missing],
    }  # fmt: skip


def _failed(reasons: Sequence[Reason]) -> list[str]:
    """The answers behind what does not hold."""
    return [asking.told(*had) for each in reasons if each.holds is False for had in each.had]


def doubles(found: Sequence[Double]) -> list[dict[str, Any]]:
    """Both sides of each, and how it ended."""
    names = queries.names([side for each in found for side in (each.waiting, each.other) if side])
    return [_double(each, names) for each in found]


def _double(each: Double, names: dict[int, str]) -> dict[str, Any]:
    other = _side(each.other, names) if each.other else {"scheme": elsewhere(each.elsewhere), "is_elsewhere": True}
    settled = Settled(each.settled).label if each.settled else ""
    return {
        "double": each, "sides": [_side(each.waiting, names), other], "settled": settled,
        "kinds": ", ".join(tables.kind_words(code) for code in each.kinds), "is_same": each.nearness == "same",
        "state": tables.look("selesai", settled) if settled else tables.look("menunggu", _("belum diputuskan")),
    }  # fmt: skip


def _side(held: Waiting, names: dict[int, str]) -> dict[str, Any]:
    return {
        "scheme": held.scheme.name, "name": names.get(held.head_id) or tables.GONE, "state": tables.state(held),
        "since": tanggal(held.enrolled_on or held.since), "office": held.scheme.office,
        "url": reverse("programmes:waiting", args=[held.pk]),
    }  # fmt: skip


def elsewhere(code: str) -> str:
    """Help told in the census, in the words of its answer."""
    for key in instruments.all_keys():
        for question in instruments.load(key).questions:
            for choice in question.choices if question.fact == TOLD else ():
                if choice.value == code:
                    return choice.label.en if asking.is_english() else choice.label.id
    return code
