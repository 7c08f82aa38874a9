"""How fast a regency of a million answers: search in the database and as a page, the RT list, the kabupaten page.

    ./rukun bench pages [--size HOUSEHOLDS]

Stands on a seeded regency in var/kabupaten; seeds it first when it is empty (minutes). Each figure stands beside the
bare SQL that fetches the same rows in the same run, as the owner, with no walls, no page and no rights to ask for.
Median and 95th percentile. OpenSID's own users report 70 to 87 s for list and search at 7,433 residents
(OpenSID/OpenSID#8739).
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _ground  # noqa: E402

_ground.stand("kabupaten", role="app")

from django.conf import settings  # noqa: E402
from django.db import connection, reset_queries, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from rukun.accounts.models import Appointment, User  # noqa: E402
from rukun.accounts.permissions import today  # noqa: E402
from rukun.people.queries import persons  # noqa: E402
from rukun.rules.identity import sought  # noqa: E402
from rukun.site.invented import words  # noqa: E402
from rukun.territory import queries as territory  # noqa: E402
from rukun.walls import scope, vault  # noqa: E402

TIMES = 60
OPENSID = "OpenSID pada 7.433 warga: daftar 70 s, cari 87 s (OpenSID#8739)"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=281_000, help="rumah tangga, bila kabupaten belum ada")
    _seed_if_empty(parser.parse_args().size)
    rng = Random(7)
    with transaction.atomic(), scope.everything():
        kabupaten = territory.installation().kabupaten
        rts = list(territory.rts_under(kabupaten.path, on=today()).values_list("area_id", "area__path"))
        people = _one("select count(*) from people_person")
        officer = _officer(kabupaten)
    print(f"{people:,} warga, {len(rts):,} RT. {OPENSID}\n")
    _search(kabupaten.path, rng)
    _pages(officer, kabupaten.pk, rts, rng)


def _search(path: str, rng: Random) -> None:
    names = [f"{rng.choice(words.FEMALE)} {rng.choice(words.MALE)[:3]}" for _ in range(TIMES)]
    common = [rng.choice(words.FEMALE) for _ in range(TIMES)]
    for label, asked in (("cari dua kata (basis data)", names), ("cari nama yang umum (basis data)", common)):
        ours = [_inside(path, lambda w=w: persons.search(w, on=today())) for w in asked]
        _ground.tell(label, ours, [_bare(_words_sql(w)) for w in asked], "p95 < 50 ms")
    numbers = [f"640299{rng.randint(1, 28):02}{rng.randint(1, 12):02}{rng.randint(60, 99)}0001" for _ in range(TIMES)]
    ours = [_inside(path, lambda n=n: persons.search(n, on=today())) for n in numbers]
    statement = "select person_id from people_secret where index = %s and until is null"
    bare = [_bare((statement, [vault.index("nik", number)])) for number in numbers]
    _ground.tell("cari NIK (basis data)", ours, bare, "p95 < 50 ms")


def _pages(officer: User, kabupaten: int, rts: list[tuple[int, str]], rng: Random) -> None:
    client = _client(officer)
    asked = [f"{rng.choice(words.FEMALE)} {rng.choice(words.MALE)[:3]}" for _ in range(TIMES)]
    ours = [_answered(lambda w=w: client.post("/warga/cari/", {"cari": w})) for w in asked]
    _ground.tell("cari nama (halaman)", ours, [_bare(_words_sql(w)) for w in asked], "p95 < 150 ms")
    some = rng.sample(rts, TIMES)
    ours = [_answered(lambda pk=pk: client.get(f"/wilayah/{pk}/warga/")) for pk, _ in some]
    _ground.tell("daftar satu RT (halaman)", ours, [_bare(_rt_sql(pk)) for pk, _ in some], "< 100 ms, ≤ 10 kueri")
    print(f"{'':46} kueri pada daftar RT: {_count(lambda: client.get(f'/wilayah/{some[0][0]}/warga/'))}")
    ours = [_answered(lambda: client.get(f"/wilayah/{kabupaten}/")) for _ in range(12)]
    _ground.tell("kabupaten (halaman)", ours, [_bare(_sums_sql()) for _ in range(12)], "< 300 ms")
    print(f"{'':46} kueri pada halaman kabupaten: {_count(lambda: client.get(f'/wilayah/{kabupaten}/'))}")


def _words_sql(asked: str) -> tuple[str, list[Any]]:
    each_word = (" | ".join(f"{beginning}:*" for beginning in beginnings) for beginnings in sought(asked))
    query = " & ".join(f"({one})" for one in each_word)
    text = """select id, name, birth_date, path from people_person
        where to_tsvector('simple', coalesce(name_key, '')) @@ %s::tsquery limit 21"""
    return text, [query]


def _rt_sql(rt: int) -> tuple[str, list[Any]]:
    text = """select h.id, h.address, p.name, s.relation, count(*) over (partition by h.id) from people_household h
        join people_stay s on s.household_id = h.id and s.until is null join people_person p on p.id = s.person_id
        where h.path = (select path from territory_area where id = %s) and h.until is null"""
    return text, [rt]


def _sums_sql() -> tuple[str, list[Any]]:
    return "select sum(households), sum(people), sum(interviewed) from people_tally", []


def _inside(path: str, act: Callable[[], Any]) -> float:
    with transaction.atomic():
        scope.enter([path])
        return _ground.milliseconds(act)


def _bare(statement: tuple[str, list[Any]]) -> float:
    with _owner() as link:
        return _ground.milliseconds(lambda: link.execute(*statement).fetchall())


_LINKS: list[Any] = []


@contextmanager
def _owner() -> Iterator[Any]:
    if not _LINKS:
        _LINKS.append(settings.OWNER.connect(autocommit=True))
    yield _LINKS[0]


def _answered(ask: Callable[[], Any]) -> float:
    def asked() -> None:
        answer = ask()
        assert answer.status_code == 200, f"{answer.status_code} {answer.headers.get('Location', '')}"

    return _ground.milliseconds(asked)


def _count(ask: Callable[[], Any]) -> int:
    settings.DEBUG = True
    reset_queries()
    ask()
    settings.DEBUG = False
    return sum(query["sql"] not in {"BEGIN", "COMMIT"} for query in connection.queries)


def _client(officer: User) -> Client:
    client = Client()
    client.force_login(officer)
    session = client.session
    session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": 0}]
    session.save()
    return client


def _officer(kabupaten: Any) -> User:
    """Someone of Dinsos with a second factor, for the bench only."""
    user, made = User.objects.get_or_create(username="ukur-dinsos", defaults={"name": "Ukur Peragaan"})
    if made:
        Appointment.objects.create(
            user=user, role="dinsos", area=kabupaten, path=kabupaten.path, since=today(), basis="ukuran"
        )
    return user


def _one(statement: str) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0]


def _seed_if_empty(households: int) -> None:
    with settings.OWNER.connect() as link:
        made = link.execute("select to_regclass('territory_installation')").fetchone()[0]
        if made and link.execute("select exists (select 1 from territory_installation)").fetchone()[0]:
            return
    rts = max(300, households // 90)
    subprocess.check_call(
        [sys.executable, "-m", "rukun.site", "seed", "--households", str(households), "--rt", str(rts)],
        env=os.environ | {"PYTHONPATH": str(_ground.ROOT / "src")},
    )


if __name__ == "__main__":
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    main()
