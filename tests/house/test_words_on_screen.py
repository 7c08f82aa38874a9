"""One thing has one word: what GLOSSARY.md settles is said so on every screen, letter and paper."""

from __future__ import annotations

import re

import pytest

from rukun.site import translations

SAID_OTHERWISE = {
    r"(?<!kartu )(?<!kepala )(?<!hubungan )\bkeluarga\b": "rumah tangga; keluarga only where a card is meant",
    r"\b(didata|mendata|terdata)\b": "tercatat when recorded, diwawancarai when asked",
    r"(betulkan|\bbenarkan)": "perbaiki",
    r"\bmasuk data\b": "kiriman data",
}


@pytest.mark.parametrize("pattern", SAID_OTHERWISE)
def test_a_thing_has_one_word(pattern):
    texts = (part for text in translations.msgids() for part in ([text] if isinstance(text, str) else text))
    found = {text for text in texts if re.search(pattern, text, re.IGNORECASE)}
    assert not found, SAID_OTHERWISE[pattern]
