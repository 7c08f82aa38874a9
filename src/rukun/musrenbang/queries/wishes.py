"""A paper list as its page shows it: which rows come in, which are there already, which cannot."""

from __future__ import annotations

from collections.abc import Sequence

from rukun.musrenbang.facts import wishes
from rukun.musrenbang.facts.wishes import Reading, Wish
from rukun.musrenbang.models import PaperList, Proposal


def reading(paper: PaperList) -> Reading:
    """The list read again: the file is the truth, nothing of it is kept twice."""
    ground = wishes.ground(paper.path, on=paper.on, only=paper.rt_id)
    return wishes.read(bytes(paper.content), paper.file, ground=ground, year=paper.year, today=paper.on)


def fresh(read: Reading) -> list[Wish]:
    """The wishes that are not in the house yet."""
    there = twice(read.wishes)
    return [wish for wish in read.wishes if wish.row not in there]


def twice(found: Sequence[Wish]) -> set[int]:
    """Rows whose RT has the same words in the same year already."""
    rts = {wish.rt_id for wish in found}
    rows = Proposal.objects.filter(rt__in=rts, born__in={wish.year for wish in found})
    held = {(rt, year, title.casefold()) for rt, year, title in rows.values_list("rt", "born", "title")}
    return wishes.repeated(found, held)
