"""Programmes of the kabupaten and the desa: who of RT 003 asks, who is taken in or refused, and one help twice."""

from __future__ import annotations

from typing import Any

from rukun.kit.problems import Problem
from rukun.parameters.programmes import Programme, examples
from rukun.people.queries import households
from rukun.programmes.actions import rulings, schemes, waiting
from rukun.programmes.queries import chances
from rukun.programmes.queries import schemes as found
from rukun.programmes.queries import waiting as queries
from rukun.programmes.queries.chances import Chance
from rukun.site.demo.story import Story
from rukun.territory import queries as territory

OF_KABUPATEN = ("keluarga_berdaya_kukar", "modal_usaha_contoh", "santunan_lansia_contoh")
OF_DESA = ("kewargaan_contoh", "kearifan_contoh", "rumah_layak_contoh")
BEGAN, ASKED, RULED = 180, 60, 30
HOMES = 45
ASK = {
    "modal_usaha_contoh": 6,
    "santunan_lansia_contoh": 5,
    "kewargaan_contoh": 4,
    "kearifan_contoh": 3,
    "rumah_layak_contoh": 4,
}
TAKEN = {"modal_usaha_contoh": 3, "santunan_lansia_contoh": 3, "kewargaan_contoh": 2, "rumah_layak_contoh": 1}
SECOND = "Pinjaman usaha desa"


def help_out(story: Story) -> None:
    """Named by the kader, decided by the offices; one family asks the desa for what the kabupaten gives already."""
    made = {key: _begun(story, key, "kabupaten") for key in OF_KABUPATEN}
    made |= {key: _begun(story, key, "desa") for key in OF_DESA}
    fitting = _fitting(story)
    for key, count in ASK.items():
        asked = _asked(story, made[key], fitting, count)
        _decided(story, asked, TAKEN.get(key, 0))
    _twice(story, made["modal_usaha_contoh"])


def _begun(story: Story, key: str, level: str) -> Any:
    place = territory.place(getattr(story.ground, level), on=story.until)
    by = story.cast["pelaksana-program" if level == "kabupaten" else "kepala-desa"]
    return schemes.bring(place=place, brought=_example(key), since=story.day(BEGAN), by=by)


def _example(key: str) -> Programme:
    return next(each for each in examples() if each.key.endswith(key))


def _fitting(story: Story) -> list[tuple[int, Chance]]:
    """Homes of RT 003 with every programme whose terms do not exclude them."""
    path = territory.path_of(story.ground.rts["003"])
    return [
        (home, each)
        for home in households.living(path)[:HOMES]
        for each in chances.of_household(home, path, going=(), on=story.until)
        if each.verdict.state != "no"
    ]


def _asked(story: Story, scheme: Any, fitting: list[tuple[int, Chance]], count: int) -> list[Any]:
    fits = [(home, each.head) for home, each in fitting if each.scheme == scheme][:count]
    return [made for n, (home, head) in enumerate(fits) for made in _named(story, scheme, home, head, n)]


def _named(story: Story, scheme: Any, home: int, head: Any, number: int) -> list[Any]:
    """A family whose card is not known, or that moved in too lately, is left for another day."""
    try:
        return [waiting.propose(
            scheme=scheme, household_id=home, head_id=head.pk, on=story.day(ASKED - number), by=story.cast["kader-rt03"]
        )]  # fmt: skip
    except Problem:
        return []


def _decided(story: Story, asked: list[Any], count: int) -> None:
    """As many as are given, in their turn; the last one is refused with words."""
    if not asked or not count:
        return
    scheme, by = asked[0].scheme, story.cast["pelaksana-program"]
    terms = found.in_force(scheme, on=story.day(RULED))
    turns = [each.waiting for each in queries.in_turn(scheme, terms, on=story.day(RULED))]
    for each in turns[:count]:
        _taken(story, each, by)
    if len(turns) > count + 1:
        rulings.refuse(
            waiting=turns[-1], words="Menurut musyawarah RT, tetangganya lebih perlu.", on=story.day(RULED), by=by
        )


def _taken(story: Story, each: Any, by: Any) -> None:
    """Who told of the same help in the census waits for somebody's word."""
    try:
        rulings.enrol(waiting=each, words="Didatangi dan diperiksa.", on=story.day(RULED), by=by)
    except Problem as problem:
        if problem.code != "programmes.double_open":
            raise


def _twice(story: Story, first: Any) -> None:
    """The desa lends capital as well: a family with the kabupaten's help asks for it."""
    place, by = territory.place(story.ground.desa, on=story.until), story.cast["kepala-desa"]
    second = schemes.create(
        place=place, name=SECOND, field="economic", form="capital", unit="household", kinds=["capital"],
        office="BUMDes Sumber Rekaan", since=story.day(BEGAN), words="Modal kecil dari desa.", by=by,
    )  # fmt: skip
    terms = _example("modal_usaha_contoh").terms[-1]
    schemes.bring_terms(scheme=second, terms=terms, since=story.day(BEGAN), by=by)
    held = queries.of_scheme(first, "enrolled").first()
    if held:
        waiting.propose(
            scheme=second, household_id=held.household_id, head_id=held.head_id, on=story.day(9),
            by=story.cast["kader-rt03"], words="Ingin menambah barang dagangan.",
        )  # fmt: skip
