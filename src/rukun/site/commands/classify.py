"""./rukun classify: judges the hardship of every household under an area again, by the rule of today.

A large area is judged part by part, by two processes: each part behind its own walls and in a transaction of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from operator import itemgetter
from typing import Any

import django
from django.conf import settings
from django.db import connection, transaction

from rukun.accounts.permissions import today
from rukun.people.queries import tallies as people_tallies
from rukun.poverty.actions import classifications, score_cards
from rukun.poverty.actions.classifications import Progress
from rukun.poverty.queries import figures
from rukun.poverty.types import Label
from rukun.site import environment, postgres
from rukun.site.commands import places
from rukun.site.commands.speaking import answer, counted, say
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.words import ribuan
from rukun.walls import scope

BY = "perintah:classify"
START = "fork" if sys.platform == "linux" else "spawn"
"""Where it is safe, a forked process has nothing to read in again."""
_turns: Any = None
MANY = 50_000
"""Households above which a second process is worth its start."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", metavar="KODE", help=places.AREA_HELP + "; tanpa ini seluruh kabupaten")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    began, on = time.monotonic(), today()
    with places.everything():
        area = places.place(options.area, on=on)
        held = _households_beneath(area, on)
    say(f"Menilai rumah tangga di {area.label} …")
    is_large = sum(held.values()) > MANY
    changed = in_parts(held, on=on, by=BY) if is_large else judge_part(area.path, on=on, by=BY, progress=counted)
    with places.everything():
        score_cards.classify_area(path=area.path, on=on, by=BY)
    return _told(area, changed, began, as_json=options.json)


def in_parts(held: Mapping[str, int], *, on: date, by: str) -> int:
    """Path → its households, for several areas; gives how many verdicts are new. This process and a second one take the
    next part, the largest first, until none is left.

    A part stands or falls by itself: when one fails, the verdicts of the others stay, and a second run mends it.
    """
    if not environment.text("DATABASE_URL"):
        os.environ[postgres.JOIN] = settings.OWNER.joint
    context = get_context(START)
    join_in(context.Array("q", 2))
    connection.close()  # a connection is never shared; each process opens its own
    with ProcessPoolExecutor(1, mp_context=context, initializer=join_in, initargs=[_turns]) as second:
        theirs = second.submit(judge_in_turn, held, on=on, by=by)
        return judge_in_turn(held, on=on, by=by) + theirs.result()


def join_in(turns: Any) -> None:
    """What the processes share: how many parts are taken, how many households are done."""
    global _turns  # noqa: PLW0603 - a lock reaches a new process only while it is made
    _turns = turns
    django.setup()


def judge_in_turn(held: Mapping[str, int], *, on: date, by: str) -> int:
    """The parts this process came to first; gives how many verdicts are new."""
    return sum(judge_part(path, on=on, by=by) for path in _taken(held))


def _taken(held: Mapping[str, int]) -> Iterator[str]:
    for turn, (path, number) in enumerate(sorted(held.items(), key=itemgetter(1), reverse=True)):
        with _turns.get_lock():
            is_mine = _turns[0] == turn
            _turns[0] += is_mine
        if is_mine:
            yield path
            with _turns.get_lock():
                _turns[1] += number
            counted(_turns[1])


def judge_part(path: str, *, on: date, by: str, progress: Progress | None = None) -> int:
    """Nothing outside this part can be seen or touched; it is kept as soon as it is done."""
    with transaction.atomic(), scope.within([path]), connection.cursor() as cursor:
        cursor.execute("set local statement_timeout = 0")
        return classifications.classify_area(path=path, on=on, by=by, progress=progress)


def _households_beneath(area: Place, on: date) -> dict[str, int]:
    """Paths of the places right beneath → their households."""
    held = {place.path: 0 for place in territory.children(area.id, on=on)}
    for path, number in people_tallies.under(area.path).values_list("path", "households"):
        part = next((part for part in held if path.startswith(part)), None)
        if part is None:  # an RT of an older edition, beneath none of today's places: keep the area whole
            return {}
        held[part] += number
    return held


def _told(area: Place, changed: int, began: float, *, as_json: bool) -> int:
    with places.everything():
        verdicts = figures.of_path(area.path).verdicts
    labels = {label: verdicts.get(label, 0) for label in Label.values}
    judged = sum(labels.values())
    told = {"ok": True, "area": area.label, "households": judged, "changed": changed} | labels
    told["seconds"] = round(time.monotonic() - began, 1)
    words = [f"{ribuan(judged)} rumah tangga dinilai, {ribuan(changed)} putusan baru."]
    words += [f"  {ribuan(labels[label])} {str(label.label).lower()}" for label in Label]
    return answer(told, "\n".join(words), as_json=as_json)
