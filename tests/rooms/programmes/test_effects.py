"""What the help changed is asked for after three, six and twelve months; who leaves, leaves with a reason."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests.rooms.programmes.helped import ENROLLED, TODAY, make_enrolled, make_home, make_scheme, signed_in
from tests.rooms.programmes.test_deliveries import give
from tests.rooms.programmes.test_groups import refused

from rukun.people.actions import stays
from rukun.programmes.actions import effects as actions
from rukun.programmes.models import Effect, Instalment, Waiting
from rukun.programmes.queries import effects
from rukun.programmes.types import Exit, State

CAME = date(2024, 2, 1)


@pytest.fixture
def helped(places) -> Waiting:
    home, person = make_home(places.melati, "Sari Rekaan")
    return make_enrolled(make_scheme(places.kabupaten), home, person)


def tell(waiting, on, **told):
    said = {"change": 1, "words": "Warung sudah buka"} | told
    return actions.tell(waiting=waiting, today=on, by="uji", **said)


def leave(waiting, why=Exit.FINISHED, on=TODAY, **told):
    return actions.leave(waiting=waiting, ended_by=why, on=on, today=TODAY, by="uji", **told)


def test_it_is_asked_for_when_months_have_gone_since_the_help_came(helped):
    refused("effect_done", lambda: tell(helped, TODAY))
    give(helped, on=CAME)
    refused("effect_not_now", lambda: tell(helped, date(2024, 4, 30)))
    assert [each.months for each in effects.under(helped.path, on=date(2024, 5, 1))] == [3]
    assert tell(helped, date(2024, 5, 1), income=1_500_000).months == 3
    assert effects.under(helped.path, on=date(2024, 7, 31)) == []
    assert effects.of(helped, on=date(2024, 5, 1)) == (None, date(2024, 8, 1))
    assert tell(helped, date(2025, 3, 1), change=-1).months == 12
    refused("effect_done", lambda: tell(helped, date(2025, 3, 2)))
    assert effects.counts(helped.path) == {(3, 1): 1, (12, -1): 1}


def test_a_story_has_words_and_an_income_that_can_be(helped):
    give(helped, on=CAME)
    refused("effect_words", lambda: tell(helped, TODAY, words=" "))
    refused("effect_income", lambda: tell(helped, TODAY, income=10**10))


def test_a_training_counts_from_the_day_of_being_taken_in(helped, places):
    home, person = make_home(places.melati, "Wati Umpama")
    trained = Waiting.objects.create(
        scheme=helped.scheme, household=home, head=person, path=home.path, state="enrolled", enrolled_on=ENROLLED,
        since=ENROLLED, by="uji",
    )  # fmt: skip
    assert [each.waiting.pk for each in effects.under(home.path, on=TODAY)] == [trained.pk]


def test_who_leaves_leaves_with_a_reason_and_is_still_asked(helped):
    give(helped, on=CAME)
    refused("leave_words", lambda: leave(helped, Exit.BETTER))
    refused("leave_day", lambda: leave(helped, on=TODAY + timedelta(days=1)))
    refused("leave_day", lambda: leave(helped, on=ENROLLED - timedelta(days=1)))
    left = leave(helped, Exit.BETTER, words="Warung sudah ramai")
    assert (left.state, left.until, left.words) == (State.LEFT, TODAY, "Warung sudah ramai")
    refused("leave_not_enrolled", lambda: leave(helped))
    assert len(effects.under(helped.path, on=TODAY)) == 1
    assert Instalment.objects.filter(waiting=helped).count() == 3
    ruling = helped.rulings.get()
    assert (ruling.state, ruling.words, ruling.verdict) == (State.LEFT, "Warung sudah ramai", "yes")


def test_who_died_is_not_asked(helped):
    give(helped, on=CAME)
    stays.die(person=helped.head, on=TODAY, today=TODAY, by="uji")
    leave(helped, Exit.DIED)
    assert effects.under(helped.path, on=TODAY) == []


def test_the_pages_of_results_and_of_leaving(client, cast, helped):
    give(helped, on=CAME)
    page = signed_in(client, cast.kader)
    listed = page.get(reverse("programmes:effects", args=[helped.household.rt_id])).content.decode()
    assert "Sari Rekaan" in listed and "hasil 12 bulan" in listed
    url = reverse("programmes:effect", args=[helped.pk])
    answer = page.post(url, {"change": "1", "words": "", "income": "1.250.000"})
    assert answer.status_code == 422 and "1.250.000" in answer.content.decode()
    assert page.post(url, {"change": "1", "words": "Warung ramai", "income": "1.250.000"}).status_code == 302
    assert Effect.objects.get().income == 1_250_000
    url = reverse("programmes:leave", args=[helped.pk])
    shown = page.get(url).content.decode()
    assert "Meninggal" in shown and "Melanggar ketentuan" not in shown
    assert page.post(url, {"ended_by": "broken", "on": str(TODAY), "words": "x"}).status_code == 422
    assert page.post(url, {"ended_by": "finished", "on": str(TODAY)}).status_code == 302
    assert Waiting.objects.get(pk=helped.pk).state == State.LEFT


def test_what_the_register_knows_is_filled_in(client, cast, helped):
    stays.die(person=helped.head, on=TODAY, today=TODAY, by="uji")
    shown = signed_in(client, cast.dinsos).get(reverse("programmes:leave", args=[helped.pk])).content.decode()
    assert 'value="died" ' in shown and "checked" in shown.split('value="died"')[1][:200]
    assert "Melanggar ketentuan" in shown


def test_a_desa_reads_in_which_rt_each_lives(client, cast, helped, places):
    give(helped, on=CAME)
    page = signed_in(client, cast.desa_operator)
    for name in ("programmes:effects", "programmes:deliveries", "programmes:groups", "programmes:events"):
        shown = page.get(reverse(name, args=[places.desa.pk]))
        assert shown.status_code == 200
        if name in ("programmes:effects", "programmes:deliveries"):
            assert "Sari Rekaan, RT 003 Melati" in shown.content.decode()
