"""Pages and forms: what is typed is kept or comes back, and each sees what is theirs."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from drawn_rt import INSIDE, ON, SAMPLES, YEAR, acts, add, client_of, draw_border, finish, make_home, meet, url

from rukun.mapping.actions import entries, rankings, sheets
from rukun.mapping.forms.trends import PointsField
from rukun.mapping.models import HistoryEvent, Landmark, Placement, SeasonItem, Sheet, Stop, Trend
from rukun.mapping.queries import sheets as kept
from rukun.mapping.queries.sheets import GROUP
from rukun.mapping.types import Tool
from rukun.walls import scope

BUDGET, QUERIES = 100 * 1024, 12


@pytest.fixture
def rt(places):
    draw_border(places.melati)
    return places.melati


@pytest.fixture
def head(cast, rt):
    return client_of(cast.rt_head)


def typed(kind):
    """A sample as a phone sends it."""
    told = {name: "" if value is None else value for name, value in SAMPLES[kind].items()}
    if kind == Tool.SEASONS:
        return told | {f"months_{n}": felt for n, felt in enumerate(told.pop("months"), start=1)}
    if kind == Tool.TRENDS:
        return told | {f"points_{year}": str(value).replace(".", ",") for year, value in told.pop("points").items()}
    if kind == Tool.WELFARE:
        return {name: value for name, value in told.items() if name != "is_poor"}
    return told


KINDS = [*Tool, GROUP]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_added_changed_and_removed(kind, head, rt):
    tool = kept.tool_of(kind)
    answer = head.post(url("entry", rt, kind), typed(kind))
    assert (answer.status_code, answer["Location"]) == (302, url("tool", rt, tool, tahun=YEAR))
    model = kept.MODELS[kind]
    made = model.objects.get()
    for name, value in SAMPLES[kind].items():
        if name != "points":
            assert getattr(made, name) == value
    page = url("entry", rt, kind, tahun=YEAR, catatan=made.pk)
    shown = head.get(page).content.decode()
    assert "Hapus catatan ini" in shown
    assert str(made) in shown
    assert head.post(page, typed(kind)).status_code == 302
    assert model.objects.count() == 1
    assert head.post(page, {"hapus": "1"}).status_code == 302
    assert not model.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_comes_back_with_a_reason(kind, head, rt):
    answer = head.post(url("entry", rt, kind), {})
    assert answer.status_code == 422
    assert "perlu dilihat lagi" in answer.content.decode()
    assert not Sheet.objects.exists()


@pytest.mark.parametrize("tool", Tool)
def test_every_tool_shows_its_picture_and_its_entries(tool, head, rt):
    empty = head.get(url("tool", rt, tool))
    assert "Berikutnya" in empty.content.decode()
    entry = add(rt, tool)
    meet(rt, tool)
    page = head.get(url("tool", rt, tool)).content.decode()
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert str(entry) in page
    assert "9 perempuan dan 7 laki-laki" in page
    assert f"{tool}/dinding.pdf?tahun={YEAR}" in page


def test_another_one_at_once(head, rt):
    answer = head.post(url("entry", rt, Tool.HISTORY), typed(Tool.HISTORY) | {"lagi": "1"})
    assert answer["Location"] == url("entry", rt, Tool.HISTORY, tahun=YEAR)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"since": ON.year + 1}, "Tahun itu belum tiba"),
        ({"since": "98"}, "empat angka"),
        ({"since": "sembilan"}, "perlu dilihat lagi"),
        ({"since": 1998, "until": 1990}, "lebih dahulu daripada tahun mulai"),
        ({"until": ON.year + 5}, "Tahun itu belum tiba"),
        ({"what": "x" * 121}, "120"),
    ],
)
def test_impossible_years_come_back_as_they_were_typed(changed, said, head, rt):
    told = typed(Tool.HISTORY) | changed
    answer = head.post(url("entry", rt, Tool.HISTORY), told)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "Kebun habis" in page
    assert not HistoryEvent.objects.exists()


@pytest.mark.parametrize("wrong", [{"months_3": "4"}, {"months_12": "-1"}, {"months_1": "33"}, {"months_5": "x"}])
def test_a_strength_out_of_range_is_refused(wrong, head, rt):
    answer = head.post(url("entry", rt, Tool.SEASONS), typed(Tool.SEASONS) | wrong)
    assert answer.status_code == 422
    assert "Pilih kuat-lemahnya dari daftar." in answer.content.decode()
    assert not SeasonItem.objects.exists()


def test_a_thirteenth_month_is_not_heard(head, rt):
    head.post(url("entry", rt, Tool.SEASONS), {"name": "Panen", "kind": "work", "months_13": "3"})
    assert SeasonItem.objects.get().months == "0" * 12


@pytest.mark.parametrize("wrong", ["banyak", "nan", "inf", "1e99", "1,2,3"])
def test_numbers_that_are_none_come_back(wrong, head, rt):
    answer = head.post(url("entry", rt, Tool.TRENDS), typed(Tool.TRENDS) | {f"points_{YEAR}": wrong})
    assert answer.status_code == 422
    assert f"Periksa tahun {YEAR}." in answer.content.decode()
    assert wrong in answer.content.decode()
    assert not Trend.objects.exists()


def test_numbers_as_people_write_them():
    assert PointsField().clean({"2024": "1.500", "2025": "3,5", "2026": ""}) == {2024: 1500.0, 2025: 3.5}
    with pytest.raises(ValidationError):
        PointsField().clean({"2024": "1.5.2"})


def test_a_point_is_told_by_tapping_by_a_house_by_a_part_or_not_at_all(head, rt):
    home = make_home(rt)
    page = head.get(url("entry", rt, Tool.MAP)).content.decode()
    assert 'data-west="116.9"' in page
    assert "Sari Rekaan" in page
    told = {"name": "Musala", "kind": "facility"}
    for place in ({"near": home.pk}, {"corner": "ne"}, {"longitude": "116,905", "latitude": "-0,495"}):
        assert head.post(url("entry", rt, Tool.MAP), told | place).status_code == 302
    near, corner, typed_in = Landmark.objects.order_by("pk")
    assert near.longitude == pytest.approx(116.90406)
    assert (corner.longitude, corner.latitude) == (pytest.approx(116.908333), pytest.approx(-0.491667))
    assert (typed_in.longitude, typed_in.latitude) == (116.905, -0.495)
    nowhere = head.post(url("entry", rt, Tool.MAP), told)
    assert "Ketuk peta. Atau pilih dekat rumah siapa" in nowhere.content.decode()


def test_a_house_chosen_later_moves_the_point(head, rt):
    home, mark = make_home(rt), add(rt, Tool.MAP)
    told = {"name": mark.name, "kind": mark.kind, "longitude": mark.longitude, "latitude": mark.latitude}
    head.post(url("entry", rt, Tool.MAP, catatan=mark.pk), told | {"near": home.pk})
    mark.refresh_from_db()
    assert mark.longitude == pytest.approx(116.90406)


def test_a_point_far_away_and_a_house_of_another_rt_are_refused(head, rt, places):
    foreign = make_home(places.mawar, name="Tono Contoh")
    told = {"name": "Musala", "kind": "facility"}
    far = head.post(url("entry", rt, Tool.MAP), told | {"longitude": "106.8", "latitude": "-6.2"})
    assert "jauh dari RT" in far.content.decode()
    beyond = head.post(url("entry", rt, Tool.MAP), told | {"longitude": "200", "latitude": "-6.2"})
    assert beyond.status_code == 422
    other = head.post(url("entry", rt, Tool.MAP), told | {"near": foreign.pk})
    assert other.status_code == 422
    assert "Tono Contoh" not in other.content.decode()
    assert not Landmark.objects.exists()


def test_without_border_and_houses_coordinates_are_asked(cast, places):
    answer = client_of(cast.mawar_head).get(url("entry", places.mawar, Tool.MAP))
    assert "Batas RT dan titik rumah belum diketahui." in answer.content.decode()
    told = {"name": "Musala", "kind": "facility", **INSIDE}
    assert client_of(cast.mawar_head).post(url("entry", places.mawar, Tool.MAP), told).status_code == 302


def test_what_people_type_is_shown_as_they_typed_it(head, rt):
    add(rt, Tool.INSTITUTIONS, name='Majelis "مسجد" <b>ᬩᬮᬶ</b>')
    page = head.get(url("tool", rt, Tool.INSTITUTIONS)).content.decode()
    assert "&lt;b&gt;ᬩᬮᬶ&lt;/b&gt;" in page
    assert "<b>ᬩᬮᬶ" not in page


def test_the_hundred_and_first_is_answered_and_kept_in_the_form(head, rt):
    first = add(rt, Tool.TRANSECT)
    Stop.objects.bulk_create([Stop(sheet=first.sheet, path=rt.path, order=n, place="x") for n in range(2, 101)])
    answer = head.post(url("entry", rt, Tool.TRANSECT), typed(Tool.TRANSECT) | {"place": "Ujung gang"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Lembar ini sudah memuat 100 catatan." in page
    assert "Ujung gang" in page


@pytest.mark.parametrize("number", ["0", "999999", "x", "9" * 40, "-1"])
def test_an_entry_that_is_not_there_is_not_found(number, head, rt):
    assert head.get(url("entry", rt, Tool.HISTORY, catatan=number)).status_code == 404


def test_an_entry_of_another_rt_or_kind_is_not_found(head, rt, places):
    foreign, other = add(places.mawar, Tool.HISTORY), add(rt, Tool.CUSTOMS)
    for pk in (foreign.pk, other.pk + 10_000):
        assert head.get(url("entry", rt, Tool.HISTORY, catatan=pk)).status_code == 404
        assert head.post(url("entry", rt, Tool.HISTORY, catatan=pk), {"hapus": "1"}).status_code == 404
    assert HistoryEvent.objects.count() == 1


@pytest.mark.parametrize("name", ["tool", "entry", "room"])
def test_a_tool_nobody_knows_is_not_found(name, head, rt):
    assert head.get(url(name, rt, "ramalan")).status_code == 404


def test_the_index_puts_what_is_under_way_first(head, rt):
    page = head.get(url("index", rt)).content.decode()
    assert "Di mana rumah, fasilitas, dan tempat rawan?" in page
    assert "0 dari 10 alat" in page
    add(rt, Tool.SEASONS)
    page = head.get(url("index", rt)).content.decode()
    assert "Lanjutkan: Kalender musim" in page
    assert "Yang kurang: siapa yang hadir." in page
    finish(rt, Tool.HISTORY)
    assert "1 dari 10 alat" in head.get(url("index", rt)).content.decode()


def test_a_mapping_is_closed_from_the_index(head, rt):
    finish(rt, Tool.HISTORY)
    assert "Cukup untuk tahun ini?" in head.get(url("index", rt)).content.decode()
    answer = head.post(url("close", rt), follow=True).content.decode()
    assert f"Pemetaan {YEAR} selesai" in answer
    assert "(dilewati tahun ini)" in answer


def test_last_year_is_copied_with_one_button(head, rt):
    add(rt, Tool.HISTORY, YEAR - 1)
    assert "Salin dari tahun lalu" in head.get(url("index", rt, tahun=YEAR)).content.decode()
    answer = head.post(url("copy", rt, tahun=YEAR), follow=True).content.decode()
    assert "1 alat disalin dari tahun lalu." in answer
    assert "Salin dari tahun lalu" in answer
    again = head.post(url("copy", rt, tahun=YEAR))
    assert again.status_code == 422
    assert "Tidak ada yang dapat disalin." in again.content.decode()


def test_an_old_year_is_read_and_not_written(head, rt):
    page = head.get(url("tool", rt, Tool.MAP, tahun=YEAR - 5)).content.decode()
    assert str(YEAR - 5) in page
    assert "Tambah titik" not in page
    answer = head.post(url("entry", rt, Tool.HISTORY, tahun=YEAR - 5), typed(Tool.HISTORY))
    assert answer.status_code == 422
    assert f"Pemetaan tahun {YEAR - 5} tidak dapat diubah." in answer.content.decode()


@pytest.mark.parametrize("year", ["2099", "x", "-1", "", "9" * 30])
def test_a_year_that_is_none_is_this_one(year, head, rt):
    assert f"Pemetaan sosial {YEAR}" in head.get(url("index", rt, tahun=year)).content.decode()


def test_who_was_there_is_asked_in_counts(head, rt):
    page = url("room", rt, Tool.HISTORY)
    good = {"met_on": ON.isoformat(), "women": "9", "men": "7", "poor": "", "disability": "2"}
    for wrong, said in (
        ({"met_on": date(ON.year + 1, 1, 1).isoformat()}, "Hari itu belum tiba"),
        ({"women": "0", "men": "0"}, "Tidak ada yang hadir?"),
        ({"disability": "17"}, "Lebih banyak daripada yang hadir"),
        ({"women": "-1"}, "perlu dilihat lagi"),
        ({"men": "99999"}, "perlu dilihat lagi"),
    ):
        answer = head.post(page, good | wrong)
        assert answer.status_code == 422
        assert said in answer.content.decode()
    assert head.post(page, good).status_code == 302
    sheet = Sheet.objects.get()
    assert (sheet.women, sheet.men, sheet.poor, sheet.disability) == (9, 7, None, 2)


def test_a_finished_sheet_leads_back_instead_of_taking_words(head, rt):
    add(rt, Tool.HISTORY)
    lacking = head.post(url("finish", rt, Tool.HISTORY))
    assert "Belum dicatat siapa yang hadir" in lacking.content.decode()
    meet(rt, Tool.HISTORY)
    assert head.post(url("finish", rt, Tool.HISTORY)).status_code == 302
    assert head.get(url("entry", rt, Tool.HISTORY)).status_code == 302
    late = head.post(url("entry", rt, Tool.HISTORY), typed(Tool.HISTORY))
    assert late.status_code == 422
    assert "Alur sejarah sudah dinyatakan selesai." in late.content.decode()
    assert "Kebun habis" in late.content.decode()
    assert head.post(url("reopen", rt, Tool.HISTORY)).status_code == 302
    assert head.get(url("entry", rt, Tool.HISTORY)).status_code == 200


@pytest.fixture
def ladder(rt):
    return [
        add(rt, Tool.WELFARE, name="Berada"),
        add(rt, Tool.WELFARE, order=2, name="Susah", is_poor=True),
    ]


def test_a_group_places_one_household_after_another(head, rt, ladder):
    homes = [make_home(rt, name=f"Warga Rekaan {n}") for n in range(3)]
    group = add(rt, GROUP)
    page = url("rank", rt, kelompok=group.pk)
    assert "0 dari 3 rumah tangga" in head.get(page).content.decode()
    assert head.post(page, {"rumah": homes[0].pk, "kelas": ladder[1].pk}).status_code == 302
    after = head.get(page).content.decode()
    assert "1 dari 3 rumah tangga" in after
    assert "Warga Rekaan 0: Susah" in after
    assert "<h2>Warga Rekaan 1</h2>" in after
    again = head.get(url("rank", rt, kelompok=group.pk, rumah=homes[0].pk)).content.decode()
    assert "sekarang: Susah" in again


@pytest.mark.parametrize("wrong", [{}, {"rumah": "x"}, {"rumah": "9" * 30}, {"rumah": "1"}, {"kelas": "0"}])
def test_a_placement_that_cannot_be_gets_a_letter(wrong, head, rt, ladder):
    group = add(rt, GROUP)
    answer = head.post(url("rank", rt, kelompok=group.pk), {"kelas": ladder[0].pk} | wrong)
    assert answer.status_code == 422
    assert "tidak dapat dinilai di sini" in answer.content.decode()
    assert not Placement.objects.exists()


def test_ranking_asks_for_classes_and_groups_first(head, rt):
    assert "paling sedikit dua kelas" in head.get(url("rank", rt)).content.decode()
    add(rt, Tool.WELFARE), add(rt, Tool.WELFARE, order=2)
    assert "satu kelompok penilai" in head.get(url("rank", rt)).content.decode()
    group = add(rt, GROUP)
    assert group.name in head.get(url("rank", rt)).content.decode()


@pytest.mark.parametrize(
    ("order", "said"), [("1", "sudah dipakai kelas lain"), ("7", "Urutan 1 sampai 6"), ("0", "Urutan 1 sampai 6")]
)
def test_each_step_of_the_ladder_once(order, said, head, rt, ladder):
    answer = head.post(url("entry", rt, Tool.WELFARE), typed(Tool.WELFARE) | {"order": order})
    assert said in answer.content.decode()


def test_names_are_shown_only_to_who_may_see_them(cast, rt, ladder):
    home, women, men = make_home(rt, name="Warga Rekaan Satu"), add(rt, GROUP), add(rt, GROUP, name="Bapak-bapak")
    for group, rank in ((women, ladder[0]), (men, ladder[1])):
        rankings.place(group=group, household_id=home.pk, rank=rank, on=ON, by="uji")
    seen = {}
    with scope.within([]):
        for who in ("rt_head", "kecamatan_officer", "dinsos"):
            seen[who] = client_of(getattr(cast, who)).get(url("tool", rt, Tool.WELFARE)).content.decode()
    assert "Warga Rekaan Satu" in seen["rt_head"]
    assert "Warga Rekaan Satu" in seen["dinsos"]
    assert "Warga Rekaan Satu" not in seen["kecamatan_officer"]
    assert "Berada" in seen["kecamatan_officer"]


def test_houses_are_drawn_only_for_who_may_see_people(cast, rt):
    make_home(rt), add(rt, Tool.MAP)
    with scope.within([]):
        near, far = (
            client_of(who).get(url("tool", rt, Tool.MAP)).content.decode()
            for who in (cast.rt_head, cast.kecamatan_officer)
        )
    assert "m-20 20v-24l20-18" in near
    assert "m-20 20v-24l20-18" not in far
    assert "Tambah titik" not in far


def test_higher_places_count_their_rts(cast, rt, places):
    finish(rt, Tool.MAP)
    sheets.close_year(**acts(rt))
    add(places.kenanga, Tool.MAP)
    with scope.within([]):
        desa = client_of(cast.desa_operator).get(url("index", places.desa)).content.decode()
        kabupaten = client_of(cast.dpo).get(url("index", places.kabupaten)).content.decode()
    assert desa.index("RT 004 Mawar") < desa.index("RT 003 Melati")
    assert "Kenanga" not in desa
    assert kabupaten.index("Kecamatan Contoh Hulu") < kabupaten.index("Kecamatan Contoh Hilir")
    assert "dari 3 RT" in kabupaten


def test_an_rt_of_120_houses_and_full_sheets_stays_light(head, rt):
    for n in range(120):
        make_home(rt, name=f"Warga Rekaan {n}", at=(116.9005 + n / 13000, -0.499 + n / 14000))
    for tool in (Tool.MAP, Tool.TRANSECT, Tool.TRENDS):
        first = add(rt, tool)
        fields = {name: value for name, value in SAMPLES[tool].items() if name != "points"}
        type(first).objects.bulk_create([type(first)(sheet=first.sheet, path=rt.path, **fields) for _ in range(99)])
        entries.change(kind=tool, entry=first, fields={}, on=ON, by="uji")
    named = [("index",), ("entry", Tool.MAP), *(("tool", tool) for tool in Tool)]
    pages = [url(name, rt, *args, tahun=YEAR) for name, *args in named]
    for page in pages:
        with scope.within([]), CaptureQueriesContext(connection) as asked:
            answer = head.get(page, headers={"accept-encoding": "gzip"})
        assert answer.status_code == 200
        asks = [each["sql"] for each in asked if "set_config" not in each["sql"] and "SAVEPOINT" not in each["sql"]]
        assert len(asks) <= QUERIES, (page, len(asks), "\n".join(asks))
        assert len(answer.content) < BUDGET, (page, len(answer.content))
