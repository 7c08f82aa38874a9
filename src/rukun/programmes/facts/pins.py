"""A recipient's PIN: four to six digits that nobody guesses at once.

>>> weakness("7306", None), weakness("1234", None), weakness("1980", date(1980, 8, 17)), weakness("12a4", None)
('', 'easy', 'birth', 'digits')
"""

from __future__ import annotations

import re
from datetime import date

DIGITS = re.compile(r"\d{4,6}", re.ASCII)
ROW = "01234567890123456789"


def weakness(pin: str, born: date | None) -> str:
    """ "" for a PIN that will do; else why not: `digits`, `easy` or `birth`."""
    if not DIGITS.fullmatch(pin):
        return "digits"
    if len(set(pin)) == 1 or pin in ROW or pin in ROW[::-1]:
        return "easy"
    return "birth" if born is not None and pin in _of_birth(born) else ""


def _of_birth(born: date) -> set[str]:
    return {f"{born:{shape}}" for shape in ("%Y", "%d%m", "%m%d", "%d%m%y", "%y%m%d", "%m%y")}
