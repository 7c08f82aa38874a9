"""Counts of many places at once, None where a count may not be told.

>>> curtain({1: {"yes": 40, "no": 60}, 2: {"yes": 3, "no": 97}}, threshold=10)[1]
{'yes': None, 'no': None}
"""

from collections.abc import Mapping

from rukun.rules.disclosure.suppression import suppress
from rukun.rules.disclosure.tables import Shown, Table


def curtain(counts: Mapping[int, Mapping[str, int]], *, threshold: int) -> dict[int, dict[str, int | None]]:
    """Places beside one another with the same columns, each person or household in one of them.

    Sums are taken as known; places without anybody stay out of the table and hide nothing."""
    peopled = {place: told for place, told in counts.items() if any(told.values())}
    if not peopled:
        return {place: dict(told) for place, told in counts.items()}
    columns = tuple(next(iter(peopled.values())))
    table = Table(
        tuple(map(str, peopled)), columns, tuple(tuple(told[name] for name in columns) for told in peopled.values())
    )
    cells = suppress(table, threshold=threshold).cells
    shown = {
        place: {name: cell.count if isinstance(cell, Shown) else None for name, cell in zip(columns, line, strict=True)}
        for place, line in zip(peopled, cells, strict=True)
    }
    return {place: shown.get(place, dict(told)) for place, told in counts.items()}
