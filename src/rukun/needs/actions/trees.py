"""Plants core problems and lets their trees grow: one cause or effect at a time, never in a circle."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit.actions import record
from rukun.kit.problems import Problem
from rukun.needs.actions import spoken
from rukun.needs.models import Grouping, Link, Node
from rukun.needs.models import Problem as CoreProblem
from rukun.needs.models.trees import NODE_WORDS
from rukun.needs.queries import trees
from rukun.needs.queries.trees import CAUSE, EFFECT
from rukun.rules.trees import Verdict, joining

MOST_NODES = 150


@transaction.atomic
def plant(*, rt_id: int, path: str, year: int, words: str, theme: str, on: date, by: Any) -> CoreProblem:
    """A new core problem. Raises Problem of `spoken.safe`."""
    core = spoken.safe(words, limit=NODE_WORDS)
    made = CoreProblem.objects.create(rt_id=rt_id, path=path, year=year, theme=theme, since=on)
    Node.objects.create(problem=made, path=path, words=core, is_core=True, since=on)
    record("needs.problem_planted", made, by=by, path=path, theme=theme)
    return made


@transaction.atomic
def grow(*, node: Node, side: str, words: str, on: date, by: Any) -> Node:
    """A new cause of this node, or a new effect. Raises Problem of `spoken.safe`, needs.tree_full."""
    kept = spoken.safe(words, limit=NODE_WORDS)
    _held(node)
    if Node.objects.filter(problem=node.problem_id, until__isnull=True).count() >= MOST_NODES:
        raise Problem("needs.tree_full", limit=MOST_NODES)
    made = Node.objects.create(problem_id=node.problem_id, path=node.path, words=kept, since=on)
    cause, effect = (made, node) if side == CAUSE else (node, made)
    Link.objects.create(path=node.path, cause=cause, effect=effect)
    record("needs.node_grown", made, by=by, path=node.path, side=side)
    return made


@transaction.atomic
def join(*, cause: Node, effect_id: int, by: Any) -> None:
    """This node also brings that one about. Raises Problem needs.<reason of rules.trees.joining>."""
    _held(cause)
    _join(cause, cause.pk, effect_id)
    record("needs.node_joined", cause, by=by, path=cause.path)


@transaction.atomic
def move(*, node: Node, target_id: int, side: str, by: Any) -> None:
    """Hangs a node elsewhere, all that hangs on it with it: as a cause of the target, or as its effect."""
    _refuse_core(node)
    _held(node)
    _taken_off(node, side)
    _join(node, *((node.pk, target_id) if side == CAUSE else (target_id, node.pk)))
    record("needs.node_moved", node, by=by, path=node.path, side=side)


@transaction.atomic
def rename(*, node: Node, words: str, by: Any) -> None:
    """Raises Problem of `spoken.safe`."""
    node.words = spoken.safe(words, limit=NODE_WORDS)
    node.save(update_fields=["words"])
    record("needs.node_renamed", node, by=by, path=node.path)


@transaction.atomic
def hope(*, node: Node, words: str, by: Any) -> None:
    """The hope that mirrors a node; blank words take it away. Raises Problem of `spoken.safe`."""
    node.hope = spoken.safe(words, limit=NODE_WORDS) if words.strip() else ""
    node.save(update_fields=["hope"])
    record("needs.hope_written", node, by=by, path=node.path, is_written=bool(node.hope))


@transaction.atomic
def put_away(*, node: Node, on: date, by: Any) -> None:
    """Takes a node out; what hung on it hangs on what it hung on. Raises Problem needs.core_stays."""
    _refuse_core(node)
    _held(node)
    causes = list(Link.objects.filter(effect=node).values_list("cause", flat=True))
    effects = list(Link.objects.filter(cause=node).values_list("effect", flat=True))
    Link.objects.filter(cause=node).delete()
    Link.objects.filter(effect=node).delete()
    bridges = [Link(path=node.path, cause_id=cause, effect_id=effect) for cause in causes for effect in effects]
    Link.objects.bulk_create(bridges, ignore_conflicts=True)
    node.until = on
    node.save(update_fields=["until"])
    record("needs.node_put_away", node, by=by, path=node.path)


@transaction.atomic
def retheme(*, problem: CoreProblem, theme: str, by: Any) -> None:
    problem.theme = theme
    problem.save(update_fields=["theme"])
    record("needs.problem_themed", problem, by=by, path=problem.path, theme=theme)


@transaction.atomic
def close(*, problem: CoreProblem, on: date, by: Any) -> None:
    """The problem is no longer spoken of this year: its statements are free again, its nodes stay for the history."""
    Grouping.objects.filter(problem=problem).delete()
    problem.until = on
    problem.save(update_fields=["until"])
    record("needs.problem_closed", problem, by=by, path=problem.path)


def _held(node: Node) -> CoreProblem:
    """Two who build one tree at once take turns."""
    return CoreProblem.objects.select_for_update().get(pk=node.problem_id)


def _taken_off(node: Node, side: str) -> None:
    """Off what it hangs on now; a loose node keeps what hangs on it."""
    now = trees.side_of(trees.tree(node.problem), node.pk)
    hangs = {"effect": node} if (now if now in (CAUSE, EFFECT) else side) == EFFECT else {"cause": node}
    Link.objects.filter(**hangs).delete()


def _join(node: Node, cause_id: int, effect_id: int) -> None:
    _ask(joining(trees.tree(node.problem).tree, (cause_id, effect_id)))
    Link.objects.create(path=node.path, cause_id=cause_id, effect_id=effect_id)


def _ask(verdict: Verdict) -> None:
    """Raises the reason of a no as a letter; a loop is named step by step."""
    if verdict.holds:
        return
    reason = verdict.reasons[0]
    values = dict(reason.values)
    if "loop" in values:
        values["loop"] = " → ".join(values["loop"])
    raise Problem(f"needs.{reason.code}", **values)


def _refuse_core(node: Node) -> None:
    if node.is_core:
        raise Problem("needs.core_stays")
