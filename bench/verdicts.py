"""How long verdicts of a whole regency take, beside the two things that bound them.

    ./rukun bench verdicts [--size HOUSEHOLDS]

Every household is invented and has its own answers. Measured, in one run: the verdicts with everything around them
(read, judged, kept, summed), for the first time and again, by one process and by two, in seconds and in seconds of
CPU (of the processes that judge, and of the database); the bare rule over the same facts in Python; the bare COPY of
rows of the same shape into a plain table. Where others use the machine too, compare CPU and ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _ground  # noqa: E402

_ground.stand("bench", role="owner", database="rukun_bench_verdicts")

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402

from rukun.poverty.facts import rulebook  # noqa: E402
from rukun.site import postgres  # noqa: E402
from rukun.site.commands import classify  # noqa: E402
from rukun.territory.models import Area  # noqa: E402
from rukun.walls import actions, scope  # noqa: E402

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


def fill(households: int) -> list[str]:
    """An invented regency straight into the tables; gives the paths of its kecamatan."""
    chance = random.Random(7)
    with transaction.atomic(), scope.everything(), connection.cursor() as cursor:
        Area.objects.create(id=1, level="kabupaten", path="1.")
        parts = [Area(id=2 + n, level="kecamatan", path=f"1.{2 + n}.") for n in range(PARTS)]
        rts = [Area(id=100 + n, level="rt", path=f"{parts[n % PARTS].path}{100 + n}.") for n in range(RTS)]
        Area.objects.bulk_create([*parts, *rts])
        cursor.execute(
            """insert into people_household (id, rt_id, path, rt_since, since, address, is_assumed, revision)
            select n, a.id, a.path, %(on)s, %(on)s, '', false, 0 from generate_series(1, %(n)s) n
            join territory_area a on a.id = 100 + n * %(rts)s::bigint / (%(n)s + 1)""",
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
            select h.id * 3 + k, h.rt_id, h.path, 'Warga', 'warga', 'male',
                date '1950-01-01' + (h.id * 97 + k * 9000)::int % 27000,
                false, '', '', '', '', '', '', '', '', 'none', 0
            from people_household h, generate_series(0, 2) k"""
        )
        cursor.execute(
            """insert into people_stay (person_id, household_id, path, relation, since, began_by, ended_by)
            select p.id, p.id / 3, p.path, 'kin', %s, 'counted', '' from people_person p""",
            [ON],
        )
    return [part.path for part in parts]


def measured(said: str, households: int, work: Callable[[], int]) -> float:
    """Runs the work and says what it took; gives the seconds."""
    start, before, spent = time.perf_counter(), sum(os.times()[:4]), database_cpu()
    changed = work()
    seconds = time.perf_counter() - start
    python, database = sum(os.times()[:4]) - before, database_cpu() - spent
    print(
        f"{said:<28}{seconds:7.1f} s {households / seconds:9,.0f} keluarga/s   CPU {python:.1f} s Python + "
        f"{database:.1f} s basis data   {changed:,} putusan baru",
        flush=True,
    )
    return seconds


def database_cpu() -> float:
    """CPU seconds of the server so far: its processes, and those that have ended and been added to the first one."""
    with settings.OWNER.connect() as link:
        pid = link.info.backend_pid
        parent = _stat(pid)[1]
        return sum(_seconds(each) for each in _children(int(parent))) + _seconds(int(parent), ended=True)


def _stat(pid: int) -> list[str]:
    """/proc/PID/stat from the state on: [0] state, [1] parent, [11:13] own ticks, [13:15] ticks of ended children."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def _seconds(pid: int, *, ended: bool = False) -> float:
    return sum(map(int, _stat(pid)[11 : 15 if ended else 13])) / os.sysconf("SC_CLK_TCK")


def _children(parent: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def forget() -> None:
    """As if nobody had ever been judged."""
    with settings.OWNER.connect(autocommit=True) as link:
        link.execute("truncate poverty_standing, poverty_classification, poverty_povertytally")
        link.execute("vacuum analyze poverty_standing, poverty_classification")


def bare_rule(households: int) -> float:
    """The rule and nothing else, over the same facts, in one process."""
    chance = random.Random(7)
    facts = [json.loads(answers(chance)) for _ in range(households // 10)]
    judge, start = rulebook.in_force(ON).judge, time.perf_counter()
    for each in facts:
        judge(each)
    return (time.perf_counter() - start) * 10


def bare_copy(households: int) -> float:
    """As many rows of the same shape into a table without keys, walls or indexes."""
    chance = random.Random(7)
    lines = "".join(f"{n}\t1.2.100.\tpoor\t9\t1\t{answers(chance)}\t{{no_latrine}}\t2026-03-01\n" for n in range(5_000))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "create temporary table bare (h bigint, p text, l text, c int, u int, r jsonb, n text[], d date)"
            " on commit drop"
        )
        start = time.perf_counter()
        with cursor.copy("copy bare from stdin") as copy:
            for _ in range(households // 5_000):
                copy.write(lines)
        return time.perf_counter() - start


def prepare() -> None:
    """An empty database with the walls of the house; the web's role does the work that is measured."""
    with settings.OWNER.connect(autocommit=True) as link:
        link.execute("drop schema public cascade")
        link.execute("create schema public")
    app = postgres.make_app_role(settings.OWNER)
    call_command("migrate", verbosity=0)
    with transaction.atomic():
        actions.grant(to=app.user)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=300_000, help="households")
    households = parser.parse_args().size
    prepare()
    paths = fill(households)
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    os.environ["RUKUN_AS"] = "app"
    postgres.enter_as(connection, postgres.app_role(settings.OWNER))
    bare = bare_rule(households) + bare_copy(households)
    held = dict.fromkeys(paths, households // PARTS)
    ways = {
        "dua proses": lambda: classify.in_parts(held, on=ON, by=BY),
        "satu proses": lambda: sum(classify.judge_part(path, on=ON, by=BY) for path in paths),
    }
    for said, judge in ways.items():
        forget()
        for time_said in ("pertama", "ulang"):
            took = measured(f"{said}, {time_said}", households, judge)
            print(f"{'':<28}{took / bare:7.1f} × (aturan saja + COPY saja, {bare:.1f} s)", flush=True)
    print("beban mesin " + " ".join(f"{load:.1f}" for load in os.getloadavg()))


if __name__ == "__main__":
    main()
