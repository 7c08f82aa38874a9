"""Reads the words of a command, and explains them in plain Indonesian where argparse would speak English."""

from __future__ import annotations

import argparse
import sys
from typing import Any, NoReturn

SAID = {
    "the following arguments are required:": "yang masih kurang:",
    "expected one argument": "perlu satu isian",
    "invalid choice:": "tidak dikenal:",
    "choose from": "pilih dari",
    "not allowed with argument": "tidak bersama",
    "unrecognized arguments:": "tidak dikenal:",
    "argument ": "pilihan ",
    "invalid fromisoformat value:": "bukan tanggal (tulis seperti 2026-07-01):",
    "invalid int value:": "bukan angka bulat:",
}


class Parser(argparse.ArgumentParser):
    """An ArgumentParser whose help and complaints are in Indonesian; a wrong word ends the command with 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "isian", "pilihan"
        self.add_argument("-h", "--help", action="help", help="menampilkan penjelasan ini")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "Pakai:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "Pakai:", 1)

    def error(self, message: str) -> NoReturn:
        for english, ours in SAID.items():
            message = message.replace(english, ours)
        print(f"{self.format_usage()}\n{message}\n→ Penjelasan: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)
