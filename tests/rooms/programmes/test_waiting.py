"""Who may ask, in which order they wait, and who asks the same twice."""

from __future__ import annotations

from datetime import date

from tests.rooms.programmes.helping import (
    EARTH,
    OLD,
    OLDEST,
    ON,
    asks,
    head_of,
    join,
    make_card,
    make_home,
    make_person,
    make_scheme,
    make_terms,
    refused,
)

from rukun.audit.models import Line
from rukun.programmes.actions import waiting as actions
from rukun.programmes.models import Waiting
from rukun.programmes.queries import served
from rukun.programmes.queries import waiting as queries


def test_a_neighbour_is_named_and_waits(places):
    scheme = make_scheme(places.kabupaten)
    home = make_home(places.melati, ("Sari Rekaan", 70))
    made = asks(scheme, home)
    assert (made.state, made.path, made.since) == ("waiting", places.melati.path, ON)
    line = Line.objects.get(verb="waiting.proposed")
    assert "Sari" not in str(line.details)


def test_only_whom_the_programme_reaches_and_who_lives_there(places):
    scheme = make_scheme(places.desa)
    far, near = make_home(places.kenanga, ("Budi Rekaan", 50)), make_home(places.melati, ("Sari Rekaan", 50))
    refused(lambda: asks(scheme, far), "programmes.out_of_reach")
    refused(lambda: asks(scheme, near, head_of(far)), "programmes.not_living_here")
    refused(lambda: asks(scheme, near, on=date(2025, 1, 1)), "programmes.not_running")
    refused(lambda: asks(make_scheme(places.desa, "Gotong royong", unit="place"), near), "programmes.nobody_waits")


def test_nobody_asks_for_the_dead(places):
    scheme, home = make_scheme(places.desa), make_home(places.melati, ("Sari Rekaan", 70), ("Wati Rekaan", 30))
    sari = head_of(home)
    sari.stays.update(until=date(2026, 5, 1), ended_by="died")
    assert refused(lambda: asks(scheme, home, sari), "programmes.has_died").details["name"] == "Sari Rekaan"


def test_two_heads_of_one_family_card_claim_the_same_aid(places):
    """Each in a kitchen and RT of their own: the letter names who came first."""
    scheme = make_scheme(places.desa, unit="card")
    first, second = make_home(places.melati, ("Sari Rekaan", 70)), make_home(places.mawar, ("Dani Rekaan", 40))
    card = make_card(places.melati, head_of(first), head_of(second))
    assert asks(scheme, first).card_id == card.pk
    told = refused(lambda: asks(scheme, second), "programmes.card_asks")
    assert told.details["name"] == "Sari Rekaan"
    assert Waiting.objects.count() == 1


def test_a_card_is_needed_where_the_help_is_for_a_card(places):
    home = make_home(places.melati, ("Sari Rekaan", 70))
    refused(lambda: asks(make_scheme(places.desa, unit="card"), home), "programmes.no_card")


def test_one_kitchen_asks_once_and_two_people_of_it_may_each_ask_for_themselves(places):
    home = make_home(places.melati, ("Sari Rekaan", 70))
    other = make_person(places.melati, "Wati Rekaan", 66)
    join(home, other)
    kitchen, each = make_scheme(places.desa, "Dapur", unit="household"), make_scheme(places.desa, "Orang")
    asks(kitchen, home)
    refused(lambda: asks(kitchen, home, other), "programmes.household_asks")
    asks(each, home)
    asks(each, home, other)
    refused(lambda: asks(each, home, other), "programmes.asked_already")


def test_who_took_it_back_may_ask_again(places):
    scheme, home = make_scheme(places.desa), make_home(places.melati, ("Sari Rekaan", 70))
    made = asks(scheme, home)
    refused(lambda: actions.withdraw(waiting=made, words=" ", on=ON, by="uji"), "programmes.reason_missing")
    actions.withdraw(waiting=made, words="Anaknya sudah bekerja", on=ON, by="uji")
    refused(lambda: actions.withdraw(waiting=made, words="lagi", on=ON, by="uji"), "programmes.decided_already")
    assert asks(scheme, home).pk != made.pk


def test_they_wait_in_the_order_of_the_terms(places):
    scheme = make_scheme(places.desa)
    terms = make_terms(scheme, OLD, EARTH, order=(OLDEST,))
    told = {name: make_home(places.melati, (name, age), answers=known) for name, age, known in (
        ("Muda", 30, {"floor": "earth"}), ("Tua", 70, {"floor": "earth"}), ("Tertua", 80, {}), ("Tanpa", None, {"floor": "earth"}),
    )}  # fmt: skip
    for day, home in enumerate(told.values(), start=1):
        asks(scheme, home, on=date(2026, 6, day))
    turns = queries.in_turn(scheme, terms, on=ON)
    names = queries.names([each.waiting for each in turns])
    assert [(names[each.waiting.head_id], each.place, str(each.verdict.state), each.because) for each in turns] == [
        ("Tertua", 1, "open", ""), ("Tua", 2, "yes", "age"), ("Tanpa", 3, "open", "age"), ("Muda", None, "no", ""),
    ]  # fmt: skip
    assert turns[0].verdict.missing == ("floor",)
    assert turns[2].verdict.missing == ("age",)


def test_served_by_household_and_by_rt(places):
    scheme = make_scheme(places.desa)
    one, two = make_home(places.melati, ("Sari", 70)), make_home(places.mawar, ("Budi", 70))
    asks(scheme, one)
    actions.withdraw(waiting=asks(scheme, two), words="Pindah", on=ON, by="uji")
    told = served.by_household(places.desa.path, on=ON)
    assert set(told) == {one.pk}
    assert (told[one.pk].waiting, told[one.pk].enrolled, told[one.pk].since) == ((scheme.pk,), (), ON)
    counts = served.by_rt(places.desa.path, on=ON)
    assert counts[places.melati.pk].waiting == 1
    assert places.mawar.pk not in counts
