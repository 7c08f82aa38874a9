"""The window of this room: where a proposal comes from, in words that point at nobody."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext

from django.db import transaction

from rukun.needs.models import Statement
from rukun.needs.queries import trees, voices
from rukun.needs.types import HIDDEN, Count, Grown, Kind, Origin, Said, Told
from rukun.needs.words import voice_of, voice_words
from rukun.walls import scope

FEW = 5
BESIDE_WORDS = ("sex", "age")
"""Of a kind of voice only these stand beside the words; poverty and disability never do."""


@transaction.atomic
def origin(node_id: int, path: str = "") -> Origin:
    """Statements, problem and cause behind a node. `path`: its RT, to open a window on; without it in the caller's.

    Where fewer than five statements stand behind the problem, no voice stands beside its words.
    """
    with _window(path):
        grown = trees.of_node(node_id)
        said = voices.of_problem(grown.problem_id)
    words = grown.tree.nodes[node_id]
    way = trees.way_to_core(grown, node_id)
    hope = grown.hopes.get(node_id, "")
    return Origin(grown.words, grown.theme_words, words, way, hope, _told(said), _voices(said))


@transaction.atomic
def problems_of(rt_path: str, year: int) -> list[Told]:
    """The core problems of an RT; how many voices stand behind each, where they are not too few."""
    with scope.within([rt_path]):
        grown = trees.of_rt(rt_path, year)
        behind = voices.behind([each.problem_id for each in grown])
    return [_problem(each, behind[each.problem_id]) for each in grown]


def _window(path: str) -> AbstractContextManager[object]:
    return scope.within([path]) if path else nullcontext()


def _told(said: list[Statement]) -> tuple[Said, ...]:
    kinds = BESIDE_WORDS if len(said) >= FEW else ()
    return tuple(Said(each.words, str(Kind(each.kind).label), voice_of(each, kinds)) for each in said)


def _voices(said: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(voice_words(*pair) for pair in sorted(voices.kinds_of(said)))


def _problem(each: Grown, count: int) -> Told:
    told: Count = count if count == 0 or count >= FEW else HIDDEN
    return Told(each.problem_id, each.words, each.theme_words, told, each.tree.told(each.shape.roots))
