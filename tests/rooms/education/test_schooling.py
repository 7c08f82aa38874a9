"""What is heard of a child's schooling: what belongs together, letters, and who may see whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from rukun.accounts.permissions import today
from rukun.audit.models import Line
from rukun.kit.problems import Problem
from rukun.people.models import Stay
from rukun.services.education.actions import schooling as actions
from rukun.services.education.models import Schooling
from rukun.services.education.queries import schooling
from rukun.territory import queries as territory

pytestmark = pytest.mark.django_db

OUT = {"state": "dropped", "level": "smp", "grade": 8, "reason": "cost"}


def tell(child, cast, known_on=None, **said):
    return actions.tell(person_id=child.pk, said=said, known_on=known_on or today(), on=today(), by=cast.kader)


def test_what_does_not_belong_to_a_state_is_left_out(child, cast):
    kept = tell(child, cast, state="in_school", level="smp", grade=8, reason="cost")
    assert (kept.reason, kept.level, kept.grade) == ("", "smp", 8)
    kept = tell(child, cast, state="never", level="smp", grade=8, reason="papers")
    assert (kept.reason, kept.level, kept.grade) == ("papers", "", None)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"state": "in_school"}, "level_missing"),
        ({"state": "at_risk", "reason": "cost"}, "level_missing"),
        ({"state": "dropped", "level": "smp"}, "reason_missing"),
        ({"state": "dropped", "level": "smp", "reason": "other", "words": "  "}, "reason_in_words"),
        ({"state": "in_school", "level": "smp", "grade": 2}, "grade_does_not_fit"),
        ({"state": "in_school", "level": "sd", "grade": 7}, "grade_does_not_fit"),
    ],
)
def test_letters_of_what_was_said(child, cast, said, code):
    with pytest.raises(Problem, match=code):
        tell(child, cast, **said)
    assert not Schooling.objects.exists()


def test_letters_of_the_day(child, cast):
    with pytest.raises(Problem, match="day_in_future"):
        tell(child, cast, today() + timedelta(days=1), **OUT)
    with pytest.raises(Problem, match="born_later"):
        tell(child, cast, date(2012, 1, 1), **OUT)
    Stay.objects.filter(person=child).update(until=date(2026, 2, 1), ended_by="died")
    with pytest.raises(Problem, match="died"):
        tell(child, cast, date(2026, 3, 1), **OUT)


def test_a_kader_writes_it_down_and_the_log_tells_nothing_of_the_child(child, as_, places):
    url = reverse("education:tell", args=[child.pk])
    typed = OUT | {"words": "Membantu di kebun", "known_on": today().isoformat()}
    wrong = as_("kader").post(url, typed | {"reason": ""})
    assert wrong.status_code == 422
    assert "Membantu di kebun" in wrong.content.decode()
    assert as_("kader").post(url, typed).url == reverse("education:child", args=[child.pk])
    line = Line.objects.get(verb="education.told")
    assert line.details == {"person": child.pk}
    page = as_("kader").get(reverse("education:child", args=[child.pk])).content.decode()
    assert "Putus sekolah" in page
    assert "SMP sederajat, kelas 8" in page
    title = page.partition("<title>")[2].partition("</title>")[0]
    assert "Edi" not in title
    assert "Putus" not in title


def test_many_at_once_leaves_the_known_and_the_skipped_alone(raise_child, cast, as_, places):
    first, second, third = (raise_child(f"Anak {n}") for n in ("Satu", "Dua", "Tiga"))
    tell(third, cast, **OUT)
    url = reverse("education:many", args=[places.melati.id])
    page = as_("kader").get(url).content.decode()
    assert "Anak Tiga" not in page
    as_("kader").post(url, {f"level_{first.pk}": "smp", f"level_{second.pk}": "", f"level_{third.pk}": "sd"})
    known = {each.person_id: each.state for each in Schooling.objects.order_by("id")}
    assert known == {third.pk: "dropped", first.pk: "in_school"}
    assert Line.objects.get(verb="education.told_many").details == {"count": 1}


def test_nobody_of_another_rt_is_told_of_by_the_way(raise_child, cast, places):
    far = raise_child("Jauh", rt=places.mawar)
    place = territory.place(places.melati.id, on=today())
    assert actions.at_school(place=place, levels={far.pk: "sd"}, on=today(), by=cast.kader) == 0
    assert not Schooling.objects.exists()


def test_the_list_of_an_rt_begins_with_who_is_out(raise_child, cast, as_, places):
    fine, out, unknown = (raise_child(f"Anak {n}") for n in ("Sekolah", "Putus", "Entah"))
    tell(fine, cast, state="in_school", level="smp")
    tell(out, cast, **OUT)
    page = as_("kader").get(reverse("education:area", args=[places.melati.id])).content.decode()
    assert page.index("Anak Putus") < page.index("Anak Entah") < page.index("Anak Sekolah")
    assert "1 anak belum ditindaklanjuti" in page
    assert unknown.pk


def test_the_school_office_lists_those_out_of_school_under_a_kecamatan(raise_child, cast, as_, places):
    near, far = raise_child("Anak Dekat"), raise_child("Anak Jauh", rt=places.mawar)
    tell(near, cast, **OUT)
    tell(far, cast, state="never", reason="distance")
    url = reverse("education:out", args=[places.kecamatan.id])
    page = as_("school_officer").get(url).content.decode()
    assert "Anak Dekat" in page
    assert "Anak Jauh" in page
    page = as_("school_officer").get(url + "?keadaan=never").content.decode()
    assert "Anak Dekat" not in page
    assert as_("school_officer").get(url + "?keadaan=rekaan").status_code == 200
    assert as_("dpo").get(url).status_code == 403
    assert list(schooling.reasons(places.kecamatan.path, on=today())) == [("cost", 1), ("distance", 1)]


def test_the_bar_leads_the_school_office_to_its_kecamatan(cast, as_, places):
    answer = as_("school_officer").get(reverse("education:home"))
    assert answer.url == reverse("education:area", args=[places.kecamatan.id])
    assert as_("dpo").get(reverse("education:home")).status_code == 403


def test_a_page_of_an_rt_asks_little_however_many_children(raise_child, as_, places, django_assert_max_num_queries):
    for number in range(15):
        raise_child(f"Anak {number}")
    client = as_("kader")
    with django_assert_max_num_queries(40) as asked:
        client.get(reverse("education:area", args=[places.melati.id]))
    own = [each["sql"] for each in asked.captured_queries if "education_" in each["sql"] or "people_" in each["sql"]]
    assert len(own) <= 12


def test_others_see_figures_without_small_numbers(raise_child, cast, as_, places):
    tell(raise_child("Anak Putus"), cast, **OUT)
    for pk in (places.melati.id, places.desa.id):
        page = as_("dpo").get(reverse("education:area", args=[pk])).content.decode()
        assert "Anak Putus" not in page
        assert "disembunyikan" in page
    assert (
        "disembunyikan"
        not in as_("desa_operator").get(reverse("education:area", args=[places.desa.id])).content.decode()
    )


def test_outside_ones_areas_there_is_nothing(child, as_):
    for name in ("child", "tell", "aid_new", "followup"):
        assert as_("mawar_head").get(reverse(f"education:{name}", args=[child.pk])).status_code == 404
        assert as_("health_worker").get(reverse(f"education:{name}", args=[child.pk])).status_code == 403
