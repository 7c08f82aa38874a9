"""A part comes once, into the recipient's own hand: by PIN, thumb or witness; and never more than the terms give."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule, run_state_machine_as_test
from PIL import Image
from tests.rooms.conftest import make_area
from tests.rooms.programmes.helped import ENROLLED, TODAY, make_enrolled, make_home, make_person, make_scheme, signed_in
from tests.rooms.programmes.test_groups import refused
from tests.rooms.racing import race
from tests.rooms.rolled_back import RolledBack

from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.people.actions import stays
from rukun.programmes.actions import deliveries as actions
from rukun.programmes.actions import effects, pins
from rukun.programmes.models import Arrival, Instalment, Waiting
from rukun.programmes.queries import deliveries
from rukun.programmes.types import Exit, Proof
from rukun.walls import scope

PIN, OTHER = "7306", "9041"


@pytest.fixture
def helped(places) -> Waiting:
    home, person = make_home(places.melati, "Sari Rekaan")
    make_person(home, "Adik Rekaan")
    return make_enrolled(make_scheme(places.kabupaten), home, person)


def part(waiting, number=1) -> Instalment:
    return deliveries.visible().get(waiting=waiting, number=number)


def photo(shade="#775533") -> bytes:
    kept, said = BytesIO(), Image.Exif()
    said[0x010E] = "Rumah Sari Rekaan"
    Image.new("RGB", (64, 48), shade).save(kept, "JPEG", exif=said)
    return kept.getvalue()


def give(waiting, number=1, *, by=Proof.WITNESS, on=TODAY, user="uji", witness="Dimas Khayal", **proof):
    proved = actions.Proved(by=by, witness=witness, **proof)
    return actions.give(instalment=part(waiting, number), proved=proved, on=on, today=TODAY, by=user)


def choose(waiting, pin=PIN, **told):
    pins.choose(waiting=waiting, pin=pin, **{"again": pin, "by": "uji"} | told)
    waiting.refresh_from_db()


def test_the_recipient_confirms_by_an_own_pin_kept_as_a_slow_hash(helped):
    choose(helped)
    assert PIN not in helped.pin and identify_hasher(helped.pin)
    assert give(helped, by=Proof.PIN, pin=PIN).proof == Proof.PIN
    refused("pin_only_today", lambda: give(helped, 2, by=Proof.PIN, pin=PIN, on=TODAY - timedelta(days=1)))


def test_a_pin_is_tried_five_times_and_then_rests(helped):
    choose(helped)
    for _try in range(pins.TRIES):
        refused_and_kept("programmes.pin_wrong", lambda: give(helped, by=Proof.PIN, pin=OTHER))
    refused_and_kept("programmes.pin_tired", lambda: give(helped, by=Proof.PIN, pin=PIN))
    assert Line.objects.filter(verb="waiting.pin_wrong").count() == pins.TRIES
    assert give(helped).proof == Proof.WITNESS


def refused_and_kept(code, act):
    """As in a request: the problem is caught, the transaction goes on."""
    with pytest.raises(Problem) as raised:
        act()
    assert raised.value.code == code


def test_who_has_a_pin_says_it_before_another_and_who_forgot_asks_who_decides(helped):
    choose(helped)
    refused("pin_wrong", lambda: choose(helped, OTHER, before=OTHER))
    choose(helped, OTHER, before=PIN)
    pins.forget(waiting=helped, by="uji")
    helped.refresh_from_db()
    assert helped.pin == ""
    refused("pin_none", lambda: give(helped, by=Proof.PIN, pin=OTHER))


@pytest.mark.parametrize(
    ("pin", "code"),
    [("123", "pin_digits"), ("12a4", "pin_digits"), ("4321", "pin_easy"), ("7777", "pin_easy"), ("1980", "pin_birth")],
)
def test_a_pin_anyone_guesses_is_refused(helped, pin, code):
    person = helped.head
    person.birth_date = date(1980, 8, 17)
    person.save()
    refused(code, lambda: choose(helped, pin))
    refused("pin_differs", lambda: choose(helped, PIN, again=OTHER))


def test_a_thumb_is_kept_without_what_the_camera_hid(helped):
    arrival = give(helped, by=Proof.THUMB, photo=photo(), witness="")
    assert not Image.open(BytesIO(arrival.content)).getexif() and len(arrival.digest) == 64
    refused("thumb_used", lambda: give(helped, 2, by=Proof.THUMB, photo=photo()))
    refused("thumb_missing", lambda: give(helped, 2, by=Proof.THUMB))
    with pytest.raises(Problem, match="photos.unreadable"):
        give(helped, 2, by=Proof.THUMB, photo=b"bukan foto")


def test_a_witness_is_a_third_person(helped, cast):
    refused("witness_missing", lambda: give(helped, witness=" "))
    refused("witness_gives", lambda: give(helped, witness="ketua-melati  PERAGAAN", user=cast.rt_head))
    refused("witness_receives", lambda: give(helped, witness="sari rekaan"))
    assert give(helped, witness=" Dimas Khayal ").witness == "Dimas Khayal"


def test_the_same_part_comes_once(helped):
    give(helped)
    refused("delivery_twice", lambda: give(helped))
    assert [bool(each.arrival) for each in deliveries.story(helped)] == [True, False, False]


def test_days_and_states_that_cannot_be(helped, places):
    refused("delivery_day", lambda: give(helped, on=TODAY + timedelta(days=1)))
    refused("delivery_day", lambda: give(helped, on=ENROLLED - timedelta(days=1)))
    home, person = make_home(places.melati, "Wati Umpama")
    waits = make_enrolled(helped.scheme, home, person, state="waiting", enrolled_on=None)
    refused("delivery_not_enrolled", lambda: give(waits))


def test_a_dead_recipient_confirms_nothing_but_what_came_before_is_kept(helped):
    choose(helped)
    died = TODAY - timedelta(days=3)
    stays.die(person=helped.head, on=died, today=TODAY, by="uji")
    refused("recipient_died", lambda: give(helped, by=Proof.PIN, pin=PIN))
    refused("recipient_died", lambda: give(helped))
    assert give(helped, on=died - timedelta(days=1)).pk
    effects.leave(waiting=helped, ended_by=Exit.DIED, on=died, today=TODAY, by="uji")
    assert not deliveries.due(helped.path, on=TODAY).exists()


def test_who_moved_away_receives_nothing_here(helped, places):
    other, _head = make_home(places.mawar, "Wati Umpama")
    stays.move_within(person=helped.head, to_household=other, on=TODAY, today=TODAY, by="uji")
    refused("recipient_moved", lambda: give(helped))
    assert deliveries.told(deliveries.due(helped.path, on=TODAY))[0].gone is not None


def test_what_is_due_is_listed_the_oldest_first(helped):
    assert [each.number for each in deliveries.due(helped.path, on=date(2024, 2, 20))] == [1, 2]
    assert deliveries.sums(helped.path, on=date(2024, 3, 1)) == (2, 600_000, 0)


def test_the_page_of_giving_keeps_what_was_typed_and_never_the_pin(client, cast, helped):
    choose(helped)
    page, url = signed_in(client, cast.kader), reverse("programmes:give", args=[part(helped).pk])
    answer = page.post(f"{url}?cara=pin", {"pin": OTHER, "words": "Diantar ke rumah"})
    said = answer.content.decode()
    assert answer.status_code == 422 and "Diantar ke rumah" in said and OTHER not in said
    assert "Masih dapat dicoba 4 kali" in said
    assert page.post(f"{url}?cara=pin", {"pin": PIN}).status_code == 302
    assert "sudah diterima" in page.get(url).content.decode()
    listed = page.get(reverse("programmes:deliveries", args=[helped.household.rt_id])).content.decode()
    assert "Sari Rekaan" in listed and "2 dari 3" in listed
    assert not [each for each in Line.objects.values_list("details", flat=True) if PIN in str(each)]


def test_a_dead_recipient_is_told_on_the_page_with_the_words_kept(client, cast, helped):
    stays.die(person=helped.head, on=TODAY, today=TODAY, by="uji")
    page, url = signed_in(client, cast.kader), reverse("programmes:give", args=[part(helped).pk])
    typed = {"witness": "Dimas Khayal", "on": str(TODAY), "words": "Diterima anaknya"}
    answer = page.post(f"{url}?cara=witness", typed)
    said = answer.content.decode()
    assert answer.status_code == 422 and "tercatat meninggal" in said and "Diterima anaknya" in said
    assert reverse("programmes:leave", args=[helped.pk]) in said and not Arrival.objects.exists()


def test_a_thumb_is_seen_by_those_who_may_and_that_is_written_down(client, cast, helped):
    page, url = signed_in(client, cast.kader), reverse("programmes:give", args=[part(helped).pk])
    file = SimpleUploadedFile("jempol.jpg", photo(), content_type="image/jpeg")
    assert page.post(f"{url}?cara=thumb", {"photo": file, "on": str(TODAY)}).status_code == 302
    seen = reverse("programmes:thumb", args=[Arrival.objects.get().pk])
    answer = page.get(seen)
    assert answer["Content-Type"] == "image/jpeg" and "no-store" in answer["Cache-Control"]
    assert Line.objects.filter(verb="arrival.thumb_seen").count() == 1
    assert signed_in(client, cast.kecamatan_officer).get(seen).status_code == 403
    assert signed_in(client, cast.mawar_head).get(seen).status_code == 404


def test_the_recipient_chooses_on_the_givers_phone(client, cast, helped):
    page, url = signed_in(client, cast.kader), reverse("programmes:pin", args=[helped.pk])
    assert page.post(url, {"pin": "1111", "again": "1111"}).status_code == 422
    assert page.post(url, {"pin": PIN, "again": PIN}).status_code == 302
    assert "PIN yang lama" in page.get(url).content.decode()
    assert page.get(reverse("programmes:pin_forget", args=[helped.pk])).status_code == 403
    page = signed_in(client, cast.dinsos)
    assert page.post(reverse("programmes:pin_forget", args=[helped.pk])).status_code == 302
    helped.refresh_from_db()
    assert helped.pin == ""


class Giving(RolledBack):
    """Whatever is tried with parts, days, proofs and leaving: a part comes once, and no more than the terms give."""

    helped = None

    @rule(
        number=st.integers(1, 3), by=st.sampled_from(list(Proof)), day=st.integers(-200, 1),
        pin=st.sampled_from([PIN, OTHER]), witness=st.sampled_from(["", "uji", "Dimas Khayal"]),
        shade=st.sampled_from(["", "#111111", "#999999"]),
    )  # fmt: skip
    def give(self, number, by, day, pin, witness, shade):
        proof = {"pin": pin, "witness": witness, "photo": photo(shade) if shade else b""}
        self.tried(lambda: give(self.helped, number, by=by, on=TODAY + timedelta(days=day), **proof))

    @rule(pin=st.sampled_from([PIN, "1234"]), before=st.sampled_from([PIN, OTHER, ""]))
    def choose(self, pin, before):
        self.helped.refresh_from_db()
        self.tried(lambda: choose(self.helped, pin, before=before))

    @rule(why=st.sampled_from(list(Exit)), day=st.integers(-250, 1), words=st.sampled_from(["", "Sudah mampu"]))
    def leave(self, why, day, words):
        on = TODAY + timedelta(days=day)
        self.tried(lambda: effects.leave(waiting=self.helped, ended_by=why, on=on, today=TODAY, by="uji", words=words))

    def tried(self, act):
        before = Arrival.objects.count()
        try:
            with transaction.atomic():
                act()
        except Problem:
            assert Arrival.objects.count() == before

    @invariant()
    def no_more_than_the_terms_give(self):
        came = list(Arrival.objects.select_related("instalment"))
        assert len({each.instalment_id for each in came}) == len(came)
        assert sum(each.instalment.amount for each in came) <= self.helped.scheme.terms.get().amount
        waiting = Waiting.objects.get(pk=self.helped.pk)
        assert all(waiting.enrolled_on <= each.on <= (waiting.until or TODAY) for each in came)


def test_whatever_is_given(helped):
    Giving.helped = helped
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture]
    run_state_machine_as_test(
        Giving, settings=settings(max_examples=12, stateful_step_count=12, deadline=None, suppress_health_check=checks)
    )


def test_two_givers_at_once_write_one_receipt(committed):
    with transaction.atomic(), scope.everything():
        rt = make_area("rt", make_area("desa", make_area("kabupaten", None, "Rekaan", "64.02"), "Rekaan"), "RT 001")
        home, person = make_home(rt)
        first = part(make_enrolled(make_scheme(rt), home, person))
    told = {"proved": actions.Proved(by=Proof.WITNESS, witness="Dimas Khayal"), "on": TODAY, "today": TODAY}
    said = race([lambda who=who: actions.give(instalment=first, by=who, **told) for who in ("satu", "dua")])
    assert said == ["done", "programmes.delivery_twice"]


def test_a_list_of_fifty_costs_few_queries(places, django_assert_max_num_queries):
    scheme = make_scheme(places.kabupaten)
    for number in range(20):
        make_enrolled(scheme, *make_home(places.melati, f"Warga {number} Rekaan"))
    with django_assert_max_num_queries(6):
        assert len(deliveries.told(deliveries.due(places.desa.path, on=TODAY)[:50])) == 50
