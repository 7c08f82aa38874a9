"""What is still missing, who must do it, until when: of an activity, of an RT's book, of all desks of an area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Q, Sum
from django.db.models.functions import Coalesce

from rukun.accounts.types import Role
from rukun.grants.facts import missing as facts
from rukun.grants.facts.missing import Known
from rukun.grants.models import Activity, Book, Dossier, Line, Payment, Tranche
from rukun.grants.queries import tranches
from rukun.grants.types import (
    ActivityState,
    BudgetState,
    DossierKind,
    DossierState,
    Flow,
    Funding,
    PaymentState,
    TrancheState,
)
from rukun.grants.words import missing as words
from rukun.parameters.juknis import MoneyRules
from rukun.rules import missing as rules
from rukun.rules.missing import Missing
from rukun.rules.tranches import gate
from rukun.ui.addresses import first_url

PAYMENTS = ("grants:activity_payments", "grants:payments")
DOORS = {
    "rab_none": ("grants:rab",), "rab_draft": ("grants:rab",), "payment_approve": PAYMENTS,
    "payment_pay": PAYMENTS, "receipt_photo": PAYMENTS, "receipt_vendor": PAYMENTS,
    "wage_list": ("grants:wages", *PAYMENTS), "tax_deposit": ("grants:book_taxes",),
    "tax_unknown": ("grants:book_taxes",), "photo_0": ("grants:progress",),
    "photo_50": ("grants:progress",), "photo_100": ("grants:progress",), "team": ("grants:teams",),
    "pay_out": ("grants:payments",), "gate": ("grants:payments",), "tranche_request": ("grants:dossiers",),
    "spj_prepare": ("grants:dossiers",), "unfinished": ("grants:rt",), "unaccounted": ("grants:dossiers",),
    "money_left": ("grants:book",), "talangan": ("grants:book_advances",), "lpj_prepare": ("grants:dossiers",),
    "year_end": ("grants:book",), "no_rab_in_force": ("grants:rt",), "no_receipts": ("grants:payments",),
    "rab_items": ("grants:rab",),
}  # fmt: skip
"""The page where each is done."""
DONE = (ActivityState.FINISHED, ActivityState.CLOSED)
NOT_BEGUN = (ActivityState.DRAWN, ActivityState.APPROVED)
SHOWN = 20
GOAL = "gate"
"""So much must be accounted for: what all the rest leads to."""
OURS = ("rt", "rt_head", "rt_treasurer")
OFFICES = {Role.RT_HEAD: "rt_head", Role.RT_SECRETARY: "rt", Role.RT_TREASURER: "rt_treasurer"}
"""By which word the list calls each officer of an RT."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: what, about what (an activity, ""), by whom, until when, where it is done and why."""

    code: str
    words: str
    about: str
    who: str
    until: date | None
    url: str
    source: str = ""
    whose: str = "rt"


@dataclass(frozen=True, slots=True)
class Standing:
    """A book with everything its page tells, read once."""

    book: Book
    money: MoneyRules
    tranches: list[Tranche]
    activities: list[Known]
    dossiers: list[Dossier]
    waiting: tranches.Waiting | None
    missing: list[Item]


@dataclass(frozen=True, slots=True)
class Stuck:
    """An RT whose next tranche waits for so many rupiah to be accounted for."""

    rt_id: int
    tranche: int
    missing: int


@dataclass(frozen=True, slots=True)
class Area:
    """An area seen from its desk. `counts`: level → how many bundles wait, how many past their day."""

    counts: dict[str, tuple[int, int]]
    stuck: tuple[Stuck, ...]

    @property
    def rts(self) -> list[int]:
        return [each.rt_id for each in self.stuck[:SHOWN]]


def first(found: Iterable[Item], office: str = "") -> Item | None:
    """The one next thing: what only this officer can do, then what anybody of the RT can, then what others owe it; its
    goal comes last."""
    order = lambda each: (each.whose != office, each.whose not in OURS, each.code == GOAL)  # noqa: E731
    return min(found, key=order, default=None)


def standing(book: Book, on: date) -> Standing:
    """All that is known of a book today, and what is missing in it."""
    told, held = tranches.money(book.year, on), tranches.of_book(book)
    carried = facts.of_activities(Activity.objects.filter(book=book).order_by("number"))
    waiting, on_way = tranches.waiting(book, held, told, on), facts.bundles(book)
    found = [
        *_on_way(on_way),
        *_items(rules.of_book(_facts(book, held, waiting, carried, on_way, told, on)), book),
        *_items(_reminders(book, held, told, on), book),
        *(item for each in carried for item in _of_activity(each, book, told)),
        *(_items(rules.of_teams(facts.teams(book, on)), book) if not _is_over(carried) else ()),
    ]
    return Standing(book, told, held, carried, on_way, waiting, found)


@dataclass(frozen=True, slots=True)
class One:
    """One activity with its lines and what it lacks."""

    known: Known
    lines: list[Line]
    missing: list[Item]


def one(activity: Activity, on: date) -> One:
    known = facts.of_activities(Activity.objects.filter(pk=activity.pk))[0]
    found = [replace(each, about="") for each in _of_activity(known, activity.book, tranches.money(activity.year, on))]
    return One(known, list(activity.lines.order_by("number")), found)


def of_rt(book: Book, on: date) -> list[Item]:
    """What an RT's year still lacks, the next thing first."""
    return standing(book, on).missing


def of_activity(activity: Activity, on: date) -> list[Item]:
    """What one activity still lacks."""
    return one(activity, on).missing


def of_area(path: str, year: int, on: date) -> Area:
    """How many bundles wait at each desk, how many too long, and which RTs are held by their gate."""
    waiting = Dossier.objects.filter(path__startswith=path, state=DossierState.SUBMITTED).order_by()
    counts = waiting.values_list("level").annotate(n=Count("pk"), late=Count("pk", filter=Q(due__lt=on)))
    return Area({level: (n, late) for level, n, late in counts}, tuple(_stuck(path, year, on)))


def _stuck(path: str, year: int, on: date) -> list[Stuck]:
    """The RTs with most to account for first."""
    gates = {each.number: each.gate for each in tranches.money(year, on).tranches}
    rows = Tranche.objects.filter(path__startswith=path, year=year, state=TrancheState.LOCKED, book__released__gt=0)
    first: dict[int, Tranche] = {}
    for each in rows.select_related("book").order_by("book", "number"):
        first.setdefault(each.book_id, each)
    found = [
        Stuck(each.book.rt_id, each.number, gate(tranches.passed_of(each.book), gates.get(each.number)).missing)
        for each in first.values()
    ]
    return sorted((each for each in found if each.missing), key=lambda each: (-each.missing, each.rt_id))


def before_sending(dossier: Dossier, on: date) -> list[Item]:
    """What a bundle lacks before it may be sent up."""
    found = {
        DossierKind.RAB: _before_rab, DossierKind.REQUEST: _before_request, DossierKind.SPJ: _before_spj,
        DossierKind.LPJ: _before_lpj,
    }[DossierKind(dossier.kind)](dossier, on)  # fmt: skip
    return _items(found, dossier.book)


def _before_rab(dossier: Dossier, on: date) -> Sequence[Missing]:
    has_items = dossier.budget.items.filter(funding=Funding.GRANT).exists()
    return () if has_items else (Missing("rab_items", "rt"),)


def _before_request(dossier: Dossier, on: date) -> Sequence[Missing]:
    has_rab = dossier.book.activities.filter(budgets__state=BudgetState.APPROVED).exists()
    return () if has_rab else (Missing("no_rab_in_force", "rt"),)


def _before_spj(dossier: Dossier, on: date) -> Sequence[Missing]:
    held = Payment.objects.filter(dossier=dossier, state=PaymentState.PAID)
    if not held.exists():
        return (Missing("no_receipts", "rt"),)
    return rules.of_receipts(facts.receipts(held)[None], tax_by=tranches.money(dossier.year, on).tax_by)


def _before_lpj(dossier: Dossier, on: date) -> Sequence[Missing]:
    return _before_closing(dossier.book, _works(dossier.book), tranches.money(dossier.year, on), on)


def before_closing(book: Book, on: date) -> list[Item]:
    """What the LPJ of a year waits for."""
    return _items(_before_closing(book, _works(book), tranches.money(book.year, on), on), book)


def _works(book: Book) -> Iterable[tuple[str, int]]:
    """The state of each work, and what was spent on it."""
    return book.activities.annotate(n=Coalesce(Sum("lines__spent"), 0)).values_list("state", "n")


def _before_closing(book: Book, works: Iterable[tuple[str, int]], told: MoneyRules, on: date) -> Sequence[Missing]:
    """In December a work nobody began holds the report no longer: it says that nothing was spent on it."""
    idle = NOT_BEGUN if is_ending(book, on) else ()
    left = book.panjar + book.talangan + book.tax
    if told.leftover == "return":
        left += book.cash + book.bank
    unfinished = sum(state not in DONE and (spent > 0 or state not in idle) for state, spent in works)
    return rules.before_lpj(unfinished=unfinished, unaccounted=book.spent - book.accounted, left=left)


def is_ending(book: Book, on: date) -> bool:
    """Whether it is December of the year of a book, or later."""
    return on >= date(book.year, 12, 1)


def _facts(
    book: Book, held: Sequence[Tranche], waiting: tranches.Waiting | None, carried: Iterable[Known],
    on_way: Iterable[Dossier], told: MoneyRules, on: date,
) -> rules.Book:  # fmt: skip
    may_ask = next((each for each in held if each.state == TrancheState.OPEN), None)
    has_rab = any(each.facts.rab == "approved" for each in carried)
    kinds = {each.kind for each in on_way}
    works = [(each.activity.state, each.spent) for each in carried]
    is_over = _is_over(carried)
    is_waiting = bool(book.spent) and not is_over and DossierKind.LPJ not in kinds
    return rules.Book(
        gap=waiting.before.missing if waiting else 0,
        unbundled=sum(each.facts.receipts.unbundled for each in carried),
        asks=tranches.may_ask(book, may_ask) if may_ask and has_rab and DossierKind.REQUEST not in kinds else 0,
        ask_until=may_ask.due if may_ask else None,
        unreleased=book.receivable,
        releaser=tranches.releaser(book.path, book.year, on).value if book.receivable else "kabupaten",
        opens_on=waiting.before.opens_on if waiting and waiting.before.is_only_a_day else None,
        owed=min(book.talangan, book.cash + book.bank),
        closes=is_waiting and not _before_closing(book, works, told, on),
        left=book.cash + book.bank if is_over and is_ending(book, on) else 0,
    )  # fmt: skip


def _is_over(carried: Iterable[Known]) -> bool:
    """The report of the year was accepted."""
    return {each.activity.state for each in carried} == {ActivityState.CLOSED}


def _reminders(book: Book, held: Sequence[Tranche], told: MoneyRules, on: date) -> Sequence[Missing]:
    """Ten working days hold for money of the desa only."""
    if book.flow != Flow.ADVANCE or all(each.channel != "desa_apbdes" for each in told.ways):
        return ()
    way = tranches.way(book.path, book.year, on)
    came = max((each.released_on for each in held if each.released_on), default=None)
    in_hand = book.cash + book.bank + book.panjar
    return rules.of_leftover(in_hand, came) if way and way.channel == "desa_apbdes" else ()


def _of_activity(each: Known, book: Book, told: MoneyRules) -> list[Item]:
    return _items(rules.of_activity(each.facts, tax_by=told.tax_by), book, each.activity)


def _items(found: Iterable[Missing], book: Book, activity: Activity | None = None) -> list[Item]:
    return [_item(each, _door(each.code, book, activity), activity) for each in found]


def _on_way(held: Iterable[Dossier]) -> list[Item]:
    known = sorted(((facts.bundle(each), each.pk) for each in held), key=lambda pair: rules.rank(pair[0]))
    return [_item(rules.of_bundle(each), first_url("grants:dossier", dossier_id=pk)) for each, pk in known]


def _item(each: Missing, url: str, activity: Activity | None = None) -> Item:
    return Item(
        code=each.code, words=words.said(each), about=activity.title if activity else "", who=words.who(each),
        until=each.until, url=url, source=words.source(each), whose=each.who,
    )  # fmt: skip


def _door(code: str, book: Book, activity: Activity | None) -> str:
    known = {"activity_id": activity.pk} if activity else {}
    return first_door(DOORS.get(code, ()), known | {"book_id": book.pk, "area_id": book.rt_id})


def first_door(names: Iterable[str], known: Mapping[str, int]) -> str:
    """The first of these pages that stands, named by whichever of the known things its address wants."""
    urls = (first_url(name, **{key: pk}) for name in names for key, pk in known.items())
    return next((url for url in urls if url), "")
