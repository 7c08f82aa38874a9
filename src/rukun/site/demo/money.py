"""From a plan to money: RT 001 paved its path and answered for it, RT 002 is stuck with an SPJ that came back."""

from __future__ import annotations

from datetime import date
from typing import Any

from rukun.grants.actions import books, dossiers, prices, watching
from rukun.grants.queries import books as known
from rukun.grants.types import Account, DossierKind, LineKind, Tax, Team
from rukun.site.demo import paved, worked
from rukun.site.demo.officers import Item, Note, Officers
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

TEAMS = (
    (Team.PREPARING, "Yohana Rekaan", "Ketua"), (Team.PREPARING, "Tarmizi Contoh", "Anggota"),
    (Team.CARRYING_OUT, "Aminah Peraga", "Ketua"), (Team.CARRYING_OUT, "Tarmizi Contoh", "Pencatat"),
    (Team.WATCHING, "Gunawan Umpama", "Ketua"),
)  # fmt: skip
OTHERS = (
    (Team.PREPARING, "Sutini Andaikan", "Ketua"), (Team.CARRYING_OUT, "Kardi Umpama", "Ketua"),
    (Team.WATCHING, "Mina Khayal", "Ketua"),
)  # fmt: skip
FOOD: tuple[Item, ...] = (
    (LineKind.MATERIAL, "Telur, kacang hijau, dan sayur", "paket", 212, 60_000),
    (LineKind.EQUIPMENT, "Panci dan kompor posyandu", "set", 2, 1_500_000),
    (LineKind.FEE, "Transpor kader masak", "orang-kali", 30, 75_000),
)
FED = (
    Note(14, "pangan", "S-210", (("Telur", 60, 60_000),)),
    Note(7, "pangan", "S-245", (("Panci", 2, 1_500_000),)),
    Note(4, "pangan", "S-260", (("Telur", 50, 60_000),)),
)
TO_PAY = Note(1, "pangan", "S-271", (("Telur", 40, 60_000),))
TO_APPROVE = Note(0, "bangunan", "RJ-1131", (("Semen", 10, 82_000),))
LIKE_ANOTHER = Note(1, "pangan", "S-245", (("Telur", 20, 60_000),))
"""The number stands on an older note of the same shop: a reason to look."""
WALL: tuple[Item, ...] = (
    (LineKind.MATERIAL, "Semen 50 kg", "zak", 200, 80_000),
    (LineKind.MATERIAL, "Pasir beton", "m³", 30, 350_000),
    (LineKind.WAGE, "Upah pekerja", "HOK", 90, 120_000),
)
FIRST_SACKS = Note(7, "bangunan", "RJ-2003", (("Semen", 120, 80_000),))
SAME_SACKS = Note(7, "bangunan", "RJ-1102", (("Pasir", 10, 350_000),))
Standards = dict[str, dict[str, Any]]
PRICES = tuple(dict.fromkeys((*paved.ITEMS, *FOOD, *worked.ITEMS)))


def spend(story: Story) -> None:
    standards = _price(story)
    _walk_ahead(story, standards)
    _fall_behind(story, standards)
    path = territory.path_of(story.ground.kabupaten)
    watching.scan(path=path, year=story.year, on=story.until, by="perintah:peragaan")


def _price(story: Story) -> Standards:
    """The standard of the demo's kabupaten: what the RABs say, each thing once."""
    things = {words: (kind, unit, price) for kind, words, unit, _, price in PRICES}
    rows = [
        {"code": f"R-{number:03}", "kind": kind.value, "words": words, "unit": unit, "amount": price}
        for number, (words, (kind, unit, price)) in enumerate(things.items(), 1)
    ]
    on = story.day(30)
    prices.bring(
        area_id=story.ground.kabupaten, path=territory.path_of(story.ground.kabupaten), rows=rows,
        title="Standar harga peragaan (rekaan)", basis="Peragaan: Keputusan Bupati rekaan", since=on,
        file="standar-harga-rekaan.csv", on=on, by=story.cast["petugas-dpmd"],
    )  # fmt: skip
    return {each["words"]: {"code": each["code"], "standard": each["amount"]} for each in rows}


def _walk_ahead(story: Story, standards: Standards) -> None:
    """RT 001: a path is done, food half given, a floor begun; the first tranche is answered for, the second is open."""
    hands = _officers(story, "001", standards)
    book = hands.open_book(TEAMS, on=story.day(23))
    held = {each.menu: each for each in book.activities.all()}
    for menu, items, given in (("S1", paved.ITEMS, paved.GIVEN), ("K1", FOOD, ()), ("K2", worked.ITEMS, ())):
        hands.plan(held[menu], items, given, before=23)
    hands.released(book, before=20)
    books.withdraw(book=book, amount=12_000_000, on=story.day(16), by=hands.treasurer)
    paved.pave(hands, _fresh(held["S1"]))
    for note in FED:
        hands.buy(_fresh(held["K1"]), note)
    _deposit(hands, book, Tax.PPH22, Tax.PPH23, on=story.day(3))
    hands.accepted(hands.sent(book, DossierKind.SPJ, before=3), before=2)
    _wait(hands, _fresh(held["K1"]), _fresh(held["K2"]))
    _look_into_the_bank(hands, book, on=story.day(2))


def _wait(hands: Officers, fed: Any, built: Any) -> None:
    """What still lies on somebody's table."""
    hands.buy(fed, TO_PAY, until="approved")
    hands.buy(fed, LIKE_ANOTHER, until="proposed")
    hands.buy(built, TO_APPROVE, until="proposed")
    worked.work(hands.story, _fresh(built))


def _deposit(hands: Officers, book: Any, *taxes: Tax, on: date) -> None:
    """Tax that was kept back goes to the state under an invented proof."""
    for tax in taxes:
        books.deposit_tax(
            book=book,
            tax=tax,
            proof=f"REKAAN{hands.number}{tax.upper()}",
            source=Account.BANK,
            on=on,
            by=hands.treasurer,
        )


def _look_into_the_bank(hands: Officers, book: Any, *, on: date) -> None:
    stated = known.banked_on(book, on)
    books.reconcile(book=book, stated=stated, words="", on=on, by=hands.treasurer)


def _fall_behind(story: Story, standards: Standards) -> None:
    """RT 002: its money came, its SPJ came back, and the day to send it again has passed."""
    hands = _officers(story, "002", standards)
    book = hands.open_book(OTHERS, on=story.day(14))
    hands.plan(book.activities.first(), WALL, before=14)
    hands.released(book, before=11)
    work = _fresh(book.activities.first())
    for note in (FIRST_SACKS, SAME_SACKS):
        hands.buy(work, note)
    _deposit(hands, book, Tax.PPH22, on=story.day(7))
    spj = hands.sent(book, DossierKind.SPJ, before=7)
    dossiers.send_back(
        dossier=spj, reason="Foto barang belum ada, dan satu nota bernomor sama dengan nota RT lain.", due=story.day(2),
        on=story.day(5), by=story.cast["operator-desa"],
    )  # fmt: skip


def _officers(story: Story, number: str, standards: Standards) -> Officers:
    seat = f"rt{number[1:]}"
    secretary, head, treasurer = (story.cast[f"{office}-{seat}"] for office in ("sekretaris", "ketua", "bendahara"))
    return Officers(story, number, secretary, head, treasurer, standards)


def _fresh(activity: Any) -> Any:
    activity.refresh_from_db()
    return activity
