"""What every text from outside goes through: invisible signs out, odd spaces to plain ones, names to one spelling."""

import re
import unicodedata
from functools import lru_cache

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
ODD_SPACES = (
    "\u00a0\u0085\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
CONTROLS = "".join(map(chr, (*range(9), 11, 12, *range(14, 32), 127)))  # tab and line ends stay

_TIDYING = str.maketrans(dict.fromkeys(CONTROLS + INVISIBLE) | dict.fromkeys(ODD_SPACES, " "))
_ODD = re.compile(f"[{re.escape(CONTROLS + INVISIBLE + ODD_SPACES)}]")
QUOTED_VALUE = re.compile(r"'[\d=+\-@]", re.ASCII)
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def tidy(text: str) -> str:
    """The text without invisible signs and without blanks at its ends."""
    if text.isascii() and text.isprintable():  # most cells, and much quicker to tell
        return text.strip()
    return (text.translate(_TIDYING) if _ODD.search(text) else text).strip()


def without_apostrophe(text: str) -> str:
    """`'3201` becomes `3201`: the apostrophe by which a spreadsheet is told to leave a value alone."""
    return text[1:] if QUOTED_VALUE.match(text) else text


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The bare name in a text: no case, spaces, signs or accents, so that "No. KK" and "no_kk" meet."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_PLAIN.sub("", plain)
