"""One RT through its meeting: households, attendance, decisions with dissent, a choice of two, a problem tree."""

from __future__ import annotations

import sys
from datetime import date, time
from pathlib import Path
from typing import Any

from rukun.musrenbang.actions import attendance, invitations, meetings, minutes
from rukun.musrenbang.models import Choice, Meeting, Option, Proposal, Result
from rukun.musrenbang.types import Owner, Stage, State, Way
from rukun.needs.models import Link, Node, Problem
from rukun.territory.models import Area

ROOMS = Path(__file__).parents[1]
sys.path += [str(ROOMS / "musrenbang"), str(ROOMS / "poverty")]
from answering import ON, YEAR, wish  # noqa: E402
from kitchens import make_kitchen  # noqa: E402

from rukun.musrenbang.actions import turns  # noqa: E402

DAY = date(2026, 3, 9)
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
    """Opened, decided and closed, with women and men among those who came."""
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
    return meetings.close(meeting=meeting, on=DAY, by="uji")


def choose(meeting: Meeting, rt: Area) -> list[Proposal]:
    """Two wishes on the sheet; the first is chosen."""
    held = Choice.objects.create(
        meeting=meeting, path=meeting.path, way=Way.CONSENSUS, ceiling=50_000_000, voters=8, seal="x", stage=Stage.COUNTED,
        opened_on=DAY, counted_on=DAY,
    )  # fmt: skip
    found = []
    for n, (title, cost, to) in enumerate(
        [("Drainase Gang Melati", 35_000_000, State.CHOSEN), ("Lampu jalan tenaga surya", 28_000_000, State.NOT_CHOSEN)]
    ):
        one = wish(rt, title, cost=cost, households=40, people=131)
        turns.turn(proposal=one, to=State.PROPOSED, office=Owner.RT, on=ON, by="uji")
        reason = "Dinilai paling mendesak." if to == State.CHOSEN else "Sisa pagu Rp15.000.000 tidak cukup."
        turns.turn(proposal=one, to=to, office=Owner.RT, on=DAY, by="uji", reason=reason)
        Option.objects.create(choice=held, path=rt.path, proposal=one, mark="AB"[n], title=title, cost=cost)
        found.append(one)
    Result.objects.create(choice=held, path=rt.path, outcome={}, digest="x", sheets=8, on=DAY)
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
