"""H, A and M0 of a million households beside a Polars query written by hand for this one set of weights.

    ./rukun bench mpi [--households N] [--desa N]

Ten hardships weighing 3 or 1 parts of 18, one of them unknown for one household in a hundred, in memory: of everyone, by
desa as a register lies (its desa together), and by desa of rows in no order. The hand-written query gives H, A and M0 only;
ours gives the raw and the censored count of each hardship and the bounds of the unknown as well. Both must agree to the last
digit. The median of nine turns each, taken in turns.
"""

from __future__ import annotations

import argparse
import sys
from fractions import Fraction
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

sys.path[:0] = [str(Path(__file__).resolve().parents[1]), str(Path(__file__).resolve().parents[1] / "src")]

import numpy as np  # noqa: E402
import polars as pl  # noqa: E402

from rukun.rules.mpi import Indicator, Spec, measure  # noqa: E402

WEIGHTS = {f"d{n}": 3 if n < 4 else 1 for n in range(10)}
SPEC = Spec(tuple(Indicator(code, Fraction(w, 18)) for code, w in WEIGHTS.items()), cutoff=Fraction(1, 3))
TURNS = 9


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--households", type=int, default=1_000_000)
    parser.add_argument("--desa", type=int, default=900)
    options = parser.parse_args()
    table = invented(options.households, options.desa, np.random.default_rng(20))
    print(f"{options.households} rumah tangga, {options.desa} desa, {len(WEIGHTS)} penunjuk, median {TURNS} putaran")
    mixed = table.sample(fraction=1, shuffle=True, seed=20)
    for name, rows, by in (("semua", table, ""), ("per desa", table, "desa"), ("per desa, acak", mixed, "desa")):
        agree(rows, by)
        ours, theirs = [], []
        for _ in range(TURNS):
            ours.append(spent(lambda rows=rows, by=by: measure(rows, SPEC, by=by)))
            theirs.append(spent(lambda rows=rows, by=by: by_hand(rows, by)))
        (wall, cpu), (bare, bare_cpu) = medians(ours), medians(theirs)
        print(
            f"{name:<15} kami {1000 * wall:7.1f} ms ({1000 * cpu:7.1f} ms CPU)   "
            f"tulisan tangan {1000 * bare:7.1f} ms ({1000 * bare_cpu:7.1f} ms CPU)   "
            f"{wall / bare:5.2f}× jam, {cpu / bare_cpu:5.2f}× CPU"
        )


def invented(households: int, desa: int, rng: np.random.Generator) -> pl.DataFrame:
    shares = rng.uniform(0.05, 0.4, len(WEIGHTS))
    columns = {code: rng.random(households) < share for code, share in zip(WEIGHTS, shares, strict=True)}
    held = pl.DataFrame(columns).with_columns(pl.all().cast(pl.Int8))
    lost = rng.random(households) < 0.01
    d0 = pl.when(pl.Series(lost)).then(None).otherwise(pl.col("d0")).alias("d0")
    return held.with_columns(d0, desa=pl.Series(np.sort(rng.integers(0, desa, households)), dtype=pl.Int32))


def by_hand(table: pl.DataFrame, by: str) -> pl.DataFrame:
    """What somebody writes who wants three numbers of this one set: whole weights, nothing missing."""
    codes = list(WEIGHTS)
    score = pl.sum_horizontal(pl.col(code).cast(pl.Int32) * weight for code, weight in WEIGHTS.items())
    scored = table.lazy().drop_nulls(codes).select(score.alias("score"), *([by] if by else []))
    poor = pl.col("score") >= SPEC.least
    told = [
        pl.len().alias("n"),
        poor.sum().alias("poor"),
        pl.col("score").filter(poor).sum().alias("sum"),
    ]
    return (scored.group_by(by).agg(told).sort(by) if by else scored.select(told)).collect()


def agree(table: pl.DataFrame, by: str) -> None:
    """Every H and M0 is the same, or there is nothing to compare."""
    ours = measure(table, SPEC, by=by)
    for row in by_hand(table, by).to_dicts():
        index = ours[row.get(by)]
        assert (index.counted, index.h) == (row["n"], Fraction(row["poor"], row["n"])), row
        assert index.m0 == Fraction(row["sum"], row["n"] * SPEC.parts), row


def spent(act: object) -> tuple[float, float]:
    began, used = perf_counter(), process_time()
    act()
    return perf_counter() - began, process_time() - used


def medians(turns: list[tuple[float, float]]) -> tuple[float, float]:
    return median(wall for wall, _cpu in turns), median(cpu for _wall, cpu in turns)


if __name__ == "__main__":
    main()
