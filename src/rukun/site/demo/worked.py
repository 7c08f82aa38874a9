"""A floor of concrete for the reading place of RT 001: six people work, two give their wages back, one gives sand."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from rukun.grants.actions import assets, pictures, shots, swadaya, wage_lists, workdays, works
from rukun.grants.actions.workdays import Mark
from rukun.grants.types import LineKind, Purse, ShotRole, Skill
from rukun.site.demo.story import Story

Items = tuple[tuple[LineKind, str, str, int, int], ...]
ITEMS: Items = (
    (LineKind.MATERIAL, "Semen 50 kg", "zak", 20, 82_000),
    (LineKind.MATERIAL, "Pasir pasang", "m³", 3, 350_000),
    (LineKind.MATERIAL, "Rak dan buku bacaan", "paket", 1, 5_000_000),
    (LineKind.WAGE, "Upah pekerja", "HOK", 30, 120_000),
    (LineKind.WAGE, "Upah tukang", "HOK", 8, 150_000),
)
WORKERS = (
    ("Umar Rekaan", Skill.LABOURER), ("Sari Contoh", Skill.LABOURER), ("Bejo Peraga", Skill.LABOURER),
    ("Lukman Andaikan", Skill.LABOURER), ("Darmi Umpama", Skill.LABOURER), ("Wira Misalnya", Skill.CRAFTSMAN),
)  # fmt: skip
GIVE_BACK = ("Sari Contoh", "Lukman Andaikan")
HALF_DAY = "Bejo Peraga"
DAYS = (1, 0)
"""Days of work, counted back from the day the demo is made: the plan is that young."""
SHADES = {0: ("#7b6a4a", "#5b4c33"), 50: ("#8d8271", "#6c6455")}


def work(story: Story, activity: Any) -> None:
    """Begun, half done; the days are listed, the list waits for the head of the RT."""
    people = [_enrolled(story, activity, *each) for each in WORKERS]
    for before in DAYS:
        _marked(story, activity, people, story.day(before))
    for percent, before in ((0, DAYS[0]), (50, DAYS[-1])):
        _shown(story, activity, percent, story.day(before))
    _given(story, activity)
    wage_lists.draw_up(
        activity=activity, until=story.day(DAYS[-1]), source=Purse.CASH, on=story.until, by=_secretary(story)
    )
    _kept(story, activity)


def _enrolled(story: Story, activity: Any, name: str, skill: Skill) -> Any:
    return workdays.enrol(activity=activity, skill=skill, on=story.day(DAYS[0]), by=_secretary(story), name=name)


def _marked(story: Story, activity: Any, people: list[Any], on: date) -> None:
    for line in activity.lines.filter(kind=LineKind.WAGE):
        trade = Skill.CRAFTSMAN if "tukang" in line.words.lower() else Skill.LABOURER
        marks = {each.pk: _mark(each.name) for each in people if each.skill == trade}
        workdays.mark(activity=activity, line=line, on=on, marks=marks, today=story.until, by=_secretary(story))


def _mark(name: str) -> Mark:
    return Mark(1 if name == HALF_DAY else 2, is_waived=name in GIVE_BACK)


def _shown(story: Story, activity: Any, percent: int, on: date) -> None:
    made = works.progress(
        activity=activity, percent=percent, on=on, today=story.until, by=_secretary(story),
        volume=Decimal("12.5") if percent else None, unit="m²" if percent else "",
    )  # fmt: skip
    here = {"rt": activity.rt_id, "path": activity.path, "on": on, "by": _secretary(story)}
    picture = pictures.keep(content=_photo(percent), **here)
    shots.attach(picture=picture, role=ShotRole.PROGRESS, progress=made, on=on, by=_secretary(story))


def _photo(percent: int) -> bytes:
    """An invented picture of a yard: earth, and concrete as far as it has come."""
    earth, edge = SHADES[percent]
    held = Image.new("RGB", (960, 720), "#cfe3ea")
    pen = ImageDraw.Draw(held)
    pen.rectangle((0, 300, 960, 720), fill="#6f8a4f")
    pen.polygon([(430, 300), (530, 300), (830, 720), (130, 720)], fill=earth, outline=edge)
    if percent:
        pen.polygon([(340, 430), (620, 430), (830, 720), (130, 720)], fill="#c9c6bd", outline="#8f8c84")
    kept = BytesIO()
    held.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def _given(story: Story, activity: Any) -> None:
    on, told = story.day(DAYS[-1]), {"activity": activity, "today": story.until, "by": _secretary(story)}
    swadaya.give_goods(
        quantity=Decimal("2.5"), unit="m³", unit_value=350_000, words="Pasir pasang (harga: RAB kegiatan ini)", on=on,
        giver="Pemilik toko Rekaan", **told,
    )  # fmt: skip
    swadaya.give_labour(
        people=12, days=Decimal(12), since=on - timedelta(days=1), until=on, unit_value=120_000,
        words="Meratakan tanah, 12 orang (nilai: upah di RAB)", giver="Warga sekitar balai RT", **told,
    )  # fmt: skip


def _kept(story: Story, activity: Any) -> None:
    """A thing from before, still with whoever kept it then."""
    assets.register(
        rt=activity.rt_id, path=activity.path, words="Mesin molen", quantity=Decimal(1), unit="unit", value=6_500_000,
        acquired_on=story.day(500), owner="Desa Sumber Rekaan", keeper="Ketua RT lama Rekaan",
        place_words="Gudang balai RT", today=story.until, by=_secretary(story),
    )  # fmt: skip


def _secretary(story: Story) -> Any:
    return story.cast["sekretaris-rt01"]
