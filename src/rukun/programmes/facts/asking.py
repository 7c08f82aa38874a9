"""The facts a programme may ask for, each with its words, its kind and its answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from rukun.kit.answers import is_answered
from rukun.kit.conditions import AllOf, Among, AnyOf, AtLeast, AtMost, Condition, leaves
from rukun.kit.problems import Problem
from rukun.parameters import instruments
from rukun.people.types import Sex
from rukun.poverty.types import Label
from rukun.ui.words import measured

NUMBER, CHOICE, YES_NO = "number", "choice", "yes_no"
KINDS = {"integer": NUMBER, "decimal": NUMBER, "choice": CHOICE, "yes_no": YES_NO}
Words = str | Promise


@dataclass(frozen=True, slots=True)
class Asking:
    """One fact: how it is called, and which answers it may have."""

    code: str
    kind: str
    label: Words
    en: Words
    choices: tuple[tuple[Any, Words, Words], ...] = ()
    unit: str = ""

    @property
    def words(self) -> str:
        return str(self.en if is_english() else self.label)

    def answers(self) -> list[tuple[Any, str]]:
        """Each answer with its word."""
        if self.kind == YES_NO:
            return [(True, _("Ya")), (False, _("Tidak"))]
        return [(value, str(en if is_english() else here)) for value, here, en in self.choices]

    def spoken(self, value: Any) -> str:
        if not is_answered(value):
            return _("belum diketahui")
        if isinstance(value, bool):
            return _("Ya") if value else _("Tidak")
        if isinstance(value, str):
            return dict(self.answers()).get(value, value)
        return measured(float(value) if isinstance(value, Decimal) else value, self.unit)


def _of_register() -> tuple[Asking, ...]:
    def same(code: str, kind: str, label: Promise, unit: str = "", choices: Any = ()) -> Asking:
        return Asking(code, kind, label, label, tuple((value, word, word) for value, word in choices), unit)

    return (
        same("poverty", CHOICE, gettext_lazy("Putusan 14 kriteria"), choices=_labels()),
        same("age", NUMBER, gettext_lazy("Umur penerima"), "tahun"),
        same("sex", CHOICE, gettext_lazy("Jenis kelamin penerima"), choices=Sex.choices),
        same("members", NUMBER, gettext_lazy("Jumlah orang serumah"), "orang"),
        same("youngest_age", NUMBER, gettext_lazy("Umur anggota termuda"), "tahun"),
        same("oldest_age", NUMBER, gettext_lazy("Umur anggota tertua"), "tahun"),
        same("floor_area_per_person", NUMBER, gettext_lazy("Luas lantai per orang"), "m2"),
    )


def _labels() -> list[tuple[str, Words]]:
    return [(each.value, each.label) for each in (Label.POOR, Label.NOT_POOR)]


@cache
def catalogue() -> Mapping[str, Asking]:
    """Code → fact: what the register tells first, then the questions of the shipped instruments."""
    every = [instruments.load(key) for key in instruments.all_keys()]
    asked = [_of_question(each) for held in every for each in held.questions if each.type in KINDS]
    return {each.code: each for each in (*asked, *_of_register())}


def in_order() -> list[Asking]:
    """As a form lists them: the register first, then by their words."""
    first = [each.code for each in _of_register()]
    rest = sorted((each for each in catalogue().values() if each.code not in first), key=lambda each: each.words)
    return [*(catalogue()[code] for code in first), *rest]


def check(condition: Condition, code: str) -> None:
    """Refuses what nobody asks, and answers nobody can give. Problems programmes.fact_unknown, programmes.fact_kind,
    programmes.fact_answer."""
    for leaf in leaves(condition):
        asked = catalogue().get(leaf.fact)
        if asked is None:
            raise Problem("programmes.fact_unknown", fact=leaf.fact, criterion=code)
        if isinstance(leaf, Among) is (asked.kind == NUMBER):
            raise Problem("programmes.fact_kind", fact=asked.words, criterion=code)
        if isinstance(leaf, Among):
            _check_answers(leaf, asked, code)


def _check_answers(leaf: Among, asked: Asking, code: str) -> None:
    known = {value for value, _word in asked.answers()}
    strange = sorted(str(each) for each in leaf.values if each not in known)
    if strange:
        raise Problem("programmes.fact_answer", answer=strange[0], fact=asked.words, criterion=code)


def spoken(condition: Condition) -> str:
    """A condition in a sentence: "Umur penerima: 65 tahun atau lebih"."""
    if isinstance(condition, AllOf | AnyOf):
        joint = _(" dan ") if isinstance(condition, AllOf) else _(" atau ")
        return joint.join(spoken(part) for part in condition.parts)
    asked = catalogue().get(condition.fact) or Asking(condition.fact, NUMBER, condition.fact, condition.fact)
    if isinstance(condition, Among):
        told = [asked.spoken(value) for value, _word in asked.answers() if value in condition.values]
        return f"{asked.words}: {', '.join(told)}"
    limit = {"fact": asked.words, "limit": asked.spoken(condition.limit)}
    if isinstance(condition, AtLeast):
        return _("%(fact)s: %(limit)s atau lebih") % limit
    if isinstance(condition, AtMost):
        return _("%(fact)s: %(limit)s atau kurang") % limit
    return _("%(fact)s: kurang dari %(limit)s") % limit


def answer(fact: str, value: Any) -> str:
    """An answer alone: "70 tahun"."""
    asked = catalogue().get(fact)
    return asked.spoken(value) if asked else str(value)


def told(fact: str, value: Any) -> str:
    """A fact and its answer: "Umur penerima: 70 tahun"."""
    asked = catalogue().get(fact)
    return f"{asked.words}: {asked.spoken(value)}" if asked else f"{fact}: {value}"


def _of_question(each: instruments.Question) -> Asking:
    choices = tuple((choice.value, choice.label.id, choice.label.en) for choice in each.choices)
    return Asking(each.fact, KINDS[each.type], each.text.id, each.text.en, choices, each.unit)


def is_english() -> bool:
    return (get_language() or "id").startswith("en")
