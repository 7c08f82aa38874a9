"""Aid of a year: once, with its amount or its why; what the sources say stands beside it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.services.education.actions import aids as actions
from rukun.services.education.models import SchoolAid, Schooling
from rukun.services.education.queries import figures

pytestmark = pytest.mark.django_db
YEAR = today().year


def keep(child, cast, **more):
    told = {"kind": "pip", "year": YEAR, "state": "received", "amount": 750_000, "words": ""} | more
    return actions.keep(person_id=child.pk, on=today(), by=cast.kader, **told)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"amount": None}, "amount_missing"),
        ({"amount": 0}, "amount_missing"),
        ({"state": "missed", "words": " "}, "why_missing"),
        ({"state": "refused"}, "why_missing"),
        ({"year": 2013}, "aid_year"),
        ({"year": YEAR + 2}, "aid_year"),
    ],
)
def test_letters(child, cast, more, code):
    with pytest.raises(Problem, match=code):
        keep(child, cast, **more)
    assert not SchoolAid.objects.exists()


def test_one_of_a_kind_a_year(child, cast):
    keep(child, cast)
    with pytest.raises(Problem, match="aid_twice"):
        keep(child, cast, state="proposed")
    keep(child, cast, kind="Beasiswa rekaan")
    keep(child, cast, year=YEAR - 1)
    assert SchoolAid.objects.count() == 3


def test_what_was_received_is_changed_only_with_words(child, cast, places):
    aid = keep(child, cast)
    with pytest.raises(Problem, match="taken_back_without_words"):
        actions.change(aid=aid, state="proposed", amount=None, words="", on=today(), by=cast.kader)
    actions.change(aid=aid, state="missed", amount=None, words="Rekening mati", on=today(), by=cast.kader)
    found = figures.by_rt(places.melati.path, on=today())[places.melati.path]
    assert (found.received, found.missed) == (0, 1)
    assert Line.objects.filter(verb="education.aid_changed").get().details == {"state": "missed"}


def test_the_amount_of_pip_stands_in_the_form_with_its_source(child, as_):
    Schooling.objects.create(
        person=child, path=child.path, on=today(), state="in_school", level="smp", grade=9, by="uji"
    )
    url = reverse("education:aid_new", args=[child.pk])
    page = as_("kader").get(url).content.decode()
    assert "Rp375.000" in page
    assert 'value="375.000"' in page
    assert "pontianak.tribunnews.com" in page
    typed = {"chosen": "pip", "year": str(YEAR), "state": "received", "amount": "Rp 375.000,00", "words": ""}
    as_("kader").post(url, typed)
    aid = SchoolAid.objects.get()
    assert (aid.kind, aid.amount) == ("pip", 375_000)
    again = as_("kader").post(url, typed)
    assert again.status_code == 422
    assert "sudah tercatat" in again.content.decode()
    change = reverse("education:aid", args=[aid.pk])
    assert as_("kader").post(change, {"state": "refused", "amount": "", "words": ""}).status_code == 422
    as_("kader").post(change, {"state": "refused", "amount": "", "words": "Data ganda"})
    aid.refresh_from_db()
    assert (aid.state, aid.words) == ("refused", "Data ganda")


def test_nothing_is_invented_where_the_sources_are_silent(child, as_):
    page = as_("kader").get(reverse("education:aid_new", args=[child.pk])).content.decode()
    assert "Sumber tidak menyebut" in page


@pytest.mark.parametrize("amount", ["-5", "1,5 juta", "1000000000000000"])
def test_bad_amounts_come_back_as_typed(child, as_, amount):
    url = reverse("education:aid_new", args=[child.pk])
    page = as_("kader").post(
        url, {"chosen": "other", "name": "", "year": str(YEAR), "state": "received", "amount": amount}
    )
    assert page.status_code == 422
    assert f'value="{amount}"' in page.content.decode()
    assert "Tulis nama bantuannya" in page.content.decode()
