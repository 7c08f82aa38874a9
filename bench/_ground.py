"""What every bench stands on: its own folder and database, never the one people use; as owner or as the web's role.

from bench._ground import ...        # before anything of Django
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from multiprocessing import parent_process
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]


def stand(folder: str, *, role: str, database: str = "rukun") -> None:
    """Points this process at a bench folder under var/ and starts Django as a role ("owner" or "app").

    A bench may empty its database, so DATABASE_URL is never looked at. A child that a bench starts keeps the role its
    parent has by then.
    """
    place = ROOT / "var" / folder
    runtime = ROOT / "var" / "jalan"
    for each in (place, runtime):
        each.mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    if parent_process() is None:
        os.environ["RUKUN_AS"] = role
    os.environ |= {
        "DATABASE_URL": "",
        "RUKUN_DATABASE": database,
        "RUKUN_HOME": str(ROOT),
        "RUKUN_VAR": f"var/{folder}",
        "RUKUN_KEY_FILE": f"var/{folder}/kunci.json",
        "RUKUN_ALLOWED_HOSTS": "testserver",
        "DJANGO_SETTINGS_MODULE": "rukun.site.settings",
        "XDG_RUNTIME_DIR": str(runtime),
    }
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    import django  # noqa: PLC0415 - only now does the environment say which house

    django.setup()


def milliseconds(act: Callable[[], Any], times: int = 1) -> float:
    began = time.perf_counter()
    for _ in range(times):
        act()
    return (time.perf_counter() - began) * 1000 / times


def spread(values: Iterable[float]) -> tuple[float, float]:
    """(median, 95th percentile) of milliseconds."""
    held = sorted(values)
    return statistics.median(held), held[max(0, round(len(held) * 0.95) - 1)]


def tell(label: str, ours: list[float], bound: list[float], bar: str) -> None:
    """One line: ours and the bare bound, median and p95, and the ratio of the medians."""
    (median, p95), (bare, bare95) = spread(ours), spread(bound)
    ratio = median / max(bare, 0.001)
    bound_words = f"polos {bare:8.1f} {bare95:8.1f} ms"
    print(f"{label:<46} {median:8.1f} {p95:8.1f} ms   {bound_words}   {ratio:6.1f}×   {bar}", flush=True)
