"""One household after another, as a village has them: young couples, big families, widows, elders alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from rukun.site.invented import homes, words

YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Member:
    """`nik` is "" for those who have none yet."""

    nik: str
    name: str
    sex: str
    birth_date: date
    birth_place: str
    relation: str
    religion: str
    marital: str
    education: str
    occupation: str
    disability: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """A household on one card. `answers` are what it would say to the RT census; empty when nobody asked yet."""

    card: str
    address: str
    members: tuple[Member, ...]
    answers: dict[str, Any] = field(default_factory=dict)


class Inventor:
    """Makes families from a seed. `prefix` is four digits, the province and kabupaten of invented numbers; a second
    inventor of the same place begins its serials elsewhere (`first`)."""

    def __init__(self, *, seed: int, prefix: str, on: date, first: int = 0) -> None:
        self.rng = Random(seed)  # noqa: S311 - invented people need a repeatable seed, not secrecy
        self.prefix, self.on = f"{prefix}99", on
        self.serials: Counter[str] = Counter()
        self.first = first

    def families(self, count: int) -> Iterator[Family]:
        for number in range(1, count + 1):
            yield self.family(number)

    def family(self, number: int) -> Family:
        """One family of one to nine people; wealth is drawn once and shapes work, school and home."""
        rng, wealth = self.rng, self.rng.betavariate(2.2, 2.4)
        name, religion = rng.choice(words.FAMILY), _weighted(rng, words.RELIGIONS)
        members = tuple(self._people(name, religion, wealth))
        answers = homes.answers(rng, wealth, members, self.on) if rng.random() < 0.93 else {}
        street = words.STREETS[number % len(words.STREETS)]
        return Family(self._card(), f"{street} No. {number}", members, answers)

    def _people(self, family: str, religion: str, wealth: float) -> Iterator[Member]:
        rng = self.rng
        head_age = min(88, max(21, int(rng.gauss(46, 14))))
        is_woman = rng.random() < (0.35 if head_age > 64 else 0.11)
        has_spouse = not is_woman and rng.random() < 0.88
        marital = (
            "Kawin"
            if has_spouse
            else "Cerai mati"
            if head_age > 55
            else "Belum kawin"
            if head_age < 30
            else "Cerai hidup"
        )
        make = lambda age, sex, relation, state: self._member(age, sex, relation, state, family, religion, wealth)  # noqa: E731
        yield make(head_age, "female" if is_woman else "male", "head", marital)
        if has_spouse:
            yield make(max(18, head_age - rng.randint(0, 7)), "female", "wife", "Kawin")
        for age in _child_ages(rng, head_age, wealth):
            yield make(age, rng.choice(("male", "female")), "child", "Belum kawin")
        if head_age < 55 and rng.random() < 0.09:
            yield make(min(92, head_age + rng.randint(20, 30)), "female", "parent", "Cerai mati")

    def _member(
        self, age: int, sex: str, relation: str, marital: str, family: str, religion: str, wealth: float
    ) -> Member:
        rng = self.rng
        born = self.on - timedelta(days=int(age * YEAR + rng.random() * 364))
        given = rng.choice(words.MALE if sex == "male" else words.FEMALE)
        second = rng.choice(words.MALE if sex == "male" else words.FEMALE) if rng.random() < 0.5 else ""
        has_nik = age > 2 or rng.random() < 0.55
        return Member(
            nik=self._nik(born, sex) if has_nik else "",
            name=" ".join(filter(None, (given, second, family))),
            sex=sex,
            birth_date=born,
            birth_place=rng.choice(words.PLACES),
            relation=relation,
            religion=religion,
            marital=marital,
            education=homes.education(rng, age, wealth),
            occupation=homes.occupation(rng, age, sex, wealth),
            disability="Disabilitas fisik" if rng.random() < 0.012 + 0.03 * (age > 70) else "",
        )

    def _nik(self, born: date, sex: str) -> str:
        day = born.day + (40 if sex == "female" else 0)
        return self._numbered(f"{self.prefix}{day:02}{born:%m%y}")

    def _card(self) -> str:
        issued = self.on - timedelta(days=self.rng.randint(30, 4000))
        return self._numbered(f"{self.prefix}{issued:%d%m%y}")

    def _numbered(self, stem: str) -> str:
        self.serials[stem] += 1
        return f"{stem}{self.first + self.serials[stem]:04}"


def _child_ages(rng: Random, head_age: int, wealth: float) -> list[int]:
    if head_age > 75:
        return []
    wanted = min(6, max(0, int(rng.gauss(2.75 - 0.9 * wealth, 1.2))))
    oldest = max(0, head_age - 22)
    return sorted((rng.randint(0, min(oldest, 24)) for _ in range(wanted)), reverse=True) if oldest else []


def _weighted(rng: Random, table: tuple[tuple[str, int], ...]) -> str:
    return rng.choices([word for word, _ in table], [weight for _, weight in table])[0]
