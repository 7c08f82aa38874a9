"""A meeting on the screen: one next thing, nothing typed lost, little asked of line and database."""

from __future__ import annotations

import html
import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.rooms.musrenbang.meeting_ground import HALF, call, say, settle
from tests.rooms.poverty.kitchens import client_of

from rukun.musrenbang.actions import attendance, meetings
from rukun.musrenbang.models import Attendance, Meeting
from rukun.people.models import Stay
from rukun.walls import scope

pytestmark = pytest.mark.django_db


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def rahmat(cast):
    return client_of(cast.rt_head)


@pytest.fixture
def homes(places):
    return settle(places.melati, 4)


@pytest.fixture
def meeting(places, homes, today):
    return call(places.melati, day=today, on=today)


def url(name, *args):
    return reverse(f"musrenbang:{name}", args=args)


def text(answer):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())))


def visit(client, name, *args, **more):
    with scope.within([]):
        return client.get(url(name, *args), **more)


def send(client, name, *args, data=None, **more):
    with scope.within([]):
        return client.post(url(name, *args), data or {}, **more)


def test_an_empty_list_teaches_and_offers_one_button(rahmat, places):
    page = text(visit(rahmat, "meetings", places.melati.id))
    assert "Belum ada musyawarah yang diundang di sini." in page
    assert "Undang musyawarah" in page


def test_a_day_in_the_past_comes_back_with_a_letter_and_all_that_was_typed(rahmat, places, today):
    typed = {"day": today - timedelta(days=1), "place": 'Balai "Guyub" مسجد ᬩᬮᬶ', "agenda": "Satu\nDua"}
    answer = send(rahmat, "meeting_call", places.melati.id, data=typed)
    assert answer.status_code == 422
    assert "sudah lewat" in text(answer) and 'Balai "Guyub" مسجد ᬩᬮᬶ' in html.unescape(answer.content.decode())
    assert not Meeting.objects.exists()


def test_a_short_notice_asks_why(rahmat, places, today, monkeypatch):
    say(monkeypatch, HALF)
    typed = {"day": today, "place": "Balai", "agenda": ""}
    answer = send(rahmat, "meeting_call", places.melati.id, data=typed)
    assert answer.status_code == 422 and "Mengapa secepat itu?" in text(answer)
    answer = send(rahmat, "meeting_call", places.melati.id, data=typed | {"notice_reason": "Banjir"})
    assert answer.headers["Location"] == url("meeting", Meeting.objects.get().pk)


def test_the_page_leads_with_the_next_thing(rahmat, meeting, homes):
    assert "Berikutnya Catat siapa yang hadir" in text(visit(rahmat, "meeting", meeting.pk))
    send(rahmat, "meeting_attendance", meeting.pk, data={"p": [homes[0].pk, homes[1].pk], "dulu": ""})
    assert "Berikutnya Buka musyawarah" in text(visit(rahmat, "meeting", meeting.pk))
    send(rahmat, "meeting_open", meeting.pk, data={"agreed": "Semua setuju"})
    assert "Berikutnya Catat putusan" in text(visit(rahmat, "meeting", meeting.pk))
    send(rahmat, "meeting_decide", meeting.pk, data={"words": "Gali sumur"})
    assert "Berikutnya Sebut pemimpin dan penulis" in text(visit(rahmat, "meeting", meeting.pk))
    send(rahmat, "meeting_minutes", meeting.pk, data={"chair": "A", "writer": "B", "minutes": "", "revision": "0"})
    assert "Berikutnya Tutup musyawarah" in text(visit(rahmat, "meeting", meeting.pk))
    send(rahmat, "meeting_close", meeting.pk)
    page = text(visit(rahmat, "meeting", meeting.pk))
    assert "Berikutnya" not in page and "Siap dicetak dan ditandatangani." in page


def test_two_phones_add_to_one_another(rahmat, meeting, homes):
    a, b, c = (str(home.pk) for home in homes[:3])
    send(rahmat, "meeting_attendance", meeting.pk, data={"p": [a], "dulu": ""})
    send(rahmat, "meeting_attendance", meeting.pk, data={"p": [b], "l": [c], "dulu": ""})
    assert Attendance.objects.count() == 3
    send(rahmat, "meeting_attendance", meeting.pk, data={"p": [b], "dulu": f"p{a} p{b}"})
    assert set(Attendance.objects.values_list("household", flat=True)) == {int(b), int(c)}


def test_a_tick_is_saved_as_it_is_made_and_answers_with_the_counts(rahmat, meeting, homes):
    data = {"p": [homes[0].pk], "dulu": ""}
    answer = send(rahmat, "meeting_attendance", meeting.pk, data=data, headers={"HX-Request": "true"})
    assert answer.status_code == 200 and "<html" not in answer.content.decode()
    assert f'value="p{homes[0].pk}"' in answer.content.decode()
    assert "1 rumah tangga, 1 orang hadir." in text(answer)


def test_a_household_that_is_gone_is_named_and_the_others_are_kept(rahmat, meeting, homes):
    Stay.objects.filter(household=homes[0]).update(until=meeting.on, ended_by="died")
    answer = send(rahmat, "meeting_attendance", meeting.pk, data={"p": [homes[0].pk, homes[1].pk], "dulu": ""})
    assert answer.status_code == 422
    assert f"Warga Rekaan {homes[0].pk}-0" in text(answer) and "Buku Warga" in text(answer)
    assert Attendance.objects.get().household_id == homes[1].pk


def test_what_nobody_could_tick_changes_nothing(rahmat, meeting):
    odd = {"p": ["x", "-1", "²", "9" * 40], "t": ["zz"], "dulu": "p² q9 t t-1 p"}
    assert send(rahmat, "meeting_attendance", meeting.pk, data=odd).status_code in (302, 422)
    assert not Attendance.objects.exists()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("1-500", "Nomor 5–500 tidak ada di daftar."),
        ("tujuh", "bukan nomor"),
        ("4-1", "terbalik"),
        ("1-99999999", "bukan nomor"),
        ("", "Bidang ini"),
    ],
)
def test_numbers_that_cannot_be_come_back_as_typed(rahmat, meeting, typed, told):
    answer = send(rahmat, "meeting_numbers", meeting.pk, data={"numbers": typed})
    assert answer.status_code == 422 and typed in text(answer)
    assert told in text(answer) or not typed
    assert not Attendance.objects.exists()


def test_numbers_are_read_as_people_write_them(rahmat, meeting):
    assert send(rahmat, "meeting_numbers", meeting.pk, data={"numbers": "1, 2-3 dan 4."}).status_code == 302
    assert Attendance.objects.count() == 4


def test_the_quorum_is_told_before_anybody_opens(rahmat, places, homes, today, monkeypatch):
    say(monkeypatch, HALF)
    held = call(places.melati, day=today, on=today, notice_reason="Banjir")
    attendance.tick(meeting=held, came=[(homes[0].pk, "male")], by="uji")
    page = text(visit(rahmat, "meeting_open", held.pk))
    assert "Belum kuorum: perlu 2 rumah tangga lagi. Hadir 1 dari 4." in page
    assert "Perempuan: perlu 1 orang lagi, paling sedikit 30 % dari yang hadir." in page.replace("\u00a0", " ")
    send(rahmat, "meeting_open", held.pk)
    page = text(visit(rahmat, "meeting", held.pk))
    assert "Berikutnya Undang sekali lagi" in page
    given = {"day": today + timedelta(days=7), "place": "Balai"}
    answer = send(rahmat, "meeting_again", held.pk, data=given)
    assert answer.headers["Location"] == url("meeting", Meeting.objects.get(earlier=held).pk)
    assert "Lanjutkan di undangan kedua" in text(visit(rahmat, "meeting", held.pk))


def test_where_the_juknis_is_silent_the_words_of_the_meeting_are_asked(rahmat, meeting, homes):
    attendance.tick(meeting=meeting, came=[(homes[0].pk, "male")], by="uji")
    assert "Juknis tidak menyebut kuorum." in text(visit(rahmat, "meeting_open", meeting.pk))
    answer = send(rahmat, "meeting_open", meeting.pk, data={"agreed": " "})
    assert answer.status_code == 422 and Meeting.objects.get().state == "planned"


def test_two_people_at_the_minutes_see_both_texts(rahmat, meeting):
    first = {"chair": "", "writer": "", "minutes": "Versi pertama", "revision": "0"}
    send(rahmat, "meeting_minutes", meeting.pk, data=first)
    second = first | {"minutes": 'Versi <kedua> "lain"'}
    answer = send(rahmat, "meeting_minutes", meeting.pk, data=second)
    assert answer.status_code == 422
    assert "Versi pertama" in text(answer)
    assert 'Versi <kedua> "lain"' in html.unescape(answer.content.decode())
    revision = re.search(r'name="revision" value="(\d+)"', answer.content.decode())[1]
    assert send(rahmat, "meeting_minutes", meeting.pk, data=second | {"revision": revision}).status_code == 302
    assert Meeting.objects.get().minutes == second["minutes"]


def test_minutes_save_themselves_and_hand_on_the_revision(rahmat, meeting):
    typed = {"chair": "", "writer": "", "minutes": "Dibuka", "revision": "0"}
    more = {"headers": {"HX-Request": "true"}}
    answer = send(rahmat, "meeting_minutes", meeting.pk, data=typed, **more)
    assert 'name="revision" value="1"' in answer.content.decode()
    assert send(rahmat, "meeting_minutes", meeting.pk, data=typed | {"minutes": "Lain"}, **more).status_code == 422


def test_a_refused_decision_stays_in_its_field(rahmat, meeting, homes):
    attendance.tick(meeting=meeting, came=[(homes[0].pk, "male")], by="uji")
    meetings.open(meeting=meeting, on=meeting.on, by="uji", agreed="Cukup")
    answer = send(rahmat, "meeting_decide", meeting.pk, data={"words": "NIK 6402905708800001 dapat jamban"})
    assert answer.status_code == 422 and "NIK 6402905708800001 dapat jamban" in text(answer)
    assert "nomor 16 angka" in text(answer)


def test_the_paper_list_holds_numbers_and_names_and_no_kind_of_voice(rahmat, meeting, homes):
    page = text(visit(rahmat, "meeting_sheet", meeting.pk))
    assert f"1 Warga Rekaan {homes[0].pk}-0" in page and "Tanda tangan" in page


def test_who_sees_figures_only_reads_no_names(cast, meeting, homes):
    groups = [{"key": "poor", "label": "Rumah tangga miskin", "at_least": "90"}]
    Meeting.objects.update(rules={"level": "rt", "groups": groups})
    attendance.tick(meeting=meeting, came=[(homes[0].pk, "male")], by="uji")
    Meeting.objects.update(chair="Ketua Rahasia", writer="Penulis Rahasia", minutes="Berjalan baik")
    officer = client_of(cast.kecamatan_officer)
    page = text(visit(officer, "meeting", meeting.pk))
    assert "Rahasia" not in page and "Warga Rekaan" not in page and "Berjalan baik" in page
    assert "Belum cukup terwakili: Rumah tangga miskin." in page and "orang lagi" not in page
    assert visit(officer, "meeting_attendance", meeting.pk).status_code == 403


def test_a_desa_sees_how_far_its_rts_have_come(cast, meeting, places):
    page = text(visit(client_of(cast.desa_operator), "meetings", places.desa.id))
    assert "RT 003 Melati" in page and "direncanakan" in page and "RT 004 Mawar" in page


def test_a_hundred_and_twenty_households_stay_light(rahmat, places, today):
    """In bytes; what they ask of the database is held in test_page_budgets."""
    settle(places.melati, 120)
    held = call(places.melati, day=today, on=today)
    attendance.by_numbers(meeting=held, numbers=range(1, 61), by="uji")
    for name in ("meeting_attendance", "meeting_invitations", "meeting", "meeting_sheet"):
        assert len(rahmat.get(url(name, held.pk)).content) < 100_000, name
