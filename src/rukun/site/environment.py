"""Every setting of an installation, declared once: its name, what it is when silent, what it means.

The table in docs/operations/settings.md is held against this list by a test.
"""

from __future__ import annotations

import json
import os
import secrets
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(os.environ.get("RUKUN_HOME") or Path.cwd())


@dataclass(frozen=True, slots=True)
class Setting:
    name: str
    default: str
    meaning: str


SETTINGS = (
    Setting("DATABASE_URL", "", "pemilik basis data PostgreSQL 15+; kosong berarti PostgreSQL bawaan di var/"),
    Setting("RUKUN_DATABASE", "rukun", "nama basis data pada PostgreSQL bawaan"),
    Setting("RUKUN_VAR", "var", "folder data: basis data bawaan, kunci, log"),
    Setting("RUKUN_KEY_FILE", "var/kunci.json", "berkas kunci; dibuat sekali, simpan salinannya di tempat lain"),
    Setting("RUKUN_HOST", "127.0.0.1", "alamat tempat Rukun melayani"),
    Setting("RUKUN_PORT", "8000", "pintu (port) tempat Rukun melayani"),
    Setting("RUKUN_ALLOWED_HOSTS", "127.0.0.1,localhost", "nama situs yang dijawab, dipisah koma"),
    Setting(
        "RUKUN_ADDRESS",
        "",
        "alamat situs dalam QR kertas, misalnya https://rukun.contoh.id; kosong: dari permintaan",
    ),
    Setting("RUKUN_HTTPS", "no", "yes bila situs dibuka lewat https: kuki hanya dikirim lewat https"),
    Setting("RUKUN_TIMEZONE", "Asia/Makassar", "zona waktu kabupaten: Asia/Jakarta, Asia/Makassar, Asia/Jayapura"),
    Setting("RUKUN_CODE_DAYS", "14", "berapa hari kode sekali pakai pada slip berlaku"),
    Setting("RUKUN_WORKERS", "2", "jumlah proses pelayan web"),
    Setting("RUKUN_DEBUG", "no", "yes hanya untuk pengembang"),
)
DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def text(name: str) -> str:
    """The setting, or its silent value; a name that is not declared is a mistake of ours (KeyError)."""
    return os.environ.get(name) or DEFAULTS[name]


def is_on(name: str) -> bool:
    return text(name).lower() in {"yes", "ya", "1", "true"}


def number(name: str) -> int:
    value = text(name)
    if not value.isdigit():
        raise SystemExit(f"{name}={value!r} bukan angka. Tulis angka bulat, misalnya {name}={DEFAULTS[name]}.")
    return int(value)


def words(name: str) -> list[str]:
    return [word.strip() for word in text(name).split(",") if word.strip()]


def folder() -> Path:
    path = ROOT / text("RUKUN_VAR")
    path.mkdir(mode=0o755, parents=True, exist_ok=True)
    return path


@dataclass(frozen=True, slots=True)
class Keys:
    """The secrets of one installation. `vault` lists sealing keys, the newest first (base64, 32 bytes)."""

    web: str
    vault: tuple[str, ...]
    index: str
    database: str


def keys() -> Keys:
    """Reads the key file; the first call of an installation makes it (readable by its owner only)."""
    path = ROOT / text("RUKUN_KEY_FILE")
    if not path.exists():
        _make_key_file(path)
    held = json.loads(path.read_text())
    return Keys(held["web"], tuple(held["vault"]), held["index"], held["database"])


def keys_to_keep() -> dict[str, object]:
    """What a backup must hold to be read on another machine: the sealing keys and the index key."""
    held = keys()
    return {"vault": list(held.vault), "index": held.index}


def put_keys(kept: dict[str, object]) -> None:
    """Puts a backup's keys into this machine's key file, in one step; its own database password stays."""
    path = ROOT / text("RUKUN_KEY_FILE")
    waiting = path.with_name(path.name + ".baru")
    waiting.touch(mode=0o600)
    waiting.write_text(json.dumps(json.loads(path.read_text()) | kept, indent=1))
    waiting.replace(path)


def _make_key_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    made = {
        "web": secrets.token_urlsafe(48),
        "vault": [_key()],
        "index": _key(),
        "database": secrets.token_urlsafe(24),
    }
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        json.dump(made, file, indent=1)


def _key() -> str:
    return b64encode(secrets.token_bytes(32)).decode()
