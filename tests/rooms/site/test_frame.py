"""The frame, the first page, and the log: what each of the cast sees first."""

from __future__ import annotations

import re

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory
from tests.conftest import ROOT
from tests.rooms.conftest import make_user
from tests.rooms.people.families import make_person

from rukun.accounts.models import Appointment, Role
from rukun.accounts.permissions import held_by, today
from rukun.audit import actions as audit
from rukun.services.health.models import Referral
from rukun.site import acts, navigation, questions
from rukun.territory import queries as territory
from rukun.territory.models import Installation
from rukun.walls import scope

PEOPLE = (
    "rt_head", "kader", "health_worker", "school_officer", "programme_officer", "desa_operator", "kecamatan_officer",
    "dinsos", "administrator", "dpo", "stranger",
)  # fmt: skip


@pytest.fixture(autouse=True)
def no_second_factor(monkeypatch):
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


def frame(user, place=None, path="/"):
    request = RequestFactory().get(path)
    request.user, request.held = user, held_by(user, on=today())
    return navigation.frame_of(request, place)


@pytest.mark.parametrize("who", PEOPLE)
def test_everybody_has_a_first_page(client, cast, who):
    client.force_login(getattr(cast, who))
    page = client.get("/")
    assert page.status_code == 200
    assert getattr(cast, who).name in page.content.decode()
    assert client.get("/lainnya/").status_code == 200


def test_the_front_hall_needs_no_name(client, places):
    page = client.get("/")
    assert page.status_code == 200
    assert "/masuk/" in page.content.decode()
    assert "sessionid" not in page.cookies


@pytest.mark.parametrize("way", ["/", "/masuk/", "/tentang/"])
def test_a_demonstration_says_so_on_every_page(client, places, monkeypatch, way):
    assert "Peragaan: data rekaan" not in client.get(way).content.decode()
    only = Installation.objects.filter(is_demo=False)
    monkeypatch.setattr("rukun.territory.queries.demonstrations", lambda: only)  # the row itself never changes
    assert "Peragaan: data rekaan" in client.get(way).content.decode()


@pytest.mark.parametrize("who", PEOPLE)
def test_at_most_five_places_and_one_of_them_is_here(cast, who):
    shown = frame(getattr(cast, who))["navigation"]
    assert 2 <= len(shown) <= 5
    assert [entry["url"] for entry in shown if entry["is_current"]] == ["/"]


@pytest.mark.parametrize(
    ("who", "third"),
    [("rt_head", "Dana"), ("desa_operator", "Dana"), ("kader", "Layanan"), ("programme_officer", "Layanan")],
)
def test_who_serves_people_finds_the_services_where_others_find_the_money(cast, who, third):
    assert [str(entry["label"]) for entry in frame(getattr(cast, who))["navigation"]][3] == third


def test_a_treasurer_who_is_also_a_monitor_keeps_the_money_in_the_bar(cast, places):
    Appointment.objects.create(
        user=cast.kader, role=Role.RT_TREASURER, area=places.melati, path=places.melati.path, since=today()
    )
    assert "Dana" in [str(entry["label"]) for entry in frame(cast.kader)["navigation"]]


def test_the_frame_says_where_and_as_whom(cast, places, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        told = frame(cast.rt_head)
    assert (told["here"], told["as_whom"]) == ("RT 003 Melati", "Ketua RT")


def test_a_page_of_a_place_asks_nothing_more(cast, places, django_assert_num_queries):
    place, held = territory.place(places.melati.pk, on=today()), held_by(cast.desa_operator, on=today())
    request = RequestFactory().get("/")
    request.user, request.held = cast.desa_operator, held
    with django_assert_num_queries(0):
        told = navigation.frame_of(request, place)
    assert (told["here"], told["within"]) == ("RT 003 Melati", "Desa Sumber Rekaan")
    assert told["as_whom"] == "Operator desa"
    assert [crumb["label"] for crumb in told["crumbs"]] == [step.label for step in place.way]
    above = [crumb["url"] for crumb in told["crumbs"][:2]]
    assert above == ["", ""], "places above one's own are named but lead nowhere"


def test_the_frame_reads_the_place_of_the_page(cast, places):
    request = RequestFactory().get("/")
    request.user, request.held, request.is_demo = cast.administrator, held_by(cast.administrator, on=today()), False
    page = Template("{% extends 'ui/base.html' %}")
    drawn = page.render(RequestContext(request, {"place": territory.place(places.mawar.pk, on=today())}))
    assert '<strong>RT 004 Mawar<span class="within"> · Desa Sumber Rekaan</span></strong>' in drawn
    assert 'method="post" action="/masuk/keluar/"' in drawn


def test_the_role_that_opens_the_place_is_the_one_named(cast, places):
    Appointment.objects.create(
        user=cast.rt_head, role=Role.KADER, area=places.kenanga, path=places.kenanga.path, since=today()
    )
    assert frame(cast.rt_head, territory.place(places.kenanga.pk, on=today()))["as_whom"] == "Kader / Jurpan"


class TestNextThing:
    def ask(self, user, **more):
        held = held_by(user, on=today())
        return questions.next_thing(held, on=today(), is_demo=more.get("is_demo", False))

    def test_an_administrator_looks_after_second_factors_then_heads(self, cast):
        assert "kode kedua" in self.ask(cast.administrator).title
        assert self.ask(cast.administrator, is_demo=True).title == "1 RT belum punya ketua di Rukun"

    def test_a_desa_head_sees_their_own_missing_heads(self, cast, places):
        kades = make_user("kades-muara", Role.DESA_HEAD, places.other_desa)
        assert self.ask(kades).title == "1 RT belum punya ketua di Rukun"
        make_user("ketua-kenanga", Role.RT_HEAD, places.kenanga)
        assert self.ask(kades) is None

    def test_a_kader_is_not_asked_to_govern_but_to_visit(self, cast):
        assert self.ask(cast.kader).url == "/layanan/hari-ini/"

    def test_a_referral_comes_first_for_whoever_heals(self, cast, places):
        assert self.ask(cast.health_worker) is None
        child = make_person(places.melati, "Anak Rekaan")
        told = {"person": child, "path": places.melati.path, "on": today(), "by": "uji"}
        Referral.objects.create(why="two_t", **told)
        Referral.objects.create(why="arm", seen_on=today(), seen_by="uji", decision="Diukur ulang.", **told)
        assert self.ask(cast.health_worker).title == "1 rujukan menunggu dilihat"


class TestLog:
    def lines(self, places, cast):
        audit.record("users.created", cast.kader, by=cast.administrator, path=places.melati.path)
        audit.record(
            "appointments.ended",
            cast.kader,
            by="perintah:seed",
            path=places.kenanga.path,
            role="kader",
            on="2026-01-31",
        )
        audit.record("rahasia.baru", None, by=cast.administrator, path=places.kenanga.path, jumlah=3)

    def test_it_is_read_in_sentences(self, client, cast, places):
        self.lines(places, cast)
        client.force_login(cast.dpo)
        page = client.get("/kelola/log/").content.decode()
        assert "membuat akun baru" in page
        assert "mengakhiri masa jabatan Kader / Jurpan pada 31 Januari 2026" in page
        assert "rahasia.baru jumlah=3" in page

    @pytest.mark.parametrize(
        ("verb", "details", "said"),
        [
            ("secret.revealed", {"reason": "surat <b>nikah</b> warga"}, "Alasan: surat &lt;b&gt;nikah"),
            ("reports.names_taken", {"purpose": "field_check", "rows": 3}, "Alasan: Memeriksa ke lapangan"),
            ("card.renewed", {"since": "2026-05-01", "reason": "lost"}, "Alasan: Hilang atau rusak"),
            ("reports.names_taken", {"purpose": "", "rows": 3, "reason": "toilet"}, "3 baris</th>"),
        ],
    )
    def test_it_tells_the_reason_that_was_given(self, client, cast, places, verb, details, said):
        audit.record(verb, by=cast.rt_head, path=places.melati.path, **details)
        client.force_login(cast.dpo)
        assert said in client.get("/kelola/log/").content.decode()

    @pytest.mark.parametrize(
        ("asked", "count"),
        [({"verb": "users.created"}, 1), ({"actor": "perintah:seed"}, 1), ({"on": "2001-01-01"}, 0), ({}, 3)],
    )
    def test_it_can_be_asked(self, client, cast, places, asked, count):
        self.lines(places, cast)
        client.force_login(cast.dpo)
        assert len(client.post("/kelola/log/", asked).context["table"].rows) == count

    def test_it_leafs_back_without_losing_a_line(self, client, cast, places):
        for _ in range(120):
            audit.record("users.created", cast.kader, by=cast.administrator, path=places.melati.path)
        client.force_login(cast.dpo)
        seen, older = 0, ""
        while older is not None:
            page = client.post("/kelola/log/", {"before": older})
            seen, older = seen + len(page.context["table"].rows), page.context["older"]
        assert seen == 120

    @pytest.mark.parametrize("who", ["rt_head", "kader", "desa_operator", "kecamatan_officer", "dinsos", "stranger"])
    def test_it_is_not_for_everybody(self, client, cast, who):
        client.force_login(getattr(cast, who))
        assert client.get("/kelola/log/").status_code == 403

    def test_the_database_keeps_it_inside_the_areas(self, cast, places):
        from rukun.audit import queries as read

        self.lines(places, cast)
        with scope.within([places.desa.path]):
            assert read.told(paths=[places.kabupaten.path]).count() == 1

    def test_every_verb_in_words_is_whole(self):
        """Each sentence asks only for details that its action really records."""
        house = ROOT / "src" / "rukun"
        doors = ("**/actions/*.py", "**/actions.py", "**/commands/*.py")
        source = "".join(file.read_text() for door in doors for file in house.glob(door))
        for verb, sentence in acts.SENTENCES.items():
            assert f'"{verb}"' in source, f"no action records {verb}"
            assert "{" not in acts.sentence(verb, {"role": "kader", "on": "2026-01-01"})
            for name in re.findall(r"{(\w+)}", sentence):
                assert re.search(rf"\b{name}=|\"{name}\"", source), f"{verb} asks for {name}"
