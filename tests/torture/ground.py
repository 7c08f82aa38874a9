"""Three RTs with books of two years, three officers each, and lines to spend: where strain is put on the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from rukun.accounts.models import Role, User
from rukun.grants.models import Activity, Book, Line
from rukun.territory.models import Area
from tests.rooms.conftest import make_area
from tests.rooms.grants.money_ground import make_activity, make_officer

YEARS = (2026, 2027)
CEILING = 30_000_000
OFFICES = (Role.RT_HEAD, Role.RT_SECRETARY, Role.RT_TREASURER)


@dataclass(frozen=True, slots=True)
class Desk:
    """A book with what can be spent of it and who may."""

    book: Book
    activity: Activity
    lines: tuple[Line, ...]
    officers: tuple[User, ...]

    def day(self, n: int) -> date:
        return date(self.book.year, 1, 1) + timedelta(days=n)


def make_desks(*, rts: int = 3, years: tuple[int, ...] = YEARS, named: str = "Rekaan") -> list[Desk]:
    kabupaten = make_area("kabupaten", None, f"Kabupaten {named}", "64.02")
    kecamatan = make_area("kecamatan", kabupaten, f"Kecamatan {named}", "64.02.90")
    desa = make_area("desa", kecamatan, f"Desa {named}", "64.02.90.2001", kind="desa")
    areas = [make_area("rt", desa, f"RT {n:03} {named}", number=f"{n:03}") for n in range(1, rts + 1)]
    return [make_desk(rt, year) for rt in areas for year in years]


def make_desk(rt: Area, year: int) -> Desk:
    flow = "reimbursement" if rt.pk % 3 == 0 else "advance"
    opened = CEILING // 2
    available = opened if flow == "reimbursement" else 0
    told = {"flow": flow, "ceiling": CEILING, "opened": opened, "available": available}
    book = Book.objects.create(rt=rt, path=rt.path, year=year, **told)
    activity = make_activity(book)
    here = {"activity": activity, "path": rt.path, "unit": "zak"}
    kinds = (("material", CEILING), ("wage", 6_000_000), ("equipment", 2_000_000))
    lines = [
        Line.objects.create(**here, number=n, kind=kind, words=f"Baris {n}", approved=approved)
        for n, (kind, approved) in enumerate(kinds, start=1)
    ]
    return Desk(book, activity, tuple(lines), tuple(make_officer(rt, role) for role in OFFICES))
