"""A search key for names: old and new spelling, titles, accents and doubled letters fold into one.

Two people may share a key; that is what a search wants. It never decides that two people are one.

>>> name_key("Hj. Sitti Aisjah, S.Pd.") == name_key("Siti Aisyah")
True
>>> name_key("Moch. Djoened"), name_key("Muhammad Junaid")
('muhamad juned', 'muhamad junaid')
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Honours, kinship and "the late": said before or after a name, not part of it.
TITLES = _words(
    "h hj hjh haji hajah hajjah dr drs dra drg ir prof alm almh almarhum almarhumah tn nn sdr sdri bpk bapak ibu "
    "ust ustad ustadz ustadzah kh kiai kyai spd ssos skm skep skom amd spdi mpd"
)
# Degrees that are also names or words without their dots: dropped only when written with dots (S.E., S.T.).
DOTTED_DEGREES = TITLES | _words("se st sh sp sag sip si ssi mm mh msi mp spt shi skh amk amdkeb mkes mkom")

# Rewritten until nothing changes, so that a key is its own key. Each line either shortens the word
# or replaces a letter by one that is never turned back.
_SPELLINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        ("oe|oo|ou", "u"),  # Soekarno, Noor
        ("dj", "j"),
        ("tj", "c"),
        ("[sn]j", lambda match: "s" if match[0] == "sj" else "ni"),  # Aisjah, Njoman
        ("sy|sh|ts|dz|z", "s"),  # Aisyah, Aisha, Utsman, Dzul, Aziz
        ("ph|v", "f"),
        ("ck|q", "k"),
        ("x", "ks"),
        ("[ck]h", "h"),  # Achmad, Khairul
        ("([bdgjlrt])h", r"\1"),  # Fadhil, Fathimah, Ghani
        ("y|ie", "i"),
        (r"(.)\1+", r"\1"),
        ("h$", ""),  # Aisyah, Rahmah
    )
)
_WHOLE_WORDS = {
    **dict.fromkeys(
        _words("moh muh moch much mhd muhd mohd mohamad muhamad mohamed muhamed muhamat mohamat"), "muhamad"
    ),
    **dict.fromkeys(_words("abd abdl"), "abdul"),
    "st": "siti",
}
SHORTEST_FOLDED = 4  # Iir, Noe and Ny are names as they stand
_INSIDE_WORD = re.compile(r"['’‘`´ʼ]")
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def name_key(name: str) -> str:
    """Folded words of `name`, joined by one space; titles left out unless nothing else remains.

    Idempotent: `name_key(name_key(x)) == name_key(x)`.
    """
    kept = [word for word in map(_without_titles, name.split()) if word]
    return " ".join(kept) if kept else " ".join(_all_words(name))


@lru_cache(maxsize=1 << 17)
def _without_titles(written: str) -> str:
    words = _all_words(written)
    if len(words) > 1 and "." in written and "".join(words) in DOTTED_DEGREES:
        return ""
    return " ".join(word for word in words if word not in TITLES)


def _all_words(written: str) -> tuple[str, ...]:
    letters = _NOT_LETTERS.sub(" ", _INSIDE_WORD.sub("", _plain(written)))
    return tuple(_folded(word) for word in letters.split())


def _plain(text: str) -> str:
    """Small letters without accents; twice, because folding case may bring accents back."""
    for _ in range(2):
        text = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return text


def _folded(word: str) -> str:
    before = ""
    while word != before:
        before, word = word, _WHOLE_WORDS.get(word, word)
        if len(word) < SHORTEST_FOLDED or word in TITLES:
            return word
        for pattern, plain in _SPELLINGS:
            word = pattern.sub(plain, word)
    return word
