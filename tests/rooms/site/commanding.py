"""Commands run as a person runs them: words in, exit code and what was said out, on the test's own transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from rukun.site.__main__ import main


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def told(self) -> dict[str, Any]:
        return json.loads(self.out)


class Commander:
    """`run("user", "nama")`: like `./rukun user nama`."""

    def __init__(self, capsys: Any) -> None:
        self._capsys = capsys

    def __call__(self, *words: object) -> Said:
        self._capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as ended:  # argparse ends by itself
            code = ended.code
        return Said(code, *self._capsys.readouterr())
