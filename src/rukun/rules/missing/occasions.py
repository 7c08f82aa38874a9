"""Which occasions a bundle has, so that only the papers it needs are asked for.

>>> sorted(occasions({"material", "wage"}, "Semenisasi gang"))
['always', 'building', 'goods', 'wages']
>>> sorted(occasions({"fee"}, "Pelatihan kader"))
['always', 'fees', 'training']
"""

from __future__ import annotations

from collections.abc import Set

KINDS = {"wage": "wages", "fee": "fees", "material": "goods", "equipment": "goods"}
WORDS = {
    "training": ("pelatihan", "bimbingan", "kursus", "penyuluhan"),
    "meeting": ("rapat", "musyawarah", "pertemuan"),
}


def occasions(kinds: Set[str], words: str) -> frozenset[str]:
    """From the kinds of lines that are spent from and how the activity is called. Where there are both material and
    wages something is built."""
    said = words.lower()
    spoken = {occasion for occasion, names in WORDS.items() if any(name in said for name in names)}
    built = {"building"} if {"material", "wage"} <= kinds else set()
    return frozenset({"always"} | {KINDS[each] for each in kinds} | spoken | built)
