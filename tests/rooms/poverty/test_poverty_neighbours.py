"""What neighbours say stands beside the verdict and never changes it."""

from __future__ import annotations

import pytest
from django.urls import reverse
from kitchens import BETTER, POOR, client_of, make_kitchen

from rukun.accounts.permissions import today
from rukun.mapping.actions import entries, rankings
from rukun.poverty.actions import classifications
from rukun.poverty.models import Standing
from rukun.poverty.queries.neighbours import clash

ON = today()


@pytest.fixture
def rank(places):
    """rank(home, name, is_poor): one group of neighbours places the household."""
    acts = {"rt_id": places.melati.pk, "path": places.melati.path, "year": ON.year, "on": ON, "by": "uji"}

    def place(home, name, is_poor, order=1):
        fields = {"order": order, "name": name, "criteria": "Ciri rekaan", "is_poor": is_poor}
        held = entries.add(kind="kesejahteraan", fields=fields, **acts)
        group = entries.add(kind="kelompok", fields={"name": "Ibu-ibu", "women": 5, "men": 0}, **acts)
        rankings.place(group=group, household_id=home.pk, rank=held, on=ON, by="uji")

    return place


def page(cast, home):
    return client_of(cast.rt_head).get(reverse("poverty:verdict", args=[home.pk])).content.decode()


def judge(rt):
    classifications.classify_area(path=rt.path, on=ON, by="uji")


@pytest.mark.parametrize(
    ("answers", "is_poor", "said"),
    [
        (POOR, False, "Menurut 14 kriteria miskin, menurut warga tidak."),
        (BETTER, True, "Menurut warga miskin, menurut 14 kriteria tidak."),
        (POOR, True, ""),
        (BETTER, False, ""),
    ],
)
def test_a_clash_is_said_and_the_verdict_stays(answers, is_poor, said, places, cast, rank):
    home = make_kitchen(places.melati, answers)
    judge(places.melati)
    before = Standing.objects.get(household=home).label
    rank(home, "Kelas Rekaan", is_poor)
    shown = page(cast, home)
    assert "Kelas Rekaan" in shown
    assert "Penilaian warga tidak mengubah putusan" in shown
    assert said in shown
    assert ("Menurut 14 kriteria miskin" in shown, "Menurut warga miskin" in shown) == (
        said.startswith("Menurut 14"), said.startswith("Menurut warga"),
    )  # fmt: skip
    judge(places.melati)
    assert Standing.objects.get(household=home).label == before


def test_groups_that_differ_are_said_and_clash_with_nothing(places, cast, rank):
    home = make_kitchen(places.melati, POOR)
    judge(places.melati)
    rank(home, "Cukup", False), rank(home, "Susah", True, order=2)
    shown = page(cast, home)
    assert "Antara Cukup dan Susah" in shown
    assert "Kelompok penilai belum sepakat." in shown
    assert "Menurut 14 kriteria miskin" not in shown


def test_without_a_ranking_nothing_is_said(places, cast):
    home = make_kitchen(places.melati, POOR)
    assert "Penilaian warga" not in page(cast, home)


def test_what_cannot_be_said_clashes_with_nothing():
    assert clash("cannot_be_said", True) == clash("", False) == clash("poor", None) == ""
