"""The pages of the year: the next thing first, forms that come back filled, small on the wire at every size."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rooms.conftest import make_area, make_user
from years import DEMO, KUKAR, adopted, client_of

from rukun.accounts.models import Role
from rukun.accounts.permissions import today
from rukun.facilitation.actions import steps
from rukun.facilitation.models import Gathering, Programme, Promise, ReadinessTry, StepState, Visit
from rukun.parameters.files import shipped
from rukun.walls import scope


def ago(days: int):
    return today() - timedelta(days=days)


@pytest.fixture
def programme(places):
    """Begun thirty days ago: the sosialisasi is late, the map is due in five days."""
    return adopted(places, first=ago(30), past_is_meant=True)


@pytest.fixture
def helper(places):
    return make_user("pendamping-uji", Role.PENDAMPING, places.desa)


@pytest.fixture
def dpmd(places):
    return make_user("dpmd-uji", Role.DPMD, places.kabupaten)


def at(name, *args):
    return reverse(f"facilitation:{name}", args=args)


def get(user, url):
    with scope.within([]):
        return client_of(user).get(url)


def post(user, url, **told):
    with scope.within([]):
        return client_of(user).post(url, told)


def text(answer) -> str:
    return answer.content.decode()


def test_the_next_thing_of_an_rt_stands_first(places, cast, programme):
    page = text(get(cast.rt_head, at("steps", places.melati.pk)))
    assert page.index('id="berikutnya">Sosialisasi kepada warga') < page.index("Langkah berikutnya")
    assert "Tenggatnya sudah lewat." in page
    assert at("gatherings", places.melati.pk) in page
    steps.finish(
        rt_id=places.melati.pk, path=places.melati.path, year=programme.year, step="sosialisasi", on=today(), by="uji"
    )
    page = text(get(cast.rt_head, at("steps", places.melati.pk)))
    assert 'id="berikutnya">Pelatihan pengurus RT' in page
    assert "1 dari 12" in page


def test_without_a_juknis_the_page_says_who_can_help(places, cast, dpmd):
    assert "setelah DPMD menetapkannya" in text(get(cast.rt_head, at("steps", places.melati.pk)))
    above = text(get(dpmd, at("steps", places.kabupaten.pk)))
    assert at("adopt") in above
    assert "Warganya belum tercatat" in above


def test_when_all_is_done_there_is_thanks_and_no_button(places, cast, programme):
    for step in programme.juknis.steps:
        steps.finish(
            rt_id=places.melati.pk, path=places.melati.path, year=programme.year, step=step.mark, on=today(), by="uji"
        )
    page = text(get(cast.rt_head, at("steps", places.melati.pk)))
    assert "Semua langkah tahun ini selesai." in page
    assert "12 dari 12" in page


def test_home_leads_to_the_highest_place(places, cast, programme):
    assert get(cast.rt_head, at("home"))["Location"] == at("steps", places.melati.pk)
    assert get(cast.dinsos, at("home"))["Location"] == at("steps", places.kabupaten.pk)


def test_above_the_rt_the_one_that_wants_help_most_stands_first(places, cast, programme):
    page = text(get(cast.kecamatan_officer, at("steps", places.kecamatan.pk)))
    assert "RT 003 Melati paling perlu dibantu" in page
    assert "2 RT perlu dibantu" in page
    assert "0 dari 2" in page
    assert at("steps", places.kenanga.pk) not in page


def test_a_desa_of_many_rts_stays_small_and_asks_little(places, cast, programme):
    for number in range(10, 80):
        make_area("rt", places.desa, f"RT {number:03d} Rekaan", number=f"{number:03d}")
    client = client_of(cast.kecamatan_officer)
    for url in (at("steps", places.desa.pk), at("mine")):
        with scope.within([]), CaptureQueriesContext(connection) as asked:
            page = client.get(url)
        assert page.status_code == 200
        assert asks(asked) <= 12
        assert len(page.content) < 60_000
        assert "Halaman 1 dari 3" in text(page)


def asks(captured) -> int:
    """Questions to the database, without the marks of transactions."""
    return sum(not each["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT")) for each in captured)


@pytest.mark.parametrize("name", ["steps", "gatherings", "visits", "quiz", "quiz_result"])
def test_an_rt_page_asks_little(places, cast, programme, name):
    client = client_of(cast.rt_head)
    with scope.within([]), CaptureQueriesContext(connection) as asked:
        assert client.get(at(name, places.melati.pk)).status_code == 200
    assert asks(asked) <= 13


def test_a_step_of_no_room_is_ticked_and_opened_again(places, cast, programme):
    url = at("step", places.melati.pk, "papan")
    assert post(cast.rt_head, url, note="Di pos ronda").status_code == 302
    held = StepState.objects.get(rt=places.melati)
    assert (held.done_on, held.note) == (today(), "Di pos ronda")
    assert "Buka lagi langkah ini" in text(get(cast.rt_head, url))
    assert post(cast.rt_head, url).status_code == 302
    assert StepState.objects.get(rt=places.melati).done_on is None


@pytest.mark.parametrize("key", ["musyawarah", "langit", "desa"])
def test_only_a_step_of_no_room_is_ticked_by_hand(places, cast, programme, key):
    assert get(cast.rt_head, at("step", places.melati.pk, key)).status_code == 404


GATHERING = {"kind": "sosialisasi", "place": "Pos «ronda» ꦲꦏ", "topic": "Aturan “baru”", "women": "6", "men": "4"}


def test_a_gathering_is_recorded_and_read(places, cast, programme):
    url = at("gathering_new", places.melati.pk)
    assert post(cast.rt_head, url, **GATHERING, on=str(ago(1))).status_code == 302
    held = Gathering.objects.get()
    page = text(get(cast.rt_head, at("gathering", held.pk)))
    assert "10 orang: 6 perempuan, 4 laki-laki" in page
    assert "ꦲꦏ" in page
    assert "Aturan “baru”" in text(get(cast.rt_head, at("gatherings", places.melati.pk)))


@pytest.mark.parametrize(
    ("changes", "letter"),
    [
        ({"women": "0", "men": "0"}, "Belum ada yang hadir."),
        ({"poor": "11"}, "lebih banyak daripada yang hadir"),
        ({"on": "2099-01-01"}, "belum tiba"),
    ],
)
def test_a_gathering_that_cannot_be_comes_back_filled(places, cast, programme, changes, letter):
    told = GATHERING | {"on": str(ago(1))} | changes
    answer = post(cast.rt_head, at("gathering_new", places.melati.pk), **told)
    assert answer.status_code == 422
    assert letter in text(answer)
    assert "Pos «ronda» ꦲꦏ" in text(answer)
    assert not Gathering.objects.exists()


def test_a_desa_ticks_the_rts_that_took_part(places, cast, programme):
    told = GATHERING | {"on": str(ago(1)), "rts": [places.melati.pk]}
    assert post(cast.desa_operator, at("gathering_new", places.desa.pk), **told).status_code == 302
    assert list(StepState.objects.values_list("rt_id", flat=True)) == [places.melati.pk]
    held = Gathering.objects.get()
    seen = text(get(cast.rt_head, at("gatherings", places.melati.pk)))
    assert "Aturan “baru”" in seen
    assert at("gathering", held.pk) not in seen
    other = told | {"rts": [places.kenanga.pk]}
    assert post(cast.desa_operator, at("gathering_new", places.desa.pk), **other).status_code == 422


def test_a_gathering_is_set_right_and_scored(places, cast, programme):
    post(cast.rt_head, at("gathering_new", places.melati.pk), **GATHERING, on=str(ago(1)))
    held = Gathering.objects.get()
    told = {name: GATHERING[name] for name in ("place", "topic", "women")} | {"men": "9", "on": str(ago(2))}
    assert post(cast.rt_head, at("gathering_edit", held.pk), **told).status_code == 302
    assert Gathering.objects.get().men == 9
    scores = {"of": "10"} | {f"right_{n}": "2" for n in range(1, 6)}
    assert post(cast.rt_head, at("scores_before", held.pk), **scores).status_code == 302
    assert post(cast.rt_head, at("scores_after", held.pk), **scores | {"of": "16"}).status_code == 422
    assert post(cast.rt_head, at("scores_after", held.pk), **scores | {"right_3": "8"}).status_code == 302
    page = text(get(cast.rt_head, at("gathering", held.pk)))
    assert "Pemahaman naik dari 20" in page
    assert "10 dari 50 benar" in page


def test_a_visit_with_its_promise_and_the_answer(places, cast, helper, programme):
    told = {"on": str(ago(3)), "found": "Kertas habis", "text": "Bawa kertas", "owes": "helper", "due": str(ago(1))}
    assert post(helper, at("visit_new", places.melati.pk), **told).status_code == 302
    promise = Promise.objects.get()
    mine = text(get(helper, at("mine")))
    assert "Bawa kertas" in mine
    assert "lewat tenggat" in mine
    assert "1 janji terbuka" in text(get(cast.rt_head, at("steps", places.melati.pk)))
    assert post(cast.rt_head, at("promise", promise.pk), kept="no", note="Belum datang").status_code == 302
    assert "Tidak ada janji yang terbuka." in text(get(helper, at("mine")))
    assert "(tidak ditepati)" in text(get(cast.rt_head, at("visit", promise.visit_id)))
    assert Visit.objects.get().who == helper.name


@pytest.mark.parametrize(
    ("changes", "letter"),
    [
        ({"due": str(ago(9))}, "mendahului kunjungannya"),
        ({"due": ""}, "Janji ini belum lengkap"),
        ({"on": "2099-01-01", "due": "2099-02-01"}, "belum tiba"),
        ({"on": "kemarin"}, "Kertas habis"),
    ],
)
def test_a_visit_that_cannot_be_comes_back_filled(places, helper, programme, changes, letter):
    told = {"on": str(ago(3)), "found": "Kertas habis", "text": "Bawa", "owes": "helper", "due": str(today())} | changes
    answer = post(helper, at("visit_new", places.melati.pk), **told)
    assert answer.status_code == 422
    assert letter in text(answer)
    assert "Kertas habis" in text(answer)
    assert not Visit.objects.exists()


def quiz(programme, *wrong):
    questions = programme.juknis.readiness.questions
    return {f"answer_{n}": str((each.right + 1) % 3 if n in wrong else each.right) for n, each in enumerate(questions)}


def test_the_quiz_tells_the_reason_and_article_of_what_was_wrong(places, cast, programme):
    url = at("quiz", places.melati.pk)
    assert post(cast.rt_head, url, **quiz(programme, 0, 2)).status_code == 302
    page = text(get(cast.rt_head, at("quiz_result", places.melati.pk)))
    assert "3 dari 5 benar. Perlu 4." in page
    assert "Kuorum menjaga" in page
    assert "Pasal 14 ayat 2" in page
    assert "Pasal 14 ayat 3" not in page
    assert post(cast.rt_head, url, **quiz(programme)).status_code == 302
    assert "RT ini siap mengusulkan" in text(get(cast.rt_head, at("quiz_result", places.melati.pk)))


def test_a_quiz_half_answered_comes_back_with_what_was_answered(places, cast, programme):
    told = quiz(programme)
    told.pop("answer_4")
    answer = post(cast.rt_head, at("quiz", places.melati.pk), **told)
    assert answer.status_code == 422
    assert text(answer).count(" checked") == 4
    assert not ReadinessTry.objects.exists()


def test_no_quiz_is_no_dead_end(places, cast):
    assert "setelah DPMD menetapkannya" in text(get(cast.rt_head, at("quiz", places.melati.pk)))
    adopted(places, key=KUKAR, first=ago(5), past_is_meant=True)
    assert "tidak punya kuis" in text(get(cast.rt_head, at("quiz", places.melati.pk)))
    assert "Kuis belum dikerjakan." in text(get(cast.rt_head, at("quiz_result", places.melati.pk)))


def adopt(dpmd, **changes):
    told = {"shipped": KUKAR, "since": str(today()), "basis": "SK uji"} | changes
    return post(dpmd, at("adopt"), **told)


def test_a_shipped_juknis_is_adopted_and_says_what_it_does_not_know(places, cast, dpmd):
    assert adopt(dpmd).status_code == 302
    held = Programme.objects.get()
    page = text(get(dpmd, at("programme", held.pk)))
    assert "Berapa persen rumah tangga harus hadir dalam musyawarah?" in page
    assert "kaltim.jpnn.com" in page
    assert "Rp150.000.000" in page
    fill = f"{at('fill', held.pk)}?apa=meeting.quorum"
    assert post(dpmd, fill, value="50,5", source="Pasal 9", since=str(today())).status_code == 302
    newest = Programme.objects.order_by("pk").last()
    assert newest.juknis.meeting.quorum == "50.5"
    assert "Buka versi terbaru" in text(get(dpmd, at("programme", held.pk)))
    assert "paling sedikit 50,5" in text(get(cast.rt_head, at("rules")))


FILLS = [
    ("ceiling", {"value": "120.000.000"}, 120_000_000),
    ("clusters.sosial.limit", {"least": "30", "most": "60"}, ("30", "60")),
    ("choosing.ways", {"value": ["approval", "usg"]}, ("approval", "usg")),
    ("choosing.unit", {"value": "adult"}, "adult"),
    ("answers.desa", {"value": "14"}, 14),
    ("steps.musyawarah.until", {"value": "2099-05-01"}, "2099-05-01"),
]


@pytest.mark.parametrize(("path", "told", "value"), FILLS, ids=[row[0] for row in FILLS])
def test_every_kind_of_value_can_be_filled_in(places, dpmd, path, told, value):
    held = adopted(places, key=KUKAR, first=ago(1))
    answer = post(dpmd, f"{at('fill', held.pk)}?apa={path}", **told, source="SK 4", since=str(today()))
    assert answer.status_code == 302
    juknis = Programme.objects.order_by("pk").last().juknis
    assert [each.path for each in juknis.filled] == [path]
    found = {
        "ceiling": juknis.ceiling,
        "clusters.sosial.limit": (juknis.cluster("sosial").limit.at_least, juknis.cluster("sosial").limit.at_most),
        "choosing.ways": juknis.choosing.ways,
        "choosing.unit": juknis.choosing.unit,
        "answers.desa": juknis.answers.desa,
        "steps.musyawarah.until": str(juknis.step("meeting").until),
    }
    assert found[path] == value


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("meeting.quorum", {"value": "150"}),
        ("meeting.quorum", {"value": "separuh"}),
        ("clusters.sosial.limit", {"least": "60", "most": "40"}),
        ("answers.desa", {"value": "0"}),
        ("choosing.unit", {"value": "raja"}),
        ("steps.musyawarah.until", {"value": "2020-01-01"}),
        ("langit", {"value": "1"}),
    ],
)
def test_what_cannot_be_filled_in_is_told_and_the_source_stays(places, dpmd, path, told):
    held = adopted(places, key=KUKAR, first=ago(1))
    answer = post(dpmd, f"{at('fill', held.pk)}?apa={path}", **told, source="SK keempat", since=str(today()))
    assert answer.status_code == 422
    assert path == "langit" or "SK keempat" in text(answer)
    assert Programme.objects.count() == 1


def test_a_deadline_in_the_past_is_asked_about_and_then_kept(places, dpmd):
    held = adopted(places, key=KUKAR, first=ago(1))
    fill = f"{at('fill', held.pk)}?apa=steps.musyawarah.until"
    told = {"value": "2020-01-01", "source": "SK 4", "since": str(today())}
    assert "past_is_meant" not in text(get(dpmd, fill))
    assert "past_is_meant" in text(post(dpmd, fill, **told))
    assert post(dpmd, fill, **told, past_is_meant="on").status_code == 302


def file(content: str, name: str = "juknis-kami.yaml") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode(), "text/yaml")


def test_ones_own_file_is_adopted(places, dpmd):
    answer = adopt(dpmd, shipped="own", file=file(shipped(DEMO)))
    assert answer.status_code == 302
    assert Programme.objects.get().key == "dibawa/juknis_kami"


def test_a_file_with_a_fault_gets_its_letter_and_is_not_lost(places, dpmd):
    wrong = shipped(DEMO).replace("needed: 4", "needed: 9")
    answer = adopt(dpmd, shipped="own", file=file(wrong))
    assert answer.status_code == 422
    assert "Kuis meminta 9 jawaban benar" in text(answer)
    assert "juknis-kami.yaml masih ada di halaman ini" in text(answer)
    again = adopt(dpmd, shipped="own", brought=shipped(DEMO), brought_name="juknis-kami.yaml")
    assert again.status_code == 302


@pytest.mark.parametrize("content", ["{", "bukan juknis", "[" * 3000])
def test_what_is_no_juknis_gets_a_letter(places, dpmd, content):
    answer = adopt(dpmd, shipped="own", file=file(content))
    assert answer.status_code == 422
    assert 'class="letter"' in text(answer)


def test_a_file_that_is_no_text_and_no_file_at_all_are_told(places, dpmd):
    binary = SimpleUploadedFile("juknis.yaml", b"\xff\xfe\x00", "text/yaml")
    assert "bukan tulisan biasa" in text(adopt(dpmd, shipped="own", file=binary))
    assert "Pilih berkasnya" in text(adopt(dpmd, shipped="own"))
    assert adopt(dpmd, shipped="").status_code == 422
    assert not Programme.objects.exists()


def test_the_demo_adopted_late_asks_whether_its_past_is_meant(places, dpmd):
    told = {"shipped": DEMO, "since": str(ago(60))}
    answer = adopt(dpmd, **told)
    assert answer.status_code == 422
    assert "past_is_meant" in text(answer)
    assert adopt(dpmd, **told, past_is_meant="on").status_code == 302
