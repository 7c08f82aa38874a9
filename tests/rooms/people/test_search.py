"""Search first: by name or number, only inside one's areas, even though the function runs as the owner."""

from __future__ import annotations

import pytest
from django.db import connection
from tests.rooms.people.families import NIK, SINCE, TODAY, make_household, make_person, the

from rukun.people.actions import cards, secrets
from rukun.people.queries import persons
from rukun.walls import scope


@pytest.fixture
def people(places):
    make_household(places.melati, "Siti Aisyah Rekaan", "Bayu Rekaan")
    make_household(places.mawar, "Sitti Aisjah Peragaan")
    make_household(places.kenanga, "Siti Aisa Contoh")


def names(words):
    return {hit.name for hit in persons.search(words, on=TODAY).hits}


def raw(wanted="siti:*", most=1000):
    with connection.cursor() as cursor:
        cursor.execute("select people_person_search(%s::tsquery, %s)", [wanted, most])
        return {pk for (pk,) in cursor.fetchall()}


@pytest.mark.parametrize("words", ["siti aisyah", "Hj. Sitti Aisjah", "sit ais", "AISYAH siti"])
def test_old_and_new_spelling_find_the_same_people(people, places, words):
    with scope.within([places.desa.path]):
        assert names(words) == {"Siti Aisyah Rekaan", "Sitti Aisjah Peragaan"}


@pytest.mark.parametrize(
    ("areas", "count"),
    [
        (["melati"], 1),
        (["melati", "kenanga"], 2),
        (["desa"], 2),
        (["kabupaten"], 3),
        (["melati", "desa"], 2),
        ([], 0),
    ],
)
def test_the_function_never_looks_outside_the_scope(people, places, areas, count):
    with scope.within([getattr(places, area).path for area in areas]):
        assert len(raw()) == count


def test_outside_any_scope_the_function_is_blind(people):
    with connection.cursor() as cursor:
        before = "select set_config('rukun.lo', '', true), set_config('rukun.hi', '', true), set_config('rukun.paths', '', true)"
        cursor.execute(before)
        assert raw() == set()


def test_a_neighbour_whose_id_begins_alike_is_not_seen(people, places):
    """Path "…12." must not open "…120.": the bound is the dot."""
    with scope.within([places.melati.path[:-1] + "0."]):
        assert raw() == set()


def test_the_functions_search_path_is_pinned_and_it_gives_ids_only(db):
    with_config = "select proconfig, prosecdef, proretset, prorettype::regtype::text from pg_proc where proname = %s"
    with connection.cursor() as cursor:
        cursor.execute(with_config, ["people_person_search"])
        assert cursor.fetchone() == (["search_path=pg_catalog, pg_temp"], True, True, "bigint")


def test_at_most_twenty_and_it_says_that_there_are_more(people, places):
    for number in range(25):
        make_person(places.melati, f"Umi Rekaan {chr(97 + number)}")
    found = persons.search("umi", on=TODAY)
    assert (len(found.hits), found.more) == (persons.MOST, True)
    assert len(raw("umi:*", 1000)) == 25


@pytest.mark.parametrize("words", ["si", "' & (:", "S. A", "64029057"])
def test_two_letters_or_half_a_number_are_too_few(people, words):
    assert persons.search(words, on=TODAY).too_short


@pytest.mark.parametrize("words", ["zzzzqq", "yah", "djj", "noe"])
def test_three_letters_are_enough_even_when_nobody_is_called_so(people, words):
    assert persons.search(words, on=TODAY) == persons.Found()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("yus", "Yusuf Wijaya"),
        ("Joes", "Yusuf Wijaya"),
        ("yus wid", "Yusuf Widjaja"),
        ("sya", "Syahrul Bakhtiar"),
        ("bak", "Syahrul Bakhtiar"),
        ("muhamad ma'r", "Moch. Ma'ruf"),
        ("moc", "Moch. Ma'ruf"),
    ],
)
def test_the_beginning_of_a_name_finds_it_whatever_its_spelling(places, words, name):
    make_person(places.melati, name)
    make_person(places.melati, "Saiful Rekaan")
    assert names(words) == {name}


@pytest.mark.parametrize("words", ["rekaan'; drop", "siti:*|bayu", "a&b!c(d)", "\\siti%", "siti <-> bayu"])
def test_signs_of_the_query_language_are_only_letters_here(people, words):
    assert not persons.search(words, on=TODAY).more


def test_numbers_find_the_person_and_all_on_the_card(people, places):
    siti, bayu = the("Siti Aisyah Rekaan"), the("Bayu Rekaan")
    secrets.record(person=siti, nik=NIK, status="seen", since=SINCE, by="uji")
    cards.issue(
        rt=places.melati,
        number="6402901203100004",
        since=SINCE,
        today=TODAY,
        by="uji",
        members={siti: "head", bayu: "child"},
    )
    assert names("6402 9057 0880 0011") == {"Siti Aisyah Rekaan"}
    assert names("6402901203100004") == {"Siti Aisyah Rekaan", "Bayu Rekaan"}
    with scope.within([places.mawar.path]):
        assert names(NIK) == set()
