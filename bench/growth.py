"""z-scores of a million measured children beside the package people know, pygrowup2.

    ./rukun bench growth [--children N] [--peer N]

All six indices are computed for each child by us, four by the peer (weight, length, BMI for age and weight for length),
which goes child by child; it is given fewer children and both are told per thousand. Where both give a score they are
compared; the peer takes a child to be standing from day 730 on, the WHO from day 731, so that one day differs.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[1] / "src")]

import numpy as np  # noqa: E402
from pygrowup.pygrowup import Observation  # noqa: E402

from rukun.rules import growth  # noqa: E402
from rukun.site.commands.measured import standard  # noqa: E402

PEER = "pygrowup2 1.0.0"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--children", type=int, default=1_000_000)
    parser.add_argument("--peer", type=int, default=2_000)
    options = parser.parse_args()
    rng = np.random.default_rng(20)
    children, tables = invented(options.children, rng), standard()
    ours = median(_seconds(lambda: growth.scores(children, tables)) for _ in range(5))
    few = invented(options.peer, rng)
    began = perf_counter()
    theirs = peer_scores(few)
    spent = perf_counter() - began
    mine = growth.scores(few, tables).z
    apart = [abs(mine[index][n] - value) for n, held in enumerate(theirs) for index, value in held.items()]
    us, them = 1000 * ours / options.children, 1000 * spent / options.peer
    print(f"kami  {options.children:>9} anak  {ours:8.3f} s  {1000 * us:9.4f} ms tiap seribu (enam indeks)")
    print(f"rekan {options.peer:>9} anak  {spent:8.3f} s  {1000 * them:9.4f} ms tiap seribu (empat indeks, {PEER})")
    print(f"{them / us:.0f} kali lebih cepat; {len(apart)} nilai dibandingkan, beda terjauh {max(apart):.3f}")


def invented(children: int, rng: np.random.Generator) -> growth.Measured:
    """Lengths to the tenth of a centimetre and weights near the median, so that the peer has a score for each."""
    days = rng.integers(1, 1826, children)
    sex = rng.integers(1, 3, children)
    length = np.round(np.clip(50 + 0.032 * days + rng.normal(0, 3, children), 46, 110), 1)
    weight = np.round(np.clip(3.3 + 0.0075 * days + rng.normal(0, 0.6, children), 2, 28), 2)
    return growth.Measured.of(
        sex=sex, age_days=days, weight_kg=weight, lenhei_cm=length, is_lying=(days < 731),
        head_cm=np.round(34 + 0.009 * days, 1), arm_cm=np.round(13 + 0.001 * days, 1),
    )  # fmt: skip


def peer_scores(children: growth.Measured) -> list[dict[str, float]]:
    rows = zip(children.sex, children.age_days, children.weight_kg, children.lenhei_cm, strict=True)
    return [_one(*row) for row in rows]


def _one(sex: float, days: float, weight: float, length: float) -> dict[str, float]:
    seen = Observation(sex=("male", "female")[int(sex) - 1], age_in_days=int(days))
    is_lying = days < 731
    for_length = seen.weight_for_length if is_lying else seen.weight_for_height
    asked = {
        "waz": lambda: seen.weight_for_age(str(weight)),
        "haz": lambda: seen.length_or_height_for_age(str(length), recumbent=is_lying),
        "whz": lambda: for_length(str(weight), str(length)),
        "baz": lambda: seen.bmi_for_age(str(weight / (length / 100) ** 2)),
    }
    return {index: float(ask()) for index, ask in asked.items()}


def _seconds(act: object) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began


if __name__ == "__main__":
    main()
