"""The concrete path of RT 001, from its first sack of cement to its last picture: two give their wages back, and these
buy more cement."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rukun.grants.actions import assets, swadaya, wage_lists, workdays, works
from rukun.grants.actions.workdays import Mark
from rukun.grants.types import Funding, LineKind, Purse, ShotRole, Skill
from rukun.site.demo import drawn
from rukun.site.demo.officers import Gift, Item, Note, Officers

ITEMS: tuple[Item, ...] = (
    (LineKind.MATERIAL, "Semen 50 kg", "zak", 130, 80_000),
    (LineKind.MATERIAL, "Pasir beton", "m³", 9, 350_000),
    (LineKind.MATERIAL, "Kerikil", "m³", 11, 420_000),
    (LineKind.MATERIAL, "Papan cetakan", "lembar", 35, 65_000),
    (LineKind.MATERIAL, "Plastik cor", "m²", 100, 9_000),
    (LineKind.MATERIAL, "Besi anyam (wiremesh)", "lembar", 12, 460_000),
    (LineKind.EQUIPMENT, "Sewa molen", "hari", 6, 350_000),
    (LineKind.EQUIPMENT, "Gerobak dorong", "unit", 1, 650_000),
    (LineKind.WAGE, "Upah pekerja", "HOK", 64, 120_000),
    (LineKind.WAGE, "Upah tukang", "HOK", 16, 150_000),
)
GIVEN: tuple[Gift, ...] = (
    (Funding.GOODS, LineKind.MATERIAL, "Kerikil dari warga", "m³", 3, 420_000),
    (Funding.LABOUR, LineKind.WAGE, "Kerja bakti menggali dan meratakan", "HOK", 40, 120_000),
)
NOTES = (
    Note(16, "bangunan", "RJ-1041", (("Semen", 60, 80_000), ("Papan", 35, 65_000), ("Plastik", 100, 9_000))),
    Note(15, "pasir", "77", (("Pasir", 9, 350_000), ("Kerikil", 6, 420_000))),
    Note(14, "bangunan", "RJ-1049", (("Besi", 12, 460_000),)),
    Note(12, "bangunan", "RJ-1068", (("Semen", 70, 80_000),)),
    Note(10, "pasir", "91", (("Kerikil", 5, 420_000),)),
    Note(6, "bangunan", "RJ-1102", (("Sewa molen", 6, 350_000),), "service"),
)
BARROW = Note(13, "bangunan", "RJ-1055", (("Gerobak", 1, 650_000),))
MORE_CEMENT = Note(5, "bangunan", "RJ-1110", (("Semen", 24, 80_000),))
WORKERS = (
    ("Jumadi Rekaan", Skill.LABOURER), ("Siti Contoh", Skill.LABOURER), ("Ujang Peraga", Skill.LABOURER),
    ("Rohani Andaikan", Skill.LABOURER), ("Maman Umpama", Skill.LABOURER), ("Yanto Khayal", Skill.LABOURER),
    ("Tini Misalnya", Skill.LABOURER), ("Wati Rekaan", Skill.LABOURER),
    ("Hasan Rekaan", Skill.CRAFTSMAN), ("Slamet Contoh", Skill.CRAFTSMAN),
)  # fmt: skip
GIVE_BACK = ("Siti Contoh", "Yanto Khayal")
WEEKS = ((14, 13, 12, 11), (9, 8, 7, 6))
GIVEN_BACK = Decimal(16)


def pave(hands: Officers, activity: Any) -> None:
    """From the first day to the last picture; all of it paid, shown and answered for."""
    _shown(hands, activity, 0, before=16)
    for note in NOTES[:4]:
        hands.buy(activity, note)
    _keep_the_barrow(hands, activity)
    people = [_enrolled(hands, activity, *each) for each in WORKERS]
    _week(hands, activity, people, WEEKS[0])
    _shown(hands, activity, 50, before=11)
    for note in NOTES[4:]:
        hands.buy(activity, note)
    _week(hands, activity, people, WEEKS[1])
    _give(hands, activity)
    _move_wages(hands, activity)
    hands.buy(activity, MORE_CEMENT)
    _shown(hands, activity, 100, before=4)
    works.finish(activity=activity, by=hands.secretary)


def _enrolled(hands: Officers, activity: Any, name: str, skill: Skill) -> Any:
    on = hands.story.day(WEEKS[0][0])
    return workdays.enrol(activity=activity, skill=skill, on=on, by=hands.secretary, name=name)


def _week(hands: Officers, activity: Any, people: list[Any], days: tuple[int, ...]) -> None:
    """Each day is marked that evening; the week's list is signed, shown and paid."""
    for before in days:
        for line in activity.lines.filter(kind=LineKind.WAGE):
            on, marks = hands.story.day(before), _marks(line, people)
            workdays.mark(activity=activity, line=line, on=on, marks=marks, today=on, by=hands.secretary)
    on = hands.story.day(days[-1])
    listed = wage_lists.draw_up(activity=activity, until=on, source=Purse.CASH, on=on, by=hands.secretary)
    names = [f"{each.name} ........" for each in people if each.name not in GIVE_BACK]
    sheet = drawn.note("DAFTAR HADIR DAN UPAH", [f"{on:%d-%m-%Y}", *names], "Tanda tangan lengkap")
    hands.show(sheet, ShotRole.ATTENDANCE, on=on, payment=listed.payment)
    hands.settle(listed.payment, on=on)


def _marks(line: Any, people: list[Any]) -> dict[int, Mark]:
    trade = Skill.CRAFTSMAN if "tukang" in line.words else Skill.LABOURER
    return {each.pk: Mark(2, is_waived=each.name in GIVE_BACK) for each in people if each.skill == trade}


def _shown(hands: Officers, activity: Any, percent: int, *, before: int) -> None:
    on = hands.story.day(before)
    made = works.progress(
        activity=activity, percent=percent, on=on, today=on, by=hands.secretary, volume=Decimal("0.85") * percent,
        unit="m",
    )  # fmt: skip
    hands.show(drawn.path(percent), ShotRole.PROGRESS, on=on, progress=made)


def _keep_the_barrow(hands: Officers, activity: Any) -> None:
    paid = hands.buy(activity, BARROW)
    assets.register(
        rt=hands.rt, path=hands.path, words="Gerobak dorong", quantity=Decimal(1), unit="unit", value=650_000,
        acquired_on=paid.on, owner="Desa Sumber Rekaan", keeper=hands.head.name, place_words="Pos ronda RT 001",
        plate="RT001/REKAAN/01", today=paid.on, item=paid.items.first(), by=hands.secretary,
    )  # fmt: skip


def _give(hands: Officers, activity: Any) -> None:
    on, told = hands.story.day(9), {"activity": activity, "by": hands.secretary}
    swadaya.give_goods(
        quantity=Decimal(3), unit="m³", unit_value=420_000, words="Kerikil (harga: RAB kegiatan ini)", on=on, today=on,
        giver="Keluarga Umpama", **told,
    )  # fmt: skip
    swadaya.give_labour(
        people=20, days=Decimal(40), since=hands.story.day(15), until=hands.story.day(14), unit_value=120_000,
        words="Menggali dan meratakan, 20 orang dua hari", giver="Warga gang posyandu", today=on, **told,
    )  # fmt: skip


def _move_wages(hands: Officers, activity: Any) -> None:
    """Sixteen days given back buy twenty-four more sacks of cement."""
    source = activity.lines.get(words="Upah pekerja")
    cement = activity.lines.get(words="Semen 50 kg")
    wage_lists.move(
        activity=activity,
        source=source,
        target=cement.number,
        days=GIVEN_BACK,
        on=hands.story.day(6),
        by=hands.secretary,
    )
