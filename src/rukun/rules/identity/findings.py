"""What was noticed about an identity number: an error keeps it from being a number at all,
a warning is a legal difference that a person should look at.

>>> Finding("birth_date_differs", details=(("stated", "1980-08-17"),)).is_error
False
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark. `code` is a stable word; `details` are (word, value) pairs, never the number itself."""

    code: str
    is_error: bool = False
    details: tuple[tuple[str, object], ...] = ()
