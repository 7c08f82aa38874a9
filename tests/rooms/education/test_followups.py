"""What was done for a child out of school, and the day to look again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from rukun.accounts.permissions import today
from rukun.kit.problems import Problem
from rukun.services.education.actions import followups as actions
from rukun.services.education.models import FollowUp, Schooling
from rukun.services.education.queries import followups

pytestmark = pytest.mark.django_db


@pytest.fixture
def out(child):
    told = {"state": "dropped", "level": "smp", "reason": "cost"}
    Schooling.objects.create(person=child, path=child.path, on=today() - timedelta(days=60), by="uji", **told)
    return child


def follow(child, cast, **more):
    told = {"words": "Berbicara dengan orang tua", "result": "", "next_on": today() + timedelta(days=14)}
    told |= {"done_on": today()} | more
    return actions.follow(person_id=child.pk, on=today(), by=cast.kader, **told)


def test_letters(out, cast):
    with pytest.raises(Problem, match="next_look_missing"):
        follow(out, cast, next_on=None)
    with pytest.raises(Problem, match="next_look_missing"):
        follow(out, cast, result="still_out", next_on=None)
    with pytest.raises(Problem, match="next_look_past"):
        follow(out, cast, next_on=today())
    with pytest.raises(Problem, match="day_in_future"):
        follow(out, cast, done_on=today() + timedelta(days=1))
    assert not FollowUp.objects.exists()
    assert follow(out, cast, result="back", next_on=None).result == "back"


def test_who_is_in_school_needs_none(child, cast):
    with pytest.raises(Problem, match="not_needed"):
        follow(child, cast)
    Schooling.objects.create(person=child, path=child.path, on=today(), state="in_school", level="smp", by="uji")
    with pytest.raises(Problem, match="not_needed"):
        follow(child, cast)


def test_due_until_something_newer_is_done_or_the_child_is_back(out, cast, places):
    past = today() - timedelta(days=30)
    follow(out, cast, done_on=past, next_on=past + timedelta(days=7))
    assert [each.person_id for each in followups.due(places.desa.path, on=today())] == [out.pk]
    newer = follow(out, cast)
    assert followups.due(places.desa.path, on=today()) == []
    assert followups.due(places.desa.path, on=newer.next_on) == [newer]
    Schooling.objects.create(person=out, path=out.path, on=today(), state="in_school", level="smp", by="uji")
    assert followups.due(places.desa.path, on=newer.next_on) == []


def test_a_child_that_is_back_leads_on_to_its_schooling(out, as_, places):
    area = reverse("education:area", args=[places.melati.id])
    url = reverse("education:followup", args=[out.pk])
    typed = {"words": "Diantar kembali", "result": "still_out", "done_on": today().isoformat(), "next_on": ""}
    wrong = as_("kader").post(url, typed)
    assert wrong.status_code == 422
    assert "Diantar kembali" in wrong.content.decode()
    assert as_("kader").post(url, typed | {"result": "back"}).url == reverse("education:tell", args=[out.pk])
    page = as_("kader").get(reverse("education:child", args=[out.pk])).content.decode()
    assert "Kembali sekolah" in page
    assert as_("kader").get(area).status_code == 200
