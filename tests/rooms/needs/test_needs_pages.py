"""Pages of problems and hopes: nothing typed is lost, the next thing leads on, few words to who does not serve here."""

from __future__ import annotations

import pytest
from django.urls import reverse
from gatherings import client_of, grow, plant, say, settle

from rukun.accounts.permissions import today
from rukun.needs.actions import statements, trees
from rukun.needs.models import Node, Problem, Statement
from rukun.needs.queries import years
from rukun.walls import scope

YEAR = today().year
VOICE = {"kind": "problem", "words": "Air keruh", "sex": "female", "occasion": "fgd", "on": today().isoformat()}


@pytest.fixture(autouse=True)
def this_year(monkeypatch):
    monkeypatch.setattr("gatherings.YEAR", YEAR)
    monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.fixture
def browse(cast):
    """browse(who, name, id) reads a page; with `data` it sends a form."""

    def visit(who, name, pk, data=None, **query):
        client = client_of(getattr(cast, who))
        url = reverse(f"needs:{name}", args=[pk], query=query or None)
        with scope.within([]):
            return client.get(url) if data is None else client.post(url, data)

    return visit


def text(answer):
    return answer.content.decode()


def test_the_year_is_the_programmes_or_the_days(places):
    assert years.current(today()) == YEAR


def test_a_voice_is_kept_and_the_page_stays_for_the_next(places, browse):
    answer = browse("rt_head", "speak", places.melati.pk, VOICE)
    assert answer.status_code == 302 and "/suara/baru/?" in answer["Location"] and "occasion=fgd" in answer["Location"]
    kept = Statement.objects.get()
    assert (kept.words, kept.sex, kept.age, kept.by) == ("Air keruh", "female", "", "ketua-melati")
    page = text(browse("rt_head", "speak", places.melati.pk, occasion="fgd"))
    assert "Air keruh" in page and 'value="fgd" selected' in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"words": "NIK 6402905708800001"}, "mirip NIK"),
        ({"words": "telepon 081234567890"}, "nomor telepon"),
        ({"words": ""}, "Kata-katanya"),
        ({"kind": "gosip"}, "Ini tentang apa?"),
        ({"on": "2999-01-01"}, "belum tiba"),
        ({"sex": "lain"}, "Jenis kelamin"),
    ],
)
def test_a_refused_voice_comes_back_filled_with_a_letter(places, browse, wrong, said):
    typed = VOICE | {"words": 'Jembatan "lama" & licin'} | wrong
    answer = browse("rt_head", "speak", places.melati.pk, typed)
    assert answer.status_code == 422 and not Statement.objects.exists()
    assert said in text(answer)
    assert answer.context["form"]["words"].value() == typed["words"]


def test_the_words_of_people_are_read_only_by_who_serves_them(places, browse):
    kept, (problem, _core) = say(places.melati, "Rahasia tetangga"), plant(places.melati)
    statements.group(statement=kept, problem=problem, by="uji")
    for who, is_read in (
        ("rt_head", True),
        ("kader", True),
        ("desa_operator", True),
        ("kecamatan_officer", False),
        ("dpo", False),
    ):
        page = text(browse(who, "problem", problem.pk))
        assert ("Rahasia tetangga" in page) == is_read, who
        assert "Rahasia tetangga" not in text(browse(who, "index", places.melati.pk))


def test_a_small_count_is_hidden_from_who_does_not_serve_here(places, browse):
    problem, _core = plant(places.melati)
    for _ in range(4):
        statements.group(statement=say(places.melati), problem=problem, by="uji")
    assert "disembunyikan" in text(browse("kecamatan_officer", "index", places.melati.pk))
    assert "disembunyikan" not in text(browse("rt_head", "index", places.melati.pk))


def test_missing_voices_stand_on_the_first_page(places, browse):
    for _ in range(3):
        settle(places.melati, "female", 1950)
    page = text(browse("rt_head", "index", places.melati.pk))
    assert "Belum terdengar" in page and "<strong>Lansia</strong>: ada 3 di RT ini" in page
    assert "ada 3 di RT ini" not in text(browse("kecamatan_officer", "index", places.melati.pk))


def test_the_next_thing_leads_from_the_first_voice_to_the_end(places, browse):
    def title():
        return browse("rt_head", "index", places.melati.pk).context["next"]["title"]

    assert title() == "Catat suara warga yang pertama"
    kept = say(places.melati, sex="female", age="young")
    assert title() == "1 suara belum dikelompokkan"
    browse("rt_head", "group", kept.pk, {"problem": "baru", "words": "Air keruh", "theme": "water"})
    problem = Problem.objects.get()
    assert title() == "Cari sebab dari “Air keruh”"
    core = Node.objects.get()
    browse("rt_head", "cause", core.pk, {"words": "Sumur dangkal"})
    assert title() == "Dengarkan yang belum terdengar: laki-laki"
    for voice in ({"sex": "male", "age": "child"}, {"age": "elderly", "disability": "with"}, {"welfare": "poor"}):
        statements.group(statement=say(places.melati, **voice), problem=problem, by="uji")
    assert title() == "Semua suara sudah punya tempat"
    assert browse("rt_head", "finish", places.melati.pk, {}).status_code == 302


def test_finishing_without_a_cause_is_a_letter(places, browse):
    plant(places.melati)
    answer = browse("rt_head", "finish", places.melati.pk, {})
    assert answer.status_code == 422 and "Belum ada masalah yang punya sebab." in text(answer)


def test_a_loop_is_a_letter_and_the_choice_stays(places, browse):
    _problem, core = plant(places.melati, "air keruh")
    well = grow(core, "sumur dangkal")
    deep = grow(well, "tanpa modal")
    answer = browse("rt_head", "move", well.pk, {"target": deep.pk, "side": "cause"})
    assert answer.status_code == 422
    assert "sumur dangkal → tanpa modal → sumur dangkal" in text(answer)
    assert answer.context["form"]["target"].value() == str(deep.pk)


def test_too_long_words_of_a_node_come_back(places, browse):
    _problem, core = plant(places.melati)
    answer = browse("rt_head", "cause", core.pk, {"words": "x" * 201})
    assert answer.status_code == 422 and "x" * 201 in text(answer)


def test_every_page_of_a_tree_opens_empty_and_full(places, browse):
    problem, core = plant(places.melati, 'ᬳᬶᬂ ᬧᬲᬃ "keruh" <b>')
    for _ in "again":
        for name in ("problem", "hopes", "sheet"):
            page = text(browse("rt_head", name, problem.pk))
            assert "&lt;b&gt;" in page and "<b>" not in page
        for name in ("node", "cause", "effect", "rename", "hope", "move", "join"):
            assert browse("rt_head", name, core.pk).status_code == 200
        well = grow(core, "sumur")
        trees.hope(node=well, words="sumur bor", by="uji")
        core = grow(core, "diare", "effect")


def test_a_corrected_voice_leaves_the_old_one_behind(places, browse):
    kept = say(places.melati)
    typed = VOICE | {"words": "Air keruh dan bau", "because": "Kurang lengkap"}
    assert browse("kader", "correct", kept.pk, typed).status_code == 302
    page = text(browse("kader", "voices", places.melati.pk))
    assert "Air keruh dan bau" in page and "Air sumur keruh" not in page
    assert browse("kader", "correct", kept.pk, typed).status_code == 404


def test_a_withdrawal_needs_its_reason(places, browse):
    kept = say(places.melati)
    assert browse("kader", "withdraw", kept.pk, {"because": ""}).status_code == 422
    assert browse("kader", "withdraw", kept.pk, {"because": "Dua kali"}).status_code == 302


@pytest.mark.parametrize(
    ("who", "level", "rts"),
    [("desa_operator", "desa", 2), ("kecamatan_officer", "kecamatan", 2), ("dpo", "kabupaten", 3)],
)
def test_above_the_rt_stand_counts_and_themes(places, browse, who, level, rts):
    _problem, core = plant(places.melati, theme="water")
    grow(core, "sumur dangkal"), say(places.melati), plant(places.mawar, theme="water")
    page = browse(who, "index", getattr(places, level).pk)
    assert [figure["value"] for figure in page.context["figures"]] == ["1", "1", "2"]
    assert page.context["figures"][0]["unit"] == f"dari {rts} RT"
    assert [list(row.values) for row in page.context["themes"].rows] == [["Air dan sanitasi", "2", "2"]]


def test_a_full_rt_is_light(places, cast, django_assert_max_num_queries):
    problem, core = plant(places.melati)
    for n in range(30):
        grow(core, f"sebab {n}")
    for n in range(200):
        statements.group(statement=say(places.melati, f"suara {n} tentang air yang keruh"), problem=problem, by="uji")
    client = client_of(cast.rt_head)
    for name, pk in {
        "index": places.melati.pk,
        "voices": places.melati.pk,
        "problem": problem.pk,
        "hopes": problem.pk,
    }.items():
        with scope.within([]), django_assert_max_num_queries(21):
            page = client.get(reverse(f"needs:{name}", args=[pk]))
        assert len(page.content) < 100_000, name
