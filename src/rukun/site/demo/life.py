"""What happens in the invented desa in a little more than a year: counted, asked, born, moved, split, asked again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import Any

from rukun.people.actions import batches, census, counts, splits
from rukun.poverty.actions import classifications
from rukun.site.demo import (
    arrived,
    cleaned,
    events,
    ground,
    helped,
    mapped,
    money,
    planned,
    schooled,
    visited,
    weighed,
    year,
)  # fmt: skip
from rukun.site.demo.story import Story
from rukun.site.invented import COLUMNS, Inventor, rows_of
from rukun.territory import queries as territory
from rukun.territory.types import Part

FAMILIES = {"001": 68, "002": 72, "003": 118, "004": 80, "005": 82}
STATED = {"001": 68, "002": 74, "003": 62, "004": 83, "005": 90, "006": 58}
FIRST_ROUND = {"001": 1.0, "002": 0.95, "003": 0.97, "004": 0.9, "005": 0.35}
SECOND_ROUND = {"001": 0.9, "002": 0.75, "003": 0.85, "004": 0.45, "005": 0.0, "006": 0.6}
WEEKS = 5
SPLIT_BASIS = "Peragaan: SK Kepala Desa Sumber Rekaan 4/2026"


def live(places: ground.Ground, cast: dict[str, Any], *, until: date, by: str) -> None:
    """The chapters, in the order of their days."""
    story = Story(places, cast, until)
    _count(story)
    _ask(story, FIRST_ROUND, first_day=385)
    _judge(story, before=345)
    events.happen(story, first_day=340, last_day=130)
    _split(story, before=120)
    events.happen(story, first_day=110, last_day=8)
    _ask(story, SECOND_ROUND, first_day=45)
    _state_counts(story)
    _judge(story, before=2)
    mapped.draw(story)
    _leave_a_broken_batch(story)
    year.walk(story)
    planned.plan(story)
    money.spend(story)
    weighed.weigh(story)
    visited.visit(story)
    helped.help_out(story)
    arrived.come(story)
    cleaned.clean(story)
    schooled.school(story)


def _count(story: Story) -> None:
    """The operator brings the desa's workbook: one batch, checked and accepted."""
    inventor, rows = Inventor(seed=17, prefix="6402", on=story.day(400)), []
    for number, count in FAMILIES.items():
        story.families[number] = list(inventor.families(count))
        for order, family in enumerate(story.families[number]):
            rows += rows_of(family, desa=ground.DESA, rt=number, spot=_spot(story, number, order))
    batch = _checked(story, "warga-sumber-rekaan.csv", rows, before=400)
    batches.accept(batch=batch, by=story.cast["operator-desa"], on=story.day(400))
    for number in FAMILIES:
        met = {family.address: family for family in story.families[number]}
        story.homes |= {home.pk: met[home.address] for home in events.homes_of(story.ground.rts[number])}


def _spot(story: Story, number: str, order: int) -> ground.Corner | None:
    """Most houses have their spot; those of RT 003 lie on both sides of the border to come."""
    cells = [story.ground.cell_of(number)] + ([story.ground.cell_of(ground.NEW_RT[0])] if number == "003" else [])
    return ground.point_in(cells[order % len(cells)], story.rng) if story.rng.random() < 0.92 else None


def _ask(story: Story, shares: dict[str, float], *, first_day: int) -> None:
    """A census round, an evening in each of five weeks; each RT as far as it came."""
    for number, share in shares.items():
        asker = story.cast.get(f"ketua-rt{number[1:]}", story.cast["kader-rt03"])
        homes = [home for home in events.homes_of(story.ground.rts[number]) if story.told(home)]
        met = [home for home in homes if story.rng.random() < share]
        for week in range(WEEKS):
            answers = [
                (story.told(home).card, events.drifted(story.told(home).answers, story.rng))
                for home in met[week::WEEKS]
            ]
            on = story.day(first_day - 7 * week - story.rng.randrange(5))
            census.record(answers=answers, instrument="rt_census", on=on, source="rt_census", by=asker)


def _judge(story: Story, *, before: int) -> None:
    path = territory.path_of(story.ground.desa)
    classifications.classify_area(path=path, on=story.day(before), by="perintah:peragaan")


def _split(story: Story, *, before: int) -> None:
    """RT 003 has grown too large: the houses of the second cell become RT 006."""
    old = story.ground.rts["003"]
    moving = [home.pk for home in events.homes_of(old) if events.lies_in(home, story.ground.cell_of(ground.NEW_RT[0]))]
    number, name = ground.NEW_RT
    [new] = splits.split_rt(
        rt_id=old, parts=[Part(name, number)], choices=dict.fromkeys(moving, 0), goes_on=True, on=story.day(before),
        basis=SPLIT_BASIS, today=story.until, by=story.cast["operator-desa"],
    )  # fmt: skip
    story.ground.rts[number] = new.pk
    ground.redraw(story.ground, on=story.day(before), by="perintah:peragaan")


def _state_counts(story: Story) -> None:
    for number, households in STATED.items():
        rt = territory.place(story.ground.rts[number], on=story.until)
        counts.state(
            rt=rt, households=households, people=None, on=story.day(5), source="Catatan ketua RT",
            today=story.until, by=story.cast["operator-desa"],
        )  # fmt: skip


def _leave_a_broken_batch(story: Story) -> None:
    """Ten new families for RT 005 wait at the gate, with mistakes in them as in life."""
    inventor = Inventor(seed=99, prefix="6402", on=story.until, first=7000)
    rows = [list(row) for family in inventor.families(10) for row in rows_of(family, desa=ground.DESA, rt="005")]
    rows[1][4] = rows[0][4]
    rows[3][8] = "05/17/1990"
    _checked(story, "tambahan-rt05.csv", rows, before=1)


def _checked(story: Story, name: str, rows: Iterable[Iterable[str]], *, before: int) -> object:
    held = io.StringIO()
    table = csv.writer(held)
    table.writerow(COLUMNS)
    table.writerows(rows)
    upload = batches.Upload(name, held.getvalue().encode())
    by = story.cast["operator-desa"]
    return batches.check(area_id=story.ground.desa, source=upload, by=by, on=story.day(before))
