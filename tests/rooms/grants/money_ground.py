"""An RT with a book, one activity and three lines, and three officers who are three people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tests.rooms.conftest import make_user

from rukun.accounts.models import Appointment, Role, User
from rukun.grants.models import Activity, Book, Line, Payment, Picture, Shot
from rukun.grants.types import ShotRole
from rukun.musrenbang.models import Plan, Proposal
from rukun.territory.models import Area

ON = date(2026, 3, 2)
YEAR = 2026
CEILING = 150_000_000


@dataclass(frozen=True)
class Money:
    book: Book
    activity: Activity
    cement: Line
    wages: Line
    tools: Line
    head: User
    secretary: User
    treasurer: User


def make_money(rt: Area, *, opened: int = CEILING, **more: object) -> Money:
    """A book whose tranches are all opened; nothing is granted yet."""
    told = {"flow": "advance", "ceiling": CEILING, "opened": opened} | more
    if told["flow"] == "reimbursement":
        told["available"] = opened
    book = Book.objects.create(rt=rt, path=rt.path, year=YEAR, **told)
    activity = make_activity(book)
    lines = [
        Line.objects.create(
            activity=activity, path=rt.path, number=n, kind=kind, words=words, unit=unit, approved=approved
        )
        for n, (kind, words, unit, approved) in enumerate(
            (
                ("material", "Semen 50 kg", "zak", 10_000_000),
                ("wage", "Pekerja", "HOK", 6_000_000),
                ("equipment", "Sewa molen", "hari", 2_000_000),
            ),
            start=1,
        )
    ]
    officers = [make_officer(rt, role) for role in (Role.RT_HEAD, Role.RT_SECRETARY, Role.RT_TREASURER)]
    return Money(book, activity, *lines, *officers)


def make_activity(book: Book, title: str = "Semenisasi gang rekaan", amount: int = 20_000_000) -> Activity:
    here = {"rt_id": book.rt_id, "path": book.path}
    number = book.activities.count() + 1
    proposal = Proposal.objects.create(
        **here,
        born=book.year,
        number=number + 100,
        year=book.year,
        title=title,
        cost=amount,
        state="planned",
        owner="kecamatan",
    )
    plan = Plan.objects.create(
        **here, year=book.year, place=number, proposal=proposal, amount=amount, cluster="sosial", on=ON
    )
    return Activity.objects.create(
        **here,
        book=book,
        year=book.year,
        number=number,
        plan=plan,
        title=title,
        cluster="sosial",
        menu="S1",
        state="approved",
    )


def make_officer(rt: Area, role: str) -> User:
    name = f"{role}-{rt.pk}"
    user = User.objects.filter(username=name).first() or make_user(name)
    told = {"since": date(2020, 1, 1), "basis": "SK rekaan", "path": rt.path}
    if not Appointment.objects.filter(user=user, role=role, area=rt).exists():
        Appointment.objects.create(user=user, role=role, area=rt, **told)
    return user


def shoot(payment: Payment, role: ShotRole = ShotRole.RECEIPT) -> None:
    """A picture of the paper; what it looks like is tested elsewhere."""
    here = {"path": payment.path, "on": payment.on}
    bare = {"look": f"{payment.pk:016x}", "content": b"x", "width": 1, "height": 1, "by": "uji"}
    known, _is_new = Picture.objects.get_or_create(
        rt=payment.book.rt, digest=f"{payment.pk:064x}", defaults=here | bare
    )
    Shot.objects.get_or_create(picture=known, role=role, payment=payment, defaults=here)
