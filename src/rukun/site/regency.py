"""A whole regency of invented people, for speed and beauty at real size. The same seed makes the same regency.

Everything comes in by the doors a real one would use: the ministry's codes, an RT register, the one gate for people.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random

from django.db import transaction

from rukun.kit.problems import Problem
from rukun.people.actions import batches, census
from rukun.poverty.actions import classifications
from rukun.site.invented import COLUMNS, Family, Inventor, rows_of
from rukun.territory import queries as territory
from rukun.territory.actions import codes, registers
from rukun.territory.types import Place
from rukun.walls import scope

BASIS = "Data rekaan untuk uji ukuran penuh"
SOURCE = "sensus"
BY = "perintah:seed"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Size:
    """How much to make: a regency of `rts` RT and `households` households, from one seed."""

    rts: int
    households: int
    seed: int


def fill(*, kabupaten: str, size: Size, on: date, say: Say) -> dict[str, int]:
    """Founds the regency and fills it. Raises Problem site.seed_not_empty when an installation is there already."""
    with _everything():
        if territory.installation():
            raise Problem("site.seed_not_empty")
        codes.found(kabupaten_code=kabupaten, since=on.replace(year=on.year - 5), by=BY)
        root = territory.installation().kabupaten_id
        desas = _desas(root, on)
        say(f"{len(desas)} desa dan kelurahan")
    counts = _register(root, desas, size, on)
    say(f"{size.rts} RT")
    return _people(root, counts, size, kabupaten, on, say)


def _register(root: int, desas: list[Place], size: Size, on: date) -> dict[str, int]:
    """RT spread over the desa as life does: a few each, more in some. Returns desa code → number of RT."""
    rng = Random(size.seed)  # noqa: S311 - repeatable, not secret
    weights = [rng.paretovariate(2.5) for _ in desas]
    counts = _shared_out(size.rts, weights)
    spread = {desa.code: count for desa, count in zip(desas, counts, strict=True)}
    table = [("kode_desa", "rt")] + [(code, f"{n:03}") for code, count in spread.items() for n in range(1, count + 1)]
    since = on.replace(year=on.year - 5)
    with _everything():
        path = territory.path_of(root)
        registers.bring(source=_csv(table), file="rt.csv", within=path, since=since, basis=BASIS, by=BY)
    return spread


def _people(root: int, counts: dict[str, int], size: Size, kabupaten: str, on: date, say: Say) -> dict[str, int]:
    inventor = Inventor(seed=size.seed, prefix=kabupaten.replace(".", ""), on=on)
    each, total = size.households / size.rts, {"people": 0, "households": 0}
    for kecamatan, codes_of_desa in _by_kecamatan(counts).items():
        families = [
            (desa, f"{n:03}", family)
            for desa in codes_of_desa
            for n in range(1, counts[desa] + 1)
            for family in inventor.families(_around(inventor.rng, each))
        ]
        total["people"] += _bring_in(root, kecamatan, families, on)
        total["households"] += len(families)
        say(f"kecamatan {kecamatan}: {total['people']:,} warga dalam {total['households']:,} rumah tangga")
    with _everything():
        classifications.classify_area(path=territory.path_of(root), on=on, by=BY)
    say("penilaian selesai")
    return total


def _bring_in(root: int, kecamatan: str, families: list[tuple[str, str, Family]], on: date) -> int:
    """One batch a kecamatan through the gate, then the interviews of its households."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv", newline="") as file:
        written = csv.writer(file)
        written.writerow(COLUMNS)
        for desa, rt, family in families:
            written.writerows(rows_of(family, desa=desa, rt=rt))
        file.flush()
        with _everything():
            upload = batches.Upload(f"{kecamatan}.csv", Path(file.name))
            batch = batches.check(area_id=root, source=upload, by=BY, on=on)
            batch = batches.accept(batch=batch, by=BY, on=on)
    told = ((family.card, family.answers) for _, _, family in families if family.answers)
    with _everything():
        census.record(answers=told, instrument="rt_census", on=on, source=SOURCE, by=BY)
    return batch.rows_kept


def _desas(root: int, on: date) -> list[Place]:
    return [desa for kecamatan in territory.children(root, on=on) for desa in territory.children(kecamatan.id, on=on)]


def _by_kecamatan(counts: dict[str, int]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code in counts:
        found.setdefault(code.rpartition(".")[0], []).append(code)
    return found


def _shared_out(total: int, weights: list[float]) -> list[int]:
    """Whole numbers by weight, at least one each, that add up to the total (largest remainders)."""
    spare, sum_of = total - len(weights), sum(weights)
    exact = [spare * weight / sum_of for weight in weights]
    counts = [1 + int(share) for share in exact]
    by_rest = sorted(range(len(weights)), key=lambda i: int(exact[i]) - exact[i])
    for i in by_rest[: total - sum(counts)]:
        counts[i] += 1
    return counts


def _around(rng: Random, mean: float) -> int:
    return max(8, round(rng.gauss(mean, mean * 0.22)))


def _csv(table: Iterable[tuple[str, ...]]) -> bytes:
    held = io.StringIO()
    csv.writer(held).writerows(table)
    return held.getvalue().encode()


@contextmanager
def _everything() -> Iterator[None]:
    with transaction.atomic(), scope.everything():
        yield
