"""A visit in words: person by person before it, and person by person after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rukun.kit.dates import months_between
from rukun.services.health.facts.due import Due
from rukun.services.health.forms.calls import Part, Visit
from rukun.services.health.models import Measurement
from rukun.services.health.queries.calls import Met
from rukun.services.health.words.dues import reasons
from rukun.ui.addresses import first_url
from rukun.ui.words import written

GAINS = {
    "N": gettext_lazy("Berat naik"),
    "T": gettext_lazy("Berat tidak naik"),
    "O": gettext_lazy("Bulan lalu tidak ditimbang"),
    "B": gettext_lazy("Penimbangan pertama"),
}
YEARS_TOLD = 5
FOLDED = ("lying", "head", "arm", "oedema", "fed")
"""Answers of a child's part that fold away until one of them is asked for."""


def people(screen: Visit, persons: Sequence[Any], dues: Mapping[int, Sequence[Due]], on: date) -> list[dict[str, Any]]:
    """Members with a part on the screen, those with something due first."""
    held: dict[int, list[Part]] = {}
    for part in screen.parts:
        held.setdefault(part.person.pk, []).append(part)
    told = [_member(each, held[each.pk], dues.get(each.pk, ()), on) for each in persons if each.pk in held]
    return sorted(told, key=lambda each: not each["is_open"])


def age(born: date | None, on: date) -> str:
    """ "8 bulan", "3 tahun 2 bulan", "71 tahun"."""
    if born is None:
        return _("umur belum diketahui")
    months = months_between(born, on)
    if months < 0:
        return _("tanggal lahir belum tiba")
    years, rest = divmod(months, 12)
    parts = [_("%(n)s tahun") % {"n": years}] if years else []
    if rest and years < YEARS_TOLD or not years:
        parts.append(_("%(n)s bulan") % {"n": rest})
    return " ".join(parts)


def met(held: Met) -> dict[str, Any]:
    """One member after the visit: what was seen, in words a cadre may say."""
    measured = held.measurement
    lines = [
        *([_sizes(measured)] if measured else []),
        *(_dose(each) for each in held.doses),
        *([_looked(held.mother, _("Periksa hamil"))] if held.mother else []),
        *([_looked(held.elder, _("Periksa lansia"))] if held.elder else []),
    ]
    return {
        "name": held.person.name,
        "gain": GAINS.get(measured.gain, "") if measured else "",
        "is_up": bool(measured) and measured.gain == "N",
        "lines": lines,
        "asked": bool(held.asked),
        "url": first_url("health:child", person_id=held.person.pk) if measured else "",
    }


def _member(person: Any, parts: Sequence[Part], dues: Sequence[Due], on: date) -> dict[str, Any]:
    wrong = any(part.form.errors for part in parts)
    return {
        "person": person,
        "age": age(person.birth_date, on),
        "why": reasons(dues),
        "is_open": bool(dues) or wrong,
        "card_url": reverse("health:doses", args=[person.pk]) if parts[0].key[0] == "child" else "",
        "parts": [_part(each) for each in parts],
    }


def _part(part: Part) -> dict[str, Any]:
    """The answers always asked, and those that fold away; a fold with a letter or an answer in it stands open."""
    kind = part.key[0]
    visible = list(part.form.visible_fields())
    folded = [each for each in visible if kind == "child" and each.name in FOLDED]
    return {
        "kind": kind,
        "title": _part_title(part),
        "is_given": kind == "dose" and bool(part.form.errors or part.form["given"].value()),
        "form": part.form,
        "shown": [each for each in visible if each not in folded],
        "folded": folded,
        "is_unfolded": any(each.errors or each.value() for each in folded),
    }


def _part_title(part: Part) -> str:
    kind = part.key[0]
    if kind == "dose":
        return _("Imunisasi dan vitamin: %(n)s sudah waktunya") % {"n": len(part.form.fields["given"].choices)}
    return {"mother": _("Periksa hamil"), "elder": _("Periksa lansia")}.get(kind, "")


def _sizes(measured: Measurement) -> str:
    told = [
        (measured.weight_g, 1000, _("%(size)s kg")),
        (measured.lenhei_mm, 10, _("%(size)s cm")),
        (measured.head_mm, 10, _("kepala %(size)s cm")),
        (measured.arm_mm, 10, _("lengan %(size)s cm")),
    ]
    return " · ".join(words % {"size": _size(size, per)} for size, per, words in told if size)


def _dose(dose: Any) -> str:
    if dose.number == 1:
        return str(dose.get_given_display())
    return _("%(given)s dosis %(number)s") % {"given": dose.get_given_display(), "number": dose.number}


def _looked(check: Any, title: str) -> str:
    """ "Periksa hamil: tekanan 120/80 · 54,5 kg · lengan 23 cm"."""
    pressure = _("tekanan %(upper)s/%(lower)s") % {"upper": check.systolic, "lower": check.diastolic}
    told = [
        *([pressure] if check.systolic and check.diastolic else []),
        *([_("%(size)s kg") % {"size": _size(check.weight_g, 1000)}] if check.weight_g else []),
        *([_("lengan %(size)s cm") % {"size": _size(arm, 10)}] if (arm := getattr(check, "arm_mm", None)) else []),
    ]
    return f"{title}: {' · '.join(told)}" if told else title


def _size(size: int, per: int) -> str:
    return written(Decimal(size) / per)
