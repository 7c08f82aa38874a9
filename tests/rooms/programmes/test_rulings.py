"""A person decides: with the facts of the day, within the quota, in turn, and never twice."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from tests.rooms.conftest import make_area
from tests.rooms.programmes.helping import (
    EARTH,
    OLD,
    OLDEST,
    ON,
    asks,
    enrol,
    make_home,
    make_scheme,
    make_terms,
    refused,
)
from tests.rooms.racing import race

from rukun.people.models import Interview
from rukun.programmes.actions import rulings
from rukun.programmes.models import Ruling, Waiting
from rukun.programmes.queries import waiting as queries
from rukun.walls import scope


def test_who_fulfils_the_terms_is_taken_in_and_what_comes_is_written(places):
    scheme = make_scheme(places.desa)
    make_terms(scheme, OLD, amount=1_000_000, parts=3, months_apart=1)
    made = asks(scheme, make_home(places.melati, ("Sari", 70)), on=date(2026, 1, 31))
    ruling = enrol(made, on=date(2026, 1, 31))
    made.refresh_from_db()
    assert (made.state, made.enrolled_on, made.revision) == ("enrolled", date(2026, 1, 31), 1)
    assert (ruling.verdict, ruling.place, ruling.words) == ("yes", 1, "")
    told = list(made.instalments.values_list("number", "due", "amount"))
    assert told == [
        (1, date(2026, 1, 31), 333_334), (2, date(2026, 2, 28), 333_333), (3, date(2026, 3, 31), 333_333)
    ]  # fmt: skip


def test_training_gives_nothing_to_hand_over(places):
    scheme = make_scheme(places.desa, form="training")
    make_terms(scheme, amount=None)
    made = asks(scheme, make_home(places.melati, ("Sari", 30)))
    enrol(made)
    assert not made.instalments.exists()


def test_the_facts_stay_as_they_were(places):
    scheme = make_scheme(places.desa)
    make_terms(scheme, EARTH)
    home = make_home(places.melati, ("Sari", 70), answers={"floor": "earth", "members": 9})
    ruling = enrol(asks(scheme, home))
    Interview.objects.create(
        household=home,
        path=home.path,
        instrument="rt_census",
        on=ON,
        source="sensus",
        answers={"floor": "cement"},
        by="uji",
    )
    kept = Ruling.objects.get(pk=ruling.pk)
    assert kept.facts["floor"] == "earth"
    assert kept.facts["age"] == 70
    assert kept.reasons == [{"code": "earth", "holds": True, "had": [["floor", "earth"]], "asks": []}]
    with pytest.raises(Exception, match="permission denied|written"), transaction.atomic():
        Ruling.objects.filter(pk=ruling.pk).update(verdict="no")


@pytest.mark.parametrize(("age", "verdict"), [(30, "no"), (None, "open")])
def test_against_the_verdict_only_with_words(places, age, verdict):
    scheme = make_scheme(places.desa)
    make_terms(scheme, OLD)
    made = asks(scheme, make_home(places.melati, ("Sari", age)))
    refused(lambda: enrol(made), "programmes.against_verdict")
    assert not Ruling.objects.exists()
    ruling = enrol(made, "Buku nikahnya menunjukkan ia lahir 1950.")
    assert (ruling.verdict, ruling.state) == (verdict, "enrolled")


def test_no_is_said_with_words_and_is_the_end(places):
    scheme = make_scheme(places.desa)
    make_terms(scheme, OLD)
    made = asks(scheme, make_home(places.melati, ("Sari", 70)))
    refused(lambda: rulings.refuse(waiting=made, words="", on=ON, by="uji"), "programmes.reason_missing")
    ruling = rulings.refuse(waiting=made, words="Sudah dibantu anaknya", on=ON, by="uji")
    made.refresh_from_db()
    assert (made.state, made.until, ruling.verdict) == ("refused", ON, "yes")
    told = refused(lambda: enrol(made), "programmes.decided_already")
    assert str(told.details["state"]) == "Ditolak"


def test_without_terms_nobody_decides(places):
    made = asks(make_scheme(places.desa), make_home(places.melati, ("Sari", 70)))
    refused(lambda: enrol(made), "programmes.no_terms")


def test_out_of_turn_only_with_words_and_never_beyond_the_quota(places):
    scheme = make_scheme(places.desa)
    terms = make_terms(scheme, order=(OLDEST,), quota=1)
    young, old = (asks(scheme, make_home(places.melati, (name, age))) for name, age in (("Muda", 30), ("Tua", 80)))
    told = refused(lambda: enrol(young), "programmes.out_of_turn")
    assert (told.details["place"], told.details["left"]) == (2, 1)
    enrol(old)
    assert queries.free(scheme, terms) == 0
    refused(lambda: enrol(young, "Mendesak"), "programmes.quota_full")
    Waiting.objects.filter(pk=old.pk).update(state="left", until=ON, ended_by="died")
    enrol(young)


def test_who_finished_keeps_the_place_of_these_terms(places):
    scheme = make_scheme(places.desa)
    terms = make_terms(scheme, quota=1)
    made = asks(scheme, make_home(places.melati, ("Sari", 30)))
    enrol(made)
    Waiting.objects.filter(pk=made.pk).update(state="left", until=ON, ended_by="finished")
    assert queries.free(scheme, terms) == 0


@pytest.fixture
def two_waiting(committed):
    with transaction.atomic(), scope.everything():
        rt = make_area(
            "rt", make_area("desa", make_area("kabupaten", None, "Rekaan"), "Contoh"), "RT 001", number="001"
        )
        scheme = make_scheme(rt)
        make_terms(scheme, quota=1)
        return [asks(scheme, make_home(rt, (name, 40))) for name in ("Sari", "Budi")]


def test_two_who_decide_on_the_last_place_at_once(two_waiting):
    one, two = two_waiting
    act = lambda who: lambda: rulings.enrol(waiting=who, words="Mendesak", on=ON, by="uji")  # noqa: E731
    assert race([act(one), act(two)]) == ["done", "programmes.quota_full"]
    with transaction.atomic(), scope.everything():
        assert sorted(Waiting.objects.values_list("state", flat=True)) == ["enrolled", "waiting"]
        assert Ruling.objects.count() == 1


def test_two_who_decide_on_the_same_at_once(two_waiting):
    one, _two = two_waiting
    acts = [
        lambda: rulings.enrol(waiting=one, words="Ya", on=ON, by="uji"),
        lambda: rulings.refuse(waiting=one, words="Tidak", on=ON, by="uji"),
    ]
    assert race(acts) == ["done", "programmes.decided_already"]
    with transaction.atomic(), scope.everything():
        assert Ruling.objects.count() == 1
