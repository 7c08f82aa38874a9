"""Backups as one sealed file: a passphrase opens it, a changed byte is noticed, nothing is held in memory whole.

Layout: MAGIC, one JSON line (scrypt salt and cost), then frames: 4 bytes length, sealed bytes. Frame n is sealed with
nonce n and says in its associated data whether it is the last, so that a file cut short does not open.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import IO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from rukun.kit.problems import Problem

MAGIC = b"RUKUN-CADANGAN-1\n"
COST = 2**15
MOST_COST = 2**20
FRAME = 1 << 20


def write(target: IO[bytes], parts: Iterable[bytes], passphrase: str) -> None:
    """Seals the parts one after another; the last frame is empty and says that it is the last."""
    salt = os.urandom(16)
    target.write(MAGIC + json.dumps({"salt": salt.hex(), "cost": COST}).encode() + b"\n")
    cipher, number = _cipher(passphrase, salt, COST), 0
    for part in parts:
        _frame(target, cipher, number, part, b"more")
        number += 1
    _frame(target, cipher, number, b"", b"last")


def read(source: IO[bytes], passphrase: str) -> Iterator[bytes]:
    """The parts again. Raises Problem site.backup_unreadable, site.backup_passphrase, site.backup_cut."""
    if source.readline() != MAGIC:
        raise Problem("site.backup_unreadable")
    cipher = _cipher(passphrase, *_read_head(source.readline()))
    number = 0
    while sealed := _sealed_frame(source):
        part, is_last = _open(cipher, number, sealed)
        if is_last:
            return
        yield part
        number += 1
    raise Problem("site.backup_cut")


def _read_head(line: bytes) -> tuple[bytes, int]:
    """Salt and cost. A head that asks for more work than any machine of ours does is none of ours."""
    try:
        held = json.loads(line)
        salt, cost = bytes.fromhex(held["salt"]), int(held["cost"])
    except (ValueError, KeyError, TypeError):
        raise Problem("site.backup_unreadable") from None
    if not 1 < cost <= MOST_COST:
        raise Problem("site.backup_unreadable")
    return salt, cost


def _cipher(passphrase: str, salt: bytes, cost: int) -> AESGCM:
    return AESGCM(Scrypt(salt=salt, length=32, n=cost, r=8, p=1).derive(passphrase.encode()))


def _frame(target: IO[bytes], cipher: AESGCM, number: int, part: bytes, mark: bytes) -> None:
    sealed = cipher.encrypt(number.to_bytes(12, "big"), part, mark)
    target.write(len(sealed).to_bytes(4, "big") + sealed)


def _sealed_frame(source: IO[bytes]) -> bytes:
    """The next frame as it lies in the file, b"" at the end of it. Raises Problem site.backup_cut when it is short."""
    length = int.from_bytes(source.read(4), "big")
    sealed = source.read(length)
    if len(sealed) != length:
        raise Problem("site.backup_cut")
    return sealed


def _open(cipher: AESGCM, number: int, sealed: bytes) -> tuple[bytes, bool]:
    for mark in (b"more", b"last"):
        try:
            return cipher.decrypt(number.to_bytes(12, "big"), sealed, mark), mark == b"last"
        except InvalidTag:
            continue
    raise Problem("site.backup_passphrase" if number == 0 else "site.backup_cut")
