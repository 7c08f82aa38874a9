"""How commands speak: progress goes to stderr, the one answer to stdout, in words or as JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from rukun.ui.words import ribuan


def say(words: str) -> None:
    """Something on the way; a program that reads the answer never sees it."""
    print(words, file=sys.stderr, flush=True)


def answer(told: Mapping[str, Any], words: str, *, as_json: bool) -> int:
    """The answer of a command and its exit code: 0 when `told["ok"]`, else 1."""
    print(json.dumps(told, default=str, ensure_ascii=False) if as_json else words)
    return 0 if told["ok"] else 1


def counted(number: int) -> None:
    """Progress of long work, heard every few thousand."""
    say(f"  {ribuan(number)} …")
