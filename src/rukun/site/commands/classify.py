"""./rukun classify: judges the hardship of every household under an area again, by the rule of today.

A large area is shared by two processes, each behind the walls of its share of the places beneath.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import accumulate

import django
from django.conf import settings
from django.db import connection, transaction

from rukun.accounts.permissions import today
from rukun.people.queries import tallies as people_tallies
from rukun.poverty.actions import classifications, score_cards
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
    if sum(held.values()) > MANY and len(held) > 1:
        changed = shared(area.path, halves(held), on=on, by=BY)
    else:
        with places.everything():
            changed = classifications.classify_area(path=area.path, on=on, by=BY, progress=counted)
    with places.everything():
        score_cards.classify_area(path=area.path, on=on, by=BY)
    return _told(area, changed, began, as_json=options.json)


def halves(held: dict[str, int]) -> tuple[list[str], list[str]]:
    """Path → its households ⇒ two lists of neighbours with about half of the households each, none empty."""
    paths, seen = sorted(held), list(accumulate(held[path] for path in sorted(held)))
    cut = min(range(1, len(paths)), key=lambda number: abs(2 * seen[number - 1] - seen[-1]))
    return paths[:cut], paths[cut:]


def shared(path: str, shares: Sequence[list[str]], *, on: date, by: str) -> int:
    """Judges the first share of an area here and each other in a new process; gives how many verdicts are new.

    A share stands or falls by itself: when one process fails, the other's verdicts stay, and a second run mends it.
    """
    if not environment.text("DATABASE_URL"):
        os.environ[postgres.JOIN] = settings.OWNER.joint
    mine, *others = shares
    if not others:
        return judge_share(path, mine, on=on, by=by)
    processes = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(others), mp_context=processes, initializer=django.setup) as pool:
        theirs = pool.map(partial(judge_share, path, on=on, by=by), others)
        return judge_share(path, mine, on=on, by=by) + sum(theirs)


def judge_share(path: str, parts: list[str], *, on: date, by: str) -> int:
    """What one process does: only its parts are within its walls, and it commits by itself."""
    with transaction.atomic(), scope.within(parts), connection.cursor() as cursor:
        cursor.execute("set local statement_timeout = 0")
        return classifications.classify_area(path=path, on=on, by=by, parts=parts)


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
