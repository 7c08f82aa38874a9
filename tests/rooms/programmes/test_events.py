"""Things done together: counted by field, put right by a newer one, with names only of who lives here."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.urls import reverse
from tests.rooms.programmes.helped import TODAY, make_home, make_scheme, signed_in
from tests.rooms.programmes.test_groups import refused

from rukun.programmes.actions import events as actions
from rukun.programmes.models import Event
from rukun.programmes.queries import events


def hold(place, scheme, **told) -> Event:
    said = {"name": "Latihan Rekaan", "on": TODAY, "men": 8, "women": 9, "today": TODAY, "by": "uji"} | told
    with transaction.atomic():
        return actions.hold(area_id=place.pk, path=place.path, scheme_id=scheme.pk, **said)


def test_men_and_women_are_counted_by_field(places):
    scheme = make_scheme(places.kabupaten, form="event")
    hold(places.melati, scheme)
    hold(places.mawar, scheme, name="Gotong royong", men=20, women=5)
    told = events.by_field(places.desa.path, year=TODAY.year)
    assert [(each.field, each.events, each.men, each.women) for each in told] == [("economic", 2, 28, 14)]


def test_what_cannot_have_been_is_told(places):
    scheme = make_scheme(places.kabupaten, form="event")
    held = hold(places.melati, scheme)
    refused("event_nobody", lambda: hold(places.melati, scheme, name="Lain", men=0, women=0))
    refused("event_too_many", lambda: hold(places.melati, scheme, name="Lain", men=10_001))
    refused("day_not_possible", lambda: hold(places.melati, scheme, on=TODAY + timedelta(days=1)))
    refused("event_twice", lambda: hold(places.melati, scheme, name="latihan rekaan "))
    refused("scheme_not_here", lambda: hold(places.kenanga, make_scheme(places.desa, form="event")))
    assert list(Event.objects.all()) == [held]


def test_a_newer_one_puts_it_right_and_keeps_who_came(places):
    scheme = make_scheme(places.kabupaten, form="event")
    _home, person = make_home(places.melati)
    first = hold(places.melati, scheme, men=0, women=2)
    actions.came(event=first, person_id=person.pk, by="uji")
    newer = hold(places.melati, scheme, men=1, women=1, replaces=first)
    assert events.by_field(places.melati.path, year=TODAY.year)[0].events == 1
    assert newer.participants.get().person_id == person.pk
    refused("event_replaced", lambda: hold(places.melati, scheme, replaces=first))
    refused("event_replaced", lambda: actions.came(event=first, person_id=person.pk, by="uji"))


def test_names_are_of_neighbours_and_no_more_than_came(places):
    held = hold(places.melati, make_scheme(places.kabupaten, form="training"), men=0, women=1)
    (_h, near), (_o, far), (_p, next_door) = (make_home(rt) for rt in (places.melati, places.mawar, places.melati))
    refused("not_a_resident", lambda: actions.came(event=held, person_id=far.pk, by="uji"))
    one = actions.came(event=held, person_id=near.pk, by="uji")
    refused("came_already", lambda: actions.came(event=held, person_id=near.pk, by="uji"))
    refused("event_full", lambda: actions.came(event=held, person_id=next_door.pk, by="uji"))
    other = hold(places.melati, held.scheme, name="Latihan kedua")
    assert events.trained([near.pk, next_door.pk], other) == {near.pk: held}
    actions.did_not_come(participant=one, by="uji")
    assert not held.participants.exists()


def test_the_pages_keep_what_was_typed_and_count(client, cast, places):
    scheme = make_scheme(places.kabupaten, form="event")
    page, url = signed_in(client, cast.rt_head), reverse("programmes:event_new", args=[places.melati.pk])
    typed = {"scheme_id": scheme.pk, "name": "Gotong royong parit", "on": "2024-01-05", "men": "0", "women": "0"}
    answer = page.post(url, typed)
    assert answer.status_code == 422
    assert "Gotong royong parit" in answer.content.decode() and "Jumlah yang hadir belum ada" in answer.content.decode()
    assert page.post(url, typed | {"men": "12"}).status_code == 302
    held = Event.objects.get()
    shown = page.get(reverse("programmes:events", args=[places.melati.pk])).content.decode()
    assert "Gotong royong parit" in shown and "Menurut bidang" in shown
    changed = page.post(reverse("programmes:event_change", args=[held.pk]), typed | {"men": "13"})
    assert changed.status_code == 302
    assert "sudah diganti" in page.get(reverse("programmes:event", args=[held.pk])).content.decode()


def test_who_came_before_is_told_before_being_sent_again(client, cast, places):
    scheme = make_scheme(places.kabupaten, form="training")
    _home, person = make_home(places.melati, "Mariana Khayali")
    actions.came(event=hold(places.melati, scheme), person_id=person.pk, by="uji")
    other = hold(places.melati, scheme, name="Latihan kedua")
    url = reverse("programmes:event_came", args=[other.pk])
    shown = signed_in(client, cast.kader).post(url, {"words": "mariana"}).content.decode()
    assert "Mariana Khayali, perempuan" in shown and "Sudah ikut: Latihan Rekaan" in shown
