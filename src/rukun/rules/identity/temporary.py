"""A number for residents who have no NIK: it carries letters, so nobody and no machine takes it for one.

>>> temporary_id(7)
'SMT-0000007-Q'
>>> read_temporary_id("smt 0000007 q")
7
"""

import re

PREFIX = "SMT"
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXY"  # 23, a prime: every single wrong digit and every swap changes the letter
_SHAPE = re.compile(rf"{PREFIX}(\d{{7,12}})([A-Z])")


def temporary_id(serial: int) -> str:
    """The temporary identity of `serial` (1, 2, 3 … from the register's own count), with a check letter."""
    if not 0 < serial < 10**12:
        raise ValueError("serial_out_of_range")
    return f"{PREFIX}-{serial:07d}-{_check_letter(serial)}"


def read_temporary_id(text: str) -> int | None:
    """The serial inside a temporary identity; None when it is none or its check letter is wrong."""
    match = _SHAPE.fullmatch(re.sub(r"[\s-]+", "", text).upper())
    if match is None or not match[1].isascii():
        return None
    serial = int(match[1])
    return serial if serial and match[2] == _check_letter(serial) else None


def _check_letter(serial: int) -> str:
    return _LETTERS[sum(weight * int(digit) for weight, digit in enumerate(reversed(str(serial)), start=2)) % 23]
