"""The three teams: who sits in them from–until, and who sits in more than one, shown and never forbidden."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from money_ground import make_money
from tests.rooms.facilitation.years import client_of

from rukun.accounts.permissions import today
from rukun.grants.actions import teams
from rukun.grants.models import TeamMember
from rukun.grants.queries import teams as queries
from rukun.kit.problems import Problem
from rukun.walls import scope

SINCE = date(2026, 1, 5)


@pytest.fixture
def money(places):
    return make_money(places.melati)


def join(money, name, team, since=SINCE):
    return teams.join(book=money.book, team=team, name=name, office="", since=since, on=SINCE, by="uji")


def test_one_person_in_two_teams_at_once_is_shown(money):
    join(money, "Siti Rekaan", "preparing")
    join(money, "SITI  rekaan", "watching")
    join(money, "Budi Contoh", "carrying_out")
    assert [(each.name, each.teams) for each in queries.doubled(queries.of_book(money.book))] == [
        ("Siti Rekaan", ("preparing", "watching"))
    ]


def test_one_after_the_other_is_nothing_to_show(money):
    first = join(money, "Siti Rekaan", "preparing")
    teams.leave(book=money.book, member=first.pk, until=date(2026, 2, 1), by="uji")
    join(money, "Siti Rekaan", "watching", date(2026, 2, 2))
    assert queries.doubled(queries.of_book(money.book)) == ()


def test_the_same_seat_twice_is_one(money):
    assert join(money, "Siti Rekaan", "preparing").pk == join(money, "siti rekaan", "preparing").pk


@pytest.mark.parametrize("since", [date(1970, 1, 1), date(2099, 1, 1)])
def test_days_out_of_all_reason_are_a_letter(money, since):
    with pytest.raises(Problem) as caught:
        join(money, "Siti Rekaan", "preparing", since)
    assert caught.value.code == "grants.team_day"


def test_nobody_leaves_before_coming_or_twice(money):
    held = join(money, "Siti Rekaan", "preparing")
    for member, until, code in (
        (held.pk, date(2025, 1, 1), "grants.team_until"), (0, SINCE, "grants.team_gone")
    ):  # fmt: skip
        with pytest.raises(Problem) as caught:
            teams.leave(book=money.book, member=member, until=until, by="uji")
        assert caught.value.code == code


def test_the_page_warns_with_its_reason_and_a_member_is_added_and_ends(money):
    head, home = client_of(money.head), reverse("grants:teams", args=[money.book.pk])
    day = {"since": today().isoformat()}
    with scope.within([]):
        for team in ("preparing", "watching"):
            told = {"team": team, "name": "Siti Rekaan", "office": "Anggota"} | day
            assert head.post(reverse("grants:team_join", args=[money.book.pk]), told).status_code == 302
        text = head.get(home).content.decode()
        assert "Siti Rekaan duduk di" in text
        assert "LKPP 3/2021" in text
        bad = head.post(reverse("grants:team_join", args=[money.book.pk]), {"name": "Siti Rekaan"})
        assert bad.status_code == 422
        assert 'value="Siti Rekaan"' in bad.content.decode()
    member = TeamMember.objects.first()
    with scope.within([]):
        until = {"until": today().isoformat()}
        url = reverse("grants:team_leave", args=[money.book.pk]) + f"?anggota={member.pk}"
        assert head.get(url).status_code == 200
        assert head.post(url, until).status_code == 302
    member.refresh_from_db()
    assert member.until == today()
