"""NIK and KK numbers of a row: read by the rules of identity, sealed and indexed at once, never written in clear.

The rules are asked once for each six digits of a birth date and once for each pair of areas: a million rows hold few.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rukun.kit.sheet.cells import EMPTY
from rukun.people.intake.notes import Note
from rukun.rules import identity

LENGTH = 16
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
        self.birth = lru_cache(1 << 17)(self._birth)
        self.area = lru_cache(1 << 14)(self._area)
        self.kk = lru_cache(1 << 12)(self._kk)

    def nik(self, text: str) -> tuple[str, Note | None]:
        """The sixteen digits, "" when the row has no NIK or none that can be kept; and what is to be said."""
        digits = text
        if not (len(text) == LENGTH and text.isascii() and text.isdecimal()):
            if text.strip().casefold() in _NO_NUMBER:
                return "", Note("row.no_nik", self._nik_column, is_error=False)
            read = identity.parse_nik(text, on=self._on)
            digits = read.digits
        if digits[:1] == "0":
            return "", Note("row.nik_temporary", self._nik_column, is_error=False)
        if len(digits) == LENGTH and digits.isdecimal() and self.birth(digits[6:12])[0] and digits[12:] != "0000":
            return digits, None
        return "", self._wrong(identity.parse_nik(text, on=self._on), "nik", self._nik_column)

    def differences(self, nik: str, born: date | None, sex: str, kecamatan: str) -> list[Note]:
        """Where a valid NIK says otherwise than the row: legal, so a warning."""
        candidates, sex_in_nik = self.birth(nik[6:12])
        said = []
        if born is not None and born not in candidates:
            said.append(Note("row.nik_birth_differs", self._nik_column, is_error=False))
        if sex_in_nik != sex:
            said.append(Note("row.nik_sex_differs", self._nik_column, is_error=False))
        area = self.area(nik[:6], kecamatan)
        return [*said, area] if area else said

    def sealed(self, kind: str, number: str) -> tuple[str, str]:
        """Index and sealed number as the database reads bytes."""
        return self._vault.index(kind, number).hex(), self._vault.seal(number).hex()

    def indexed(self, kind: str, number: str) -> str:
        return self._vault.index(kind, number).hex()

    def _kk(self, text: str) -> tuple[str, str, Note | None]:
        """Index, sealed number and what is to be said. A temporary number keeps a family together, but is no card."""
        if text.strip().casefold() in _NO_NUMBER:
            return "", "", Note("row.no_kk", self._kk_column, is_error=False)
        read = identity.parse_kk(text, on=self._on)
        if read.is_valid:
            return *self.sealed("kk", read.digits), None
        if any(finding.code == "temporary_number" for finding in read.findings):
            return self.indexed("kk", read.digits), "", Note("row.kk_temporary", self._kk_column, is_error=False)
        return "", "", self._wrong(read, "kk", self._kk_column)

    def _birth(self, six: str) -> tuple[tuple[date, ...], str | None]:
        read = identity.parse_nik(f"110101{six}0001", on=self._on)
        return read.birth_candidates, read.sex

    def _area(self, in_nik: str, kecamatan: str) -> Note | None:
        """Another kecamatan of the same kabupaten is everyday life and not worth a word."""
        if not kecamatan:
            return None
        read = identity.parse_nik(f"{in_nik}0101900001", on=self._on)
        found = identity.compare_nik(read, area_codes=[kecamatan])
        extents = {dict(finding.details).get("extent") for finding in found if finding.code == "area_differs"}
        return Note("row.nik_area_differs", self._nik_column, is_error=False) if extents - {"kabupaten_same"} else None

    @staticmethod
    def _wrong(read: identity.Nik | identity.Kk, kind: str, column: str) -> Note:
        error = next(finding for finding in read.findings if finding.is_error)
        return Note(f"row.{kind}_{error.code}", column, True, dict(error.details))
