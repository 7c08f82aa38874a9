"""The pages around tranches and bundles: found, filled, sent, answered; small on the wire and few questions."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.rooms.facilitation.years import client_of
from tranche_ground import walk

from rukun.accounts.permissions import today
from rukun.grants.models import Dossier, Tranche
from rukun.grants.types import DossierKind
from rukun.walls import scope


@pytest.fixture
def year(places):
    made = walk(places)
    made.day = today()
    return made


def visit(user, name, *args, **told):
    with scope.within([]):
        client, url = client_of(user), reverse(f"grants:{name}", args=args)
        return client.post(url, told) if told else client.get(url)


def text(answer):
    return answer.content.decode()


def test_the_page_of_an_rt_says_the_next_thing_and_asks_little(year):
    year.rab()
    url = reverse("grants:rt", args=[year.book.rt_id])
    with scope.within([]):
        client = client_of(year.treasurer)
        client.get(url)
        with CaptureQueriesContext(connection) as asked:
            shown = client.get(url)
    own = [each["sql"] for each in asked if "grants_" in each["sql"] or "facilitation_" in each["sql"]]
    assert len(own) <= 12, own
    assert "Tahap Rp90.000.000 boleh diminta" in text(shown)
    assert len(shown.content) < 100_000


def test_an_rt_without_a_book_opens_it_here(year, places):
    shown = visit(year.desa, "rt", places.mawar.pk)
    assert "Buka buku" in text(shown)
    assert visit(year.desa, "open_book", places.mawar.pk, go="1").status_code == 302
    assert "Pagu" not in text(visit(year.desa, "rt", places.mawar.pk)).split("<main")[0]
    assert Tranche.objects.filter(path=places.mawar.path).count() == 2


def test_a_bundle_is_begun_ticked_and_sent(year):
    year.rab()
    listed = visit(year.secretary, "dossiers", year.book.pk)
    assert "Siapkan permintaan pencairan" in text(listed)
    assert visit(year.secretary, "prepare", year.book.pk, jenis="request").status_code == 302
    held = Dossier.objects.get(kind="request")
    bare = visit(year.secretary, "submit", held.pk, note="Diantar sore ini")
    assert (bare.status_code, "Belum ada lembar yang dicentang" in text(bare)) == (422, True)
    assert "Diantar sore ini" in text(bare), "what was typed is not lost"
    assert visit(year.secretary, "submit", held.pk, ready=["surat"]).status_code == 302
    held.refresh_from_db()
    assert (held.state, held.level) == ("submitted", "desa")
    assert "menunggu" in text(visit(year.secretary, "dossier", held.pk))


def test_nothing_to_prepare_is_a_letter_and_nonsense_leads_back(year):
    assert visit(year.secretary, "prepare", year.book.pk, jenis="spj").status_code == 302
    assert visit(year.secretary, "prepare", year.book.pk, jenis="apa saja").status_code == 302
    assert visit(year.secretary, "prepare", year.book.pk, jenis="rab", kegiatan="x").status_code == 302
    assert not Dossier.objects.exists()


def test_a_rab_is_handed_in_from_its_own_page(year):
    asked = visit(year.secretary, "rab_submit", year.activity.pk, go="1")
    assert (asked.status_code, "Tidak ada RAB yang perlu dikirim" in text(asked)) == (422, True)
    year.draft()
    assert "Siapkan berkas" in text(visit(year.secretary, "rab_submit", year.activity.pk))
    assert visit(year.secretary, "rab_submit", year.activity.pk, go="1").status_code == 302
    held = Dossier.objects.get(kind="rab")
    assert visit(year.secretary, "rab_submit", year.activity.pk).url == reverse("grants:dossier", args=[held.pk])


def test_a_desk_sees_its_queue_accepts_and_sends_back(year, places):
    held = year.send(year.prepare(DossierKind.RAB, budget=year.draft()))
    desk = text(visit(year.desa, "desk", places.desa.pk))
    assert "RAB Semenisasi gang rekaan" in desk
    assert "Setelah ini diperiksa kecamatan." in text(visit(year.desa, "accept", held.pk))
    assert visit(year.desa, "accept", held.pk, note="Sesuai").status_code == 302
    assert "RAB langsung berlaku" in text(visit(year.kecamatan, "accept", held.pk))
    empty = visit(year.kecamatan, "send_back", held.pk, article="Pasal 9")
    assert (empty.status_code, "Pasal 9" in text(empty)) == (422, True)
    assert visit(year.kecamatan, "send_back", held.pk, reason="Gambar belum ada").status_code == 302
    told = text(visit(year.secretary, "dossier", held.pk))
    assert "Gambar belum ada" in told
    assert "Kirim berkas" in told


def test_who_may_not_answer_reads_why(year):
    held = year.send(year.prepare(DossierKind.RAB, budget=year.draft()), by=year.desa)
    assert "Pengirim dan pemeriksa harus dua orang" in text(visit(year.desa, "accept", held.pk))
    refused = visit(year.desa, "accept", held.pk, note="ya")
    assert (refused.status_code, Dossier.objects.get(pk=held.pk).level) == (422, "desa")
    assert "menunggu meja desa" in text(visit(year.kecamatan, "accept", held.pk))


def test_money_that_came_is_written_down_by_its_desk(year):
    year.rab()
    year.ask()
    tranche = year.book.tranches.get(number=1)
    assert "Pencairan dicatat oleh kabupaten" in text(visit(year.treasurer, "release", tranche.pk))
    told = {"came_on": today().isoformat(), "into": "bank"}
    assert visit(year.dpmd, "release", tranche.pk, **told | {"came_on": "2099-01-01"}).status_code == 422
    assert visit(year.dpmd, "release", tranche.pk, **told).status_code == 302
    assert year.fresh().bank == 90_000_000


def test_the_button_of_the_next_tranche_opens_nothing_before_its_gate(year):
    assert visit(year.head, "open_next", year.book.pk, go="1").status_code == 302
    assert year.fresh().opened == 90_000_000


def test_an_activity_shows_its_lines_and_its_plan(year):
    year.rab()
    told = text(visit(year.head, "activity", year.activity.pk))
    assert "Semen 50 kg" in told
    assert "Menurut rencana" in told


def test_each_is_led_to_the_money_of_their_place(year, places):
    with scope.within([]):
        to = client_of(year.head).get(reverse("grants:home"), follow=True)
    assert to.request["PATH_INFO"] == reverse("grants:rt", args=[places.melati.pk])
