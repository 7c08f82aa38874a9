"""A short torture: few races, few kills, in a server of its own. The long one is `./rukun torture`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SMALL = ("--steps", "0", "--rounds", "20", "--client-kills", "20", "--server-kills", "3")


def test_nothing_is_lost_doubled_or_half_posted():
    told = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.torture", *SMALL],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": f"{ROOT}/src:{ROOT}"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout + told.stderr[-2000:]
    for name in ("rounds 20", "kills 20", "kills 3", "lost 0", "doubled 0", "half_posted 0", "over 0", "wrong_count 0"):
        assert name in told.stdout
