"""NIK and KK numbers of a row: read by the rules of identity, sealed and indexed at once, never written in clear.

The rules are asked once for each six digits of a birth date and once for each pair of areas: a million rows hold few.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rukun.kit.sheet.cells import EMPTY
from rukun.people.intake.layouts import EXAMPLE_NIK
from rukun.people.intake.notes import Note
from rukun.rules import identity

LENGTH = 16
NO_KK = "\\N\t\\N"
Notes = tuple[Note, ...]
_NO_NUMBER = EMPTY | {"0"}


@dataclass(frozen=True, slots=True)
class Vault:
    """How a number is kept: `seal(number)` and `index(kind, number)` give bytes."""

    seal: Callable[[str], bytes]
    index: Callable[[str, str], bytes]


class Numbers:
    """Reads the numbers of one batch."""

    def __init__(self, vault: Vault, on: date, titles: dict[str, str]) -> None:
        self._vault, self._on = vault, on
        self._nik_column, self._kk_column = titles["nik"], titles["kk"]
        self._no_nik = (Note("row.no_nik", self._nik_column, is_error=False),)
        self.birth = lru_cache(1 << 17)(self._birth)
        self.area = lru_cache(1 << 14)(self._area)
        self.kk = lru_cache(1 << 12)(self._kk)

    def nik(self, text: str) -> tuple[str, Notes]:
        """The sixteen digits, "" when the row has no NIK or none that can be kept; and what is to be said."""
        if len(text) == LENGTH and text.isascii() and text.isdecimal() and self._is_sound(text):
            return text, ()
        if text.strip().casefold() in _NO_NUMBER:
            return "", self._no_nik
        read = identity.parse_nik(text, on=self._on)
        if read.digits == EXAMPLE_NIK:
            return "", (Note("row.example_left", self._nik_column),)
        if read.is_valid:
            return read.digits, ()
        if any(finding.code == "temporary_number" for finding in read.findings):
            return "", (Note("row.nik_temporary", self._nik_column, is_error=False),)
        return "", (_wrong(read, "nik", self._nik_column),)

    def _is_sound(self, digits: str) -> bool:
        return (
            digits != EXAMPLE_NIK and digits[0] != "0" and digits[12:] != "0000" and bool(self.birth(digits[6:12])[0])
        )

    def differences(self, nik: str, born: date | None, sex: str, kecamatan: str) -> Notes:
        """Where a valid NIK says otherwise than the row: legal, so a warning."""
        candidates, sex_in_nik = self.birth(nik[6:12])
        said = self.area(nik[:6], kecamatan)
        if born is not None and born not in candidates:
            said += (Note("row.nik_birth_differs", self._nik_column, is_error=False),)
        if sex and sex_in_nik != sex:
            said += (Note("row.nik_sex_differs", self._nik_column, is_error=False),)
        return said

    def sealed(self, kind: str, number: str) -> str:
        """Index and sealed number, as COPY reads bytes."""
        return f"\\\\x{self._vault.index(kind, number).hex()}\t\\\\x{self._vault.seal(number).hex()}"

    def indexed(self, kind: str, number: str) -> str:
        return f"\\\\x{self._vault.index(kind, number).hex()}"

    def _kk(self, text: str) -> tuple[str, Notes]:
        """Index and sealed number, and what is to be said. A temporary number keeps a family together, no more."""
        if text.strip().casefold() in _NO_NUMBER:
            return NO_KK, (Note("row.no_kk", self._kk_column, is_error=False),)
        read = identity.parse_kk(text, on=self._on)
        if read.is_valid:
            return self.sealed("kk", read.digits), ()
        if any(finding.code == "temporary_number" for finding in read.findings):
            temporary = (Note("row.kk_temporary", self._kk_column, is_error=False),)
            return f"{self.indexed('kk', read.digits)}\t\\N", temporary
        return NO_KK, (_wrong(read, "kk", self._kk_column),)

    def _birth(self, six: str) -> tuple[tuple[date, ...], str | None]:
        read = identity.parse_nik(f"110101{six}0001", on=self._on)
        return read.birth_candidates, read.sex

    def _area(self, in_nik: str, kecamatan: str) -> Notes:
        """Another kecamatan of the same kabupaten is everyday life and not worth a word."""
        if not kecamatan:
            return ()
        read = identity.parse_nik(f"{in_nik}0101900001", on=self._on)
        found = identity.compare_nik(read, area_codes=[kecamatan])
        extents = {dict(finding.details).get("extent") for finding in found if finding.code == "area_differs"}
        is_worth_a_word = bool(extents - {"kabupaten_same"})
        return (Note("row.nik_area_differs", self._nik_column, is_error=False),) if is_worth_a_word else ()


def _wrong(read: identity.Nik | identity.Kk, kind: str, column: str) -> Note:
    error = next(finding for finding in read.findings if finding.is_error)
    return Note(f"row.{kind}_{error.code}", column, True, dict(error.details))
