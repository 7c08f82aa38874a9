"""Acts that happen at the same moment, each in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread

from django.db import connection, transaction

from rukun.kit.problems import Problem
from rukun.walls import scope


def race(acts: list[Callable[[], object]]) -> list[str]:
    """Each act in its own connection, at the same moment; what each answered."""
    gate, said = Barrier(len(acts)), [""] * len(acts)

    def run(n: int) -> None:
        try:
            with transaction.atomic(), scope.everything():
                gate.wait(10)
                acts[n]()
                said[n] = "done"
        except Problem as problem:
            said[n] = problem.code
        finally:
            connection.close()

    threads = [Thread(target=run, args=[n]) for n in range(len(acts))]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    return sorted(said)
