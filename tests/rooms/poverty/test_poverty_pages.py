"""Pages of areas, lists and verdicts: who may see what, and what the numbers say."""

from __future__ import annotations

import pytest
from django.urls import reverse
from kitchens import BETTER, POOR, client_of, make_kitchen, make_tally

from rukun.accounts.permissions import today
from rukun.people.models import Interview, Person
from rukun.poverty.actions import classifications
from rukun.poverty.models import Draft, PovertyTally, ScoreCard, Standing
from rukun.poverty.queries import score_cards
from rukun.rules.identity import name_key
from rukun.ui.words import persen
from rukun.walls import scope

AREA, LIST, HOW, SHEET = "area", "poverty:list", "poverty:how", "poverty:map_sheet"
FULL, FIGURES, NOT, AWAY = 200, 200, 403, 404


@pytest.fixture
def village(places, cast):
    """Melati: twelve poor and three better families; Mawar: two poor."""
    homes = [make_kitchen(places.melati, POOR) for _ in range(12)] + [
        make_kitchen(places.melati, BETTER) for _ in "123"
    ]
    make_kitchen(places.mawar, POOR), make_kitchen(places.mawar, POOR)
    make_tally(places.melati, households=15, people=45, interviewed=15, stated_households=20, oldest_interview=today())
    make_tally(places.mawar, households=2, people=6, interviewed=2, oldest_interview=today())
    classifications.classify_area(path=places.kabupaten.path, on=today(), by="uji")
    return homes


def get(cast, who, name, *args):
    with scope.within([]):
        return client_of(getattr(cast, who)).get(reverse(name, args=args))


@pytest.mark.parametrize(
    ("who", "melati", "mawar", "kenanga", "listed"),
    [
        ("rt_head", 200, 404, 404, 200),
        ("kader", 200, 404, 404, 200),
        ("mawar_head", 404, 200, 404, 404),
        ("desa_operator", 200, 200, 404, 200),
        ("kecamatan_officer", 200, 200, 404, 403),
        ("dinsos", 200, 200, 200, 200),
        ("dpo", 200, 200, 200, 403),
        ("stranger", 404, 404, 404, 404),
    ],
)
def test_who_opens_which_page(village, places, cast, who, melati, mawar, kenanga, listed):
    areas = {places.melati: melati, places.mawar: mawar, places.kenanga: kenanga}
    for place, wanted in areas.items():
        for name in (AREA, HOW, SHEET):
            assert get(cast, who, name, place.id).status_code == wanted, (who, name, place)
    assert get(cast, who, LIST, places.melati.id).status_code == listed
    assert get(cast, who, "poverty:verdict", village[0].pk).status_code == listed


def test_next_comes_what_is_missing(village, places, cast):
    page = get(cast, "rt_head", AREA, places.melati.id).content.decode()
    assert "5 rumah tangga belum diwawancarai" in page
    assert page.index("5 rumah tangga belum diwawancarai") < page.index("Pasti miskin")


def test_small_counts_are_hidden_from_who_may_not_see_families(village, places, cast):
    seen = get(cast, "desa_operator", AREA, places.desa.id)
    assert [row.values[3] for row in seen.context["children"].rows] == ["12", "2"]
    officer = get(cast, "kecamatan_officer", AREA, places.desa.id)
    shown = [row.values[3:5] for row in officer.context["children"].rows]
    assert shown == [["disembunyikan"] * 2, ["disembunyikan"] * 2]
    assert not any(row.url for row in officer.context["needs"].rows)


def test_a_hidden_count_does_not_show_in_the_order(village, places, cast):
    make_tally(places.kenanga, households=9, people=9, interviewed=0)
    officer = get(cast, "dpo", AREA, places.kabupaten.id)
    assert [row.values[0] for row in officer.context["children"].rows] == [
        "Kecamatan Contoh Hilir",
        "Kecamatan Contoh Hulu",
    ]


def scored_by(title, place, families, mean):
    """What a card came to in an RT, as its scoring leaves it."""
    key = score_cards.key_of(title)
    ScoreCard.objects.create(key=key, title=title, source="rekaan", card={"line": "garis"}, lookup={}, since=today())
    PovertyTally.objects.create(
        rt=place, path=place.path, rule=key, likelihood_sum=families * mean, likelihood_count=families
    )


def test_cards_stand_side_by_side_and_few_families_are_not_told_of(village, places, cast):
    scored_by("Kartu Lama", places.melati, 12, 25.0)
    scored_by("Kartu Baru", places.melati, 9, 50.0)
    own = get(cast, "rt_head", AREA, places.melati.id).context["likelihoods"]
    assert [row.values for row in own.rows] == [
        ["Kartu Baru", "garis", "9", persen(0.5)], ["Kartu Lama", "garis", "12", persen(0.25)],
    ]  # fmt: skip
    far = get(cast, "kecamatan_officer", AREA, places.desa.id).context["likelihoods"]
    assert [row.values[0] for row in far.rows] == ["Kartu Lama"]
    assert get(cast, "rt_head", "poverty:verdict", village[0].pk).status_code == 200


def test_the_list_never_names_who_lives_elsewhere(village, places, cast):
    page = get(cast, "desa_operator", LIST, places.melati.id)
    assert page.context["page"].paginator.count == 12
    narrowed = client_of(cast.desa_operator)
    with scope.within([]):
        found = narrowed.get(reverse(LIST, args=[places.melati.id]), {"putusan": "", "kebutuhan": ["no_latrine"]})
    assert found.context["page"].paginator.count == 12


def test_words_are_posted_and_never_stand_in_an_address(village, places, cast):
    home = village[3]
    Person.objects.filter(stays__household=home, stays__relation="head").update(name_key=name_key("Sri Unik"))
    with scope.within([]):
        found = client_of(cast.rt_head).post(reverse(LIST, args=[places.melati.id]) + "?putusan=", {"kata": "sri un"})
    assert [each.household_id for each in found.context["page"].object_list] == [home.pk]
    assert "kata=" not in found.content.decode()


def test_a_verdict_says_answer_and_limit(village, cast):
    page = get(cast, "rt_head", "poverty:verdict", village[0].pk).content.decode()
    assert "13 dari 14 kriteria terpenuhi" in page or "14 dari 14 kriteria terpenuhi" in page
    assert "Tanah" in page
    assert "6 m² per orang" in page


def test_what_would_decide_is_asked_in_words(places, cast):
    home = make_kitchen(places.melati, {fact: POOR[fact] for fact in list(POOR)[:8]})
    classifications.classify(household=home.pk, on=today(), by="uji")
    page = get(cast, "rt_head", "poverty:verdict", home.pk)
    assert page.context["spoken"].kept.label == "cannot_be_said"
    assert "Apa pekerjaan utama kepala rumah tangga?" in page.content.decode()


def interview(client, home, answers):
    """Goes through the questionnaire as a person would; gives the last answer of the server."""
    url = reverse("poverty:step", args=[home.pk, "bps14", 1])
    while "/periksa/" not in url:
        with scope.within([]):
            fact = client.get(url).context["form"].question.fact
            sent = client.post(url, answers(fact))
        assert sent.status_code == 302, sent.content.decode()[:2000]
        url = sent.url
    return url


def as_typed(fact):
    value = POOR.get(fact, BETTER.get(fact, 0))
    return {"answer": {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value}


def test_an_interview_from_the_first_question_to_the_verdict(places, cast):
    home, client = make_kitchen(places.melati), client_of(cast.rt_head)
    url = interview(client, home, as_typed)
    assert not Interview.objects.exists()
    with scope.within([]):
        done = client.post(url)
    assert done.url == reverse("poverty:verdict", args=[home.pk])
    told = Interview.objects.get().answers
    assert told["floor"] == "earth"
    assert told["can_pay_clinic"] is False
    assert "head_land_m2" not in told
    assert Standing.objects.get().label == "poor"
    assert not Draft.objects.exists()


def test_not_knowing_is_an_answer_and_going_back_loses_nothing(places, cast):
    home, client = make_kitchen(places.melati), client_of(cast.rt_head)
    first, second = (reverse("poverty:step", args=[home.pk, "bps14", number]) for number in (1, 2))
    with scope.within([]):
        assert client.post(first, {"answer": "", "answer_instead": "unknown"}).url == second
        client.post(second, {"answer": "refused"})
        assert client.post(first, {"answer": "", "answer_instead": ""}).status_code == 422
        assert "checked" in client.get(second).content.decode()
    assert Draft.objects.get().answers == {"floor_area_m2": "unknown", "floor": "refused"}


def test_what_cannot_be_is_asked_again(places, cast):
    home, client = make_kitchen(places.melati), client_of(cast.rt_head)
    url = reverse("poverty:step", args=[home.pk, "bps14", 1])
    with scope.within([]):
        assert client.post(url, {"answer": "0"}).status_code == 422
        assert client.post(url, {"answer": "37,5"}).status_code == 302
    assert Draft.objects.get().answers == {"floor_area_m2": 37.5}


def test_an_rt_page_asks_the_database_little(village, places, cast, django_assert_max_num_queries):
    client = client_of(cast.rt_head)
    with scope.within([]), django_assert_max_num_queries(24):
        client.get(reverse(AREA, args=[places.melati.id]))
