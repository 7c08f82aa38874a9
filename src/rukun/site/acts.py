"""The acts of the log in plain words: verb → sentence. A verb nobody has put into words yet is shown as it stands.

Details in the log hold no names and no numbers of people, so a sentence may use them as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as words

from rukun.accounts.models import Role
from rukun.kit.problems import spoken_value
from rukun.ui.words import tanggal

SENTENCES: dict[str, str] = {
    "users.created": words("membuat akun baru"),
    "users.password_reset": words("membuat kode sekali pakai untuk sebuah akun"),
    "users.password_changed": words("mengganti kata sandinya sendiri"),
    "users.deactivated": words("menutup sebuah akun"),
    "users.second_factor_forgotten": words("melepas kode kedua sebuah akun"),
    "appointments.made": words("menunjuk {role} mulai {since}"),
    "appointments.ended": words("mengakhiri masa jabatan {role} pada {on}"),
    "appointments.handed_over": words("mencatat serah terima {role} pada {on}"),
}

DAYS = {"on", "since", "until"}


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the log, ready to be read."""

    line: Any
    sentence: str


class _Details(dict):
    def __missing__(self, name: str) -> str:
        return "…"


def told(line: Any) -> Act:
    return Act(line, sentence(line.verb, line.details))


def sentence(verb: str, details: Mapping[str, Any]) -> str:
    """ "menunjuk Ketua RT mulai 1 Januari 2026"; an unknown verb with its details as they stand."""
    if verb not in SENTENCES:
        return " ".join([verb, *(f"{name}={spoken_value(value)}" for name, value in details.items())])
    return _(SENTENCES[verb]).format_map(_Details({name: _spoken(name, value) for name, value in details.items()}))


def _spoken(name: str, value: Any) -> str:
    if name == "role" and value in Role.values:
        return str(Role(value).label)
    if name in DAYS and value:
        return tanggal(date.fromisoformat(value))
    return spoken_value(value)
