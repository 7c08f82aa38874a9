"""A card of the user: every published case comes out as published, standing beside the criteria and never in them."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from kitchens import ON, POOR, make_kitchen

from rukun.kit.problems import Problem
from rukun.poverty.actions import classifications, score_cards
from rukun.poverty.facts.cards import fact_name, scoring
from rukun.poverty.models import ScoreCard, Standing
from rukun.poverty.queries import figures, verdicts

CARD = b"no,indicator,response,National Poverty Line\n1,Atap?,A. Rumbia,0\n1,Atap?,B. Genteng,60\n2,Lantai?,A. Tanah,10\n2,Lantai?,B. Semen,40\n"
LOOKUP = b"score,nl100\n10,80\n50,45\n70,30\n100,5\n"


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
    found = figures.of_path(places.desa.path)
    assert (found.likelihood, found.likelihood_count, found.poor) == (5.0, 1, 2)


def test_scoring_again_replaces_and_never_doubles(places):
    card = brought()
    told = {fact_name(card.key, "q1"): "A", fact_name(card.key, "q2"): "A"}
    make_kitchen(places.melati, told)
    for _again in range(2):
        score_cards.classify_ppi(card=card, path=places.kabupaten.path, on=ON, by="uji")
    assert Standing.objects.filter(rule=card.key).count() == 1
    assert figures.of_path(places.kabupaten.path).likelihood == 80.0


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
