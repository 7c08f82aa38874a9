"""What the table about the life of a proposal asks: which move may be made, who is next, what must be written."""

from types import SimpleNamespace
from unittest.mock import patch

from tests.spec.meanings.words import NOTHING, day, day_text

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import turns
from rukun.musrenbang.models import Proposal, Turn
from rukun.musrenbang.queries import answers
from rukun.musrenbang.types import FINAL, Owner, State

NOBODY = FINAL | {State.REFUSED}
JUKNIS = "rukun.facilitation.queries.programmes.of_year"


def state(words):
    return next(each for each in State if each.label == words)


def refused(before, after, **written):
    try:
        turns.check(Turn(proposal=Proposal(year=2026), year=2026, before=before, after=after, **written))
    except Problem as problem:
        return problem.code.removeprefix("musrenbang.")
    return ""


def move(spec, row):
    before, after = state(row["dari"]), state(row["ke"])
    if refused(before, after, reason="x", article="x"):
        return {"boleh": "tidak", "giliran": NOTHING, "alasan": NOTHING, "pasal": NOTHING}
    office = turns.owner_of(after, Owner.DESA)
    return {
        "boleh": "ya",
        "giliran": "tidak ada" if after in NOBODY else str(office.label),
        "alasan": "wajib" if refused(before, after, article="x") == "reason_missing" else "tidak",
        "pasal": "wajib" if refused(before, after, reason="x") == "article_missing" else "tidak",
    }


def deadline(spec, row):
    days = None if row["hari menurut juknis"] == NOTHING else int(row["hari menurut juknis"])
    programme = SimpleNamespace(juknis=SimpleNamespace(answers=SimpleNamespace(desa=days)))
    with patch(JUKNIS, lambda year, on: programme):
        due = answers.deadline(Owner.DESA, 2026, day(row["dikirim"]))
    late = answers.late(due, day(row["dilihat"]))
    return {"tenggat": day_text(due), "lewat": f"{late} hari" if late else "belum"}


MEANINGS = {("giliran", "pindah"): move, ("giliran", "tenggat"): deadline}
