"""Counts of many places at once, None where a count may not be told.

>>> curtain({1: {"yes": 40, "no": 60}, 2: {"yes": 3, "no": 97}}, threshold=10)[1]
{'yes': None, 'no': None}
>>> curtain({1: {"yes": 0, "asked": 60}}, threshold=10, unknown="asked")[1]
{'yes': 0, 'asked': 60}
"""

from collections.abc import Mapping

from rukun.rules.disclosure.suppression import suppress
from rukun.rules.disclosure.tables import Shown, Table


def curtain(
    counts: Mapping[int, Mapping[str, int]], *, threshold: int, unknown: str = ""
) -> dict[int, dict[str, int | None]]:
    """Places beside one another with the same columns, each person or household in one of them.

    Sums are taken as known. Where everybody is in the column `unknown`, or nobody lives, there is nothing to hide.
    """
    peopled = {
        place: told for place, told in counts.items() if any(count for name, count in told.items() if name != unknown)
    }
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
