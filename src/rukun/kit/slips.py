"""The one-time code printed on a slip: ten signs a person cannot misread (Crockford) and one that checks them.

>>> read("7k2qm 9xv4t 8")
'7K2QM9XV4T8'
>>> read("7k2qm 9xv4t 9") is None
True
"""

from __future__ import annotations

import secrets

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
PRIME = 37  # one wrong sign, or two that changed places, always changes the remainder
ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None})


def make() -> str:
    """A fresh code of eleven signs, fifty bits of chance. Codes whose check sign would be no letter are drawn anew."""
    while True:
        drawn = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
        if (rest := _rest(drawn)) < len(SIGNS):
            return drawn + SIGNS[rest]


def read(typed: str) -> str | None:
    """What a person typed → the code; small letters, O for 0, dashes and blanks are forgiven. None: not a code."""
    code = typed.upper().translate(ALIKE)
    if len(code) != LENGTH + 1 or any(sign not in SIGNS for sign in code):
        return None
    return code if SIGNS.index(code[-1]) == _rest(code[:-1]) else None


def spoken(code: str) -> str:
    """The code in groups that are easy to copy: "7K2QM-9XV4T-B"."""
    return f"{code[:5]}-{code[5:10]}-{code[10:]}"


def _rest(drawn: str) -> int:
    value = 0
    for sign in drawn:
        value = value * len(SIGNS) + SIGNS.index(sign)
    return value % PRIME
