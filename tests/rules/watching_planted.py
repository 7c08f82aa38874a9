"""A kabupaten of invented RTs, honest but untidy, and twelve schemes planted in some of them. All from one seed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from rukun.rules.watching import BookFacts, Officer, Picture, Priced, Receipt

FIRST, LAST = date(2026, 3, 1), date(2026, 12, 15)
GOODS = {
    "semen zak": 68_000, "pasir m3": 310_000, "batu split m3": 390_000, "besi batang": 74_000, "cat kaleng": 95_000,
    "paku kg": 21_000, "seng lembar": 62_000, "atk paket": 150_000, "konsumsi kotak": 25_000, "pipa batang": 88_000,
}  # fmt: skip
SCHEMES = (
    "same note twice", "note of a neighbour", "same photo", "photo of a photo", "price mark-up", "split purchase",
    "order over RTs", "own pad of notes", "before the money", "tax kept", "cash lies", "officer sells",
)  # fmt: skip
ANSWERS = {
    "same note twice": "R-1", "note of a neighbour": "R-1", "same photo": "R-2", "photo of a photo": "R-2",
    "price mark-up": "P-1", "split purchase": "S-2", "order over RTs": "S-3", "own pad of notes": "R-4",
    "before the money": "R-7", "tax kept": "C-4", "cash lies": "C-1", "officer sells": "V-2",
}  # fmt: skip
RTS_A_DESA = 13


@dataclass
class Kabupaten:
    """What was invented, and which scheme was planted in which RT."""

    receipts: list[Receipt] = field(default_factory=list)
    items: list[Priced] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    officers: list[Officer] = field(default_factory=list)
    books: dict[int, BookFacts] = field(default_factory=dict)
    planted: dict[int, str] = field(default_factory=dict)


def invent(seed: int, *, rts: int, crooked: int, receipts: int = 60) -> Kabupaten:
    chance, made = Random(seed), Kabupaten()
    for rt in range(1, rts + 1):
        _honest(made, chance, rt, receipts)
    desas = chance.sample(range(rts // RTS_A_DESA), crooked // 2)
    chosen = [desa * RTS_A_DESA + n for desa in desas for n in (1, 7)][:crooked]
    for number, rt in enumerate(chosen):
        _plant(made, chance, rt, SCHEMES[number % len(SCHEMES)])
    return made


def _honest(made: Kabupaten, chance: Random, rt: int, count: int) -> None:
    desa, shops = f"{(rt - 1) // RTS_A_DESA}.", [f"toko rekaan {(rt - 1) // RTS_A_DESA}-{n}" for n in range(5)]
    pads = {shop: chance.randrange(1000, 9000) for shop in shops}
    for n in range(count):
        on = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
        shop, (what, usual) = chance.choice(shops), chance.choice(list(GOODS.items()))
        pads[shop] += chance.randrange(7, 60)
        price = round(usual * chance.uniform(0.9, 1.12), -2)
        amount = int(price) * chance.randrange(1, 12)
        each = Receipt(
            rt * 1000 + n, rt, desa, on, amount, shop, f"{rt:04d}/{pads[shop]}", on + timedelta(days=chance.randrange(12)),
            FIRST,
        )  # fmt: skip
        made.receipts.append(each)
        made.items.append(Priced(each.id, rt, what, desa[0], int(price)))
        made.pictures.append(
            Picture(each.id, rt, f"payment:{each.id}", f"{chance.getrandbits(256):064x}", chance.getrandbits(64), desa)
        )
    made.officers += [Officer(rt, f"pengurus rekaan {rt} {n}", "bendahara") for n in range(3)]
    made.books[rt] = BookFacts(
        rt, 2026, cash=chance.randrange(3_000_000), cash_since=LAST - timedelta(days=chance.randrange(40)),
        tax=chance.randrange(2) * 40_000, tax_since=LAST - timedelta(days=chance.randrange(25)), spent=100_000_000,
        spent_late=chance.randrange(30_000_000), released=100_000_000, first_withdrawal=chance.randrange(60_000_000),
    )  # fmt: skip


def _plant(made: Kabupaten, chance: Random, rt: int, scheme: str) -> None:
    """`mine`: twelve receipts of the RT by their place in the list, in an order of chance."""
    made.planted[rt] = scheme
    mine = chance.sample([n for n, each in enumerate(made.receipts) if each.rt == rt], 12)
    HOW[scheme](made, chance, rt, mine)


def _twice(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    first, other = made.receipts[mine[0]], made.receipts[mine[1]]
    made.receipts[mine[1]] = replace(first, id=other.id, on=first.on + timedelta(days=3))


def _neighbours(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    other = next(each for each in made.receipts if each.rt == rt + 1)
    made.receipts[mine[0]] = replace(other, id=made.receipts[mine[0]].id, rt=rt)


def _photo(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    first, other = (made.pictures[n] for n in mine[:2])
    made.pictures[mine[1]] = replace(other, digest=first.digest, look=first.look)


def _photographed(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    turned = sum(1 << bit for bit in chance.sample(range(64), 8))
    made.pictures[mine[1]] = replace(made.pictures[mine[1]], look=made.pictures[mine[0]].look ^ turned)


def _dearer(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    for n in mine[:6]:
        made.items[n] = replace(made.items[n], unit_price=round(GOODS[made.items[n].what] * 1.5))


def _split(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    first = made.receipts[mine[0]]
    for n, each in enumerate(mine[:4]):
        made.receipts[each] = replace(
            made.receipts[each], vendor=first.vendor, on=first.on + timedelta(days=n), amount=4_900_000 - n * 1000,
            recorded=first.on + timedelta(days=9),
        )  # fmt: skip


def _pad(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    for n, each in enumerate(sorted(mine[:7])):
        on = FIRST + timedelta(days=5 * n)
        made.receipts[each] = replace(
            made.receipts[each], vendor="toko hantu rekaan", number=f"{100 + n}", on=on, recorded=on + timedelta(days=2)
        )


def _before(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    made.receipts[mine[0]] = replace(made.receipts[mine[0]], on=FIRST - timedelta(days=9))


def _officer(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    made.receipts[mine[0]] = replace(made.receipts[mine[0]], vendor=f"pengurus rekaan {rt} 1")


def _tax(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    made.books[rt] = replace(made.books[rt], tax=600_000, tax_since=LAST - timedelta(days=70))


def _cash(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    made.books[rt] = replace(made.books[rt], cash=22_000_000, cash_since=LAST - timedelta(days=80))


def _order(made: Kabupaten, chance: Random, rt: int, mine: list[int]) -> None:
    """Six RTs of the desa buy the same tent within three days: each of them took part."""
    desa = (rt - 1) // RTS_A_DESA
    for neighbour in {rt, *range(desa * RTS_A_DESA + 1, desa * RTS_A_DESA + 7)}:
        n = next(n for n, each in enumerate(made.receipts) if each.rt == neighbour)
        on = date(2026, 6, 1 + neighbour % 3)
        made.receipts[n] = replace(
            made.receipts[n], vendor="toko tenda rekaan", on=on, recorded=on, number="", amount=9_000_000 + neighbour
        )
        made.items[n] = replace(made.items[n], what="tenda pesta", unit_price=9_000_000)
        made.planted.setdefault(neighbour, "order over RTs")


HOW: dict[str, Callable[[Kabupaten, Random, int, list[int]], None]] = {
    "same note twice": _twice, "note of a neighbour": _neighbours, "same photo": _photo,
    "photo of a photo": _photographed, "price mark-up": _dearer, "split purchase": _split, "order over RTs": _order,
    "own pad of notes": _pad, "before the money": _before, "tax kept": _tax, "cash lies": _cash,
    "officer sells": _officer,
}  # fmt: skip
