"""The one door to secrets: numbers are sealed before they are stored and found again by a keyed index.

Keys come from the key file, never from the database. An unkeyed hash of a NIK falls in minutes; this one does not
without the key. A door of its own (house.md).
"""

from __future__ import annotations

import hashlib
import os
from base64 import b64decode
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE, INDEX = 12, 16  # bytes


@cache
def _ciphers() -> tuple[tuple[bytes, AESGCM], ...]:
    raw = [b64decode(key) for key in settings.VAULT_KEYS]
    return tuple((hashlib.sha256(key).digest()[:1], AESGCM(key)) for key in raw)


@cache
def _keyed() -> hashlib.blake2b:
    """BLAKE2 takes a key by itself (RFC 7693, 2.9): a third of the work of an HMAC, asked a million times."""
    return hashlib.blake2b(key=b64decode(settings.INDEX_KEY), digest_size=INDEX)


def seal(text: str) -> bytes:
    """Text → one byte that names the key, a nonce, the sealed text."""
    mark, cipher = _ciphers()[0]
    nonce = os.urandom(NONCE)
    return mark + nonce + cipher.encrypt(nonce, text.encode(), None)


def unseal(sealed: bytes) -> str:
    """The text again. Raises LookupError when no key of this installation opens it."""
    held = bytes(sealed)
    for mark, cipher in _ciphers():
        if held[:1] == mark:
            try:
                return cipher.decrypt(held[1 : 1 + NONCE], held[1 + NONCE :], None).decode()
            except InvalidTag:
                continue
    raise LookupError("tidak ada kunci yang membuka rahasia ini: periksa berkas kunci")


def index(kind: str, number: str) -> bytes:
    """The keyed index (16 bytes) by which a number is found; `kind` keeps a NIK apart from a KK number."""
    keyed = _keyed().copy()
    keyed.update(f"{kind}:{number}".encode())
    return keyed.digest()
