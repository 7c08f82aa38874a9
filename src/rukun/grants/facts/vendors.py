"""By what a vendor is known again: its name without ornament, and keyed prints of its numbers."""

from __future__ import annotations

import re

from rukun.rules import identity
from rukun.walls import vault

ORNAMENT = frozenset({"toko", "tb", "tk", "cv", "pt", "ud", "pd", "bapak", "ibu", "pak", "bu", "warung"})


def name_key(name: str) -> str:
    """ "Toko  Bangunan, Rekaan" and "TB. BANGUNAN REKAAN" are one."""
    words = re.findall(r"[^\W_]+", name.casefold())
    return identity.name_key(" ".join([each for each in words if each not in ORNAMENT] or words))[:120]


def prints(*, phone: str, account: str, npwp: str) -> dict[str, str]:
    """The same number gives the same print in every RT; nobody reads the number from it."""
    told = {"phone": _phone(phone), "account": _plain(account), "npwp": _plain(npwp)}
    return {f"{kind}_key": vault.index(f"vendor-{kind}", text).hex() if text else "" for kind, text in told.items()}


def _phone(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    return "0" + digits.removeprefix("62") if digits.startswith("62") else digits


def _plain(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())
