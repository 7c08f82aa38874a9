"""Last year's paper wishes: read row by row, accepted whole, never half."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path
from time import monotonic

import pytest
from tests.rooms.conftest import make_area
from tests.rooms.musrenbang.wishing import client_of

from rukun.kit.problems import Problem
from rukun.musrenbang.actions import wishes as actions
from rukun.musrenbang.facts.wishes import outcome_of
from rukun.musrenbang.models import PaperList, Proposal, Turn
from rukun.musrenbang.queries import wishes
from rukun.territory import queries as territory

ON = date(2026, 3, 2)
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data" / "musrenbang_kauman" / "usulan.csv"
OURS = """Daftar usulan tahun lalu
Usulan,Permasalahan,Alamat,Anggaran,Jenis,Keterangan
Perbaiki gang,Becek,RT 03,Rp15.000.000,SARPRAS,Diterima
"Lampu ""gang"" 2",Gelap,RT. 004,1.500.000,SARPRAS,Tidak diterima
Posyandu,,RT 03 RW 01,,PM,
Sumur,Keruh,RT 9,5.000.000,SARPRAS,Diterima
Bibit,,Jalan Melati,"1,500",LK,
,Kosong,RT 03,1000000,,
Jembatan,,RT 03,0,,
"""


def bring(area, content=OURS, **more):
    place = territory.place(area.pk, on=ON)
    given = {"file": "lama.csv", "content": content.encode(), "year": 2025, "on": ON, "by": "uji"}
    return actions.bring(area=place, **(given | more))


def told(paper):
    return [(each.row, each.column, each.finding.code) for each in wishes.reading(paper).remarks]


def test_each_row_is_told_with_its_column(places):
    paper = bring(places.desa)
    assert not Proposal.objects.exists()
    assert told(paper) == [
        (5, "biaya", "musrenbang.wish_cost_missing"),
        (6, "alamat", "musrenbang.wish_rt_unknown"),
        (7, "alamat", "musrenbang.wish_rt_missing"),
        (7, "biaya", "money.unreadable"),
        (8, "usulan", "musrenbang.wish_title_missing"),
        (9, "biaya", "musrenbang.cost_not_positive"),
    ]


def test_good_rows_come_in_with_their_history_and_the_list_is_gone(places):
    assert actions.accept(paper=bring(places.desa), on=ON, by="uji") == 3
    found = Proposal.objects.order_by("pk").values_list("title", "rt", "born", "number", "state", "owner", "cost")
    assert list(found) == [
        ("Perbaiki gang", places.melati.pk, 2025, 1, "planned", "kecamatan", 15_000_000),
        ('Lampu "gang" 2', places.mawar.pk, 2025, 1, "refused", "kecamatan", 1_500_000),
        ("Posyandu", places.melati.pk, 2025, 2, "proposed", "rt", None),
    ]
    turns = Turn.objects.filter(proposal__title="Perbaiki gang").values_list("before", "after", "reason")
    assert list(turns) == [
        ("", "draft", "Disalin dari daftar lama.csv."),
        ("draft", "planned", "Menurut daftar itu: Diterima"),
    ]
    assert not PaperList.objects.exists()


def test_the_same_list_twice_adds_nothing(places):
    actions.accept(paper=bring(places.desa), on=ON, by="uji")
    with pytest.raises(Problem, match="nothing_to_accept"):
        actions.accept(paper=bring(places.desa), on=ON, by="uji")


def test_a_whole_list_may_belong_to_one_rt(places):
    paper = bring(places.desa, "usulan,biaya\nLampu,5 000 000\nParit,Rp 7.000.000\n", rt_id=places.mawar.pk)
    actions.accept(paper=paper, on=ON, by="uji")
    assert set(Proposal.objects.values_list("rt", flat=True)) == {places.mawar.pk}


def test_an_rt_number_that_two_rws_share_needs_its_rw(places):
    for rw in ("01", "02"):
        above = make_area("rw", places.desa, f"RW {rw}", number=rw)
        make_area("rt", above, f"RT 07 RW {rw}", number="007")
    paper = bring(places.desa, "usulan,alamat\nLampu,RT 7\nParit,RT 07 RW II\nPos,RT 07 RW 1\n")
    assert [code for _row, _column, code in told(paper) if "rt" in code] == ["musrenbang.wish_rt_unclear"]
    assert [wish.row for wish in wishes.reading(paper).wishes] == [3, 4]


@pytest.mark.parametrize(
    ("words", "state"),
    [("Diterima", "planned"), ("Diakomodir", "planned"), ("Tidak Diakomodir", "refused"), ("DITOLAK", "refused"),
     ("belum disetujui", "refused"), ("", "proposed"), ("lihat catatan", "proposed")],
)  # fmt: skip
def test_what_a_list_says_of_the_outcome(words, state):
    assert outcome_of(words) == state


@pytest.mark.parametrize(
    ("content", "more", "code"),
    [("usulan,rt\n", {}, "list_without_rows"), ("nama,biaya\na,1\n", {}, "sheet.header_missing"),
     ("", {}, "sheet.empty"), (OURS, {"year": 2027}, "year_not_past")],
)  # fmt: skip
def test_a_list_that_cannot_be_read_keeps_nothing(places, content, more, code):
    with pytest.raises(Problem, match=code):
        bring(places.desa, content, **more)
    assert not PaperList.objects.exists()


def test_five_thousand_rows_come_in_within_seconds(places):
    rows = "".join(f"Perbaiki gang {n},RT 0{3 + n % 2},{n + 1}000,Tidak\n" for n in range(5000))
    begun = monotonic()
    paper = bring(places.desa, "usulan,rt,biaya,keterangan\n" + rows)
    assert actions.accept(paper=paper, on=ON, by="uji") == 5000
    assert monotonic() - begun < 30
    assert Turn.objects.count() == 10_000


def test_the_page_shows_first_and_saves_when_told(places, cast):
    client = client_of(cast.desa_operator)
    file = BytesIO(OURS.encode())
    file.name = "lama.csv"
    page = client.post(f"/wilayah/{places.desa.pk}/usulan/daftar-lama/", {"file": file, "year": "2025", "rt": ""})
    shown = client.get(page["Location"]).content.decode()
    assert "RT 9 tidak ada di wilayah ini." in shown
    assert "Perbaiki gang" in shown
    assert "Jumlah uang 1,500 tidak terbaca" in shown
    assert "Coba sekali lagi" not in shown
    assert not Proposal.objects.exists()
    assert client.post(page["Location"] + "terima/").status_code == 302
    assert Proposal.objects.count() == 3


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_a_real_list_of_a_kelurahan_comes_in(places):
    for rw in range(1, 11):
        above = make_area("rw", places.other_desa, f"RW {rw:02}", number=f"{rw:02}")
        for rt in range(1, 10):
            make_area("rt", above, f"RT {rt:02} RW {rw:02}", number=f"{rt:03}")
    paper = bring(places.other_desa, SHARED.read_text(encoding="utf-8-sig"), file="usulan.csv")
    read = wishes.reading(paper)
    assert read.rows == 93
    errors = {each.row for each in read.remarks if each.is_error}
    assert len(errors) + len(read.wishes) == 93
    assert len(read.wishes) >= 40
    fresh = len(wishes.fresh(read))
    assert actions.accept(paper=paper, on=ON, by="uji") == fresh > 40
