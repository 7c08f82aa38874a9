"""How a stored number is shown: not at all.

A NIK *is* kecamatan, birth date and a serial that is nearly always 0001 to 0020. Beside a birth
date the last four digits, even the last two, are the whole number; so the mask says that a number
is kept and nothing else. Whoever must be sure types the number in and is told whether it agrees.

>>> mask("5207991708800001")
'•••• tersimpan'
>>> mask_tail("5207991708800001")
'•••• 0001'
"""

STORED = "•••• tersimpan"


def mask(digits: str) -> str:
    """The mask for every page: no digit of it, an empty text when nothing is kept."""
    return STORED if digits else ""


def mask_tail(digits: str) -> str:
    """The last four digits, only for a paper that shows neither the birth date nor the area of its holder."""
    return f"•••• {digits[-4:]}" if len(digits) == 16 else mask(digits)
