"""Words as a menu compares them: folded, whole, in order.

>>> tokens("Honor Pengurus RT, 2026")
('honor', 'pengurus', 'rt', '2026')
>>> holds(tokens("membayar honor pengurus"), "Honor pengurus"), holds(tokens("honorarium"), "honor")
(True, False)
"""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u1b00-\u1b7f]+[^\W_]*)*")


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in their order, without case, signs or the look of their letters."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def holds(words: tuple[str, ...], phrase: str) -> bool:
    """Whether the phrase stands among the words, whole and in order; an empty phrase stands nowhere."""
    wanted = tokens(phrase)
    return bool(wanted) and any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))
