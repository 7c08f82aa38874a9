"""The programme year of the invented desa: a juknis adopted, people told, officers trained, a helper who came by."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from rukun.facilitation.actions import gatherings, programmes, readiness, visits
from rukun.facilitation.types import GatheringKind, Sitting
from rukun.parameters import juknis
from rukun.site.demo.story import BEGAN, Story
from rukun.territory import queries as territory

JUKNIS = "juknis/contoh_rekaan_2026"
ATTENDED = {"001": (21, 17), "002": (14, 19), "003": (26, 18), "004": (9, 12)}
RIGHT_BEFORE, RIGHT_AFTER = (5, 9, 3, 6, 4), (17, 19, 15, 18, 14)


def walk(story: Story) -> None:
    """The first month of the year, each RT as far as it came."""
    programme = _adopt(story)
    _tell_people(story)
    _train(story)
    _quiz(story, programme)
    _visit(story)


def _adopt(story: Story) -> Any:
    first = story.day(BEGAN)
    path = territory.path_of(story.ground.kabupaten)
    return programmes.adopt(
        juknis=juknis.load(JUKNIS, begins=first), path=path, since=first, basis="Peragaan: SK Kepala DPMD 3/2026",
        on=first, by=story.cast["petugas-dpmd"],
    )  # fmt: skip


def _tell_people(story: Story) -> None:
    for number, (women, men) in ATTENDED.items():
        rt = story.ground.rts[number]
        path, by = territory.path_of(rt), story.cast.get(f"ketua-rt{number[1:]}", story.cast["pendamping"])
        held = gatherings.record(
            area_id=rt, path=path, rts={rt: path}, kind=GatheringKind.SOSIALISASI, on=story.day(BEGAN - 6),
            place=f"Pos ronda RT {number}", topic="Aturan dan langkah program setahun", material="Lembar juknis",
            women=women, men=men, poor=women // 3, disability=1, today=story.until, by=by,
        )  # fmt: skip
        if number == "003":
            gatherings.score(gathering=held, sitting=Sitting.BEFORE, of=20, right=RIGHT_BEFORE, by=by)
            gatherings.score(gathering=held, sitting=Sitting.AFTER, of=20, right=RIGHT_AFTER, by=by)


def _train(story: Story) -> None:
    rts = {story.ground.rts[number]: territory.path_of(story.ground.rts[number]) for number in ("001", "003", "004")}
    gatherings.record(
        area_id=story.ground.desa, path=territory.path_of(story.ground.desa), rts=rts, kind=GatheringKind.OFFICERS,
        on=story.day(BEGAN - 14), place="Balai desa Sumber Rekaan", topic="Menulis usulan dan berita acara",
        material="", women=7, men=9, poor=None, disability=None, today=story.until, by=story.cast["pendamping"],
    )  # fmt: skip


def _quiz(story: Story, programme: Any) -> None:
    rt = story.ground.rts["003"]
    right = [each.right for each in programme.juknis.readiness.questions]
    for answers, before in (([0, 0, 1, 2, 0], BEGAN - 15), (right, BEGAN - 20)):
        readiness.take(
            rt_id=rt, path=territory.path_of(rt), programme=programme, answers=answers, on=story.day(before),
            by=story.cast["ketua-rt03"],
        )  # fmt: skip


def _visit(story: Story) -> None:
    rt, by = story.ground.rts["003"], story.cast["pendamping"]
    on = story.day(12)
    visit = visits.record(
        rt_id=rt, path=territory.path_of(rt), on=on, who=by.name, today=story.until, by=by,
        found="Pengurus sudah paham aturannya. Kertas untuk peta sosial belum ada. Ibu-ibu belum banyak bicara.",
        promises=[
            {"text": "Membawa kertas besar dan spidol", "owes": "helper", "due": on + timedelta(days=3)},
            {"text": "Mengumpulkan ibu-ibu dasawisma", "owes": "rt", "due": on + timedelta(days=10)},
            {"text": "Meminjamkan balai desa untuk musyawarah", "owes": "desa", "due": on + timedelta(days=25)},
        ],
    )  # fmt: skip
    first = visit.promises.order_by("due").first()
    visits.answer(promise=first, kept=True, note="Diantar sore itu.", on=on + timedelta(days=2), by=by)
