"""./rukun test · lint · bench: the house looked over by pytest, ruff, import-linter, mypy and the benches."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from rukun.site.environment import ROOT

FOLDERS = {"rules", "spec", "rooms", "journeys", "house"}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(takes_more=True)
    parser.epilog = "test: rules spec rooms journeys house, atau pilihan pytest. bench: nama ukuran; tanpa nama: semua."


def run(options: argparse.Namespace) -> int:
    return {"test": _test, "lint": _lint, "bench": _bench}[options.command](options.extra)


def _test(words: list[str]) -> int:
    if not any(shutil.which(name) for name in BROWSERS):
        print("Chromium tidak terpasang: ujian di peramban DILEWATI. · No Chromium: browser tests are LEFT OUT.")
    chosen = [f"tests/{word}" if word in FOLDERS else word for word in words]
    workers = (
        []
        if any(word.startswith("-n") for word in words) or set(words) & {"rules", "spec"}
        else ["-n", "2", "--dist", "loadgroup"]
    )
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
    known = {path.stem: path for path in sorted((ROOT / "bench").glob("*.py")) if not path.stem.startswith("_")}
    if missing := [word for word in words if not word.startswith("-") and word not in known]:
        print(f"Tidak ada ukuran {', '.join(missing)}. Yang ada: {', '.join(known)}.", file=sys.stderr)
        return 2
    names = [word for word in words if not word.startswith("-")] or list(known)
    return max(_call(sys.executable, str(known[name]), *[w for w in words if w.startswith("-")]) for name in names)


def _call(*command: str) -> int:
    return subprocess.call(command, cwd=ROOT, env=os.environ | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"})  # noqa: S603
