"""From a plan to money: RT 001 opens the book of its year, two RABs are in force, the first tranche is asked for, and a
floor is being poured."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from rukun.grants.actions import activities, budgets, dossiers, teams
from rukun.grants.queries import dossiers as papers
from rukun.grants.types import DossierKind, LineKind, Team
from rukun.site.demo import worked
from rukun.site.demo.story import Story
from rukun.site.demo.worked import Items
from rukun.territory import queries as territory

RT = "001"
TEAMS = (
    (Team.PREPARING, "Yohana Rekaan", "Ketua"), (Team.PREPARING, "Tarmizi Contoh", "Anggota"),
    (Team.CARRYING_OUT, "Aminah Peraga", "Ketua"), (Team.CARRYING_OUT, "Tarmizi Contoh", "Pencatat"),
    (Team.WATCHING, "Gunawan Umpama", "Ketua"),
)  # fmt: skip
ITEMS = (
    (LineKind.MATERIAL, "Telur, kacang hijau, dan sayur", "paket", 180, 60_000),
    (LineKind.EQUIPMENT, "Panci dan kompor posyandu", "set", 2, 1_500_000),
    (LineKind.FEE, "Transpor kader masak", "orang-kali", 56, 75_000),
)


def spend(story: Story) -> None:
    """The plan was accepted two days ago; the secretary opens the book the day after."""
    rt, by = story.ground.rts[RT], story.cast["sekretaris-rt01"]
    path, on = territory.path_of(rt), story.day(1)
    book = activities.open_book(rt_id=rt, path=path, year=story.year, on=on, by=by)
    for team, name, office in TEAMS:
        teams.join(book=book, team=team, name=name, office=office, since=on, on=on, by=by)
    fed, built = book.activities.order_by("number")[:2]
    for activity, items in ((fed, ITEMS), (built, worked.ITEMS)):
        _planned(story, book, activity, items)
    _sent(story, book, DossierKind.REQUEST)
    worked.work(story, built)


def _planned(story: Story, book: Any, activity: Any, items: Items) -> None:
    on, by = story.day(1), story.cast["sekretaris-rt01"]
    budget = budgets.draw(activity=activity, on=on, by=by)
    for kind, words, unit, quantity, price in items:
        told = {"words": words, "unit": unit, "quantity": Decimal(quantity), "unit_price": price}
        budgets.put(budget=budget, number=None, kind=kind, by=by, **told)
    rab = _sent(story, book, DossierKind.RAB, budget=budget)
    for desk in ("operator-desa", "petugas-kecamatan"):
        dossiers.accept(dossier=rab, on=on, by=story.cast[desk])


def _sent(story: Story, book: Any, kind: DossierKind, **about: Any) -> Any:
    """The secretary gathers it, the head sends it with all its papers."""
    on = story.day(1)
    made = dossiers.prepare(book=book, kind=kind, on=on, by=story.cast["sekretaris-rt01"], **about)
    ready = [each.key for each in papers.papers(made, on)]
    return dossiers.submit(dossier=made, on=on, by=story.cast["ketua-rt01"], ready=ready)
