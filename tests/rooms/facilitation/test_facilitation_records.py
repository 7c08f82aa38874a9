"""Gatherings, visits, promises and the quiz: kept, refused by letter, and moving the steps of the RT."""

from __future__ import annotations

import pytest
from years import FIRST, adopted, day

from rukun.audit.models import Line
from rukun.facilitation.actions import gatherings, readiness, visits
from rukun.facilitation.models import Gathering, Promise, ReadinessTry, StepState
from rukun.facilitation.problems import CATALOGUE
from rukun.facilitation.queries import gatherings as gathering_queries
from rukun.facilitation.queries import readiness as readiness_queries
from rukun.facilitation.queries import visits as visit_queries
from rukun.facilitation.types import Score, Sitting
from rukun.facilitation.words import change_words
from rukun.kit.problems import Problem, letter

TODAY = day(20)


def refused(act, *args, **told) -> str:
    with pytest.raises(Problem) as caught:
        act(*args, **told)
    letter(caught.value, CATALOGUE, strict=True)
    return caught.value.code


def gathered(area, *rts, **changes) -> Gathering:
    told = {"kind": "sosialisasi", "on": day(5), "today": TODAY, "place": "Pos ronda", "topic": "Aturan", "by": "uji"}
    told |= {"material": "", "women": 6, "men": 4, "poor": 3, "disability": None}
    joined = {rt.pk: rt.path for rt in rts or (area,)}
    return gatherings.record(area_id=area.pk, path=area.path, rts=joined, **told | changes)


def done():
    return set(StepState.objects.filter(done_on__isnull=False).values_list("rt_id", "step"))


def test_a_sosialisasi_finishes_the_step_of_every_rt_that_took_part(places):
    gathered(places.desa, places.melati, places.mawar)
    assert done() == {(places.melati.pk, "sosialisasi"), (places.mawar.pk, "sosialisasi")}


def test_officers_trained_is_a_step_done_residents_trained_a_step_begun(places):
    gathered(places.melati, kind="residents_training")
    assert done() == set()
    gathered(places.melati, kind="officers_training")
    assert done() == {(places.melati.pk, "training")}


def test_an_rt_sees_its_own_gatherings_and_those_above_in_which_it_took_part(places):
    own = gathered(places.melati, on=day(3))
    joint = gathered(places.desa, places.melati, on=day(4))
    gathered(places.desa, places.mawar), gathered(places.mawar)
    assert list(gathering_queries.of_rt(places.melati.path, 2026)) == [joint, own]
    assert gathering_queries.under(places.desa.path, 2026).count() == 4


REFUSED = [
    ("facilitation.not_yet", {"on": day(21)}),
    ("facilitation.nobody_came", {"women": 0, "men": 0}),
    ("facilitation.more_than_came", {"poor": 11}),
    ("facilitation.more_than_came", {"disability": 11}),
]


@pytest.mark.parametrize(("code", "told"), REFUSED, ids=[f"{row[0]}-{n}" for n, row in enumerate(REFUSED)])
def test_what_cannot_have_been_is_refused(places, code, told):
    assert refused(gathered, places.melati, **told) == code
    held = gathered(places.melati)
    rest = {
        "place": "Balai",
        "topic": "x",
        "material": "",
        "women": 6,
        "men": 4,
        "on": day(5),
        "today": TODAY,
        "by": "uji",
    }
    assert refused(gatherings.correct, gathering=held, rts={}, **rest | told) == code


def test_the_questions_of_the_juknis_are_asked_before_and_after(places):
    adopted(places)
    held = gathered(places.melati)
    texts = [each.text for each in held.questions.all()]
    assert (len(texts), texts[0]) == (5, "Untuk apa uang RT boleh dipakai?")
    gatherings.score(gathering=held, sitting=Sitting.BEFORE, of=10, right=[2, 1, 0, 4, 3], by="uji")
    gatherings.score(gathering=held, sitting=Sitting.AFTER, of=8, right=[8, 8, 8, 8, 0], by="uji")
    questions = held.questions.all()
    assert gathering_queries.score(questions, "before") == Score(10, 50)
    assert gathering_queries.score(questions[:1], "after") == Score(8, 8)
    assert gathering_queries.asked(questions, Sitting.AFTER) == 8


def test_more_right_than_answered_or_answered_than_came_is_refused(places):
    adopted(places)
    held = gathered(places.melati)
    told = {"gathering": held, "sitting": Sitting.BEFORE, "by": "uji"}
    assert refused(gatherings.score, **told, of=11, right=[0] * 5) == "facilitation.more_answered"
    assert refused(gatherings.score, **told, of=5, right=[0, 0, 6, 0, 0]) == "facilitation.more_right"
    assert gathering_queries.score(held.questions.all(), "before") is None


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        (None, Score(1, 2), "dua kali"),
        (Score(1, 5), Score(4, 5), "naik dari 20"),
        (Score(4, 5), Score(1, 5), "turun dari 80"),
        (Score(4, 5), Score(8, 10), "tetap"),
        (Score(0, 5), Score(0, 5), "tetap"),
    ],
)
def test_what_two_sittings_say(before, after, word):
    assert word in change_words(before, after)


def visited(places, **changes):
    told = {"on": day(5), "found": "Peta belum ada.", "who": "Dimas Khayal", "today": TODAY, "by": "uji"}
    return visits.record(rt_id=places.melati.pk, path=places.melati.path, **told | changes)


PROMISE = {"text": "Membawa kertas", "owes": "helper", "due": day(8)}


def test_a_promise_is_open_until_somebody_says_whether_it_was_kept(places):
    visit = visited(places, promises=[PROMISE])
    [promise] = visit_queries.open_promises([places.desa.path])
    assert [visit_queries.is_overdue(promise, on) for on in (day(8), day(9))] == [False, True]
    visits.answer(promise=promise, kept=False, note="Kertas habis.", on=day(9), by="uji")
    assert not visit_queries.is_overdue(Promise.objects.get(), day(9))
    assert list(visit_queries.open_promises([places.desa.path])) == []
    [told] = visit_queries.under(places.melati.path)
    assert (told, told.open, told.kept, told.broken) == (visit, 0, 0, 1)


def test_promises_are_shown_first_due_first_and_only_of_ones_areas(places):
    visit = visited(places, promises=[PROMISE | {"due": day(12)}, PROMISE])
    assert [each.due for each in visit_queries.open_promises([places.melati.path])] == [day(8), day(12)]
    assert not visit_queries.open_promises([places.mawar.path]).exists()
    assert not visit_queries.open_promises([]).exists()
    assert visit.promises.count() == 2


def test_nothing_is_promised_for_a_day_before_the_visit_nor_visited_tomorrow(places):
    assert refused(visited, places, promises=[PROMISE | {"due": day(4)}]) == "facilitation.due_before_visit"
    assert refused(visited, places, on=day(21)) == "facilitation.not_yet"
    assert visits.promise(visit=visited(places), **PROMISE | {"due": day(5)}, by="uji").kept is None


def test_the_log_holds_no_words_of_a_visit(places):
    visited(places, promises=[PROMISE])
    told = str(list(Line.objects.values_list("details", flat=True)))
    assert "Peta" not in told
    assert "kertas" not in told
    assert "Khayal" not in told


def taken(places, programme, answers, on=FIRST):
    rt = places.melati
    return readiness.take(rt_id=rt.pk, path=rt.path, programme=programme, answers=answers, on=on, by="uji")


def test_the_quiz_may_be_tried_again_and_passing_stays(places):
    programme = adopted(places)
    right = [each.right for each in programme.juknis.readiness.questions]
    taken(places, programme, [9] * 5)
    assert readiness_queries.passed(places.melati.path, 2026) is None
    assert done() == set()
    good = taken(places, programme, [9, *right[1:]], on=day(1))
    bad = taken(places, programme, [9] * 5, on=day(2))
    assert readiness_queries.passed(places.melati.path, 2026) == good
    assert readiness_queries.best(places.melati.path, 2026) == good
    assert readiness_queries.latest(places.melati.path, 2026) == bad
    assert done() == {(places.melati.pk, "readiness")}
    assert (good.right, good.needed, bad.right) == (4, 4, 0)
    assert readiness_queries.passed(places.mawar.path, 2026) is None
    assert readiness_queries.passed(places.melati.path, 2025) is None


def test_without_a_number_in_the_juknis_having_tried_is_enough(places):
    assert ReadinessTry(right=0, of=5, needed=None).is_passed
    assert not ReadinessTry(right=3, of=5, needed=4).is_passed


def test_half_a_quiz_and_no_quiz_are_told(places):
    programme = adopted(places)
    assert refused(taken, places, programme, [0, 1]) == "facilitation.unanswered"
    empty = adopted(places, key="juknis/kukar_rtku_2026")
    assert refused(taken, places, empty, []) == "facilitation.no_quiz"
    assert readiness_queries.is_wanted(2026, FIRST) is False
