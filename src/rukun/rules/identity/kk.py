"""Reads the number of a family card (KK): area, date of issue, serial. Older cards break the pattern,
so only the length, the digits and an all-zero serial are errors.

>>> parse_kk("5207991203100004", on=date(2025, 6, 1)).issued
datetime.date(2010, 3, 12)
"""

from dataclasses import dataclass
from datetime import date

from rukun.rules.identity.digits import sixteen_digits
from rukun.rules.identity.embedded_date import century_candidates
from rukun.rules.identity.findings import Finding

TEMPORARY = Finding("temporary_number", is_error=True)
SERIAL_ZERO = Finding("serial_zero", is_error=True)
DATE_UNREADABLE = Finding("issue_date_unreadable")


@dataclass(frozen=True, slots=True, repr=False)
class Kk:
    """The parts of one KK number; `issued` is None when its six digits are no date."""

    digits: str
    issued: date | None = None
    findings: tuple[Finding, ...] = ()

    def __repr__(self) -> str:
        """Never shows a digit."""
        return f"Kk(••••, findings={[finding.code for finding in self.findings]})"

    @property
    def is_valid(self) -> bool:
        """True when nothing hard stands against it."""
        return not any(finding.is_error for finding in self.findings)

    @property
    def kecamatan(self) -> str:
        """Six digits of the area of first issue."""
        return self.digits[:6]


def parse_kk(text: str, *, on: date) -> Kk:
    """Read `text` as a KK number. Errors: those of the digits, `temporary_number`, `serial_zero`."""
    digits, error = sixteen_digits(text)
    if digits.startswith("0"):
        return Kk(digits, findings=(TEMPORARY,))
    if error is not None:
        return Kk(digits, findings=(error,))
    if digits[12:] == "0000":
        return Kk(digits, findings=(SERIAL_ZERO,))
    issued = century_candidates(int(digits[6:8]), int(digits[8:10]), int(digits[10:12]), on=on)
    return Kk(digits, issued[0], ()) if issued else Kk(digits, None, (DATE_UNREADABLE,))
