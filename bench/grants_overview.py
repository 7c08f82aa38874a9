"""How fast the money of a whole kabupaten is seen: 3,134 RTs × 5 years, as the page of the kabupaten and of one desa.

    ./rukun bench grants_overview [--rt RTS]

Stands on a kabupaten of invented RTs in var/dana; seeds it first when it is empty (about a minute), and fills books,
clusters and tranches straight into the tables. Each figure stands beside the bare SQL sums of the same rows in the same
run, as the owner, with no walls, no page and no rights to ask for. Median and 95th percentile.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _ground  # noqa: E402

_ground.stand("dana", role="app")

from django.conf import settings  # noqa: E402
from django.db import connection, reset_queries, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from bench import _kabupaten  # noqa: E402
from rukun.accounts.models import User  # noqa: E402
from rukun.accounts.permissions import today  # noqa: E402
from rukun.musrenbang.actions import ceilings  # noqa: E402
from rukun.musrenbang.models import Decree  # noqa: E402
from rukun.musrenbang.queries import ceiling_trials  # noqa: E402
from rukun.territory import queries as territory  # noqa: E402
from rukun.walls import scope  # noqa: E402

TIMES, YEARS, CEILING, CLUSTERS = 30, 5, 150_000_000, ("sosial", "karakter", "lembaga")
FLAT = {"kind": "scaled", "amount": CEILING, "budget": 400_000_000_000, "step": 1}

BOOKS = """
insert into grants_book (rt_id, path, year, flow, ceiling, opened, granted, released, available, spent, accounted, tax,
    cash, bank, committed, receivable, panjar, talangan, swadaya_cash, interest, carried_in, returned, carried_out,
    last_number)
select rt, path, year, 'advance', %(ceiling)s::bigint, came, came, came, came, spent, spent / 2, spent / 100,
    spent / 100, came - spent, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
from (select *, came / 100 * (rt * 7 %% 101) as spent from (
    select id as rt, path, year, %(ceiling)s::bigint / 10 * (6 + rt_part) as came
    from territory_area, generate_series(%(first)s::int, %(last)s::int) year,
        lateral (select (id + year) %% 2 * 4 as rt_part) part
    where level = 'rt') came) spent
"""
PARTS = """
insert into grants_clustersum (book_id, path, year, cluster, planned, approved, spent, accounted, swadaya)
select id, path, year, cluster, ceiling / 3, ceiling / 3, spent / 3, accounted / 3, 0
from grants_book, unnest(%(clusters)s::text[]) cluster
"""
TRANCHES = """
insert into grants_tranche (book_id, path, year, number, amount, state, requested_on, released_on)
select id, path, year, number, ceiling / 10 * (case number when 1 then 6 else 4 end),
    case when number = 1 or released = ceiling then 'released' else 'requested' end,
    make_date(year, 2, 1), case when number = 1 or released = ceiling then make_date(year, 3 * number, 1) end
from grants_book, generate_series(1, 2) number
"""
LATE = """
insert into grants_dossier (book_id, path, year, kind, number, state, level, due, amount, tranche_id)
select book_id, path, year, 'spj', 1, 'submitted', 'desa', make_date(year, 6, 1), amount, id
from grants_tranche where number = 1 and id %% 17 = 0
"""
BARE = """
select year, sum(ceiling), sum(granted), sum(released), sum(spent), sum(accounted), sum(tax), sum(bank), sum(cash)
from grants_book group by year;
select year, sum(amount) from grants_tranche where state in ('requested', 'approved', 'released') group by year;
select cluster, sum(planned), sum(approved), sum(spent), sum(accounted) from grants_clustersum where year = {year}
group by cluster;
select number, state, count(*), sum(amount) from grants_tranche where year = {year} group by number, state
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--rt", type=int, default=3134, help="jumlah RT, bila kabupaten belum ada")
    _kabupaten.seed_if_empty(parser.parse_args().rt)
    year = today().year
    with settings.OWNER.connect(autocommit=True) as owner:
        _fill_if_empty(owner, year)
        with transaction.atomic(), scope.everything():
            kabupaten = territory.installation().kabupaten
            client, officer = _kabupaten.client(kabupaten)
            desa = territory.editions(on=today()).filter(area__level="desa").order_by("area__path").first().area
        counts = owner.execute("select count(*), count(distinct rt_id) from grants_book").fetchone()
        print(f"{counts[0]:,} buku, {counts[1]:,} RT, {YEARS} tahun\n")
        bare = [_ground.milliseconds(lambda: _bare(owner, year)) for _ in range(TIMES)]
        for label, area in (("ringkasan kabupaten (halaman)", kabupaten), ("ringkasan satu desa (halaman)", desa)):
            url = f"/wilayah/{area.pk}/dana/ringkasan/"
            ours = [_kabupaten.answered(client, url) for _ in range(TIMES)]
            _ground.tell(label, ours, bare, "< 300 ms")
            print(f"{'':46} kueri: {_count(client, url)}")
        ours = [_kabupaten.answered(client, f"/wilayah/{kabupaten.pk}/dana/ringkasan.xlsx") for _ in range(3)]
        _ground.tell("unduh semua RT (XLSX)", ours, bare, "tanpa batas")
        _ceilings(owner, kabupaten, officer, year)


def _ceilings(owner: Any, kabupaten: Any, officer: User, year: int) -> None:
    """A rule tried on every RT, and a decree of every RT, taken back; beside them bare rows and a bare insert."""
    statement = f"""insert into musrenbang_ceiling (decree_id, rt_id, path, year, since, amount)
        select %s, id, path, {year}, current_date, {CEILING} from territory_area where level = 'rt'"""
    with transaction.atomic(), scope.everything():
        ours = [
            _ground.milliseconds(lambda: ceiling_trials.tried(kabupaten.path, year, FLAT, today())) for _ in range(10)
        ]
        told = {"number": "SK ukuran", "decreed_on": today(), "since": today(), "on": today(), "by": officer}
        taken = _ground.milliseconds(lambda: ceilings.issue(area_id=kabupaten.pk, year=year, rule=FLAT, **told))
        decree = Decree.objects.get(number="SK ukuran")
        decree.pk = None
        decree.number = "SK polos"
        decree.save()
        with connection.cursor() as cursor:
            bare = _ground.milliseconds(lambda: cursor.execute(statement, [decree.pk]))
        transaction.set_rollback(True)
    counted = [_ground.milliseconds(lambda: owner.execute(COUNTED).fetchall()) for _ in range(10)]
    _ground.tell("coba pagu semua RT", ours, counted, "< 300 ms")
    _ground.tell("tetapkan pagu semua RT", [taken], [bare], "< 2 s")


COUNTED = """select a.id, a.path, e.name, t.households from territory_area a
    join territory_edition e on e.area_id = a.id and e.until is null
    left join people_tally t on t.rt_id = a.id where a.level = 'rt'"""


def _bare(owner: Any, year: int) -> None:
    for statement in BARE.format(year=year).split(";"):
        owner.execute(statement).fetchall()


def _count(client: Client, url: str) -> int:
    settings.DEBUG = True
    reset_queries()
    client.get(url)
    settings.DEBUG = False
    return sum(query["sql"] not in {"BEGIN", "COMMIT"} for query in connection.queries)


def _fill_if_empty(owner: Any, year: int) -> None:
    if owner.execute("select exists (select 1 from grants_book)").fetchone()[0]:
        return
    given = {"ceiling": CEILING, "first": year - YEARS + 1, "last": year, "clusters": list(CLUSTERS)}
    for statement in (BOOKS, PARTS, TRANCHES, LATE):
        owner.execute(statement, given)
    for table in ("book", "clustersum", "tranche", "dossier"):
        owner.execute(f"vacuum analyze grants_{table}")


if __name__ == "__main__":
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    main()
