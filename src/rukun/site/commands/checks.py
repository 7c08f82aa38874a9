"""./rukun test · lint · bench · torture: the house looked over by its tools, and put under strain."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from itertools import takewhile
from pathlib import Path

from rukun.site.environment import ROOT

FOLDERS = {"rules", "spec", "rooms", "journeys", "house"}
NOT_A_BENCH = {"invented", "neighbourhoods", "outside"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(takes_more=True)
    parser.epilog = "test: rules spec rooms journeys house, atau pilihan pytest. bench: nama ukuran; tanpa nama: semua."


def run(options: argparse.Namespace) -> int:
    return {"test": _test, "lint": _lint, "bench": _bench, "torture": _torture}[options.command](options.extra)


def _test(words: list[str]) -> int:
    if not any(shutil.which(name) for name in BROWSERS):
        print("Chromium tidak terpasang: ujian di peramban DILEWATI. · No Chromium: browser tests are LEFT OUT.")
    chosen = [f"tests/{word}" if word in FOLDERS else word for word in words]
    workers = [] if any(word.startswith("-n") for word in words) or set(words) & {"rules", "spec"} else ["-n", "2"]
    return _call(sys.executable, "-m", "pytest", "-q", *workers, *chosen)


def _lint(words: list[str]) -> int:
    checks = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("lint-imports", "--config", "pyproject.toml"),
        ("mypy",),
    )
    return max(_call(str(Path(sys.executable).parent / name), *rest) for name, *rest in checks)


def _bench(words: list[str]) -> int:
    """Names first, then options for the benches: `./rukun bench pages --size 5000`."""
    known = {path.stem: path for path in sorted((ROOT / "bench").glob("[a-z]*.py")) if path.stem not in NOT_A_BENCH}
    names = list(takewhile(lambda word: not word.startswith("-"), words))
    if missing := [name for name in names if name not in known]:
        print(f"Tidak ada ukuran {', '.join(missing)}. Yang ada: {', '.join(known)}.", file=sys.stderr)
        return 2
    return max(_call(sys.executable, str(known[name]), *words[len(names) :]) for name in names or known)


def _torture(words: list[str]) -> int:
    """In a server of its own in a temporary folder: the data people use is never touched."""
    return _call(sys.executable, "-m", "tests.torture", *words)


def _call(*command: str) -> int:
    return subprocess.call(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"})  # noqa: S603
