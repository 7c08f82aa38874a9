"""What is still missing, who must do it, until when: of an activity, of an RT's book, of all desks of an area."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rukun.grants.facts import missing as facts
from rukun.grants.facts.missing import Known
from rukun.grants.models import Activity, Book, Dossier, Payment, Tranche
from rukun.grants.queries import tranches
from rukun.grants.types import ActivityState, BudgetState, DossierKind, Flow, Funding, PaymentState, TrancheState
from rukun.grants.words import missing as words
from rukun.parameters.juknis import MoneyRules
from rukun.rules import missing as rules
from rukun.rules.missing import Missing
from rukun.ui.addresses import first_url

DOORS = {
    "rab_none": ("grants:budget", "grants:rab"), "rab_draft": ("grants:budget", "grants:rab"),
    "payment_approve": ("grants:payments",), "payment_pay": ("grants:payments",),
    "receipt_photo": ("grants:payments",), "receipt_vendor": ("grants:payments",), "wage_list": ("grants:payments",),
    "tax_deposit": ("grants:taxes", "grants:book"), "tax_unknown": ("grants:taxes", "grants:book"),
    "photo_0": ("grants:progress",), "photo_50": ("grants:progress",), "photo_100": ("grants:progress",),
    "team": ("grants:teams",), "pay_out": ("grants:payments",), "gate": ("grants:dossiers",),
    "tranche_request": ("grants:dossiers",), "spj_prepare": ("grants:dossiers",),
}  # fmt: skip
"""The page where each is done."""
OURS = ("rt", "rt_head", "rt_treasurer")


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
    is_mine: bool = True


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

    @property
    def next(self) -> Item | None:
        """The one next thing: what the RT itself can do comes before what others owe it."""
        return next((each for each in self.missing if each.is_mine), next(iter(self.missing), None))


def standing(book: Book, on: date) -> Standing:
    """All that is known of a book today, and what is missing in it."""
    told, held = tranches.money(book.year, on), tranches.of_book(book)
    carried = facts.of_activities(Activity.objects.filter(book=book).order_by("number"))
    waiting, on_way = tranches.waiting(book, held, told, on), facts.bundles(book)
    found = [
        *_on_way(on_way),
        *_items(rules.of_book(_facts(book, held, waiting, carried, told, on)), book),
        *_items(_reminders(book, held, told, on), book),
        *(item for each in carried for item in _of_activity(each, book, told)),
        *_items(rules.of_teams(facts.teams(book, on)), book),
    ]
    return Standing(book, told, held, carried, on_way, waiting, found)


def of_rt(book: Book, on: date) -> list[Item]:
    """What an RT's year still lacks, the next thing first."""
    return standing(book, on).missing


def of_activity(activity: Activity, on: date) -> list[Item]:
    """What one activity still lacks."""
    known = facts.of_activities(Activity.objects.filter(pk=activity.pk))
    told = tranches.money(activity.year, on)
    return [item for each in known for item in _of_activity(each, activity.book, told)]


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
    book = dossier.book
    left = book.panjar + book.talangan + book.tax
    if tranches.money(book.year, on).leftover == "return":
        left += book.cash + book.bank
    unfinished = book.activities.exclude(state__in=(ActivityState.FINISHED, ActivityState.CLOSED)).count()
    found = (
        Missing("unfinished", "rt", count=unfinished),
        Missing("unaccounted", "rt", amount=book.spent - book.accounted),
        Missing("money_left", "rt_treasurer", amount=left),
    )
    return tuple(each for each in found if each.count or each.amount > 0)


def _facts(
    book: Book, held: Sequence[Tranche], waiting: tranches.Waiting | None, carried: Iterable[Known], told: MoneyRules,
    on: date,
) -> rules.Book:  # fmt: skip
    may_ask = next((each for each in held if each.state == TrancheState.OPEN), None)
    has_rab = any(each.facts.rab == "approved" for each in carried)
    return rules.Book(
        gap=waiting.before.missing if waiting else 0,
        unbundled=sum(each.facts.receipts.unbundled for each in carried),
        asks=tranches.may_ask(book, may_ask) if may_ask and has_rab else 0,
        ask_until=may_ask.due if may_ask else None,
        unreleased=book.receivable,
        releaser=tranches.releaser(book.path, book.year, on).value if book.receivable else "kabupaten",
        opens_on=waiting.before.opens_on if waiting else None,
    )  # fmt: skip


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
        until=each.until, url=url, source=words.source(each), is_mine=each.who in OURS,
    )  # fmt: skip


def _door(code: str, book: Book, activity: Activity | None) -> str:
    """The page where it is done, named by whichever of the known things its address wants."""
    known = {"activity_id": activity.pk} if activity else {}
    known |= {"book_id": book.pk, "area_id": book.rt_id}
    urls = (first_url(name, **{key: pk}) for name in DOORS.get(code, ()) for key, pk in known.items())
    return next((url for url in urls if url), "")
