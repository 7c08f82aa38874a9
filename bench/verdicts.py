"""How long verdicts of a whole regency take, beside the two things that bound them.

    python bench/verdicts.py [households]

Every household is invented and has its own answers. Measured, in one run: the verdicts with everything around them
(read, judged, kept, summed, one transaction a kecamatan, two processes); the bare rule over the same facts in Python;
the bare COPY of rows of the same shape into a plain table.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rukun.site.settings")
ON = date(2026, 3, 1)
PARTS = 20
RTS = 3_134
BY = "perintah:bench"


def answers(chance: random.Random) -> str:
    """One family's answers, spread over all choices, some unknown, some never asked."""
    told = {
        "floor_area_m2": chance.randrange(12, 120),
        "floor": chance.choice(["earth", "cement", "tile", "bamboo"]),
        "wall": chance.choice(["bamboo", "good_wood", "plastered_brick", "low_grade_wood"]),
        "toilet": chance.choice(["own", "shared", "none"]),
        "lighting": chance.choice(["pln", "pln", "oil_lamp"]),
        "drinking_water": chance.choice(["piped", "river", "unprotected_well"]),
        "cooking_fuel": chance.choice(["gas", "firewood", "kerosene"]),
        "protein_per_week": chance.randrange(8),
        "new_clothes_per_year": chance.randrange(5),
        "meals_per_day": chance.choice([2, 3]),
        "can_pay_clinic": chance.choice([True, False, "unknown"]),
        "head_job": chance.choice(["farmer", "fisher", "other", "farm_labourer"]),
        "head_land_m2": chance.randrange(0, 2_000, 50),
        "head_income_month": chance.randrange(300_000, 4_000_000, 50_000),
        "head_education": chance.choice(["sd", "smp", "sma", "none"]),
        "sellable_assets": chance.randrange(0, 3_000_000, 100_000),
    }
    del told[chance.choice(list(told))]
    return json.dumps(told)


def classify(path: str) -> int:
    """One kecamatan, in a process of its own connection."""
    django.setup()
    from django.db import transaction

    from rukun.poverty.actions import classifications
    from rukun.walls import scope

    with transaction.atomic(), scope.everything():
        return classifications.classify_area(path=path, on=ON, by=BY)


def fill(households: int) -> list[str]:
    """An invented regency straight into the tables; gives the paths of its kecamatan."""
    from django.db import connection, transaction

    from rukun.territory.models import Area
    from rukun.walls import scope

    chance = random.Random(7)
    with transaction.atomic(), scope.everything(), connection.cursor() as cursor:
        Area.objects.create(id=1, level="kabupaten", path="1.")
        parts = [Area(id=2 + n, level="kecamatan", path=f"1.{2 + n}.") for n in range(PARTS)]
        rts = [Area(id=100 + n, level="rt", path=f"{parts[n % PARTS].path}{100 + n}.") for n in range(RTS)]
        Area.objects.bulk_create([*parts, *rts])
        cursor.execute(
            """insert into people_household (id, rt_id, path, rt_since, since, address, is_assumed, revision)
            select n, 100 + n %% %(rts)s, a.path, %(on)s, %(on)s, '', false, 0 from generate_series(1, %(n)s) n
            join territory_area a on a.id = 100 + n %% %(rts)s""",
            {"n": households, "rts": RTS, "on": ON},
        )
        cursor.execute("create temporary table told (id bigint, answers jsonb) on commit drop")
        with cursor.copy("copy told from stdin") as copy:
            for number in range(1, households + 1):
                copy.write(f"{number}\t{answers(chance)}\n")
        cursor.execute(
            """insert into people_interview (household_id, path, instrument, "on", source, answers, by, recorded_at)
            select h.id, h.path, 'bps14', %s, 'bench', t.answers, 'bench', now() from told t join people_household h
            using (id)""",
            [ON],
        )
        cursor.execute(
            """insert into people_person (id, rt_id, path, name, name_key, sex, birth_date, is_birth_date_estimated,
                birth_place, religion, marital, education, schooling, occupation, citizenship, disability, nik_status,
                revision)
            select h.id * 3 + k, h.rt_id, h.path, 'Warga', 'warga', 'male', date '1950-01-01' + (h.id * 97 + k * 9000)::int %% 27000,
                false, '', '', '', '', '', '', '', '', 'none', 0
            from people_household h, generate_series(0, 2) k"""
        )
        cursor.execute(
            """insert into people_stay (person_id, household_id, path, relation, since, began_by, ended_by)
            select p.id, p.id / 3, p.path, 'kin', %s, 'counted', '' from people_person p""",
            [ON],
        )
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from django_migrations")
    return [part.path for part in parts]


def everything(paths: list[str]) -> tuple[float, int]:
    start = time.perf_counter()
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        changed = sum(pool.map(classify, paths))
    return time.perf_counter() - start, changed


def bare_rule(households: int) -> float:
    """The rule and nothing else, over the same facts, in one process."""
    from rukun.poverty.facts import rulebook

    chance = random.Random(7)
    facts = [json.loads(answers(chance)) for _ in range(households // 10)]
    judge, start = rulebook.in_force(ON).judge, time.perf_counter()
    for each in facts:
        judge(each)
    return (time.perf_counter() - start) * 10


def bare_copy(households: int) -> float:
    """As many rows of the same shape into a table without keys, walls or indexes."""
    from django.db import connection, transaction

    chance = random.Random(7)
    lines = "".join(f"{n}\t1.2.100.\tpoor\t9\t1\t{answers(chance)}\t{{no_latrine}}\t2026-03-01\n" for n in range(5_000))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "create temporary table bare (h bigint, p text, l text, c int, u int, r jsonb, n text[], d date) on commit drop"
        )
        start = time.perf_counter()
        with cursor.copy("copy bare from stdin") as copy:
            for _ in range(households // 5_000):
                copy.write(lines)
        return time.perf_counter() - start


def main() -> None:
    django.setup()
    households = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
    paths = fill(households)
    seconds, changed = everything(paths)
    again, unchanged = everything(paths)
    rule, copy = bare_rule(households), bare_copy(households)
    print(f"putusan {households:,} keluarga: {seconds:.1f} s pertama ({changed:,} baru), {again:.1f} s ulang ({unchanged:,} baru)")
    print(f"aturan saja {rule:.1f} s, COPY saja {copy:.1f} s; rasio terhadap keduanya {seconds / (rule + copy):.1f}")


if __name__ == "__main__":
    main()
