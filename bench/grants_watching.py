"""Twelve planted fraud schemes in 200 of 3,134 invented RTs: what is found, and how fast photos are compared.

    ./rukun bench grants_watching [--rts N] [--crooked N] [--seeds N]

Printed for each seed: recall (planted RTs whose scheme raised its own indicator), precision among as many RTs of
highest score as were planted, and how many honest RTs have any flag. The peer compares every pair of photos with NumPy.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import numpy as np  # noqa: E402
from tests.rules.test_rules_watching import look  # noqa: E402
from tests.rules.watching_planted import ANSWERS, Kabupaten, invent  # noqa: E402

from rukun.rules import watching as rules  # noqa: E402

FAR = 6


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rts", type=int, default=3_134)
    parser.add_argument("--crooked", type=int, default=200)
    parser.add_argument("--seeds", type=int, default=3)
    options = parser.parse_args()
    for seed in range(1, options.seeds + 1):
        made = invent(seed, rts=options.rts, crooked=options.crooked)
        _tell(seed, made, options.rts)
    _photos(made)
    return 0


def _tell(seed: int, made: Kabupaten, rts: int) -> None:
    began = time.perf_counter()
    findings = look(made)
    seconds = time.perf_counter() - began
    found = defaultdict(set)
    for each in findings:
        found[each.rt].add(each.indicator)
    missed = Counter(scheme for rt, scheme in made.planted.items() if ANSWERS[scheme] not in found[rt])
    risk = rules.risks(findings)
    top = sorted(risk, key=lambda rt: -risk[rt])
    planted, size = set(made.planted), len(made.planted)
    recall = 1 - sum(missed.values()) / size
    precision, first = (len(set(top[:n]) & planted) / n for n in (size, 100))
    honest = len(set(found) - planted)
    print(
        f"seed {seed}: {len(made.receipts):,} receipts looked at in {seconds:.1f} s; planted RTs {size}, "
        f"recall {recall:.3f}, precision of the top {size} {precision:.3f}, of the top 100 {first:.3f}; "
        f"honest RTs with a flag {honest} of {rts - size} ({honest / (rts - size):.1%}); missed {dict(missed)}",
        flush=True,
    )


def _photos(made: Kabupaten) -> None:
    pictures = made.pictures[:20_000]
    began = time.perf_counter()
    ours = len(rules.reused(pictures, bits=FAR, far=FAR)) // 2
    middle = time.perf_counter()
    peers = _every_pair(np.array([each.look for each in pictures], dtype=np.uint64))
    ended = time.perf_counter()
    if ours != peers:
        raise SystemExit(f"ours {ours}, every pair {peers}")
    mine, theirs = middle - began, ended - middle
    print(f"photos alike among {len(pictures):,}: ours {mine:.2f} s, NumPy over every pair {theirs:.2f} s, "
          f"{theirs / mine:.1f}× as long; both found {ours}")  # fmt: skip


def _every_pair(looks: np.ndarray) -> int:
    found = 0
    for n in range(len(looks) - 1):
        words = looks[n] ^ looks[n + 1 :]
        ones = np.unpackbits(words.view(np.uint8).reshape(-1, 8), axis=1).sum(axis=1)
        found += int((ones <= FAR).sum())
    return found


if __name__ == "__main__":
    sys.exit(main())
