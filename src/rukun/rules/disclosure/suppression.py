"""Which counts of a table may be published so that no small one can be read or worked out.

>>> table = Table(("RT 01", "RT 02"), ("miskin", "tidak"), ((2, 30), (25, 20)))
>>> release = suppress(table, threshold=10)
>>> release.cells[0][0], release.row_totals
(Suppressed(), (Shown(count=32), Shown(count=45)))
>>> [[type(cell).__name__ for cell in line] for line in release.cells]
[['Suppressed', 'Suppressed'], ['Suppressed', 'Suppressed']]
"""

from collections.abc import Collection

from rukun.rules.disclosure.circulation import Circulation, Place
from rukun.rules.disclosure.tables import EVERY_MARGIN, Cell, Margin, Release, Shown, Suppressed, Table


def suppress(
    table: Table, *, threshold: int, totals: Collection[Margin] = EVERY_MARGIN, are_zeros_small: bool = True
) -> Release:
    """Hide every count below `threshold`, totals too, and what would give a hidden one away.

    `threshold`: 5 for plain demography, 10 for poverty, health, disability, religion and aid.
    `totals`: which margins are published or known elsewhere. `are_zeros_small`: a zero tells of
    everyone in the area that they are not in the column, so it is hidden unless the caller says that
    zeros are public knowledge.

    Of each hidden small count an attacker who adds and subtracts learns only that it lies somewhere
    between 0 and at least `threshold`; no other hidden count can be pinned to one value. That holds for
    small margins that were never published as well.
    Raises ValueError threshold_too_low.
    """
    if threshold < 2:
        raise ValueError("threshold_too_low")
    height, width = len(table.rows), len(table.columns)
    margins = {"rows": (False, True), "columns": (True, False), "grand": (True, True)}
    free = {margins[margin] for margin in EVERY_MARGIN if margin not in totals}
    ground = Circulation.of([list(line) for line in table.counts], lambda r, c: (r == height, c == width) in free)
    floor = 0 if are_zeros_small else 1
    small = [place for place, count in ground.counts.items() if floor <= count < threshold]
    _hide(ground, small, threshold)
    return _release(table, ground, {margin for margin in EVERY_MARGIN if margin in totals})


def _hide(ground: Circulation, small: list[Place], threshold: int) -> None:
    for place in small:
        ground.hide(place)
    for place in small:  # what is hidden later only gives the earlier ones more room
        count = ground.counts[place]
        ground.loosen(place, up_by=threshold - count, down_by=count)


def _release(table: Table, ground: Circulation, totals: Collection[Margin]) -> Release:
    height, width = len(table.rows), len(table.columns)

    def cell(row: int, column: int) -> Cell:
        return Suppressed() if (row, column) in ground.hidden else Shown(ground.counts[row, column])

    return Release(
        rows=table.rows,
        columns=table.columns,
        cells=tuple(tuple(cell(r, c) for c in range(width)) for r in range(height)),
        row_totals=tuple(cell(r, width) for r in range(height)) if "rows" in totals else None,
        column_totals=tuple(cell(height, c) for c in range(width)) if "columns" in totals else None,
        grand_total=cell(height, width) if "grand" in totals else None,
    )
