"""A whole regency of invented people, for speed and beauty at real size. The same seed makes the same regency.

Everything comes in by the doors a real one would use: the ministry's codes, an RT register, the one gate for people.
"""

from __future__ import annotations

import csv
import io
import json
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
from rukun.site.invented import COLUMNS, Inventor, rows_of
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
    """All families as one file through the gate, then what each of them told, then the verdicts."""
    with tempfile.TemporaryDirectory() as folder:
        people, answers = Path(folder) / "warga.csv", Path(folder) / "jawaban.jsonl"
        households = _write(people, answers, counts, size, kabupaten, on)
        say(f"{households:,} rumah tangga direka")
        with _everything():
            batch = batches.check(area_id=root, source=batches.Upload(people.name, people), by=BY, on=on)
        say(f"{batch.rows_read:,} warga diperiksa")
        with _everything():
            batch = batches.accept(batch=batch, by=BY, on=on)
        say(f"{batch.rows_kept:,} warga masuk")
        with _everything(), answers.open() as file:
            census.record(answers=map(json.loads, file), instrument="rt_census", on=on, source=SOURCE, by=BY)
    say("sensus masuk")
    with _everything():
        classifications.classify_area(path=territory.path_of(root), on=on, by=BY)
    say("penilaian selesai")
    return {"people": batch.rows_kept, "households": households}


def _write(people: Path, answers: Path, counts: dict[str, int], size: Size, kabupaten: str, on: date) -> int:
    """The file an operator would bring, and what the families would tell; returns the number of families."""
    inventor = Inventor(seed=size.seed, prefix=kabupaten.replace(".", ""), on=on)
    each, made = size.households / size.rts, 0
    with people.open("w", newline="") as file, answers.open("w") as told:
        written = csv.writer(file)
        written.writerow(COLUMNS)
        for desa, rt in ((code, f"{n:03}") for code, count in counts.items() for n in range(1, count + 1)):
            for family in inventor.families(_around(inventor.rng, each)):
                written.writerows(rows_of(family, desa=desa, rt=rt))
                if family.answers:
                    told.write(json.dumps([family.card, family.answers]) + "\n")
                made += 1
    return made


def _desas(root: int, on: date) -> list[Place]:
    return [desa for kecamatan in territory.children(root, on=on) for desa in territory.children(kecamatan.id, on=on)]


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
