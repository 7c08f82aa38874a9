"""Statements are kept as spoken, never changed, withdrawn with a reason; whose voice is missing is known before."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import Error, transaction
from gatherings import ON, SAID, YEAR, home, plant, say, settle
from hypothesis import given
from hypothesis import strategies as st

from rukun.audit.models import Line
from rukun.facilitation.models import StepState
from rukun.kit.problems import Problem
from rukun.needs.actions import spoken, statements
from rukun.needs.models import Grouping, Statement, Withdrawal
from rukun.needs.queries import voices

REFUSED = {
    "NIK saya 6402905708800001": "needs.number_in_words",
    "NIK 6402 9057 0880 0001 ya": "needs.number_in_words",
    "nomor 6402.905708.800001": "needs.number_in_words",
    "رقم ٦٤٠٢٩٠٥٧٠٨٨٠٠٠٠١": "needs.number_in_words",
    "hubungi 0812-3456-7890": "needs.phone_in_words",
    "wa +62 812 3456 7890": "needs.phone_in_words",
    "telepon 0541 123456 7": "needs.phone_in_words",
    "   ": "needs.no_words",
    "a" * 1001: "needs.words_too_long",
}
WELCOME = (
    'Pak "Haji" bilang: jalan\'a rusak <b>parah</b>',
    "ᬳᬶᬂ ᬧᬲᬃ ᬳᬶᬓᬶ ᬤᬮᬦ᭄ ᬉᬲᬓ᭄",
    "الماء عكر عند المطر",
    "Biaya Rp1.500.000.000 untuk 120 rumah di 2026",
    "Banjir 2019, 2020, 2021, 2022",
)


@pytest.mark.parametrize("words", REFUSED, ids=lambda words: words[:20])
def test_words_that_point_at_a_person_or_say_nothing_are_refused(places, words):
    with pytest.raises(Problem) as refused:
        say(places.melati, words)
    assert refused.value.code == REFUSED[words]
    assert not Statement.objects.exists()


@pytest.mark.parametrize("words", WELCOME, ids=lambda words: words[:12])
def test_words_of_any_script_are_kept_as_spoken(places, words):
    assert Statement.objects.get(pk=say(places.melati, words).pk).words == words


@given(st.text(st.characters(exclude_categories=["Cs", "Nd", "Cc"]), min_size=1).filter(str.strip))
def test_words_without_digits_are_never_taken_for_a_number(words):
    assert spoken.safe(words, limit=10_000).strip()


@given(st.text("0123456789", min_size=16, max_size=16), st.sampled_from(["", " ", ".", "-"]))
def test_sixteen_digits_are_found_however_they_are_parted(digits, gap):
    with pytest.raises(Problem) as refused:
        spoken.safe("nomornya " + gap.join(digits) + ".", limit=1000)
    assert refused.value.code == "needs.number_in_words"


def test_the_first_statement_begins_the_step(places):
    say(places.melati), say(places.melati)
    (state,) = StepState.objects.all()
    assert (state.step, state.year, state.begun_on, state.done_on) == ("needs", YEAR, ON, None)


def test_a_day_that_has_not_come_is_refused(places):
    with pytest.raises(Problem) as refused:
        say(places.melati, on=ON + timedelta(days=1))
    assert refused.value.code == "needs.day_in_future"


def test_a_kept_statement_cannot_be_changed_not_even_by_code(places):
    kept = say(places.melati)
    with pytest.raises(Error), transaction.atomic():
        Statement.objects.filter(pk=kept.pk).update(words="lain")
    with pytest.raises(Error), transaction.atomic():
        Statement.objects.filter(pk=kept.pk)._raw_delete("default")


def test_a_correction_is_a_newer_statement_in_the_same_group(places):
    first, (problem, _core) = say(places.melati), plant(places.melati)
    statements.group(statement=first, problem=problem, by="uji")
    newer = statements.correct(
        statement=first, said=SAID | {"words": "Air keruh dan bau"}, because="Kurang lengkap", on=ON, by="uji"
    )
    assert list(voices.counting(places.melati.path, YEAR)) == [newer]
    assert voices.of_problem(problem.pk) == [newer]
    assert Withdrawal.objects.get(statement=first).instead == newer


def test_a_withdrawn_statement_counts_no_more_and_is_withdrawn_once(places):
    kept, (problem, _core) = say(places.melati), plant(places.melati)
    statements.group(statement=kept, problem=problem, by="uji")
    statements.withdraw(statement=kept, because="Tercatat dua kali", on=ON, by="uji")
    assert not voices.counting(places.melati.path, YEAR).exists()
    assert not Grouping.objects.exists() and Statement.objects.filter(pk=kept.pk).exists()
    with pytest.raises(Problem) as refused:
        statements.withdraw(statement=kept, because="Lagi", on=ON, by="uji")
    assert refused.value.code == "needs.already_withdrawn"


def test_a_statement_joins_only_problems_of_its_rt_and_year(places):
    kept, (elsewhere, _core) = say(places.melati), plant(places.mawar)
    with pytest.raises(Problem) as refused:
        statements.group(statement=kept, problem=elsewhere, by="uji")
    assert refused.value.code == "needs.other_year"
    own = statements.group_anew(statement=kept, words="Air keruh", theme="water", on=ON, by="uji")
    assert voices.group_of(kept.pk) == own.pk
    statements.group(statement=kept, problem=None, by="uji")
    assert voices.group_of(kept.pk) is None


def test_the_log_holds_no_words_of_people(places):
    say(places.melati, "Tetangga saya sakit")
    assert not Line.objects.filter(details__icontains="Tetangga").exists()
    assert Line.objects.filter(verb="needs.statement_kept").count() == 1


def codes(rt):
    return {each.code: each.present for each in voices.missing(rt.path, YEAR)}


def test_who_lives_here_and_was_not_heard_is_missing(places):
    for born in (1950, 1956, 1966):
        settle(places.melati, "female", born)
    settle(places.melati, "male", 1990)
    settle(places.melati, "male", 2010, "physical")
    found = codes(places.melati)
    assert found == {"female": 3, "male": 2, "child": 1, "elderly": 3, "disability": 1, "poor": None}
    say(places.melati, sex="female", age="elderly")
    assert codes(places.melati) == {"male": 2, "child": 1, "disability": 1, "poor": None}
    statements.withdraw(statement=voices.counting(places.melati.path, YEAR)[0], because="Salah", on=ON, by="uji")
    assert codes(places.melati) == found


def test_an_empty_register_cannot_say_how_many(places):
    assert set(codes(places.melati).values()) == {None}


def test_another_year_is_heard_anew(places):
    settle(places.melati, "female", 1950)
    statements.keep(**home(places.melati) | {"year": YEAR - 1}, said=SAID | {"sex": "female", "age": "elderly"})
    assert {"female", "elderly"} <= set(codes(places.melati))


def test_heard_counts_each_kind_of_voice(places):
    say(places.melati, sex="female", age="young")
    say(places.melati, sex="female")
    assert voices.heard(places.melati.path, YEAR) == {("sex", "female"): 2, ("age", "young"): 1}
