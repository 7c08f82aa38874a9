"""H, A and M0 of a million households beside Polars queries written by hand for this one set of weights.

    ./rukun bench mpi [--households N] [--desa N]

Ten hardships weighing 3 or 1 parts of 18, one of them unknown for one household in a hundred, in memory: of everyone,
by desa as a register lies (its desa together), and by desa of rows in no order. One query by hand gives H, A and M0,
the other what each hardship adds as well, as ours does, which also tells the bounds of the unknown. All agree to the
last digit. The median of nine turns each, taken in turns.
"""

from __future__ import annotations

import argparse
import sys
from fractions import Fraction
from functools import partial
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
        acts = partial(measure, rows, SPEC, by=by), partial(by_hand, rows, by), partial(by_hand, rows, by, parts=True)
        ours, three, parts = medians([[spent(act) for act in acts] for _ in range(TURNS)])
        print(
            f"{name:<15} kami {told(ours)}   H, A, M0 dengan tangan {told(three)} = {ratio(ours, three)}   "
            f"dengan sumbangan penunjuk {told(parts)} = {ratio(ours, parts)}"
        )


def invented(households: int, desa: int, rng: np.random.Generator) -> pl.DataFrame:
    shares = rng.uniform(0.05, 0.4, len(WEIGHTS))
    columns = {code: rng.random(households) < share for code, share in zip(WEIGHTS, shares, strict=True)}
    held = pl.DataFrame(columns).with_columns(pl.all().cast(pl.Int8))
    lost = rng.random(households) < 0.01
    d0 = pl.when(pl.Series(lost)).then(None).otherwise(pl.col("d0")).alias("d0")
    return held.with_columns(d0, desa=pl.Series(np.sort(rng.integers(0, desa, households)), dtype=pl.Int32))


def by_hand(table: pl.DataFrame, by: str, *, parts: bool = False) -> pl.DataFrame:
    """What somebody writes for this one set: whole weights, the incomplete left out."""
    codes = list(WEIGHTS)
    score = pl.sum_horizontal(pl.col(code).cast(pl.Int32) * weight for code, weight in WEIGHTS.items())
    kept = [*(codes if parts else []), *([by] if by else [])]
    scored = table.lazy().drop_nulls(codes).select(score.alias("score"), *kept)
    poor = pl.col("score") >= SPEC.least
    told = [pl.len().alias("n"), poor.sum().alias("poor"), pl.col("score").filter(poor).sum().alias("sum")]
    if parts:
        told += [pl.col(code).sum().alias(code) for code in codes]
        told += [pl.col(code).filter(poor).sum().alias(f"{code}_poor") for code in codes]
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


def medians(turns: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """Of each act: its median on the clock and of the processors."""
    return [(median(wall for wall, _ in each), median(cpu for _, cpu in each)) for each in zip(*turns, strict=True)]


def told(each: tuple[float, float]) -> str:
    return f"{1000 * each[0]:6.1f} ms ({1000 * each[1]:6.1f} CPU)"


def ratio(ours: tuple[float, float], theirs: tuple[float, float]) -> str:
    return f"{ours[0] / theirs[0]:.2f}× jam, {ours[1] / theirs[1]:.2f}× CPU"


if __name__ == "__main__":
    main()
