"""A card of the user: every published case comes out as published, standing beside the criteria and never in them."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from kitchens import ON, POOR, make_kitchen

from rukun.kit.problems import Problem
from rukun.people.models import Household, Interview
from rukun.poverty.actions import classifications, score_cards
from rukun.poverty.facts.cards import fact_name, scoring
from rukun.poverty.models import Classification, PovertyTally, ScoreCard, Standing
from rukun.poverty.queries import checks, figures, verdicts

CARD = b"no,indicator,response,National Poverty Line\n1,Atap?,A. Rumbia,0\n1,Atap?,B. Genteng,60\n2,Lantai?,A. Tanah,10\n2,Lantai?,B. Semen,40\n"
LOOKUP = b"score,nl100\n10,80\n50,45\n70,30\n100,5\n"
LATER = date(2026, 6, 1)


def ask(home, answers):
    Interview.objects.create(
        household=home, path=home.path, instrument="ppi", on=LATER, source="interview", answers=answers, by="uji"
    )


def brought(title="Kartu Rekaan", **changes):
    given = {"card": CARD, "lookup": LOOKUP, "line": "nl100", "names": {}} | changes
    return score_cards.bring(title=title, source="rekaan", since=ON, by="uji", **given)


def test_scored_families_stand_beside_the_criteria(places):
    card = brought()
    told = {fact_name(card.key, "q1"): "B", fact_name(card.key, "q2"): "B"}
    home, other = make_kitchen(places.melati, POOR | told), make_kitchen(places.melati, POOR)
    half = make_kitchen(places.melati, {fact_name(card.key, "q1"): "A"})
    classifications.classify_area(path=places.kabupaten.path, on=ON, by="uji")
    assert score_cards.classify_ppi(card=card, path=places.kabupaten.path, on=ON, by="uji") == 1
    [(_card, standing)] = verdicts.likelihoods(home.pk)
    assert standing.likelihood == 5.0
    assert verdicts.likelihoods(other.pk) == []
    [(_card, open_one)] = verdicts.likelihoods(half.pk)
    assert (open_one.label, open_one.likelihood) == ("answers_missing", None)
    assert figures.of_path(places.desa.path).poor == 2
    [told] = figures.likelihoods(places.desa.path)
    assert (told.title, told.line, told.count, told.mean) == ("Kartu Rekaan", "nl100", 1, 5.0)


def answered(card, first, second):
    return {fact_name(card.key, "q1"): first, fact_name(card.key, "q2"): second}


def score(card, place, on=ON):
    return score_cards.classify_ppi(card=card, path=place.path, on=on, by="uji")


def kept(card):
    return list(Classification.objects.filter(rule=card.key).order_by("id").values_list("household", "on", "score"))


def test_scoring_again_writes_only_what_is_news(places):
    card = brought()
    poor, better = (make_kitchen(places.melati, answered(card, *letters)) for letters in ("AA", "BB"))
    score(card, places.kabupaten)
    first = kept(card)
    assert first == [(poor.pk, ON, 10), (better.pk, ON, 100)]
    score(card, places.kabupaten, LATER)
    assert kept(card) == first, "nothing new was said"
    ask(poor, answered(card, "B", "A"))
    ask(better, answered(card, "B", "B"))
    score(card, places.kabupaten, LATER)
    assert kept(card) == [*first, (poor.pk, LATER, 70)]
    standing = {each.household_id: each for each in Standing.objects.filter(rule=card.key)}
    assert {pk: (each.likelihood, each.facts_on) for pk, each in standing.items()} == {
        poor.pk: (30.0, LATER),
        better.pk: (5.0, LATER),
    }
    assert standing[better.pk].verdict.on == ON, "the old verdict stands, on newer facts"
    assert checks.findings(on=LATER) == []


def test_one_household_scored_again_writes_only_what_is_news(places):
    card = brought()
    home = make_kitchen(places.melati, answered(card, "A", "A"))
    for _again in "12":
        assert score_cards.classify_household(card=card, household=home.pk, on=ON, by="uji") == "likelihood"
    assert len(kept(card)) == 1


def test_who_no_longer_lives_there_stands_no_more(places):
    card = brought()
    home = make_kitchen(places.melati, answered(card, "A", "A"))
    score(card, places.kabupaten)
    Household.objects.filter(pk=home.pk).update(until=LATER)
    assert score(card, places.kabupaten, LATER) == 0
    assert not Standing.objects.filter(rule=card.key).exists()
    assert not PovertyTally.objects.filter(rule=card.key).exists()
    assert len(kept(card)) == 1


def test_two_cards_stand_side_by_side_and_are_never_mixed(places):
    cards = [brought("Kartu Pertama"), brought("Kartu Kedua", lookup=LOOKUP.replace(b"10,80", b"10,60"))]
    homes = [
        make_kitchen(places.melati, answered(cards[0], "A", "A") | answered(cards[1], "A", "A")) for _each in "123"
    ]
    make_kitchen(places.mawar, answered(cards[1], "B", "B"))
    score_cards.classify_area(path=places.kabupaten.path, on=ON, by="uji")
    told = [(each.title, each.line, each.count, each.mean) for each in figures.likelihoods(places.desa.path)]
    assert told == [("Kartu Kedua", "nl100", 4, 46.25), ("Kartu Pertama", "nl100", 3, 80.0)]
    said = {each.title: each.likelihood for each in verdicts.scored(homes[0].pk)}
    assert said == {"Kartu Pertama": 80.0, "Kartu Kedua": 60.0}


def test_a_card_is_brought_once_and_read_on_a_line_it_has(places):
    brought()
    with pytest.raises(Problem, match="poverty.card_known"):
        brought()
    with pytest.raises(Problem, match="poverty.card_line_unknown"):
        brought("Lain", line="ppp999")
    assert ScoreCard.objects.count() == 1


@pytest.mark.shared
def test_every_published_case(places, shared_data):
    """The worked cases beside the published card, on every line."""
    folder = shared_data / "ppi_indonesia"
    card, lookup = (
        (folder / name).read_bytes() for name in ("scorecard_2023_susenas2022.csv", "lookup_ppiIDN2023.csv")
    )
    cases = list(csv.DictReader(io.StringIO((folder / "worked_cases_2023.csv").read_text())))
    lines = [name.removeprefix("likelihood_") for name in cases[0] if name.startswith("likelihood_")]
    names = dict(zip(card.decode("utf-8-sig").splitlines()[0].split(",")[3:], lines, strict=True))
    for line in lines:
        kept = score_cards.bring(
            card=card, lookup=lookup, title=f"PPI {line}", source="IPA", line=line, names=names,
            since=date(2023, 1, 1), by="uji",
        )  # fmt: skip
        held = scoring(kept)
        for case in cases:
            told = held.judge({fact_name(kept.key, f"q{n}"): case[f"q{n}"] for n in range(1, 11)})
            assert told.score == int(case[f"score_{line}"])
            assert round(float(told.likelihood), 4) == float(case[f"likelihood_{line}"])
