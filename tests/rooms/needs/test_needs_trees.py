"""Trees grow one node at a time, never in a circle; what is put away leaves no hole; causes carry proposals."""

from __future__ import annotations

import pytest
from django.utils.functional import cached_property
from gatherings import ON, YEAR, grow, home, plant, say

from rukun.facilitation.models import StepState
from rukun.kit.problems import Problem
from rukun.needs import public
from rukun.needs.actions import progress as finishing
from rukun.needs.actions import statements
from rukun.needs.actions import trees as actions
from rukun.needs.models import Link, Node
from rukun.needs.queries import pictures, progress, trees
from rukun.needs.types import HIDDEN
from rukun.walls import scope


class Well:
    """air keruh ← sumur dangkal ← tidak ada modal; air keruh → diare."""

    def __init__(self, rt):
        self.problem, self.core = plant(rt, "air keruh")
        self.shallow = grow(self.core, "sumur dangkal")
        self.money = grow(self.shallow, "tidak ada modal")
        self.ill = grow(self.core, "diare", "effect")

    @cached_property
    def tree(self):
        return trees.tree(self.problem)

    def arrows(self):
        names = dict(Node.objects.values_list("pk", "words"))
        return {(names[cause], names[effect]) for cause, effect in Link.objects.values_list("cause", "effect")}


@pytest.fixture
def well(places):
    return Well(places.melati)


def refused(act, **given):
    with pytest.raises(Problem) as raised:
        act(**given, by="uji")
    return raised.value


def test_a_tree_knows_its_sides_and_roots(well):
    assert [trees.side_of(well.tree, node.pk) for node in (well.core, well.shallow, well.money, well.ill)] == [
        "core", "cause", "cause", "effect",
    ]  # fmt: skip
    assert well.tree.shape.roots == (well.money.pk,)
    assert trees.way_to_core(well.tree, well.money.pk) == ("tidak ada modal", "sumur dangkal", "air keruh")


def test_a_loop_is_refused_and_named(well):
    found = refused(actions.join, cause=well.ill, effect_id=well.money.pk)
    assert found.code == "needs.closes_a_loop"
    assert found.details["loop"] == "diare → tidak ada modal → sumur dangkal → air keruh → diare"
    assert refused(actions.move, node=well.shallow, target_id=well.money.pk, side="cause").code == "needs.closes_a_loop"
    assert len(well.arrows()) == 3


def test_a_node_joins_nothing_twice_nor_itself_nor_another_tree(well, places):
    _problem, elsewhere = plant(places.melati, "jalan rusak")
    assert refused(actions.join, cause=well.shallow, effect_id=well.core.pk).code == "needs.already_there"
    assert refused(actions.join, cause=well.shallow, effect_id=well.shallow.pk).code == "needs.to_itself"
    assert refused(actions.join, cause=well.shallow, effect_id=elsewhere.pk).code == "needs.unknown_node"


def test_a_moved_node_takes_along_what_hangs_on_it(well):
    pond = grow(well.core, "kolam dekat sumur")
    actions.move(node=well.shallow, target_id=pond.pk, side="cause", by="uji")
    assert ("sumur dangkal", "kolam dekat sumur") in well.arrows() and (
        "tidak ada modal",
        "sumur dangkal",
    ) in well.arrows()
    assert ("sumur dangkal", "air keruh") not in well.arrows()


def test_a_cause_may_become_an_effect(well):
    actions.move(node=well.money, target_id=well.ill.pk, side="effect", by="uji")
    assert trees.side_of(well.tree, well.money.pk) == "effect"


def test_what_hung_on_a_node_put_away_hangs_one_step_higher(well):
    actions.put_away(node=well.shallow, on=ON, by="uji")
    assert well.arrows() == {("tidak ada modal", "air keruh"), ("air keruh", "diare")}
    assert Node.objects.get(pk=well.shallow.pk).until == ON
    assert trees.path_of_node(well.shallow.pk) == ""


def test_the_core_stays(well):
    assert refused(actions.move, node=well.core, target_id=well.ill.pk, side="cause").code == "needs.core_stays"
    assert refused(actions.put_away, node=well.core, on=ON).code == "needs.core_stays"


def test_a_tree_has_a_largest_size(well, monkeypatch):
    monkeypatch.setattr(actions, "MOST_NODES", 4)
    with pytest.raises(Problem) as full:
        grow(well.core, "satu lagi")
    assert full.value.code == "needs.tree_full"


def test_words_of_nodes_and_hopes_hold_no_numbers_of_people(well):
    for act in (actions.rename, actions.hope):
        assert refused(act, node=well.money, words="0812 3456 7890").code == "needs.phone_in_words"


def test_a_hope_mirrors_its_node_and_can_be_taken_back(well):
    actions.hope(node=well.core, words="air jernih", by="uji")
    assert "air jernih" in str(pictures.of_hopes(trees.tree(well.problem)).drawing)
    actions.hope(node=well.core, words=" ", by="uji")
    assert trees.tree(well.problem).hopes == {}


def test_only_causes_carry_a_proposal(well, places):
    assert [each.words for each in trees.causes(places.melati.path, YEAR)] == ["tidak ada modal", "sumur dangkal"]
    said = {node.pk: trees.may_carry(node.pk) for node in (well.core, well.shallow, well.money, well.ill)}
    assert [verdict.holds for verdict in said.values()] == [False, True, True, False]
    assert said[well.shallow.pk].reasons[0].values["deeper"] == ("tidak ada modal",)


def test_a_closed_problem_frees_its_statements(well, places):
    kept = say(places.melati)
    statements.group(statement=kept, problem=well.problem, by="uji")
    actions.close(problem=well.problem, on=ON, by="uji")
    assert trees.of_rt(places.melati.path, YEAR) == []
    assert trees.path_of(well.problem.pk) == ""


def test_the_step_is_finished_once_a_problem_has_a_cause(places):
    _problem, core = plant(places.melati)
    assert (
        refused(finishing.finish, **{k: v for k, v in home(places.melati).items() if k != "by"}).code
        == "needs.no_root_yet"
    )
    grow(core, "sumur dangkal")
    finishing.finish(**home(places.melati))
    assert StepState.objects.get(step="needs").done_on == ON


def test_progress_counts_rt_by_rt(well, places):
    plant(places.melati, "jalan rusak", "roads")
    say(places.melati), say(places.mawar)
    found = progress.by_rt(places.desa.path, YEAR)
    melati, mawar = found[places.melati.path], found[places.mawar.path]
    assert (melati.statements, melati.problems, melati.rooted) == (1, 2, 1)
    assert (mawar.statements, mawar.problems, mawar.rooted) == (1, 0, 0)
    assert progress.themes(found) == [("water", 1, 1), ("roads", 1, 1)]
    assert progress.by_rt(places.other_desa.path, YEAR) == {}


def test_few_voices_are_told_without_their_kind(well, places):
    for _ in range(4):
        kept = say(places.melati, sex="female", age="elderly", welfare="poor", disability="with")
        statements.group(statement=kept, problem=well.problem, by="uji")
    told = public.origin(well.money.pk)
    assert [each.voice for each in told.statements] == [()] * 4
    assert set(told.voices) == {"perempuan", "lansia", "rumah tangga miskin", "penyandang disabilitas"}
    assert public.problems_of(places.melati.path, YEAR)[0].statements is HIDDEN


def test_five_voices_are_told_with_sex_and_age_and_never_with_poverty(well, places):
    for _ in range(5):
        kept = say(places.melati, sex="female", age="elderly", welfare="poor", disability="with")
        statements.group(statement=kept, problem=well.problem, by="uji")
    told = public.origin(well.money.pk)
    assert {each.voice for each in told.statements} == {("perempuan", "lansia")}
    assert (told.problem, told.cause, told.way[-1]) == ("air keruh", "tidak ada modal", "air keruh")
    assert public.problems_of(places.melati.path, YEAR)[0].statements == 5


def test_the_window_opens_on_one_rt_and_shuts_again(well, places):
    plant(places.mawar, "jalan rusak")
    with scope.within([]):
        assert [each.words for each in public.problems_of(places.melati.path, YEAR)] == ["air keruh"]
        assert public.origin(well.money.pk, places.melati.path).cause == "tidak ada modal"
        assert not Node.objects.exists()


def test_a_node_put_away_still_tells_where_a_proposal_came_from(well):
    actions.put_away(node=well.money, on=ON, by="uji")
    told = public.origin(well.money.pk)
    assert (told.cause, told.problem, told.way) == ("tidak ada modal", "air keruh", ())


def test_long_and_foreign_words_fit_their_boxes():
    for words in ("a" * 200, "ᬧᬲᬃ " * 30, "sebuah kalimat yang cukup panjang untuk lima baris penuh di gambar"):
        lines = pictures.wrapped(words)
        assert len(lines) <= pictures.LINES and all(pictures._long(line) <= pictures.LETTERS + 1 for line in lines)
    assert pictures.wrapped("air keruh") == ["air keruh"]


def test_words_cannot_break_out_of_a_picture(places):
    problem, core = plant(places.melati, "<script>alert(1)</script>")
    grow(core, '"><img src=x>')
    drawn = str(pictures.tree(problem).drawing)
    assert "<script>" not in drawn and "<img" not in drawn
