"""From a plan to money: RT 001 opens the book of its year."""

from __future__ import annotations

from rukun.grants.actions import activities
from rukun.site.demo import worked
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

RT = "001"
BUILT = "Taman baca"


def spend(story: Story) -> None:
    """The plan was accepted two days ago; the secretary opens the book the day after."""
    rt = story.ground.rts[RT]
    book = activities.open_book(
        rt_id=rt, path=territory.path_of(rt), year=story.year, on=story.day(1), by=story.cast["sekretaris-rt01"]
    )
    if built := book.activities.filter(title__startswith=BUILT).first():
        worked.work(story, built)
