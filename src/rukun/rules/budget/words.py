"""Words as they are compared: folded, whole, in order.

>>> holds("Honor Ketua RT", "ketua rt"), holds("Honorarium", "honor"), score("Semen Portland 50 kg", "semen portland")
(True, False, 2)
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def tokens(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def holds(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text, whole and in order; an empty one stands nowhere."""
    said, wanted = tokens(text), tokens(phrase)
    return bool(wanted) and any(said[at : at + len(wanted)] == wanted for at in range(len(said) - len(wanted) + 1))


def score(text: str, wanted: str) -> int:
    """How many words of `wanted` the text has, when it has all of them; else 0."""
    said, needed = set(tokens(text)), set(tokens(wanted))
    return len(needed) if needed and needed <= said else 0
