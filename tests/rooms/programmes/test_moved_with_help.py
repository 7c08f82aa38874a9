"""One who has help moves to another RT: the register follows the person, the help stays where it was decided."""

from __future__ import annotations

from django.db import connection
from tests.rooms.programmes.helped import TODAY, make_enrolled, make_home, make_person, make_scheme

from rukun.people.actions import stays
from rukun.people.models import Person


def test_somebody_with_help_can_move_to_another_rt(places):
    home, person = make_home(places.melati)
    make_person(home, "Adik Rekaan")
    waiting = make_enrolled(make_scheme(places.kabupaten), home, person)
    other, _head = make_home(places.mawar, "Wati Umpama")
    stays.move_within(person=person, to_household=other, on=TODAY, today=TODAY, by="uji")
    connection.check_constraints()
    waiting.refresh_from_db()
    assert (waiting.path, Person.objects.get(pk=person.pk).path) == (places.melati.path, places.mawar.path)
