"""One RT through its meeting: households, attendance, decisions with dissent, a choice of two, a problem tree."""

from __future__ import annotations

import sys
from datetime import date, time
from pathlib import Path
from typing import Any

from rukun.musrenbang.actions import attendance, choices, counting, invitations, meetings, minutes, turns
from rukun.musrenbang.models import Meeting, Proposal
from rukun.musrenbang.types import Owner, State, Way
from rukun.needs.models import Link, Node, Problem
from rukun.territory.models import Area

ROOMS = Path(__file__).parents[1]
sys.path += [str(ROOMS / "musrenbang"), str(ROOMS / "poverty")]
from answering import ON, YEAR, wish  # noqa: E402
from kitchens import make_kitchen  # noqa: E402

DAY = date(2026, 3, 9)
DRAIN, LAMPS = "Drainase Gang Melati", "Lampu jalan tenaga surya"
WORKS = {DRAIN: 35_000_000, LAMPS: 28_000_000}
AGENDA = "Pembukaan dan doa\nMenghitung kuorum\nMembahas usulan\nMemilih usulan\nMembaca putusan\nPenutup"


def meeting_of(rt: Area, *, homes: int = 12, **changes: Any) -> Meeting:
    """Called, nobody has come yet."""
    for _ in range(homes):
        make_kitchen(rt, ages=(40, 12))
    given = {"day": DAY, "at": time(19, 30), "place": "Balai RT Melati", "agenda": AGENDA, "on": ON, "by": "uji"}
    made = meetings.call(area=rt, year=YEAR, **(given | changes))
    invitations.invite(meeting=made, group="elders", who="Tokoh Rekaan", by="uji")
    return made


def hold(meeting: Meeting, *, came: int = 8) -> Meeting:
    """Opened, decided, chosen where there is something to choose, and closed; women and men among those who came."""
    homes = list(
        meeting.invitations.filter(household__isnull=False).order_by("number").values_list("household", flat=True)
    )
    ticks = [(home, "female" if n % 2 else "male") for n, home in enumerate(homes[:came])]
    attendance.tick(meeting=meeting, came=ticks, by="uji")
    meetings.open(meeting=meeting, on=DAY, by="uji", agreed="Delapan rumah tangga dianggap cukup")
    meeting.refresh_from_db()
    minutes.write(
        meeting=meeting, revision=meeting.revision, minutes="Musyawarah dibuka ketua RT.\nSetiap usulan dibaca keras-keras.",
        chair="Pemimpin Rekaan", writer="Notulen Rekaan", by="uji",
    )  # fmt: skip
    decided = minutes.decide(meeting=meeting, words="Drainase dikerjakan lebih dulu, sebelum musim hujan.", by="uji")
    minutes.dissent(
        decision=decided, words="Lampu jalan lebih mendesak bagi yang pulang malam.", voice="perempuan muda", by="uji"
    )
    if Proposal.objects.filter(rt=meeting.area_id, state=State.PROPOSED).exists():
        choose(meeting)
    return meetings.close(meeting=meeting, on=DAY, by="uji")


def choose(meeting: Meeting) -> None:
    """The meeting agrees on the drain and the lamps; the money is enough for the drain."""
    drawn = choices.draw(
        meeting=meeting, juknis=None, way=Way.CONSENSUS, rule="equal-shares", ceiling=50_000_000, because="", unit="household",
        voters=8, together=False, by="uji",
    )  # fmt: skip
    held = choices.open_choice(choice=drawn, on=DAY, by="uji")
    marks = {option.title: option.mark for option in held.options.all()}
    counting.agree(choice=held, agreed={marks[DRAIN]: (1, ""), marks[LAMPS]: (2, "")}, on=DAY, by="uji")


def put_forward(rt: Area) -> list[Proposal]:
    found = [wish(rt, title, cost=cost, households=40, people=131) for title, cost in WORKS.items()]
    for each in found:
        turns.turn(proposal=each, to=State.PROPOSED, office=Owner.RT, on=ON, by="uji")
    return found


def tree(rt: Area) -> Node:
    """Flooded lane ← no drain ← rubbish in the ditch."""
    problem = Problem.objects.create(rt=rt, path=rt.path, year=YEAR, theme="roads", since=ON)
    core = Node.objects.create(
        problem=problem, path=rt.path, words="Gang tergenang setiap hujan", is_core=True, since=ON
    )
    cause = Node.objects.create(problem=problem, path=rt.path, words="Parit dangkal dan tersumbat", since=ON)
    effect = Node.objects.create(problem=problem, path=rt.path, words="Anak sering sakit kulit", since=ON)
    Link.objects.create(path=rt.path, cause=cause, effect=core)
    Link.objects.create(path=rt.path, cause=core, effect=effect)
    return cause
