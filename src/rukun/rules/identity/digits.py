"""Sixteen digits out of what people and spreadsheets write: spaces, dots, an apostrophe before the number.

>>> sixteen_digits("'5207.9917 0880 0001")
('5207991708800001', None)
"""

import re

from rukun.rules.identity.findings import Finding

LENGTH = 16
_ORNAMENTS = re.compile(r"[\s.\-'’`_/]+")
_SPREADSHEET_NUMBER = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d+")
_ROUNDED_NUMBER = re.compile(r"\d{16}[.,]0+")

BROKEN_BY_SPREADSHEET = Finding("digits_lost_in_spreadsheet", is_error=True)
NOT_DIGITS = Finding("not_digits", is_error=True)
EMPTY = Finding("empty", is_error=True)


def sixteen_digits(text: str) -> tuple[str, Finding | None]:
    """The digits found in `text` and the error that keeps them from being sixteen digits, if any."""
    if len(text) == LENGTH and text.isascii() and text.isdigit():
        return text, None
    stripped = text.strip()
    if _SPREADSHEET_NUMBER.fullmatch(stripped):
        return "", BROKEN_BY_SPREADSHEET
    if _ROUNDED_NUMBER.fullmatch(stripped):
        stripped = stripped[:LENGTH]
        if stripped.endswith("0"):  # a spreadsheet keeps 15 digits of a number and writes 0 for the 16th
            return "", BROKEN_BY_SPREADSHEET
    return _counted(_ORNAMENTS.sub("", stripped))


def _counted(digits: str) -> tuple[str, Finding | None]:
    if not digits:
        return "", EMPTY
    if not (digits.isascii() and digits.isdigit()):
        return digits, NOT_DIGITS
    if len(digits) != LENGTH:
        return digits, Finding("wrong_length", is_error=True, details=(("length", len(digits)),))
    return digits, None
