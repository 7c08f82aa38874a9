"""A card end to end: dinsos brings it, the head of the RT asks by it, and the verdict page tells its likelihood."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from kitchens import ON, POOR, client_of, make_kitchen

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.people.models import Interview
from rukun.poverty.actions import classifications, interviews, score_cards
from rukun.poverty.facts.cards import fact_name, instrument_key
from rukun.poverty.models import Classification, Draft, PovertyTally, ScoreCard, Standing
from rukun.poverty.queries import figures, verdicts
from rukun.poverty.queries import interviews as queries
from rukun.walls import scope

CARD = b"""no,indicator,response,National Poverty Line,Upper Line
1,Atap rumah rekaan?,A. Rumbia,0,5
1,Atap rumah rekaan?,B. Genteng,60,50
2,Lantai rumah rekaan?,A. Tanah,10,15
2,Lantai rumah rekaan?,B. Semen,40,45
"""
LOOKUP = b"score,nl100,atas\n10,80,90\n20,75,85\n50,45,65\n70,30,55\n95,9,20\n100,5.25,15\n"
LIST, NEW, CONFIRM = (reverse(f"poverty:score_card{end}") for end in ("s", "_new", "_confirm"))


def told(card=CARD, lookup=LOOKUP, **changes):
    files = {"card": SimpleUploadedFile("kartu.csv", card), "lookup": SimpleUploadedFile("tabel.csv", lookup)}
    return {"title": "Kartu Rekaan 2026", "source": "Penerbit Rekaan", "since": "2026-01-01"} | files | changes


def sent(client, url, data=None):
    with scope.within([]):
        return client.get(url) if data is None else client.post(url, data)


def brought(client, **changes):
    """Both steps; gives the card."""
    asked = sent(client, NEW, told())
    answer = {"held": asked.context["held"], "line": "nl100", "pair_1": "atas"} | changes
    assert sent(client, CONFIRM, answer).url == LIST
    return ScoreCard.objects.get()


def answered(client, home, key, answers):
    """Every question in its turn, then the press that records."""
    for number, answer in enumerate(answers, start=1):
        step = sent(client, reverse("poverty:step", args=[home.pk, key, number]), {"answer": answer})
        assert step.status_code == 302, step.content.decode()[:2000]
    return sent(client, reverse("poverty:review", args=[home.pk, key]), {})


def verdict_page(client, home):
    return sent(client, reverse("poverty:verdict", args=[home.pk])).content.decode()


def test_dinsos_brings_the_head_asks_and_the_page_tells(places, cast):
    home, head = make_kitchen(places.melati, POOR), client_of(cast.rt_head)
    classifications.classify(household=home.pk, on=today(), by="uji")
    assert "Pemakai membawa kartunya sendiri" in verdict_page(head, home)
    card = brought(client_of(cast.dinsos))
    assert "belum ditanya dengan kartu skor" in verdict_page(head, home)
    key = instrument_key(card)
    offered = sent(head, reverse("poverty:interview", args=[home.pk]))
    assert [offer["key"] for offer in offered.context["offers"]] == ["bps14", "rt_census", key]
    first = sent(head, reverse("poverty:step", args=[home.pk, key, 1])).content.decode()
    assert "Atap rumah rekaan?" in first and "Genteng" in first and "Tidak tahu" in first

    assert answered(head, home, key, ["B", "B"]).url == reverse("poverty:verdict", args=[home.pk])
    page = verdict_page(head, home)
    assert "Kemungkinan 5,3 % di bawah garis nl100." in page
    assert "Penerbit Rekaan" in page
    family = sent(head, reverse("people:household", args=[home.pk])).content.decode()
    assert "Tanah" in family and f"{card.key}:" not in family, "letters of a card mean nothing without its questions"
    kept = Interview.objects.latest("id")
    assert kept.answers == {fact_name(card.key, "q1"): "B", fact_name(card.key, "q2"): "B"}
    assert not Draft.objects.exists()
    assert verdicts.of_household(home.pk).kept.label == "poor", "the criteria stay what they were"
    assert [each.mean for each in figures.likelihoods(places.desa.path)] == [5.25]


def test_what_was_not_said_is_named_and_a_newer_interview_decides(places, cast):
    home, head = make_kitchen(places.melati), client_of(cast.rt_head)
    card = brought(client_of(cast.administrator))
    key = instrument_key(card)
    answered(head, home, key, ["A", "unknown"])
    page = verdict_page(head, home)
    assert "Belum dapat dihitung." in page
    assert "Lantai rumah rekaan?" in page and "Atap rumah rekaan?" not in page
    assert not PovertyTally.objects.filter(rule=card.key).exists()
    answered(head, home, key, ["A", "A"])
    page = verdict_page(head, home)
    assert "Kemungkinan 80,0 % di bawah garis nl100." in page and "Belum terjawab" not in page
    assert Classification.objects.filter(rule=card.key).count() == 2, "the earlier verdict stays"
    assert Standing.objects.filter(rule=card.key, household=home.pk).count() == 1


def test_one_household_and_the_whole_area_come_to_the_same_sums(places, cast):
    head, card = client_of(cast.rt_head), brought(client_of(cast.dinsos))
    for answers in (["A", "A"], ["A", "B"], ["B", "A"], ["refused", "refused"]):
        answered(head, make_kitchen(places.melati), instrument_key(card), answers)

    def sums():
        fields = ("rt_id", "path", "likelihood_sum", "likelihood_count")
        labels = Standing.objects.filter(rule=card.key).order_by("household_id").values_list("household_id", "label")
        return list(PovertyTally.objects.filter(rule=card.key).values_list(*fields)), list(labels)

    one_by_one = sums()
    assert [label for _home, label in one_by_one[1]] == ["likelihood", "no_row", "likelihood", "answers_missing"]
    assert one_by_one[0] == [(places.melati.id, places.melati.path, 110.0, 2)]
    again = sent(head, reverse("poverty:recount", args=[places.melati.id]), {})
    assert again.status_code == 302
    assert sums() == one_by_one


def test_nothing_is_kept_before_the_lines_are_confirmed(places, cast):
    client = client_of(cast.dinsos)
    asked = sent(client, NEW, told())
    assert asked.status_code == 200
    assert [row.values for row in asked.context["pairs"].rows] == [
        ["National Poverty Line", "nl100", "cocok"],
        ["Upper Line", "atas", "periksa"],
    ]
    assert list(asked.context["form"].fields) == ["pair_1", "line"]
    assert not ScoreCard.objects.exists()
    held = asked.context["held"]
    assert sent(client, CONFIRM, {"held": held, "pair_1": "atas"}).status_code == 422
    twice = sent(client, CONFIRM, {"held": held, "line": "nl100", "pair_1": "nl100"})
    assert "Dua garis kartu menunjuk garis tabel yang sama" in twice.content.decode()
    assert sent(client, CONFIRM, {"held": held + "x", "line": "nl100"}).url == NEW
    assert not ScoreCard.objects.exists()


def test_a_card_is_read_on_the_line_that_was_chosen(places, cast):
    home, head = make_kitchen(places.melati), client_of(cast.rt_head)
    card = brought(client_of(cast.dinsos), line="atas")
    answered(head, home, instrument_key(card), ["B", "B"])
    assert verdicts.scored(home.pk)[0].likelihood == 20.0
    assert Line.objects.filter(verb="poverty.card_brought", path=places.kabupaten.path).count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"card": b"nomor,apa\n1,2\n"}, "tidak terbaca di baris 1"),
        ({"card": CARD.replace(b",60,", b",enam,")}, "bukan bilangan bulat: enam"),
        ({"lookup": b"score,nl100\n10,80\n"}, "tidak berpasangan"),
        ({"lookup": LOOKUP.replace(b"5.25", b"525")}, "bukan persen: 525"),
        ({"lookup": b""}, "Berkas itu kosong"),
        ({"card": CARD + b" " * 600_000}, "terlalu besar"),
        ({"since": ""}, "Belum diisi"),
    ],
)
def test_bad_files_are_answered_with_letters(places, cast, changes, words):
    answer = sent(client_of(cast.dinsos), NEW, told(**changes))
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_the_same_title_does_not_come_in_twice(places, cast):
    client = client_of(cast.dinsos)
    brought(client)
    again = sent(client, NEW, told())
    assert (again.status_code, "sudah ada" in again.content.decode()) == (422, True)
    longer = "Kartu Rekaan dengan judul yang panjang sekali, garis "
    for line in ("nasional", "internasional"):
        held = sent(client, NEW, told(title=longer + line)).context["held"]
        sent(client, CONFIRM, {"held": held, "line": "nl100", "pair_1": "atas"})
    assert ScoreCard.objects.count() == 3
    assert "Kartu Rekaan 2026" in sent(client, LIST).content.decode()


def test_only_who_keeps_the_rules_brings_cards(places, cast):
    for who, status in {"rt_head": 403, "desa_operator": 403, "dpo": 403, "dinsos": 200, "administrator": 200}.items():
        client = client_of(getattr(cast, who))
        assert sent(client, LIST).status_code == status, who
        more = sent(client, reverse("site:more")).content.decode()
        assert (LIST in more) == (status == 200), who


def test_a_card_is_offered_from_its_day(places, cast):
    card = brought(client_of(cast.dinsos))
    assert queries.card(instrument_key(card), card.since) == card
    assert queries.card(instrument_key(card), card.since.replace(year=2025)) is None


@pytest.mark.shared
def test_the_published_card_through_the_interview(places, shared_data):
    """Every worked case as an interview of its own: recorded, judged, and read from the verdict."""
    folder = shared_data / "ppi_indonesia"
    card, lookup = (
        (folder / name).read_bytes() for name in ("scorecard_2023_susenas2022.csv", "lookup_ppiIDN2023.csv")
    )
    kept = score_cards.bring(
        card=card, lookup=lookup, title="PPI 2023", source="IPA", line="nl100", names={}, since=ON, by="uji"
    )
    cases = list(csv.DictReader(io.StringIO((folder / "worked_cases_2023.csv").read_text())))
    assert len(cases) == 20
    for case in cases:
        home = make_kitchen(places.melati, ages=(40,))
        answers = {fact_name(kept.key, f"q{n}"): case[f"q{n}"] for n in range(1, 11)}
        given = {"instrument": instrument_key(kept), "answers": answers, "on": today(), "today": today()}
        assert interviews.answer(household=home.pk, by="uji", **given) == "likelihood"
        [told_of] = verdicts.scored(home.pk)
        assert round(told_of.likelihood, 4) == float(case["likelihood_nl100"])
        assert Standing.objects.get(household=home, rule=kept.key).verdict.score == int(case["score_nl100"])
