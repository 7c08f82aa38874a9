"""Problem trees drawn at random: loops are always refused and named, drawings never overlap, nothing gets lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from rukun.rules.trees import Tree, examine, hanging, joining, layout, mirror, rooted

CORE = 1
keys = st.integers(1, 9)
links = st.tuples(keys, keys)


@st.composite
def any_trees(draw):
    """Nodes and links in any shape, also broken and looping ones."""
    nodes = draw(st.sets(keys)) | {CORE}
    return Tree(CORE, {key: f"n{key}" for key in sorted(nodes)}, tuple(draw(st.lists(links, max_size=14))))


@st.composite
def grown_trees(draw):
    """A tree as the house lets it grow: each link asked for first."""
    tree = Tree(CORE, {key: f"n{key}" for key in range(1, 10)})
    for link in draw(st.lists(links, max_size=25)):
        if joining(tree, link).holds:
            tree = Tree(tree.core, tree.nodes, (*tree.links, link))
    return tree


def is_way(tree, way):
    return all(pair in tree.sound for pair in pairwise(way))


@given(grown_trees())
def test_what_the_house_lets_grow_never_loops(tree):
    shape = examine(tree)
    assert shape.loops == () and shape.broken == ()


@given(any_trees(), links)
def test_a_link_is_let_in_exactly_when_it_makes_no_new_loop(tree, link):
    cause, effect = link
    grown = Tree(tree.core, tree.nodes, (*tree.links, link))
    verdict = joining(tree, link)
    if verdict.holds:
        assert examine(grown).loops == examine(tree).loops
    elif verdict.reasons[0].code == "closes_a_loop":
        told = tuple(int(words[1:]) for words in verdict.reasons[0].values["loop"])
        assert told[0] == told[-1] == cause and told[1] == effect and is_way(grown, told)
    else:
        assert grown.sound == tree.sound


@given(any_trees())
def test_a_told_loop_is_a_loop(tree):
    for loop in examine(tree).loops:
        assert loop[0] == loop[-1] and len(loop) > 2 and is_way(tree, loop)


@given(any_trees())
def test_every_node_is_the_core_or_on_a_side_or_loose(tree):
    shape = examine(tree)
    parts = [CORE, *shape.causes, *shape.effects, *shape.loose]
    assert sorted(parts) == sorted(tree.nodes)
    assert set(shape.roots) <= set(shape.causes) and set(shape.leaves) <= set(shape.effects)
    assert bool(shape.roots) == bool(shape.causes) and bool(shape.leaves) == bool(shape.effects)


@given(any_trees())
def test_a_drawing_holds_every_node_once_and_never_overlaps(tree):
    drawn = layout(tree)
    assert set(drawn.places) == set(tree.nodes)
    for row in {y for _, y in drawn.places.values()}:
        beside = sorted(x for x, y in drawn.places.values() if y == row)
        assert all(right - left >= 1 for left, right in pairwise(beside))
    assert all(0 <= x <= drawn.columns - 1 and 0 <= y < drawn.rows for x, y in drawn.places.values())


@given(grown_trees())
def test_a_cause_is_drawn_beneath_what_it_brings_about(tree):
    places, shape = layout(tree).places, examine(tree)
    drawn = {CORE, *shape.causes, *shape.effects}
    sides = ({CORE, *shape.causes}, {CORE, *shape.effects})
    for cause, effect in tree.sound:
        if cause in drawn and effect in drawn and any(cause in side and effect in side for side in sides):
            assert places[cause][1] > places[effect][1]


@given(any_trees(), keys)
def test_a_proposal_is_shown_its_way_to_the_core(tree, key):
    verdict = hanging(tree, key)
    if verdict.holds:
        way = tuple(int(words[1:]) for words in verdict.reasons[0].values["way"])
        assert way[0] == key and way[-1] == CORE and is_way(tree, way)


@given(grown_trees())
def test_causes_and_nothing_else_take_a_proposal(tree):
    assert {key for key in tree.nodes if hanging(tree, key).holds} == set(examine(tree).causes)


@given(any_trees())
def test_a_tree_is_ready_when_it_has_a_root_and_no_fault(tree):
    shape = examine(tree)
    assert rooted(tree).holds == bool(shape.roots and not shape.loops and not shape.loose)
    assert rooted(tree).reasons


@given(any_trees(), st.dictionaries(keys, st.sampled_from(["", "  ", "harapan"])))
def test_a_mirror_keeps_the_shape_and_counts_what_is_missing(tree, hopes):
    seen = mirror(tree, hopes)
    assert seen.tree.links == tree.links and set(seen.tree.nodes) == set(tree.nodes)
    assert set(seen.missing) == {key for key in tree.nodes if not hopes.get(key, "").strip()}
    assert all(seen.tree.nodes[key] == tree.nodes[key] for key in seen.missing)


def test_a_chain_of_a_thousand_causes_is_drawn():
    count = 1000
    tree = Tree(1, {key: str(key) for key in range(1, count + 1)}, tuple((key + 1, key) for key in range(1, count)))
    assert layout(tree).rows == count
