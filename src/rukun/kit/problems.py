"""How things go wrong in Rukun, said once: a stable code with its values, and the letter a person reads.

Problem: what stops the work, raised. Finding: what was noticed on the way, handed on beside the result.
Sentence: the letter behind a code (what happened, why, what to do now). Catalogue: all codes of one room.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from string import Formatter
from typing import Literal

from rukun.kit.dates import day_in_words

Severity = Literal["error", "warning"]


class Problem(Exception):  # noqa: N818 (a letter to a person, not a fault of the machine)
    """Raised where work cannot go on. `code` is stable and dotted, `details` are the values of its letter."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code, details)
        self.code = code
        self.details: dict[str, object] = details

    def __reduce__(self) -> tuple[object, tuple[()]]:
        return partial(type(self), self.code, **self.details), ()

    def __str__(self) -> str:
        return f"{self.code} {self.details}" if self.details else self.code


@dataclass(frozen=True, slots=True)
class Finding:
    """Something noticed that does not stop the work: 'error' spoils its own row, 'warning' asks for a look."""

    code: str
    severity: Severity
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One letter in three parts, in Bahasa Indonesia, with `{names}` where values belong."""

    what: str
    why: str
    now: str

    def names(self) -> frozenset[str]:
        """The values this letter needs: tests hold them against the places that raise the code."""
        parts = (self.what, self.why, self.now)
        return frozenset(name for part in parts for _, name, _, _ in Formatter().parse(str(part)) if name)

    def told(self, details: Mapping[str, object], *, strict: bool = False) -> "Sentence":
        """The letter with its values spoken. A missing value is a KeyError when `strict` (tests), else '…' (life)."""
        absent = self.names() - details.keys()
        if strict and absent:
            raise KeyError(", ".join(sorted(absent)))
        spoken = {name: spoken_value(value) for name, value in details.items()} | dict.fromkeys(absent, "…")
        return Sentence(*(str(part).format_map(spoken) for part in (self.what, self.why, self.now)))


Catalogue = dict[str, Sentence]


def marked(text: str) -> str:
    """Marks a text for translation where gettext may not be imported: the web floor translates it when shown."""
    return text


UNLISTED = Sentence(
    what=marked("Ada yang tidak berjalan sebagaimana mestinya ({code})."),
    why=marked("Pesan lengkapnya belum ditulis."),
    now=marked("Coba sekali lagi; bila tetap begini, sampaikan kode tadi kepada pengelola."),
)


def letter(problem: Problem | Finding, catalogue: Mapping[str, Sentence], *, strict: bool = False) -> Sentence:
    """The letter for a problem or finding; a code nobody listed still gets an honest one (KeyError when `strict`)."""
    if strict and problem.code not in catalogue:
        raise KeyError(problem.code)
    sentence = catalogue.get(problem.code, UNLISTED)
    return sentence.told({"code": problem.code} | dict(problem.details), strict=strict)


def spoken_value(value: object) -> str:
    """A value as people here write it: dates in words, lists and broken numbers with commas, all else as it stands."""
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    if isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping):
        return ", ".join(spoken_value(each) for each in value)
    return str(value)
