"""The arithmetic an attacker would use, turned round: how far a hidden count can move while all that is
published stays as it is.

A table with its margins is a circulation: each cell is an arc between its row and its column, and the
sums say that what enters a node leaves it. A hidden cell can move by as much as can flow around it
through other hidden cells; what cannot flow needs one more cell to be hidden. Flows of whole numbers
give exact answers for whole counts.

>>> table = Circulation.of([[1, 9], [9, 9]], is_free=lambda row, column: False)
>>> table.hide((0, 0))
>>> sorted(table.loosen((0, 0), up_by=4))
[(0, 1), (1, 0), (1, 1)]
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from heapq import heappop, heappush

Place = tuple[int, int]
Step = tuple[Place, bool, int]  # the cell used, whether its count rises, the node reached


@dataclass(slots=True)
class Circulation:
    """Counts with their margins in the last row and column, and which of them are hidden so far."""

    counts: dict[Place, int]
    ways: list[list[Step]]
    hidden: set[Place] = field(default_factory=set)
    heights: tuple[int, int] = (0, 0)

    @classmethod
    def of(cls, counts: list[list[int]], is_free: Callable[[int, int], bool]) -> "Circulation":
        """`is_free(row, column)`: cells that are not published anyway; margins are added here."""
        lines = [[*line, sum(line)] for line in counts]
        lines.append([sum(column) for column in zip(*lines, strict=True)])
        height, width = len(lines) - 1, len(lines[0]) - 1
        cells = {(r, c): lines[r][c] for r in range(height + 1) for c in range(width + 1)}
        made = cls(cells, [[] for _ in range(height + width + 2)], heights=(height, width))
        for place in cells:
            tail, head = made.ends(place)
            made.ways[tail].append((place, True, head))
            made.ways[head].append((place, False, tail))
        made.hidden = {place for place in cells if is_free(*place)}
        return made

    def ends(self, place: Place) -> tuple[int, int]:
        """The nodes a cell's arc leaves and reaches; margins run against the cells they sum."""
        (row, column), (height, width) = place, self.heights
        row_node, column_node = row, height + 1 + column
        is_against = (row == height) == (column == width)
        return (column_node, row_node) if is_against else (row_node, column_node)

    def hide(self, place: Place) -> None:
        """Take a cell out of what is published."""
        self.hidden.add(place)

    def loosen(self, place: Place, *, up_by: int = 0, down_by: int = 0) -> set[Place]:
        """Hide what it takes so that `place` could be as much higher, and as much lower; tells what was hidden."""
        tail, head = self.ends(place)
        return self._push(place, head, tail, up_by) | self._push(place, tail, head, down_by)

    def _push(self, place: Place, start: int, goal: int, amount: int) -> set[Place]:
        moved: dict[Place, int] = {}
        newly: set[Place] = set()
        while amount > 0:
            path = self._cheapest(place, start, goal, moved)
            step = min([amount, *(self._left(cell, moved) for cell, rises in path if not rises)])
            for cell, rises in path:
                moved[cell] = moved.get(cell, 0) + (step if rises else -step)
                if cell not in self.hidden:
                    newly.add(cell)
                    self.hide(cell)
            amount -= step
        return newly

    def _left(self, cell: Place, moved: dict[Place, int]) -> int:
        return self.counts[cell] + moved.get(cell, 0)

    def _cheapest(self, barred: Place, start: int, goal: int, moved: dict[Place, int]) -> list[tuple[Place, bool]]:
        """The way round that hides least (Dijkstra; a cell already hidden costs nothing)."""
        cost, came = {start: 0}, dict[int, tuple[int, Place, bool]]()
        heap = [(0, start)]
        while heap:
            paid, node = heappop(heap)
            if node == goal:
                break
            if paid > cost[node]:
                continue
            for cell, rises, reached in self.ways[node]:
                if cell == barred or (not rises and self._left(cell, moved) == 0):
                    continue
                total = paid + (0 if cell in self.hidden else self._price(cell))
                if total < cost.get(reached, total + 1):
                    cost[reached], came[reached] = total, (node, cell, rises)
                    heappush(heap, (total, reached))
        return _trace(came, start, goal)

    def _price(self, cell: Place) -> int:
        """Losing a big count or a total costs the reader more."""
        margins = (cell[0] == self.heights[0]) + (cell[1] == self.heights[1])
        return (1 + self.counts[cell]) * (1, 4, 16)[margins]


def _trace(came: dict[int, tuple[int, Place, bool]], start: int, goal: int) -> list[tuple[Place, bool]]:
    path: list[tuple[Place, bool]] = []
    node = goal
    while node != start:
        node, cell, rises = came[node]
        path.append((cell, rises))
    return path
