"""Reads a NIK: PPKKCC DDMMYY SSSS, forty added to a woman's day of birth.

Area and date are those of the first issue and never change, so a difference with what is known
today is a warning. Only what can be no NIK at all is an error.

>>> nik = parse_nik("5207995708150001", on=date(2025, 6, 1))
>>> nik.born, nik.sex, nik.kecamatan, nik.is_valid
(datetime.date(2015, 8, 17), 'female', '520799', True)

Structure of the number: dukcapil.klaten.go.id, "Arti 16 digit Nomor Induk Kependudukan".
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from rukun.rules.identity.digits import sixteen_digits
from rukun.rules.identity.embedded_date import century_candidates
from rukun.rules.identity.findings import Finding

Sex = Literal["female", "male"]
WOMEN_ADD_TO_DAY = 40
NO_SERIAL = "0000"

TEMPORARY = Finding("temporary_number", is_error=True)
IMPOSSIBLE_DATE = Finding("impossible_date", is_error=True)
SERIAL_ZERO = Finding("serial_zero", is_error=True)


@dataclass(frozen=True, slots=True, repr=False)
class Nik:
    """The parts of one NIK. `digits` is what was read, also when it is no NIK; `findings` says why not.

    `birth_candidates` holds every century the two-digit year may mean, youngest first.
    """

    digits: str
    birth_candidates: tuple[date, ...] = ()
    sex: Sex | None = None
    findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        """Never shows a digit: a NIK must not reach a log through a traceback."""
        return f"Nik(••••, findings={[finding.code for finding in self.findings]})"

    @property
    def is_valid(self) -> bool:
        """True when nothing hard stands against it; warnings do not count."""
        return not any(finding.is_error for finding in self.findings)

    @property
    def province(self) -> str:
        """Two digits."""
        return self.digits[:2]

    @property
    def kabupaten(self) -> str:
        """Four digits, the province included."""
        return self.digits[:4]

    @property
    def kecamatan(self) -> str:
        """Six digits, province and kabupaten included."""
        return self.digits[:6]

    @property
    def serial(self) -> str:
        """Four digits."""
        return self.digits[12:]

    @property
    def born(self) -> date | None:
        """The youngest possible date of birth: right for children; see `is_century_certain`."""
        return self.birth_candidates[0] if self.birth_candidates else None

    @property
    def is_century_certain(self) -> bool:
        """False when the number fits a child and a centenarian alike."""
        return len(self.birth_candidates) == 1

    def nearest_century(self, birth_date_stated: date) -> date | None:
        """The candidate nearest to the birth date a person states."""
        return min(self.birth_candidates, key=lambda born: abs(born - birth_date_stated), default=None)


def parse_nik(text: str, *, on: date, provinces: Collection[str] | None = None) -> Nik:
    """Read `text` as a NIK on the day `on`.

    `provinces`: two-digit codes in force; an unknown one is a warning (the number may be older than
    the list). None: not looked at. Errors: `empty`, `not_digits`, `wrong_length`,
    `digits_lost_in_spreadsheet`, `temporary_number`, `impossible_date`, `serial_zero`.
    """
    digits, error = sixteen_digits(text)
    if digits.startswith("0"):
        return Nik(digits, findings=(TEMPORARY,))
    if error is not None:
        return Nik(digits, findings=(error,))
    candidates, sex = _birth(digits[6:12], on)
    findings: tuple[Finding, ...] = () if candidates else (IMPOSSIBLE_DATE,)
    if digits[12:] == NO_SERIAL:
        findings += (SERIAL_ZERO,)
    if provinces is not None and digits[:2] not in provinces:
        findings += (Finding("province_unknown", details=(("province", digits[:2]),)),)
    return Nik(digits, candidates, sex, findings)


@lru_cache(maxsize=1 << 17)
def _birth(six: str, on: date) -> tuple[tuple[date, ...], Sex | None]:
    day, month, year = int(six[:2]), int(six[2:4]), int(six[4:])
    is_woman = day > WOMEN_ADD_TO_DAY
    candidates = century_candidates(day - WOMEN_ADD_TO_DAY if is_woman else day, month, year, on=on)
    if not candidates:
        return (), None
    return candidates, "female" if is_woman else "male"


def compare_nik(
    nik: Nik, *, birth_date: date | None = None, sex: Sex | None = None, area_codes: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """What a NIK says otherwise than the register; warnings only, for the difference is legal.

    `area_codes`: codes of the areas a person may have been registered in, dots or not, at any
    level from province down. What is not stated (None, no codes) is not compared.
    """
    if not nik.birth_candidates:
        return ()
    found: list[Finding] = []
    if birth_date is not None and birth_date not in nik.birth_candidates:
        in_nik = nik.nearest_century(birth_date)
        found.append(Finding("birth_date_differs", details=(("stated", birth_date), ("in_nik", in_nik))))
    if sex is not None and sex != nik.sex:
        found.append(Finding("sex_differs", details=(("stated", sex), ("in_nik", nik.sex))))
    area = _area_difference(nik.kecamatan, area_codes)
    if area is not None:
        found.append(area)
    return tuple(found)


def _area_difference(kecamatan: str, area_codes: Iterable[str]) -> Finding | None:
    heads = [_head(code) for code in area_codes]
    if not heads or any(kecamatan.startswith(head) for head in heads):
        return None
    levels = (("kabupaten_same", kecamatan[:4]), ("province_same", kecamatan[:2]))
    same = next((word for word, part in levels if any(head.startswith(part) for head in heads)), "province_differs")
    return Finding("area_differs", details=(("extent", same),))


@lru_cache(maxsize=1 << 14)
def _head(code: str) -> str:
    return code.replace(".", "")[:6]
