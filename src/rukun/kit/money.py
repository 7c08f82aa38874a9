"""Whole rupiah, as an int: read from what people write, written as people read, and in words where it is signed."""

import re

from lokal import terbilang

from rukun.kit.problems import Problem

_AROUND = re.compile(r"^(-?)\s*(?:rp|idr)?\.?\s*(-?)\s*(.*?)\s*(?:,-+|,=)?$", re.IGNORECASE)
_SHAPES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        r"(\d+)(?:[.,](\d{1,2}))?",  # 1500000 · 1500000,00 · 1500000.0 (a spreadsheet's number)
        r"(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?",  # 1.500.000 · 1.500.000,00
        r"(\d{1,3}(?:,\d{3}){2,})(?:\.(\d{1,2}))?",  # 1,500,000 · 1,500,000.00: two commas can only be thousands
        r"(\d{1,3}(?:,\d{3})+)\.(\d{2})",  # 1,500.00
        r"(\d{1,3}(?: \d{3})+)(?:,(\d{1,2}))?",  # 1 500 000
    )
)


def parse(text: str) -> int:
    """Rupiah from text, "1.500.000,00" being 1500000; dots part thousands, a comma parts sen.

    Raises Problem `money.unreadable` when it is no amount or could be two ("1,500"), `money.not_whole` for sen.
    """
    cleaned = " ".join(text.replace("\u00a0", " ").split())
    around = _AROUND.match(cleaned)
    signs, body = (around[1] + around[2], around[3]) if around else ("", "")
    found = next((match for shape in _SHAPES if (match := shape.fullmatch(body))), None)
    if found is None or len(signs) > 1:
        raise Problem("money.unreadable", text=text)
    if (found[2] or "").strip("0"):
        raise Problem("money.not_whole", text=text)
    amount = int(re.sub(r"[., ]", "", found[1]))
    return -amount if signs else amount


def shown(amount: int) -> str:
    """1500000 as "Rp1.500.000"; below zero the sign stands first."""
    return f"{'-' if amount < 0 else ''}Rp{abs(amount):,}".replace(",", ".")


def in_words(amount: int) -> str:
    """1500000 as "satu juta lima ratus ribu rupiah"."""
    return terbilang(amount, currency=True)
