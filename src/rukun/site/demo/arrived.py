"""Help that came into somebody's hand in RT 003, what it changed, capital that comes back, and evenings together."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from rukun.people.queries import households, persons
from rukun.programmes.actions import deliveries, effects, events, groups, pins, rulings, schemes, waiting
from rukun.programmes.actions.deliveries import Proved
from rukun.programmes.queries import deliveries as parts
from rukun.programmes.queries import waiting as asked_for
from rukun.programmes.types import Exit, Proof
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

PIN = "7306"
"""Chosen by the first recipient; whoever tries the demo may type it."""
FOOD = "Paket pangan warga rentan"
TOGETHER = "Guyub RT"
TOLD = ("Anak-anak makan telur tiap minggu.", "Harga beras tetap naik.")
BEGAN, CAME, ASKED, LEFT = 205, 190, 98, 40
EVENINGS = (
    ("Gotong royong bersihkan parit", 60, 18, 9), ("Latihan tari jepen anak RT", 33, 7, 16),
    ("Kelas warga: membaca APB desa", 12, 11, 13),
)  # fmt: skip


def come(story: Story) -> None:
    """Told by the kader; the desa decides."""
    _fed(story)
    _handed(story)
    _lent(story)
    _met(story)


def _fed(story: Story) -> None:
    """Food in three parts, half a year ago: one tells how it is, one needs it no more."""
    scheme = _begun(story, FOOD, "protection", "goods", goods="Beras 10 kg dan telur", parts=3)
    path = territory.path_of(story.ground.rts["003"])
    first, second, third = [_taken(story, scheme, home) for home in households.living(path)[30:33]]
    for each in (first, second, third):
        _given(story, each, 1, CAME, Proved(by=Proof.WITNESS, witness="Wak Andi Rekaan"))
    _given(story, first, 2, CAME - 30, Proved(by=Proof.THUMB, photo=_thumb()))
    pins.choose(waiting=second, pin=PIN, again=PIN, by=_kader(story))
    for each, change, words in (
        (first, 1, "Anak-anak makan telur tiap minggu."),
        (second, 0, "Harga beras tetap naik."),
    ):
        effects.tell(waiting=each, change=change, words=words, today=story.day(ASKED), by=_kader(story))
    effects.leave(
        waiting=third, ended_by=Exit.BETTER, on=story.day(LEFT), today=story.until,
        words="Anak sulung sudah bekerja.", by=story.cast["kepala-desa"],
    )  # fmt: skip


def _handed(story: Story) -> None:
    """The first part of every other help that is due by now, but for one."""
    path = territory.path_of(story.ground.rts["003"])
    waits = parts.visible().filter(path=path, arrival=None, number=1, waiting__state="enrolled").order_by("pk")
    for each in list(waits.select_related("waiting__scheme"))[:-1]:
        on = max(each.due, story.day(20))
        _given(story, each.waiting, 1, (story.until - on).days, Proved(by=Proof.WITNESS, witness="Wak Andi Rekaan"))


def _lent(story: Story) -> None:
    scheme = _begun(story, "Modal bergulir ibu-ibu", "economic", "capital", lasts_months=4)
    rt, by = story.ground.rts["003"], _kader(story)
    told = {"today": story.until, "by": by}
    held = groups.begin(
        area_id=rt, path=territory.path_of(rt), scheme_id=scheme.pk, name="Kelompok Anyaman Melati",
        since=story.day(BEGAN), **told,
    )  # fmt: skip
    groups.lend(group=held, amount=6_000_000, on=story.day(150), words="Modal awal dari BUMDes", **told)
    for before, amount in ((110, 1_500_000), (75, 1_500_000), (40, 1_200_000)):
        groups.repay(group=held, amount=amount, on=story.day(before), words="Setoran anggota", **told)
    for home in households.living(held.path)[40:45]:
        groups.join(group=held, person_id=_head(home).pk, **told)


def _met(story: Story) -> None:
    scheme = _begun(story, TOGETHER, "social", "event")
    rt = story.ground.rts["003"]
    for name, before, men, women in EVENINGS:
        events.hold(
            area_id=rt, path=territory.path_of(rt), scheme_id=scheme.pk, name=name, on=story.day(before), men=men,
            women=women, today=story.until, by=_kader(story),
        )  # fmt: skip


def _begun(story: Story, name: str, field: str, form: str, **terms: Any) -> Any:
    by, since = story.cast["kepala-desa"], story.day(BEGAN)
    scheme = schemes.create(
        place=territory.place(story.ground.desa, on=story.until), name=name, field=field, form=form, unit="person",
        kinds=[], office="Desa Sumber Rekaan", since=since, by=by,
    )  # fmt: skip
    given: dict[str, Any] = {"quota": None, "amount": None, "goods": "", "parts": 1, "months_apart": 1}
    told = given | {"lasts_months": None, "seed": "rekaan", "basis": "Peragaan: SK Kepala Desa 7/2026"} | terms
    schemes.set_terms(scheme=scheme, since=since, criteria=(), order=(), by=by, **told)
    return scheme


def _taken(story: Story, scheme: Any, home: int) -> Any:
    on = story.day(CAME + 3)
    asked = waiting.propose(scheme=scheme, household_id=home, head_id=_head(home).pk, on=on, by=_kader(story))
    rulings.enrol(waiting=asked, words="Didatangi dan diperiksa.", on=on, by=story.cast["kepala-desa"])
    return asked_for.visible().get(pk=asked.pk)


def _given(story: Story, held: Any, number: int, before: int, proved: Proved) -> None:
    part, on = held.instalments.get(number=number), story.day(before)
    deliveries.give(instalment=part, proved=proved, on=on, today=story.until, by=_kader(story))


def _head(home: int) -> Any:
    held = households.visible().get(pk=home)
    return persons.living_in(held)[0].person


def _thumb() -> bytes:
    """An invented thumb in ink on paper: rings, nobody's."""
    held = Image.new("RGB", (640, 480), "#f4f0e6")
    pen = ImageDraw.Draw(held)
    for ring in range(10, 130, 9):
        pen.ellipse((320 - ring, 240 - ring * 1.3, 320 + ring, 240 + ring * 1.3), outline="#24304f", width=4)
    kept = BytesIO()
    held.save(kept, "JPEG", quality=80)
    return kept.getvalue()


def _kader(story: Story) -> Any:
    return story.cast["kader-rt03"]
