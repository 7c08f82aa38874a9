"""What every paper of the grant stands on: the RT on a day, who signs there, and how a paper is put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rukun.accounts.queries import in_force
from rukun.accounts.types import Role
from rukun.facilitation.queries import programmes
from rukun.grants.queries import papers_books
from rukun.kit.money import in_words, shown
from rukun.reports.types import Document, Section, Signatures
from rukun.territory import queries as territory
from rukun.territory.types import Place

Book = Activity = Payment = Any
"""Rows that grants hands over: known here by their fields only."""
STAMP = "meterai bila wajib"
NOTHING = "Belum ada."


@dataclass(frozen=True, slots=True)
class Ground:
    """One book on the day of a paper: its place, and the name of each officer and team member that day."""

    book: Book
    place: Place
    on: date
    is_dated: bool
    names: dict[str, str]
    teams: dict[str, str]

    @property
    def desa(self) -> str:
        return next((step.label for step in self.place.way[2:3]), self.place.label)

    @property
    def is_kelurahan(self) -> bool:
        return self.desa.startswith("Kelurahan")

    @property
    def head(self) -> tuple[str, str]:
        return (f"Ketua {self.place.way[-1].label.partition(' ')[0]}", self.names.get(Role.RT_HEAD, ""))

    @property
    def secretary(self) -> tuple[str, str]:
        return ("Sekretaris RT", self.names.get(Role.RT_SECRETARY, ""))

    @property
    def treasurer(self) -> tuple[str, str]:
        return ("Bendahara RT", self.names.get(Role.RT_TREASURER, ""))

    @property
    def desa_head(self) -> tuple[str, str]:
        return ("Lurah" if self.is_kelurahan else "Kepala Desa", self.names.get(Role.DESA_HEAD, ""))

    @property
    def camat(self) -> tuple[str, str]:
        return ("Camat", "")

    @property
    def carrying_out(self) -> tuple[str, str]:
        return ("Tim Pelaksana", self.teams.get("carrying_out", ""))

    @property
    def watching(self) -> tuple[str, str]:
        return ("Tim Pengawas", self.teams.get("watching", ""))

    @property
    def preparing(self) -> tuple[str, str]:
        return ("Tim Persiapan", self.teams.get("preparing", ""))

    def where(self, activity: Activity) -> str:
        return activity.place_words or self.place.label

    def sign(self, *signers: tuple[str, str], closing: str = "", stamp: str = "", on: date | None = None) -> Signatures:
        return Signatures(self.desa, on or (self.on if self.is_dated else None), signers, closing, stamp)


def ground(book: Book, on: date | None, today: date) -> Ground:
    """The book's RT as it was called on that day, with who held which office then. A paper that has no day of its own
    yet leaves room for one; those sign it who hold office today."""
    day = on or date(book.year, 1, 1)
    place = territory.place(book.rt_id, on=on or today) or territory.last_known(book.rt_id)
    if place is None:
        raise LookupError(book.rt_id)
    return Ground(book, place, day, on is not None, _officers(place, on or today), _teams(book, on or today))


def _officers(place: Place, on: date) -> dict[str, str]:
    """Names of those who hold an office of this RT and of its desa, the longest serving first."""
    terms = in_force(on=on).filter(area_id__in=[step.id for step in place.way]).select_related("user")
    found: dict[str, str] = {}
    for term in terms.order_by("since", "pk"):
        found.setdefault(term.role, term.user.name)
    return found


def _teams(book: Book, on: date) -> dict[str, str]:
    """The first of each team speaks for it."""
    found: dict[str, str] = {}
    for each in papers_books.team(book, on):
        found.setdefault(each.team, each.name)
    return found


def alone(held: Ground, kind: str, key: object, paper: Section) -> Document:
    """A paper that stands by itself: what is a title within a bundle is the title of the document."""
    body = replace(paper, title="", is_paper=False)
    return document(held, kind, key, paper.title, [body], is_wide=paper.is_wide)


def document(
    held: Ground, kind: str, key: object, title: str, sections: Iterable[Section], *, is_wide: bool = False
) -> Document:
    higher = ", ".join(step.label for step in reversed(held.place.way[:-1])) or "Pemerintah kabupaten/kota"
    number = f"{kind}/{held.place.id}/{held.book.year}/{key}"
    return Document(title, held.place.label, higher, number, "", held.on, tuple(sections), is_wide=is_wide)


def said(amount: int) -> str:
    """Rupiah in figures and in words, as they are said where it matters."""
    words = in_words(abs(amount))
    return f"{shown(amount)} ({'minus ' if amount < 0 else ''}{words})"


def programme_of(held: Ground) -> Any:
    """The juknis of the book's year, None where none was adopted."""
    found = programmes.of_year(held.book.year, held.on) or programmes.newest(held.book.year)
    return found.juknis if found else None


def cluster_label(juknis: Any, key: str) -> str:
    known = juknis.cluster(key) if juknis else None
    return known.label if known else (key.replace("_", " ").capitalize() or "Tanpa klaster")
