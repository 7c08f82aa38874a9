"""Who may give which office to whom: the rules as one table, then terms, their ends and hand-overs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import Error, transaction
from hypothesis import given
from hypothesis import strategies as st
from tests.rooms.conftest import make_user

from rukun.accounts import queries
from rukun.accounts.actions import appointments, users
from rukun.accounts.models import Appointment, Role
from rukun.accounts.permissions import HELD_AT, MAY, MAY_APPOINT, Permission, held_by, may, today
from rukun.audit.models import Line
from rukun.kit.problems import Problem

TODAY = today()
BASIS = "SK Peragaan 2/2026"

#   giver            role              place         answer
TABLE = """
    administrator  | rt_head           | kenanga    | given
    administrator  | rt_secretary      | melati     | given
    administrator  | desa_head         | other_desa | given
    administrator  | desa_operator     | desa       | given
    administrator  | kecamatan_officer | kecamatan  | given
    administrator  | dinsos            | kabupaten  | given
    administrator  | administrator     | kabupaten  | given
    administrator  | pendamping        | desa       | given
    administrator  | desa_head         | melati     | accounts.wrong_level
    administrator  | rt_head           | desa       | accounts.wrong_level
    administrator  | administrator     | desa       | accounts.wrong_level
    administrator  | kecamatan_officer | kabupaten  | accounts.wrong_level
    administrator  | raja              | kabupaten  | accounts.wrong_level
    administrator  | rt_head           | melati     | accounts.seat_taken
    desa_head      | rt_secretary      | melati     | given
    desa_head      | rt_treasurer      | mawar      | given
    desa_head      | kader             | melati     | given
    desa_head      | kader             | desa       | given
    desa_head      | rt_head           | mawar      | accounts.seat_taken
    desa_head      | pendamping        | melati     | accounts.not_yours_to_give
    desa_head      | desa_operator     | desa       | accounts.not_yours_to_give
    desa_head      | desa_head         | desa       | accounts.not_yours_to_give
    desa_head      | administrator     | kabupaten  | accounts.not_yours_to_give
    desa_head      | rt_secretary      | kenanga    | accounts.not_yours_to_give
    desa_operator  | kader             | melati     | accounts.not_yours_to_give
    rt_head        | kader             | melati     | accounts.not_yours_to_give
    kecamatan_officer | rt_secretary   | melati     | accounts.not_yours_to_give
    dinsos         | kader             | melati     | accounts.not_yours_to_give
    dpo            | dpo               | kabupaten  | accounts.not_yours_to_give
    stranger       | kader             | melati     | accounts.not_yours_to_give
"""
ROWS = [tuple(cell.strip() for cell in line.split("|")) for line in TABLE.strip().splitlines()]


@pytest.fixture
def givers(cast, places):
    return cast, make_user("kades-sumber", Role.DESA_HEAD, places.desa)


def giver_of(givers, name):
    cast, desa_head = givers
    return desa_head if name == "desa_head" else getattr(cast, name)


def appoint(user, role, area, by="perintah:uji", since=TODAY, until=None):
    return appointments.appoint(user=user, role=role, area_id=area.id, since=since, until=until, basis=BASIS, by=by)


@pytest.mark.parametrize(("giver", "role", "place", "answer"), ROWS)
def test_the_table_of_who_gives_what(givers, places, giver, role, place, answer):
    person, area = make_user("orang-baru"), getattr(places, place)
    try:
        made = appoint(person, role, area, by=giver_of(givers, giver))
    except Problem as problem:
        assert problem.code == answer
        assert not Appointment.objects.filter(user=person).exists()
    else:
        assert answer == "given"
        assert (made.path, made.basis) == (area.path, BASIS)
        line = Line.objects.latest("id")
        assert (line.verb, line.subject_id, line.path) == ("appointments.made", made.pk, area.path)


def test_nobody_gives_themselves_an_office(cast, places):
    with pytest.raises(Problem, match=r"accounts\.own_office"):
        appoint(cast.administrator, Role.DINSOS, places.kabupaten, by=cast.administrator)


HELD_APART = {Permission.SECRET_REVEAL, Permission.SPEND_PROPOSE, Permission.SPEND_PAY}
HELD_APART |= {Permission.HEALTH_SEE, Permission.HEALTH_RECORD}
"""Given by who must not have them: who approves a payment neither proposes nor pays it, and what is measured of a child
is for those who measure and heal."""


def test_the_administrator_has_no_hand_in_votes_secrets_health_and_answers():
    kept_away = {Permission.GRANT_DESA, Permission.SECRET_REVEAL, Permission.BALLOT_TYPE, Permission.DESA_ANSWER}
    kept_away |= {
        Permission.HEALTH_SEE,
        Permission.HEALTH_RECORD,
        Permission.HEALTH_DECIDE,
        Permission.PROGRAMME_DECIDE,
    }
    assert not MAY[Role.ADMINISTRATOR] & kept_away


def test_no_role_may_give_a_wider_role_than_its_own():
    """Printed for the eye: each role, what it may do, whom it may appoint."""
    for role in Role:
        print(f"{role:18} {', '.join(sorted(MAY[role]))} | {', '.join(sorted(MAY_APPOINT.get(role, ())))}")
        given = set().union(*(MAY[each] for each in MAY_APPOINT.get(role, ())))
        assert given <= MAY[role] | HELD_APART or role == Role.ADMINISTRATOR
        assert (Permission.APPOINT in MAY[role]) == bool(MAY_APPOINT.get(role))
    assert set(MAY) == set(HELD_AT) == set(Role)


def test_a_role_that_ended_yesterday_opens_nothing(cast, places):
    person = make_user("mantan-ketua")
    appoint(person, Role.RT_SECRETARY, places.melati, since=TODAY - timedelta(days=9), until=TODAY - timedelta(days=1))
    assert held_by(person, on=TODAY) == ()
    assert not may(held_by(person, on=TODAY), Permission.PEOPLE_SEE, places.melati.path)
    assert may(held_by(person, on=TODAY - timedelta(days=2)), Permission.PEOPLE_SEE, places.melati.path)


@pytest.mark.parametrize(("until_in", "opens"), [(0, False), (1, True)])
def test_the_last_day_is_the_day_before_until(cast, places, until_in, opens):
    person = make_user("sekretaris")
    appoint(
        person, Role.RT_SECRETARY, places.melati,
        since=TODAY - timedelta(days=9), until=TODAY + timedelta(days=until_in),
    )  # fmt: skip
    assert bool(held_by(person, on=TODAY)) is opens


def test_a_role_of_tomorrow_opens_nothing_today(cast, places):
    person = make_user("calon")
    appoint(person, Role.KADER, places.melati, since=TODAY + timedelta(days=1))
    assert held_by(person, on=TODAY) == ()
    assert held_by(person, on=TODAY + timedelta(days=1))


def test_ending_keeps_the_row_and_writes_the_line(cast, places):
    term = Appointment.objects.get(user=cast.kader)
    appointments.end(appointment=term, on=TODAY, by=cast.administrator)
    term.refresh_from_db()
    assert term.until == TODAY
    assert held_by(cast.kader, on=TODAY) == ()
    assert Line.objects.latest("id").verb == "appointments.ended"
    with pytest.raises(Problem, match=r"accounts\.already_ended"):
        appointments.end(appointment=term, on=TODAY, by=cast.administrator)


def test_a_term_does_not_end_before_it_began(cast, places):
    term = appoint(make_user("baru"), Role.KADER, places.melati)
    with pytest.raises(Problem, match=r"accounts\.ends_before_it_began"):
        appointments.end(appointment=term, on=TODAY, by="perintah:uji")


def test_the_last_administrator_stays(cast, places):
    term = Appointment.objects.get(user=cast.administrator)
    with pytest.raises(Problem, match=r"accounts\.last_administrator"):
        appointments.end(appointment=term, on=TODAY, by=cast.administrator)
    appoint(make_user("administrator-dua"), Role.ADMINISTRATOR, places.kabupaten)
    assert appointments.end(appointment=term, on=TODAY, by=cast.administrator).until == TODAY


def test_a_desa_head_does_not_end_what_they_cannot_give(givers, cast):
    term = Appointment.objects.get(user=cast.desa_operator)
    with pytest.raises(Problem, match=r"accounts\.not_yours_to_give"):
        appointments.end(appointment=term, on=TODAY, by=giver_of(givers, "desa_head"))


def test_a_hand_over_leaves_no_gap_and_no_overlap(givers, cast, places):
    term = Appointment.objects.get(user=cast.rt_head)
    successor = make_user("ketua-baru")
    made = appointments.hand_over(
        appointment=term, to_user=successor, on=TODAY, basis=BASIS, by=giver_of(givers, "desa_head")
    )
    term.refresh_from_db()
    assert (term.until, made.since, made.role, made.path) == (TODAY, TODAY, term.role, places.melati.path)
    assert held_by(cast.rt_head, on=TODAY) == ()
    assert held_by(successor, on=TODAY)[0].role == Role.RT_HEAD
    assert held_by(successor, on=TODAY - timedelta(days=1)) == ()
    line = Line.objects.latest("id")
    assert (line.verb, line.details["from_user"], line.details["to_user"]) == (
        "appointments.handed_over", cast.rt_head.pk, successor.pk,
    )  # fmt: skip


def test_a_hand_over_refuses_a_gap_the_same_person_and_oneself(givers, cast, places):
    desa_head, other = giver_of(givers, "desa_head"), make_user("penerima")
    term = Appointment.objects.get(user=cast.rt_head)
    for receiver, code in ((cast.rt_head, "same_person"), (desa_head, "own_office")):
        with pytest.raises(Problem, match=rf"accounts\.{code}"):
            appointments.hand_over(appointment=term, to_user=receiver, on=TODAY, basis=BASIS, by=desa_head)
    Appointment.objects.filter(pk=term.pk).update(until=TODAY - timedelta(days=5))
    with pytest.raises(Problem, match=r"accounts\.gap"):
        appointments.hand_over(appointment=term, to_user=other, on=TODAY, basis=BASIS, by=desa_head)


def test_the_database_itself_refuses_two_heads_at_once(cast, places):
    with pytest.raises(Error), transaction.atomic():
        Appointment.objects.create(
            user=make_user("ketua-kedua"), role=Role.RT_HEAD, area=places.melati, path=places.melati.path,
            since=date(2024, 1, 1),
        )  # fmt: skip


@pytest.mark.django_db
@given(days=st.lists(st.integers(1, 40), min_size=1, max_size=5))
def test_through_any_chain_of_hand_overs_each_day_has_one_head(django_db_blocker, days):
    """Whoever takes over and when, on every day the seat is held by exactly one person."""
    from tests.rooms.conftest import make_area

    with transaction.atomic():
        from rukun.territory.models import Level
        from rukun.walls import scope

        with scope.everything():
            kabupaten = make_area(Level.KABUPATEN, None, "Rekaan")
            rt = make_area(Level.RT, kabupaten, "RT 001", number="001")
            begin = date(2024, 1, 1)
            term = appoint(make_user("ketua-0"), Role.RT_HEAD, rt, since=begin)
            on = begin
            for turn, after in enumerate(days, 1):
                on += timedelta(days=after)
                term = appointments.hand_over(
                    appointment=term, to_user=make_user(f"ketua-{turn}"), on=on, basis=BASIS, by="perintah:uji"
                )
            for day in range((on - begin).days + 3):
                sitting = queries.in_force(on=begin + timedelta(days=day)).filter(area=rt, role=Role.RT_HEAD)
                assert sitting.count() == 1
        transaction.set_rollback(True)


class TestUsers:
    def test_a_user_name_of_digits_is_refused(self, places):
        with pytest.raises(Problem, match=r"accounts\.not_accepted"):
            users.create(username="6402900101800001", name="Sari Rekaan", password=None, by="perintah:uji")

    @pytest.mark.parametrize("password", ["pendek", "1234567890", "password123", "sari-rekaan"])
    def test_a_weak_password_is_refused(self, places, password):
        with pytest.raises(Problem, match=r"accounts\.not_accepted"):
            users.create(username="sari-rekaan", name="Sari Rekaan", password=password, by="perintah:uji")

    def test_a_new_user_stands_in_the_log(self, places):
        user = users.create(username="sari", name="Sari Rekaan", password="pagi cerah di dermaga", by="perintah:uji")
        assert user.check_password("pagi cerah di dermaga")
        line = Line.objects.latest("id")
        assert (line.verb, line.actor, line.path) == ("users.created", "perintah:uji", places.kabupaten.path)
        assert "Sari" not in str(line.details)

    def test_a_code_is_told_once_and_must_be_changed(self, cast):
        code = users.reset_password(user=cast.rt_head, by=cast.administrator, on=today())
        cast.rt_head.refresh_from_db()
        assert cast.rt_head.must_change_password
        assert cast.rt_head.check_password(code.lower())
        assert code not in str(Line.objects.latest("id").details)
        users.change_password(user=cast.rt_head, password="sungai tenang pagi hari")
        assert not cast.rt_head.must_change_password
        assert not cast.rt_head.check_password(code)

    def test_whoever_cannot_give_all_their_offices_cannot_renew_their_code(self, givers, cast, places):
        desa_head = giver_of(givers, "desa_head")
        assert users.reset_password(user=cast.rt_head, by=desa_head, on=today())
        appoint(cast.rt_head, Role.DINSOS, places.kabupaten)
        for person in (cast.rt_head, cast.administrator, cast.desa_operator, cast.stranger):
            with pytest.raises(Problem, match=r"accounts\.beyond_reach"):
                users.reset_password(user=person, by=desa_head, on=today())
        with pytest.raises(Problem, match=r"accounts\.own_account"):
            users.reset_password(user=desa_head, by=desa_head, on=today())

    def test_an_account_is_closed_only_after_its_offices(self, cast):
        with pytest.raises(Problem, match=r"accounts\.still_in_office"):
            users.deactivate(user=cast.kader, by=cast.administrator)
        appointments.end(appointment=Appointment.objects.get(user=cast.kader), on=TODAY, by=cast.administrator)
        assert not users.deactivate(user=cast.kader, by=cast.administrator).is_active
