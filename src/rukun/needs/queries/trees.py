"""Problem trees as they stand, what is wrong with them, and the causes a proposal may hang on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from rukun.needs.models import Link, Node, Problem
from rukun.needs.types import Branch, Cause, Grown
from rukun.rules.trees import Key, Tree, Verdict, examine, hanging, rooted

CAUSE, EFFECT = "cause", "effect"


def standing(path: str, year: int) -> QuerySet[Problem]:
    """The core problems in and beneath a path that were not put away, the oldest first."""
    return Problem.objects.filter(path__startswith=path, year=year, until__isnull=True).order_by("pk")


def path_of(problem_id: int) -> str:
    """Where a problem belongs; "" when it is not seen from here or was put away."""
    found = Problem.objects.filter(pk=problem_id, until__isnull=True)
    return found.values_list("path", flat=True).first() or ""


def path_of_node(node_id: int) -> str:
    """Where a node belongs; "" when it is not seen from here or was put away."""
    found = Node.objects.filter(pk=node_id, until__isnull=True, problem__until__isnull=True)
    return found.values_list("path", flat=True).first() or ""


def tree(problem: Problem) -> Grown:
    return grown([problem])[0]


def of_node(node_id: int) -> Grown:
    """The tree in which a node stands, itself included even when it was put away."""
    node = Node.objects.select_related("problem").get(pk=node_id)
    return grown([node.problem], with_nodes=[node_id])[0]


def of_rt(path: str, year: int) -> list[Grown]:
    """All trees of an RT: three queries, however many."""
    return grown(list(standing(path, year)))


def grown(problems: Sequence[Problem], *, with_nodes: Iterable[int] = ()) -> list[Grown]:
    """Each problem with its tree, in the order given."""
    ids, also = [problem.pk for problem in problems], set(with_nodes)
    nodes: dict[int, list[Node]] = defaultdict(list)
    for node in Node.objects.filter(problem__in=ids).order_by("pk"):
        if node.until is None or node.pk in also:
            nodes[node.problem_id].append(node)
    links: dict[int, list[tuple[int, int]]] = defaultdict(list)
    arrows = Link.objects.filter(cause__problem__in=ids).order_by("pk")
    for problem_id, cause, effect in arrows.values_list("cause__problem", "cause", "effect"):
        links[problem_id].append((cause, effect))
    return [_grown(problem, nodes[problem.pk], links[problem.pk]) for problem in problems]


def causes(path: str, year: int) -> list[Cause]:
    """Every cause of an RT a proposal may hang on, problem by problem, the deepest first."""
    return [_cause(each, key) for each in of_rt(path, year) for key in reversed(each.shape.causes)]


def may_carry(node_id: int) -> Verdict:
    """Whether a proposal may hang on this node, and why or why not."""
    return hanging(of_node(node_id).tree, node_id)


def readiness(each: Grown) -> Verdict:
    """Whether a tree is understood well enough to act on, and what is missing."""
    return rooted(each.tree)


def way_to_core(each: Grown, key: Key) -> tuple[str, ...]:
    """From a cause to the core problem; empty for what is no cause."""
    found: tuple[str, ...] = hanging(each.tree, key).reasons[0].values.get("way", ())
    return found


def outline(each: Grown, *, upward: bool = False) -> tuple[Branch, ...]:
    """The tree as a nested list: the causes beneath the core, or `upward` its effects."""
    beside = each.tree.effects_of if upward else each.tree.causes_of
    seen: set[Key] = {each.tree.core}

    def branch(key: Key) -> Branch:
        is_again = key in seen
        seen.add(key)
        further = () if is_again else tuple(branch(other) for other in beside(key))
        return _branch(each, key, is_again, further)

    return tuple(branch(key) for key in beside(each.tree.core))


def loose(each: Grown) -> tuple[Branch, ...]:
    return tuple(_branch(each, key, False, ()) for key in each.shape.loose)


def side_of(each: Grown, key: Key) -> str:
    """On which side of the core a node stands: core, cause, effect or loose."""
    if key == each.tree.core:
        return "core"
    if key in each.shape.causes:
        return CAUSE
    return EFFECT if key in each.shape.effects else "loose"


def _branch(each: Grown, key: Key, is_again: bool, further: tuple[Branch, ...]) -> Branch:
    return Branch(key, each.tree.nodes[key], each.hopes.get(key, ""), key in each.shape.roots, is_again, further)


def _grown(problem: Problem, nodes: Sequence[Node], links: Sequence[tuple[int, int]]) -> Grown:
    core = next(node.pk for node in nodes if node.is_core)
    drawn = Tree(core, {node.pk: node.words for node in nodes}, tuple(links))
    hopes = {node.pk: node.hope for node in nodes if node.hope}
    return Grown(problem.pk, problem.rt_id, problem.path, problem.year, problem.theme, drawn, examine(drawn), hopes)


def _cause(each: Grown, key: Key) -> Cause:
    is_root = key in each.shape.roots
    words = each.tree.nodes[key]
    return Cause(key, words, each.problem_id, each.words, each.theme_words, is_root, way_to_core(each, key))
