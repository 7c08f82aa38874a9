"""Which kinds of a menu a title may mean, and by which words.

>>> road = MenuEntry("jalan", "fisik", "Jalan gang", words=("jalan", "drainase"))
>>> suggest("Perbaikan drainase gang 2", Menu((road,)))
(Suggestion(code='jalan', words=('drainase', 'gang')),)
"""

from __future__ import annotations

from dataclasses import dataclass

from rukun.rules.menu.values import Menu, MenuEntry
from rukun.rules.menu.words import tokens

STEM = 4
EMPTY = frozenset("dan di ke dari untuk yang atau bagi oleh pada dengan rt rw".split())


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A likely kind, and the words of the title that say so."""

    code: str
    words: tuple[str, ...]


def suggest(title: str, menu: Menu, *, most: int = 3) -> tuple[Suggestion, ...]:
    """The kinds that share words with the title; most words first, then in the order of the menu."""
    said = tuple(word for word in dict.fromkeys(tokens(title)) if word not in EMPTY)
    found = [Suggestion(entry.code, words) for entry in menu.entries if (words := _shared(said, entry))]
    return tuple(sorted(found, key=lambda each: -len(each.words))[:most])


def _shared(said: tuple[str, ...], entry: MenuEntry) -> tuple[str, ...]:
    named = {word for phrase in (entry.label, *entry.words) for word in tokens(phrase)} - EMPTY
    return tuple(word for word in said if any(_same(word, other) for other in named))


def _same(word: str, other: str) -> bool:
    """The same word, or one inside the other as prefixes and suffixes leave it: "perbaikan" holds "baik"."""
    short, long = sorted((word, other), key=len)
    return word == other or (len(short) >= STEM and short in long)
