"""What happens to places: nothing is overwritten, paths follow, and the record stays sound."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import Error, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.territory.conftest import BY, DECREE, add_rt

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.people.models import Household
from rukun.territory import queries
from rukun.territory.actions import changes
from rukun.territory.models import Area, Boundary, Edition, Succession
from rukun.territory.types import Part
from rukun.walls import scope

ON = date(2022, 7, 1)
BEFORE = ON - timedelta(days=1)


def names(area_id, on):
    return {place.name for place in queries.children(area_id, on=on)}


def test_a_split_that_goes_on_keeps_the_old_area_and_adds_the_new(places, sound):
    [fresh] = changes.split(
        area_id=places.melati.pk, parts=[Part("Anggrek", "005")], goes_on=True, on=ON, basis=DECREE, by=BY
    )
    assert names(places.desa.pk, BEFORE) == {"RT 003 Melati", "RT 004 Mawar"}
    assert names(places.desa.pk, ON) == {"RT 003 Melati", "RT 004 Mawar", "RT 005 Anggrek"}
    assert fresh.path == f"{places.desa.path}{fresh.pk}."
    assert queries.in_todays_borders([places.melati.pk], on=ON) == {
        places.melati.pk: tuple(sorted([places.melati.pk, fresh.pk]))
    }
    assert sound() == ()


def test_a_split_that_ends_the_old_area(places, sound):
    parts = [Part("Melati Utara", "003"), Part("Melati Selatan", "005")]
    north, south = changes.split(area_id=places.melati.pk, parts=parts, goes_on=False, on=ON, basis=DECREE, by=BY)
    assert queries.place(places.melati.pk, on=BEFORE).name == "RT 003 Melati"
    assert queries.place(places.melati.pk, on=ON) is None
    assert queries.in_todays_borders([places.melati.pk], on=ON) == {places.melati.pk: (north.pk, south.pk)}
    assert queries.in_todays_borders([places.melati.pk], on=BEFORE) == {places.melati.pk: (places.melati.pk,)}
    assert sound() == ()


def test_a_merge_closes_the_sources_and_tells_where_they_went(places, sound):
    target = changes.merge(
        area_ids=[places.melati.pk, places.mawar.pk], name="Taman", number="003", on=ON, basis=DECREE, by=BY
    )
    assert names(places.desa.pk, ON) == {"RT 003 Taman"}
    assert queries.in_todays_borders([places.mawar.pk], on=ON) == {places.mawar.pk: (target.pk,)}
    assert sound() == ()


def test_a_merge_into_one_of_them_keeps_its_edition(places, sound):
    target = changes.merge(area_ids=[places.mawar.pk], into_id=places.melati.pk, on=ON, basis=DECREE, by=BY)
    assert target.pk == places.melati.pk
    assert Edition.objects.get(area=target).until is None
    assert names(places.desa.pk, ON) == {"RT 003 Melati"}
    assert sound() == ()


def test_merging_rw_brings_their_rt_along(places, sound):
    rws = [
        changes.add(parent_id=places.desa.pk, level="rw", number=number, since=date(2020, 2, 1), basis=DECREE, by=BY)
        for number in ("001", "002")
    ]
    rt = add_rt(rws[1], "001")
    changes.merge(area_ids=[rws[1].pk], into_id=rws[0].pk, on=ON, basis=DECREE, by=BY)
    rt.refresh_from_db()
    assert rt.path == f"{places.desa.path}{rws[0].pk}.{rt.pk}."
    assert [step.label for step in queries.place(rt.pk, on=ON).way][-2:] == ["RW 001", "RT 001"]
    assert queries.tree(on=BEFORE).editions[str(rt.pk)].parent == str(rws[1].pk)
    assert sound() == ()


def test_a_split_of_an_rw_must_say_where_each_rt_goes(places, sound):
    rw = changes.add(parent_id=places.desa.pk, level="rw", number="001", since=date(2020, 2, 1), basis=DECREE, by=BY)
    one, two = add_rt(rw, "001"), add_rt(rw, "002")
    parts = [Part("", "002", (one.pk,)), Part("", "003")]
    with pytest.raises(Problem) as caught, transaction.atomic():
        changes.split(area_id=rw.pk, parts=parts, goes_on=False, on=ON, basis=DECREE, by=BY)
    assert caught.value.code == "territory.children_homeless"
    assert caught.value.details["children"] == ["RT 002"]
    parts = [Part("", "002", (one.pk,)), Part("", "003", (two.pk,))]
    first, second = changes.split(area_id=rw.pk, parts=parts, goes_on=False, on=ON, basis=DECREE, by=BY)
    assert names(first.pk, ON) == {"RT 001"}
    assert names(second.pk, ON) == {"RT 002"}
    assert sound() == ()


def test_a_new_name_opens_a_new_edition(places, sound):
    changes.rename(area_id=places.melati.pk, name="Melati Indah", on=ON, basis=DECREE, by=BY)
    assert queries.place(places.melati.pk, on=BEFORE).name == "RT 003 Melati"
    assert queries.place(places.melati.pk, on=ON).name == "RT 003 Melati Indah"
    assert [event.sentence for event in queries.history(places.melati.pk)] == [
        "Tercatat sebagai RT 003 Melati.",
        "RT 003 Melati berganti nama menjadi RT 003 Melati Indah.",
    ]
    assert sound() == ()


def test_a_transfer_moves_the_paths_and_the_people_with_them(places, sound):
    home = Household.objects.create(rt=places.melati, path=places.melati.path, rt_since=ON, since=ON)
    dawis = changes.add(
        parent_id=places.melati.pk, level="dawis", name="Dahlia", since=date(2021, 1, 1), basis=DECREE, by=BY
    )
    changes.transfer(area_id=places.melati.pk, parent_id=places.other_desa.pk, on=ON, basis=DECREE, by=BY)
    moved = f"{places.other_desa.path}{places.melati.pk}."
    assert Area.objects.get(pk=places.melati.pk).path == moved
    assert Area.objects.get(pk=dawis.pk).path == f"{moved}{dawis.pk}."
    assert set(Edition.objects.filter(area=places.melati).values_list("path", flat=True)) == {moved}
    home.refresh_from_db()
    assert home.path == moved
    assert names(places.desa.pk, BEFORE) >= {"RT 003 Melati"}
    assert names(places.desa.pk, ON) == {"RT 004 Mawar"}
    assert queries.history(places.melati.pk)[-1].sentence == "Pindah dari Desa Sumber Rekaan ke Desa Muara Rekaan."
    assert sound() == ()


def test_a_new_code_is_kept_beside_the_old(places, sound):
    changes.recode(area_id=places.desa.pk, code="64.02.90.2077", on=ON, basis=DECREE, by=BY)
    assert queries.place(places.desa.pk, on=BEFORE).code == "64.02.90.2001"
    assert queries.place(places.desa.pk, on=ON).code == "64.02.90.2077"
    assert sound() == ()


def test_a_closed_area_has_no_successor(places, sound):
    changes.close(area_id=places.mawar.pk, on=ON, basis=DECREE, by=BY)
    assert queries.in_todays_borders([places.mawar.pk], on=ON) == {places.mawar.pk: ()}
    assert queries.history(places.mawar.pk)[-1].sentence == "RT 004 Mawar ditutup."
    assert sound() == ()


def test_a_border_ends_when_the_area_is_split(places):
    square = {"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]]]}
    Boundary.objects.create(
        area=places.melati, geometry=square, since=date(2020, 1, 1), source="peragaan", path=places.melati.path
    )
    changes.split(area_id=places.melati.pk, parts=[Part("", "009")], goes_on=True, on=ON, basis=DECREE, by=BY)
    assert Boundary.objects.get().until == ON


REFUSED = {
    "territory.too_early": lambda p: changes.rename(
        area_id=p.melati.pk, name="X", on=date(2019, 1, 1), basis=DECREE, by=BY
    ),
    "territory.basis_missing": lambda p: changes.close(area_id=p.melati.pk, on=ON, basis=" ", by=BY),
    "territory.children_homeless": lambda p: changes.close(area_id=p.desa.pk, on=ON, basis=DECREE, by=BY),
    "territory.nothing_changes": lambda p: changes.rename(
        area_id=p.melati.pk, name="RT 003 Melati", on=ON, basis=DECREE, by=BY
    ),
    "territory.number_taken": lambda p: add_rt(p.desa, "003"),
    "territory.parent_unfit": lambda p: changes.transfer(
        area_id=p.desa.pk, parent_id=p.kenanga.pk, on=ON, basis=DECREE, by=BY
    ),
    "territory.parent_missing": lambda p: add_rt(p.desa, "099", since=date(2001, 1, 1)),
    "territory.code_taken": lambda p: changes.recode(
        area_id=p.desa.pk, code="64.02.91.2001", on=ON, basis=DECREE, by=BY
    ),
    "territory.levels_differ": lambda p: changes.merge(
        area_ids=[p.melati.pk, p.desa.pk], name="X", on=ON, basis=DECREE, by=BY
    ),
    "territory.too_few_parts": lambda p: changes.split(
        area_id=p.melati.pk, parts=[], goes_on=True, on=ON, basis=DECREE, by=BY
    ),
    "territory.unknown": lambda p: changes.close(area_id=999_999_999, on=ON, basis=DECREE, by=BY),
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_would_break_the_record_is_refused_and_nothing_is_written(places, code):
    before = list(Edition.objects.order_by("pk").values()), list(Area.objects.order_by("pk").values())
    with pytest.raises(Problem) as caught, transaction.atomic():
        REFUSED[code](places)
    assert caught.value.code == code
    assert (list(Edition.objects.order_by("pk").values()), list(Area.objects.order_by("pk").values())) == before
    assert not Succession.objects.exists()


def test_an_ended_area_does_not_change(places):
    changes.close(area_id=places.mawar.pk, on=ON, basis=DECREE, by=BY)
    with pytest.raises(Problem) as caught:
        changes.rename(area_id=places.mawar.pk, name="Y", on=date(2023, 1, 1), basis=DECREE, by=BY)
    assert caught.value.code == "territory.ended"


def test_the_database_itself_refuses_an_overlap(places):
    with pytest.raises(Error), transaction.atomic():
        Edition.objects.create(
            area=places.melati, parent=places.desa, kind="rt", name="Bayangan", since=ON, basis=DECREE,
            path=places.melati.path,
        )  # fmt: skip


def test_an_operator_cannot_move_an_rt_out_of_the_own_desa(places):
    with scope.within([places.desa.path]), pytest.raises(Problem) as caught, transaction.atomic():
        changes.transfer(area_id=places.melati.pk, parent_id=places.other_desa.pk, on=ON, basis=DECREE, by=BY)
    assert caught.value.code == "territory.unknown"


def test_every_change_leaves_one_line(places):
    changes.rename(area_id=places.melati.pk, name="Baru", on=ON, basis=DECREE, by=BY)
    line = Line.objects.get()
    assert (line.verb, line.subject_id, line.path) == ("territory.renamed", places.melati.pk, places.melati.path)


def test_the_story_of_pbrt_612_622_695(places, sound):
    """Sumbawa Barat counted 612 RT in 2006, 622 in 2007, 695 in the end: every new one came of a split."""
    rows = [(places.desa, f"{n:03d}") for n in range(100, 404)] + [
        (places.other_desa, f"{n:03d}") for n in range(100, 405)
    ]
    made = [add_rt(parent, number) for parent, number in rows[:20]]
    made += _many(rows[20:])
    path, total = places.kabupaten.path, 3
    assert queries.counts(path, on=date(2020, 7, 1))["rt"] == len(made) + total == 612
    grown = _split_some(made[:10], date(2021, 1, 1), 600)
    assert queries.counts(path, on=date(2021, 1, 1))["rt"] == 622
    grown += _split_some(made[10:83], date(2022, 1, 1), 700)
    assert queries.counts(path, on=date(2022, 1, 1))["rt"] == 695
    assert queries.counts(path, on=date(2020, 12, 31))["rt"] == 612
    assert queries.counts(path, on=date(2021, 12, 31))["rt"] == 622
    today = queries.in_todays_borders([area.pk for area in made], on=date(2022, 1, 1))
    assert len({pk for held in today.values() for pk in held}) == 692
    assert sound() == ()


def _many(rows):
    from rukun.territory.actions import areas

    seeds = [areas.Seed(parent, "rt", f"RT {number}", number) for parent, number in rows]
    return areas.plant(seeds, since=date(2020, 6, 1), basis=DECREE)


def _split_some(made, on, first):
    return [
        area
        for step, rt in enumerate(made)
        for area in changes.split(
            area_id=rt.pk, parts=[Part("", str(first + step))], goes_on=True, on=on, basis=DECREE, by=BY
        )
    ]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_row_of_changes_keeps_the_record_sound(places, sound, data):
    """Splits, merges, transfers and renames in any order: paths, editions and successions agree after each."""
    point = transaction.savepoint()
    try:
        on = date(2021, 1, 1)
        for step in range(data.draw(st.integers(1, 5))):
            on += timedelta(days=data.draw(st.integers(2, 40)))
            _change(data, places, on, str(100 + step))
            assert sound() == ()
            _paths_agree(on)
            today = set(queries.rts_under(places.kabupaten.path, on=on).values_list("area_id", flat=True))
            old = queries.rts_under(places.kabupaten.path, on=date(2021, 1, 1)).values_list("area_id", flat=True)
            reached = queries.in_todays_borders(old, on=on)
            assert {pk for held in reached.values() for pk in held} == today
        connection.check_constraints()
    finally:
        transaction.savepoint_rollback(point)


def _change(data, places, on, number):
    rts = list(queries.rts_under(places.kabupaten.path, on=on).values_list("area_id", "parent_id"))
    rt, parent = data.draw(st.sampled_from(rts))
    verb = data.draw(st.sampled_from(["split on", "split end", "merge", "transfer", "rename"]))
    common = {"on": on, "basis": DECREE, "by": BY}
    if verb.startswith("split"):
        parts = [Part("", number), Part("", str(int(number) + 300))]
        changes.split(area_id=rt, parts=parts, goes_on=verb == "split on", **common)
    elif verb == "merge" and len(rts) > 1:
        other = data.draw(st.sampled_from([pk for pk, _ in rts if pk != rt]))
        changes.merge(area_ids=[other], into_id=rt, **common)
    elif verb == "transfer":
        target = places.other_desa if parent == places.desa.pk else places.desa
        changes.rename(area_id=rt, name=f"RT {number}", number=number, **common)
        changes.transfer(area_id=rt, parent_id=target.pk, **common | {"on": on + timedelta(days=1)})
    else:
        changes.rename(area_id=rt, name=f"Nama {number}", **common)


def _paths_agree(on):
    held = dict(Area.objects.values_list("id", "path"))
    for edition in queries.editions(on=on + timedelta(days=1)):
        assert held[edition.area_id] == f"{held.get(edition.parent_id, '')}{edition.area_id}."
        assert edition.path == held[edition.area_id]
