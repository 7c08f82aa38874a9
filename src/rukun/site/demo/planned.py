"""From wishes to a plan: RT 001 went all the way, RT 002 waits for the desa, RT 003 meets today, RT 004 begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from rukun.facilitation.actions import readiness
from rukun.facilitation.queries import programmes
from rukun.musrenbang.actions import (
    answers,
    attendance,
    choices,
    counting,
    meetings,
    minutes,
    proposals,
    sheets,
    wishes,
)
from rukun.musrenbang.actions.attendance import Voice
from rukun.musrenbang.types import Condition, Owner, State
from rukun.needs.actions import progress
from rukun.site.demo import events, ground, wished
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

# title, cause, menu entry, place, households, cost, swadaya (days, material, cash), answers to the menu's facts
WORKS: dict[str, tuple[str, str, str, str, int, int, tuple[int, int, int], dict[str, bool]]] = {
    "parit": (
        "Parit gang utara sampai sungai", "Ujung parit tertutup tanah longsoran", "S2", "Gang utara, 120 meter", 38,
        46_500_000, (60, 2_500_000, 0), {"ada_buangan": True},
    ),
    "jalan": (
        "Semenisasi jalan gang posyandu", "Jalan gang lebih rendah dari rumah", "S1", "Depan posyandu, 85 meter", 24,
        40_000_000, (40, 0, 1_000_000), {"tanah_umum": True},
    ),
    "sampah": (
        "Gerobak dan bak sampah bersama", "Belum ada yang mengangkut sampah", "S6", "Tiga sudut gang", 60, 9_750_000,
        (6, 0, 0), {},
    ),
    "sumur": (
        "Sumur bor bersama dekat posyandu", "Sumur warga dangkal", "S3", "Samping posyandu", 31, 42_000_000,
        (20, 1_500_000, 0), {"tanah_umum": True},
    ),
    "posyandu": (
        "Makanan tambahan posyandu enam bulan", "Makanan tambahan posyandu tidak rutin", "K1", "Posyandu", 22,
        18_000_000, (12, 0, 0), {},
    ),
    "baca": (
        "Taman baca dan bimbingan belajar sore", "Tidak ada tempat belajar di RT", "K2", "Balai RT", 40, 14_500_000,
        (10, 500_000, 0), {},
    ),
    "lampu": (
        "Lampu jalan di tikungan", "Jalan gang lebih rendah dari rumah", "S5", "Tikungan yang gelap", 27, 12_000_000,
        (4, 0, 0), {},
    ),
}  # fmt: skip
QUIZZED = ("003",)
THEMES = ("flood", "water", "children")
TICKED = (
    ("parit", "sampah", "posyandu"), ("parit", "jalan"), ("jalan", "posyandu", "baca"), ("parit", "jalan", "lampu"),
    ("jalan", "sampah", "baca"), ("parit", "sumur", "jalan"), ("posyandu", "baca", "jalan"), ("jalan", "lampu"),
    ("parit", "sampah", "sumur"),
)  # fmt: skip
VOICES = (
    *[Voice("female", "adult")] * 3, *[Voice("male", "young")] * 4, *[Voice("female", "elderly")] * 3,
    Voice("male", "elderly", is_disabled=True), Voice("female", "adult", is_proxy=True),
)  # fmt: skip
LAST_YEAR = "usulan,rt,biaya,jenis,keterangan,tahun\n" + "".join(
    f"{title},RT {rt},{cost},{kind},{told},{{year}}\n"
    for title, rt, cost, kind, told in (
        ("Pengerukan parit gang utara", "003", "7.500.000", "SARPRAS", "Tidak Diakomodir"),
        ("Pelatihan kader posyandu", "003", "4.000.000", "PM", "Diakomodir"),
        ("Lampu jalan gang selatan", "004", "6.000.000", "SARPRAS", "Tidak Diakomodir"),
        ("Titian kayu menuju sungai", "004", "11.250.000", "SARPRAS", "Tidak Diakomodir"),
    )
)
Proposal = Any
Kept = dict[str, Proposal]
"""Works by their key."""


def plan(story: Story) -> None:
    """Each RT as far as it came."""
    _bring_last_year(story)
    first = _made(story, "001", before=32, works=tuple(WORKS))
    _vote(story, "001", first, before=27)
    _answer(story, first)
    second = _made(story, "002", before=26, works=("jalan", "sumur", "baca"))
    _agree(story, "002", second, before=19)
    _answer_one(story, second["jalan"])
    _made(story, "003", before=11, works=("parit", "sampah", "sumur", "posyandu", "baca", "lampu"))
    _call(story, "003", day=story.until, called=story.day(6))
    _listen_first(story, "004", before=7)


def _bring_last_year(story: Story) -> None:
    by, on = story.cast["operator-desa"], story.day(30)
    desa = territory.places([story.ground.desa], on=on)[story.ground.desa]
    content = LAST_YEAR.format(year=story.year - 1).encode()
    told = {"area": desa, "file": "usulan-tahun-lalu.csv", "content": content, "year": story.year - 1}
    wishes.accept(paper=wishes.bring(**told, on=on, by=by), on=on, by=by)


def _made(story: Story, number: str, *, before: int, works: Sequence[str]) -> Kept:
    """An RT that knows the rules listens, finds roots, and puts works to its meeting."""
    by = _head(story, number)
    if number not in QUIZZED:
        _know_the_rules(story, number, before + 1)
    roots = wished.listen(story, number, by=by, before=before, themes=THEMES)
    rt = story.ground.rts[number]
    progress.finish(rt_id=rt, path=territory.path_of(rt), year=story.year, on=story.day(before - 3), by=by)
    return {key: _proposed(story, number, key, roots, story.day(before - 4), by) for key in works}


def _proposed(story: Story, number: str, key: str, roots: wished.Roots, on: date, by: Any) -> Proposal:
    title, cause, menu, place, households, cost, (days, material, cash), facts = WORKS[key]
    spot = ground.point_in(story.ground.cell_of(number), story.rng)
    rt = territory.places([story.ground.rts[number]], on=on)[story.ground.rts[number]]
    made = proposals.start(rt=rt, year=story.year, on=on, by=by, title=title, place_words=place)
    proposals.save(
        proposal=made, revision=0, on=on, by=by, facts=facts, longitude=spot[0], latitude=spot[1], cause=roots[cause],
        menu=menu, households=households, basis="stated", basis_words="Hitungan warga di gang itu", cost=cost,
        swadaya_days=days, swadaya_material=material, swadaya_cash=cash, caretaker="Kelompok kerja bakti",
    )  # fmt: skip
    return proposals.propose(proposal=made, on=on, by=by)


def _know_the_rules(story: Story, number: str, before: int) -> None:
    rt, programme = story.ground.rts[number], programmes.of_year(story.year, story.until)
    right = [each.right for each in programme.juknis.readiness.questions]
    home = {"rt_id": rt, "path": territory.path_of(rt), "programme": programme}
    readiness.take(**home, answers=right, on=story.day(before), by=_head(story, number))


def _call(story: Story, number: str, *, day: date, called: date) -> Any:
    rt = story.ground.rts[number]
    place = territory.places([rt], on=called)[rt]
    told = {"day": day, "place": f"Balai RT {number}", "agenda": "Usulan tahun ini\nMemilih bersama\nKesepakatan"}
    return meetings.call(area=place, year=story.year, on=called, by=_head(story, number), **told)


def _meet(story: Story, number: str, *, before: int) -> Any:
    """Two of three households come, a woman as often as a man."""
    meeting = _call(story, number, day=story.day(before), called=story.day(before + 5))
    homes = [home.pk for place, home in enumerate(events.homes_of(story.ground.rts[number])) if place % 3]
    came = [(home, "female" if place % 2 else "male") for place, home in enumerate(homes)]
    by = _head(story, number)
    attendance.tick(meeting=meeting, came=came, by=by)
    for home, voice in zip(homes, VOICES, strict=False):
        attendance.people(meeting=meeting, household_id=home, voices=[voice], by=by)
    return meetings.open(meeting=meeting, on=story.day(before), by=by)


def _vote(story: Story, number: str, works: Kept, *, before: int) -> None:
    """Paper sheets, each typed in by two people who do not see one another's reading."""
    meeting = _meet(story, number, before=before)
    choice = _drawn(story, meeting, "approval", before)
    marks = {option.proposal_id: option.mark for option in choice.options.all()}
    numbers = sheets.make(choice=choice, number=choice.voters, by=_head(story, number))
    for place, sheet in enumerate(numbers):
        typed = {marks[works[key].pk]: "1" for key in TICKED[place % len(TICKED)]}
        for typist in ("pendamping", "operator-desa"):
            sheets.type_in(choice=choice, number=sheet, typed=typed, condition=Condition.FILLED, by=story.cast[typist])
    counting.close(choice=choice, on=story.day(before), by=_head(story, number))
    _close(story, number, meeting, before)


def _agree(story: Story, number: str, works: Kept, *, before: int) -> None:
    """All agree on an order; one work waits, because its land is not yet given."""
    meeting = _meet(story, number, before=before)
    choice = _drawn(story, meeting, "consensus", before)
    marks = [option.mark for option in choice.options.order_by("mark")]
    agreed = {mark: (place, "") for place, mark in enumerate(marks, 1)}
    counting.agree(choice=choice, agreed=agreed, on=story.day(before), by=_head(story, number))
    _close(story, number, meeting, before)
    _send(list(works.values()), on=story.day(before - 2), by=_head(story, number))


def _drawn(story: Story, meeting: Any, way: str, before: int) -> Any:
    juknis = programmes.of_year(story.year, story.until).juknis
    homes = meeting.attendances.values("household").distinct().count()
    choice = choices.draw(
        meeting=meeting, juknis=juknis, way=way, rule="equal-shares", ceiling=juknis.ceiling, because="",
        unit="household", voters=min(homes, 45), together=False, by=story.cast["pendamping"],
    )  # fmt: skip
    return choices.open_choice(choice=choice, on=story.day(before), by=story.cast["pendamping"])


def _close(story: Story, number: str, meeting: Any, before: int) -> None:
    by = _head(story, number)
    meeting.refresh_from_db()
    written = minutes.write(
        meeting=meeting, revision=meeting.revision, chair="Ketua musyawarah rekaan", writer="Sekretaris rekaan", by=by,
        minutes="Usulan dibacakan satu per satu. Warga bertanya tentang biaya dan siapa yang merawat.",
    )  # fmt: skip
    decided = minutes.decide(meeting=written, words="Usulan terpilih dikirim ke desa pekan ini.", by=by)
    words = "Sumur seharusnya didahulukan, kami yang paling jauh dari air."
    minutes.dissent(decision=decided, words=words, voice="perempuan lansia", by=by)
    meetings.close(meeting=written, on=story.day(before), by=by)


def _answer(story: Story, works: Kept) -> None:
    """The desa passes most on, sends one back and refuses one by an article; the kecamatan accepts what fits."""
    desa, kecamatan = story.cast["kepala-desa"], story.cast["petugas-kecamatan"]
    chosen = _send(list(works.values()), on=story.day(26), by=story.cast["pendamping"])
    back, refused = works["parit"].pk, works["sampah"].pk
    up = [each.pk for each in chosen if each.pk not in {back, refused}]
    answers.send_back(
        proposals=[back], office=Owner.DESA, on=story.day(25), by=desa, due=story.day(-3),
        reason="Ukuran panjangnya belum sama dengan gambar. Ukur ulang bersama pendamping.",
    )  # fmt: skip
    answers.refuse(
        proposals=[refused], office=Owner.DESA, on=story.day(25), by=desa, article="Pasal 6 ayat 2",
        reason="Desa sudah membeli gerobak dan bak sampah untuk semua RT tahun ini.",
    )  # fmt: skip
    answers.pass_on(proposals=up, on=story.day(25), by=desa, note="Sesuai kebutuhan dan lahannya siap.")
    answers.accept(proposals=up, on=story.day(24), by=kecamatan, note="Biaya wajar, syarat lengkap.")


def _answer_one(story: Story, work: Proposal) -> None:
    """Of RT 002 the path goes up first; its other works still wait for the desa."""
    told = {"proposals": [work.pk], "note": "Jalan ini menuju posyandu."}
    answers.pass_on(on=story.day(16), by=story.cast["kepala-desa"], **told)
    answers.accept(on=story.day(15), by=story.cast["petugas-kecamatan"], **told)


def _send(works: Sequence[Proposal], *, on: date, by: Any) -> list[Proposal]:
    for each in works:
        each.refresh_from_db()
    chosen = sorted((each for each in works if each.state == State.CHOSEN), key=lambda each: each.number)
    answers.send(proposals=[each.pk for each in chosen], on=on, by=by)
    return chosen


def _listen_first(story: Story, number: str, *, before: int) -> None:
    wished.listen(story, number, by=_head(story, number), before=before, themes=("water",))


def _head(story: Story, number: str) -> Any:
    return story.cast.get(f"ketua-rt{number[1:]}", story.cast["pendamping"])
