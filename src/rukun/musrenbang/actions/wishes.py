"""Last year's paper wishes come in: a list is kept and read, then accepted whole in one go, or thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import turns
from rukun.musrenbang.actions.proposals import next_number
from rukun.musrenbang.facts.wishes import Wish
from rukun.musrenbang.models import PaperList, Proposal
from rukun.musrenbang.queries import wishes as queries
from rukun.musrenbang.types import Owner, State
from rukun.territory.types import Place

BLOCK = 1000
OFFICES = {State.PLANNED: Owner.KECAMATAN, State.REFUSED: Owner.KECAMATAN, State.PROPOSED: Owner.RT}


@transaction.atomic
def bring(
    *, area: Place, file: str, content: bytes, year: int, on: date, by: Any, rt_id: int | None = None
) -> PaperList:
    """Keeps a list that can be read, so that it can be looked at row by row. Nothing else is written.

    Raises Problem `sheet.*`, musrenbang.list_without_rows, musrenbang.year_not_past.
    """
    if year > on.year:
        raise Problem("musrenbang.year_not_past", year=str(year))
    held = PaperList(area_id=area.id, path=area.path, rt_id=rt_id, year=year, file=file[-200:], content=content, on=on)
    if not queries.reading(held).rows:
        raise Problem("musrenbang.list_without_rows", file=file)
    held.by = str(by)
    held.save()
    audit.record("wishes.brought", held, by=by, path=area.path, year=year)
    return held


@transaction.atomic
def accept(*, paper: PaperList, on: date, by: Any) -> int:
    """Every row that can be kept becomes a proposal with its history, or none does; tells how many.

    Raises Problem musrenbang.list_gone, musrenbang.nothing_to_accept.
    """
    held = PaperList.objects.filter(pk=paper.pk).first()
    if held is None:
        raise Problem("musrenbang.list_gone")
    fresh = queries.fresh(queries.reading(held))
    if not fresh:
        raise Problem("musrenbang.nothing_to_accept")
    made = Proposal.objects.bulk_create(_numbered(fresh), batch_size=BLOCK)
    turns.brought(list(zip(made, _told(fresh, held.file), strict=True)), on=on, by=by)
    audit.record("wishes.accepted", held, by=by, path=held.path, kept=len(made), year=held.year)
    held.delete()
    return len(made)


@transaction.atomic
def discard(*, paper: PaperList, by: Any) -> None:
    """The list is thrown away; nothing came of it."""
    audit.record("wishes.discarded", paper, by=by, path=paper.path, year=paper.year)
    paper.delete()


def _numbered(fresh: Sequence[Wish]) -> list[Proposal]:
    """In the order of the list, each RT and year counting on from what it has."""
    numbers: dict[tuple[int, int], int] = {}
    made = []
    for wish in fresh:
        key = (wish.rt_id, wish.year)
        numbers[key] = numbers[key] + 1 if key in numbers else next_number(*key)
        made.append(_proposal(wish, numbers[key]))
    return made


def _proposal(wish: Wish, number: int) -> Proposal:
    return Proposal(
        rt_id=wish.rt_id, path=wish.path, born=wish.year, year=wish.year, number=number, title=wish.title,
        description=wish.description, place_words=wish.place_words, cost=wish.cost,
        state=wish.outcome, owner=OFFICES[wish.outcome],
    )  # fmt: skip


def _told(fresh: Sequence[Wish], file: str) -> list[turns.Told]:
    """What the history says: copied from which list, and what the list tells of the outcome."""
    copied = _("Disalin dari daftar %(file)s.") % {"file": file}
    said = [_("Menurut daftar itu: %(told)s") % {"told": wish.told or "–"} for wish in fresh]
    return [
        turns.Told(copied, wish.outcome, OFFICES[wish.outcome], words) for wish, words in zip(fresh, said, strict=True)
    ]
