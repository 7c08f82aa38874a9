"""Words before they are kept: trimmed, not empty, not too long, and without a number that points at a person."""

from __future__ import annotations

import re
from unicodedata import decimal, normalize

from rukun.kit.problems import Problem

GAP = r"[\s.\-/]?"
NIK = re.compile(rf"(?<!\d)\d(?:{GAP}\d){{15}}(?!{GAP}\d)")
PHONE = re.compile(rf"(?<!\d)(?:\+{GAP}62|62(?={GAP}8)|0)(?:{GAP}\d){{8,12}}(?!\d)")


def safe(words: str, *, limit: int) -> str:
    """The words as they are kept. Raises Problem needs.no_words, needs.words_too_long, needs.number_in_words,
    needs.phone_in_words."""
    kept = normalize("NFC", words).strip()
    if not kept:
        raise Problem("needs.no_words")
    if len(kept) > limit:
        raise Problem("needs.words_too_long", limit=limit)
    digits = with_plain_digits(kept)
    if NIK.search(digits):
        raise Problem("needs.number_in_words")
    if PHONE.search(digits):
        raise Problem("needs.phone_in_words")
    return kept


def with_plain_digits(words: str) -> str:
    """Digits of every script as 0 to 9."""
    return "".join(str(decimal(letter)) if letter.isdecimal() else letter for letter in words)
