"""The profiles of a whole kabupaten: 3,134 RTs read, drawn and written as files; the same of fewer, fuller RTs.

    ./rukun bench profiles [--dense] [--rt RTS] [--households N]

An invented kabupaten of 3,134 RTs has few households (eight an RT: said here, since reading grows with them);
--dense is one of some 350 RTs with a hundred households each, as RTs really are. Books, tranches and payments of five
years stand in each (bench/_books.py). Told: seconds of reading, of drawing and of writing, what that makes for 3,134
RTs, beside ten minutes; and beside them the bare sums of the same tables by RT, as the owner, in the same run. PDF by
typst is measured on a few, to say why the command writes HTML.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _ground  # noqa: E402

DENSE = "--dense" in sys.argv
_ground.stand("profil-padat" if DENSE else "profil", role="app")

from django.conf import settings  # noqa: E402
from django.utils import translation  # noqa: E402

from bench import _books, _kabupaten  # noqa: E402
from rukun.accounts.models import User  # noqa: E402
from rukun.accounts.permissions import today  # noqa: E402
from rukun.reports import pdf  # noqa: E402
from rukun.reports.queries import profiles, sios_book  # noqa: E402
from rukun.site.commands import places  # noqa: E402
from rukun.site.commands.profile import _written  # noqa: E402
from rukun.territory import queries as territory  # noqa: E402
from rukun.walls import scope  # noqa: E402

ALL, BAR, PAPERS = 3_134, 600, 10
BARE = """
select s.path, p.sex, extract(year from age(p.birth_date))::int / 5, count(*) from people_stay s
    join people_person p on p.id = s.person_id where s.until is null group by 1, 2, 3;
select path, households, people from people_tally;
select path, reasons, needs from poverty_povertytally;
select h.rt_id, count(*) from people_household h left join people_stay s on s.household_id = h.id group by 1;
select rt_id, spent, released from grants_book;
select path, count(*) from grants_activity group by 1
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--dense", action="store_true")
    parser.add_argument("--rt", type=int, default=120 if DENSE else ALL)
    parser.add_argument("--households", type=int, help="rumah tangga per RT")
    options = parser.parse_args()
    _kabupaten.seed_if_empty(options.rt, options.households or (100 if DENSE else 3))
    with places.everything():
        people = _people()
    with settings.OWNER.connect(autocommit=True) as owner, places.everything():
        _books.fill_if_empty(owner, today().year, 5, 6, people)
        homes, rts = owner.execute("select sum(households), count(*) from people_tally").fetchone()
        print(f"{rts} RT, {homes} rumah tangga, buku lima tahun")
        bare = min(
            _ground.milliseconds(lambda: [owner.execute(s).fetchall() for s in BARE.split(";")]) for _ in range(3)
        )
        for is_open in (False, True):
            _measure(rts, bare / 1000, is_open)
        _papers()


def _measure(rts: int, bare: float, is_open: bool) -> None:
    """One process, all of it."""
    kabupaten = places.place(None, on=today())
    with translation.override("id"), tempfile.TemporaryDirectory() as folder:
        began, used = perf_counter(), process_time()
        with scope.many_rows("128MB"):
            told = profiles.under(kabupaten.path, year=today().year, on=today(), is_open=is_open)
        read = perf_counter() - began
        made = [_written(each, Path(folder)) for each in told]
        spent, cpu = perf_counter() - began, process_time() - used
        size = sum(file.stat().st_size for file in made) / len(made)
    each, whole = 1000 * (spent - read) / rts, spent / rts * ALL
    name = "semua jumlah" if is_open else "jumlah kecil disembunyikan"
    print(
        f"{name:<28} baca {read:6.1f} s ({read / bare:4.1f}× jumlah polos {bare:.2f} s)   tulis {each:5.1f} ms satu RT"
        f"   semua {spent:6.1f} s (CPU {cpu:.1f})   {ALL} RT: {whole:6.1f} s = {whole / BAR:.2f} dari sepuluh menit"
        f"   {size / 1024:.0f} KiB sehelai"
    )


def _papers() -> None:
    """The house's way to PDF, on the SIOS book of an RT: one page or two of about the same."""
    kabupaten = places.place(None, on=today())
    rts = list(territory.rts_under(kabupaten.path, on=today()).values_list("area", flat=True)[: PAPERS + 1])
    told = list(territory.places(rts, on=today()).values())
    books = [sios_book(place, on=today(), with_names=False) for place in told]
    pdf.draw(books[0])
    each = _ground.milliseconds(lambda: [pdf.draw(book) for book in books[1:]]) / PAPERS
    print(f"PDF dengan typst (buku SIOS satu RT): {each:.0f} ms, {ALL} RT: {each * ALL / 1000:.0f} s")


def _people() -> list[int]:
    return [
        User.objects.get_or_create(username=f"ukur-{n}", defaults={"name": "Ukur Peragaan"})[0].pk for n in range(3)
    ]


if __name__ == "__main__":
    main()
