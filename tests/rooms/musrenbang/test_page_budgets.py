"""Every page of the planning rooms, in an RT of 120 households and 200 proposals, stays small for a cheap phone.

Bytes are those of the page as it is sent: the house packs nothing itself, so raw is what goes over the wire. Queries are
those a page asks on its own account. Left out, everywhere alike, is what every page of a place asks: the session, the user
with their roles (tables of accounts), the walls (set_config, current_setting), savepoints, and where the page lies (the
area with its name today, and which kabupaten this house is for).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, reverse
from tests.rooms.facilitation.years import adopted
from tests.rooms.mapping.drawn_rt import add, draw_border
from tests.rooms.musrenbang.meeting_ground import call, settle, tick
from tests.rooms.musrenbang.wishing import client_of
from tests.rooms.needs.gatherings import SAID, grow

from rukun.accounts.permissions import today
from rukun.facilitation import urls as facilitation
from rukun.facilitation.actions import gatherings, visits
from rukun.facilitation.models import ReadinessTry
from rukun.facilitation.types import GatheringKind
from rukun.mapping import urls as mapping
from rukun.mapping.types import Tool
from rukun.musrenbang import urls as musrenbang
from rukun.musrenbang.actions import answers, choices, counting, meetings, minutes, sheets
from rukun.musrenbang.models import Choice, Entry, Proposal, Turn
from rukun.musrenbang.types import Owner, State
from rukun.needs import urls as needs
from rukun.needs.actions import statements, trees
from rukun.needs.models import Grouping, Node, Statement
from rukun.people.models import Household
from rukun.transparency import urls as transparency
from rukun.walls import scope

WIRE, QUERIES = 100_000, 12
HOMES, WORKS, VOICES = 120, 200, 200
ROOMS = (facilitation, mapping, needs, musrenbang, transparency)
ALIKE = re.compile(
    r'FROM "(django_session|accounts_\w+|territory_(area|edition|installation))"|'
    r"set_config|current_setting|^(SAVEPOINT|RELEASE)",
    re.IGNORECASE,
)
TOOLS = [tool.value for tool in Tool]
CLUSTERS, MENU = ("sosial", "karakter", "lembaga"), ("S6", "K4", "L2")
ON = today()


@pytest.fixture
def crowd(places: Any) -> SimpleNamespace:
    """An RT with everything many times over, whose meeting is choosing."""
    programme = adopted(places, first=ON - timedelta(days=60))
    rt, year = places.melati, programme.year
    here = {"rt_id": rt.pk, "path": rt.path}
    told = {"right": 5, "of": 5, "needed": 4, "answers": [0] * 5}
    ReadinessTry.objects.create(**here, year=year, on=ON, programme=programme, **told)
    _walked(rt, here)
    draw_border(rt)
    for tool in TOOLS:
        add(rt, tool, year=year)
    homes = settle(rt, HOMES)
    Household.objects.filter(pk__in=[home.pk for home in homes]).update(longitude=116.905, latitude=-0.495)
    works = _works(rt, year, _spoken(here, year))
    meeting = call(rt, year=year, day=ON, on=ON, notice_reason="Mendesak")
    tick(meeting, homes[:90])
    meeting = meetings.open(meeting=meeting, on=ON, by="uji")
    choice = _choosing(meeting, programme.juknis)
    return SimpleNamespace(places=places, rt=rt, meeting=meeting, choice=choice, works=works, programme=programme)


def _walked(rt: Any, here: dict[str, Any]) -> None:
    kept = {"on": ON, "today": ON, "by": "uji"}
    for _ in range(20):
        gatherings.record(
            area_id=rt.pk, path=rt.path, rts={rt.pk: rt.path}, kind=GatheringKind.SOSIALISASI, place="Pos ronda",
            topic="Aturan", material="", women=9, men=8, poor=3, disability=1, **kept,
        )  # fmt: skip
        promised = {"text": "Membawa kertas besar", "owes": "helper", "due": ON}
        visits.record(**here, who="Pendamping Rekaan", found="Berjalan baik.", promises=[promised], **kept)


def _spoken(here: dict[str, Any], year: int) -> list[Node]:
    """Two hundred voices behind ten problems, each with two causes."""
    home = here | {"year": year, "on": ON, "by": "uji"}
    first = statements.keep(**home, said=SAID | {"on": ON})
    causes: list[Node] = []
    for number in range(10):
        problem = trees.plant(**home, words=f"Gang {number} tergenang setiap hujan besar", theme="water")
        core = problem.nodes.get(is_core=True)
        causes += [grow(core, f"Sebab {number} {side} yang cukup panjang kalimatnya") for side in "ab"]
        _behind(problem, first)
    return causes


def _behind(problem: Any, first: Statement) -> None:
    told = {field: getattr(first, field) for field in ("rt_id", "path", "year", "kind", "occasion", "on", "by")}
    said = [Statement(**told, words=f"Air masuk dapur {n} kali") for n in range(VOICES // 10)]
    kept = Statement.objects.bulk_create(said)
    Grouping.objects.bulk_create([Grouping(statement=each, problem=problem, path=problem.path) for each in kept])


def _works(rt: Any, year: int, causes: list[Node]) -> list[Proposal]:
    base = {"rt": rt, "path": rt.path, "born": year, "year": year, "state": State.PROPOSED, "owner": Owner.RT}
    rows = [
        Proposal(
            **base, number=n, title=f"Usulan panjang nomor {n} di gang {n}", cost=1_000_000 + 7_000 * n, menu=MENU[n % 3],
            cluster=CLUSTERS[n % 3], cause=causes[n % len(causes)], households=12, basis="stated", place_words=f"Gang {n}",
            longitude=116.905, latitude=-0.495, caretaker="Kelompok",
        )
        for n in range(1, WORKS + 1)
    ]  # fmt: skip
    made = Proposal.objects.bulk_create(rows)
    turned = {"path": rt.path, "year": year, "after": State.PROPOSED, "on": ON, "office": Owner.RT, "by": "uji"}
    Turn.objects.bulk_create([Turn(proposal=each, **turned) for each in made])
    return made


def _choosing(meeting: Any, juknis: Any) -> Choice:
    choice = choices.draw(
        meeting=meeting, juknis=juknis, way="approval", rule="equal-shares", ceiling=juknis.ceiling, because="",
        unit="household", voters=90, together=False, by="uji",
    )  # fmt: skip
    choice = choices.open_choice(choice=choice, on=ON, by="uji")
    marks = [each.mark for each in choice.options.all()]
    sheets.make(choice=choice, number=90, by="uji")
    read = [
        Entry(sheet=sheet, path=choice.path, typist=typist, marks={marks[(place * place + n * 29) % 190]: 1 for n in range(7)})
        for place, sheet in enumerate(choice.sheets.all())
        for typist in ("kader", "bendahara")
    ]  # fmt: skip
    Entry.objects.bulk_create(read)
    return choice


def _closed(crowd: SimpleNamespace) -> None:
    """Counted, written down, closed and sent to the desa."""
    counting.close(choice=crowd.choice, on=ON, by="uji")
    crowd.meeting.refresh_from_db()
    kept = minutes.write(
        meeting=crowd.meeting, revision=crowd.meeting.revision, chair="Ketua", writer="Sekretaris", minutes="Baik.", by="uji"
    )  # fmt: skip
    minutes.decide(meeting=kept, words="Dikirim ke desa.", by="uji")
    meetings.close(meeting=kept, on=ON, by="uji")
    chosen = Proposal.objects.filter(state=State.CHOSEN).values_list("pk", flat=True)
    answers.send(proposals=list(chosen), on=ON, by="uji")


def test_each_page_stays_small_while_the_meeting_chooses(crowd: Any, cast: Any) -> None:
    seen = _weighed(client_of(cast.rt_head), crowd)
    assert len(seen) > 60, "fewer pages than the rooms have"
    assert not _too_heavy(seen), "\n".join(_too_heavy(seen))


def test_each_page_stays_small_when_the_desa_has_it(crowd: Any, cast: Any) -> None:
    _closed(crowd)
    for who in (client_of(cast.rt_head), client_of(cast.desa_operator), Client()):
        seen = _weighed(who, crowd)
        assert len(seen) > 5, "fewer pages than the rooms have"
        assert not _too_heavy(seen), "\n".join(_too_heavy(seen))


def _weighed(client: Client, crowd: Any) -> dict[str, tuple[int, int]]:
    """Address → (own queries, bytes) of every page that opens for this visitor."""
    told = {}
    for url in _addresses(crowd):
        with scope.within([]), CaptureQueriesContext(connection) as asked:
            page = client.get(url)
        if page.status_code == 200 and "html" in page["Content-Type"]:
            told[url] = (sum(not ALIKE.search(each["sql"]) for each in asked), len(page.content))
    return told


def _too_heavy(seen: dict[str, tuple[int, int]]) -> list[str]:
    return [f"{url}: {n} queries, {size} bytes" for url, (n, size) in seen.items() if n > QUERIES or size > WIRE]


def _addresses(crowd: Any) -> Iterator[str]:
    """Every address of the rooms, filled in with what stands in this RT; those that only take a form answer 405."""
    known = _known(crowd)
    for room in ROOMS:
        for pattern in room.urlpatterns:
            yield from _filled(f"{room.app_name}:{pattern.name}", pattern, known)


def _filled(name: str, pattern: URLPattern, known: dict[str, list[Any]]) -> Iterator[str]:
    asked = list(pattern.pattern.converters)
    for given in product(*(known.get(each, []) for each in asked)):
        yield reverse(name, kwargs=dict(zip(asked, given, strict=True)))


def _known(crowd: Any) -> dict[str, list[Any]]:
    """Name of a part of an address → what to try there."""
    grouped = Statement.objects.filter(grouping__isnull=False).first()
    problem = grouped.grouping.problem
    return {
        "area_id": [crowd.rt.pk, crowd.places.desa.pk],
        "meeting_id": [crowd.meeting.pk],
        "choice_id": [crowd.choice.pk],
        "proposal_id": [crowd.works[0].pk],
        "wish_id": [crowd.works[0].pk],
        "statement_id": [grouped.pk],
        "problem_id": [problem.pk],
        "node_id": [problem.nodes.filter(is_core=False).first().pk],
        "programme_id": [crowd.programme.pk],
        "tool": TOOLS,
        "kind": [TOOLS[0]],
        "step": ["papan"],
        "number": [1, 2, 3, 4],
    }
