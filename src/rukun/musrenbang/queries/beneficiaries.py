"""Whom a proposal serves, counted from the book of residents where it can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.musrenbang.types import Basis
from rukun.people.queries import tallies
from rukun.poverty.queries import figures
from rukun.poverty.types import NEED_WORDS
from rukun.ui.words import ribuan, tanggal

ALL, POOR, NEED = "all", "poor", "need:"
PEOPLE = {
    "under_five": gettext_lazy("balita"),
    "school_age": gettext_lazy("anak usia sekolah"),
    "elderly": gettext_lazy("lansia"),
}


@dataclass(frozen=True, slots=True)
class Group:
    """A group the book of residents can count: households or people, and the words of where the number comes from."""

    code: str
    label: str
    households: int | None
    people: int | None
    words: str


def groups(path: str, *, on: date) -> list[Group]:
    """The groups of one RT that hold anybody, with their counts as the register has them today."""
    tally = tallies.under(path).filter(path=path).first()
    if tally is None or not tally.households:
        return []
    held = figures.of_path(path)
    found = [_homes(ALL, _("semua rumah tangga RT"), tally.households, on, tally.people)]
    found.append(_homes(POOR, _("rumah tangga pasti miskin"), held.poor, on))
    found += [_homes(NEED + code, _("rumah tangga %(need)s") % {"need": str(NEED_WORDS[code])}, count, on)
              for code, count in held.needs.items() if code in NEED_WORDS]  # fmt: skip
    found += [_people(code, str(label), getattr(tally, code), on) for code, label in PEOPLE.items()]
    return [each for each in found if each.households or each.people]


def group(path: str, code: str, *, on: date) -> Group | None:
    """One group counted now; None where nobody belongs to it."""
    return next((each for each in groups(path, on=on) if each.code == code), None)


def _homes(code: str, what: str, count: int, on: date, people: int | None = None) -> Group:
    said = _("%(n)s %(what)s") % {"n": ribuan(count), "what": what}
    return Group(code, said, count, people, _words(what, on))


def _people(code: str, what: str, count: int, on: date) -> Group:
    return Group(code, _("%(n)s %(what)s") % {"n": ribuan(count), "what": what}, None, count, _words(what, on))


def _words(what: str, on: date) -> str:
    return _("%(what)s, menurut buku warga %(day)s") % {"what": what, "day": tanggal(on)}


def chosen(proposal: Any, held: Sequence[Group]) -> str:
    """The code of the group a proposal was counted by, on whatever day; "" where it was stated or is not known."""
    if proposal.basis != Basis.REGISTRY:
        return ""
    what = proposal.basis_words.partition(",")[0]
    return next((each.code for each in held if each.words.partition(",")[0] == what), "")
