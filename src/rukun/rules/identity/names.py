"""How a name is found: by the beginnings of its words as they are written, and as they sound.

Old and new spelling, accents and doubled letters sound the same. Two people may sound alike; that is what a search
wants. It never decides that two people are one.

>>> sound("Hj. Sitti Aisjah, S.Pd.") == sound("Siti Aisyah")
True
>>> sound("Moch. Djoened"), sound("Muhammad Yunaid")
('muhamad iuned', 'muhamad iunaid')
>>> name_key("H. Yusuf Rekaan")
'yusuf rekaan h iusuf rekan'
>>> sought("Joes rek")
(('joes', 'ius'), ('rek',))
"""

import re
from functools import lru_cache
from unicodedata import combining, normalize


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Honours, kinship and "the late": said before or after a name, not part of it.
TITLES = _listed(
    "h hj hjh haji hadji hajah hajjah dr drs dra drg ir prof alm almh almarhum almarhumah tn nn sdr sdri bpk bapak ibu "
    "ust ustad ustadz ustadzah kh kiai kyai spd ssos skm skep skom amd spdi mpd"
)
# Degrees that are also names or words without their dots: dropped only when written with dots (S.E., S.T.).
DOTTED_DEGREES = TITLES | _listed("se st sh sp sag sip si ssi mm mh msi mp spt shi skh amk amdkeb mkes mkom")

_SOUNDS = {
    letters: sound
    for sound, spellings in {
        "u": "oe oo ou",  # Soekarno, Noor
        "i": "dj j jh y ie",  # until 1972 dj was today's j, and j today's y: Djoko, Joesoef, Widjaja
        "c": "tj",
        "s": "sj sy sh ts dz z zh",  # Aisjah, Aisyah, Aisha, Utsman, Dzul, Aziz
        "f": "ph v",
        "k": "ck q",
        "ks": "x",
        "h": "ch kh",  # Achmad, Khairul
        "b": "bh",
        "d": "dh",  # Fadhil
        "g": "gh",
        "t": "th",
    }.items()
    for letters in spellings.split()
}
_SPELLINGS = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_DOUBLED = re.compile(r"(?!^[aiueo])(.)\1+")  # Iir, Aan and Uun begin so and stay so
_SHORT_FORMS = {
    **dict.fromkeys(_listed("moh muh mhd muhd mohd mohamad mohamed muhamed muhamat mohamat"), "muhamad"),
    **dict.fromkeys(_listed("abd abdl"), "abdul"),
    "st": "siti",
}
SHORTEST_SOUND = 3  # "sya" sounds "sa", and half a village begins so
_INSIDE_WORD = re.compile(r"['’‘`´ʼ]")
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def sound(name: str) -> str:
    """The words of a name as they sound, joined by one space; titles left out unless nothing else remains."""
    return " ".join(map(_sound, _named(name)))


def name_key(name: str) -> str:
    """All words by which a name is found, each once: as written, and as they sound."""
    named = _named(name)
    return " ".join(dict.fromkeys([*named, *_words(name), *map(_sound, named)]))


def sought(text: str) -> tuple[tuple[str, ...], ...]:
    """For every word that was typed, how a word of the name may begin: first as typed, then as it sounds."""
    return tuple(_beginnings(word) for word in _named(text))


def _beginnings(word: str) -> tuple[str, ...]:
    heard = _sound(word)
    return (word,) if heard.startswith(word) or len(heard) < SHORTEST_SOUND else (word, heard)


def _named(name: str) -> tuple[str, ...]:
    kept = tuple(word for written in name.split() for word in _without_titles(written))
    return kept or _words(name)


@lru_cache(maxsize=1 << 17)
def _without_titles(written: str) -> tuple[str, ...]:
    words = _words(written)
    if len(words) > 1 and "." in written and "".join(words) in DOTTED_DEGREES:
        return ()
    return tuple(word for word in words if word not in TITLES)


def _words(written: str) -> tuple[str, ...]:
    return tuple(_NOT_LETTERS.sub(" ", _INSIDE_WORD.sub("", _plain(written))).split())


def _plain(text: str) -> str:
    """Small letters without accents; twice, because folding case may bring accents back."""
    for _ in range(2):
        text = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return text


@lru_cache(maxsize=1 << 17)
def _sound(word: str) -> str:
    heard = _DOUBLED.sub(r"\1", _SPELLINGS.sub(lambda match: _SOUNDS[match[0]], word))
    heard = _SHORT_FORMS.get(heard, heard)
    return heard[:-1] if len(heard) > 1 and heard.endswith("h") else heard  # Aisyah, Rahmah
