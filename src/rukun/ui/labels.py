"""Where the names of areas stand on a map: inside their area, never upon one another; else only their number."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

Flat = Sequence[tuple[int, int]]
Box = tuple[float, float, float, float]

LETTER = 19  # steps of the grid that one letter takes
LINE = 34


@dataclass(frozen=True, slots=True)
class Label:
    """A number at a place, and the lines of the name when there is room for them."""

    number: int
    x: float
    y: float
    number_x: float
    number_y: float
    lines: tuple[str, ...] = ()


NEARLY = 0.7


def place_labels(areas: Sequence[tuple[str, Sequence[Flat]]]) -> list[Label]:
    """A label for each (name, rings), numbered in the order given. Larger areas choose first."""
    spots = [
        (number, name, *roomiest(max(rings, key=surface))) for number, (name, rings) in enumerate(areas, 1) if rings
    ]
    taken: list[Box] = []
    numbers: list[Box] = []
    placed = []
    for number, name, x, y, width in sorted(spots, key=lambda spot: -spot[4]):
        lines = fitting_lines(name, x, y, width, taken)
        if lines:
            taken.append(box(lines, x, y))
        beside_x, beside_y = free_spot(x, y, numbers)
        placed.append(Label(number, x, y, beside_x, beside_y, lines))
    return sorted(placed, key=lambda label: label.number)


def free_spot(x: float, y: float, taken: list[Box]) -> tuple[float, float]:
    """The nearest of nine places where a number, large as on a phone, stands clear of the others; takes it."""
    around = [(x + a, y + b) for a, b in ((0, 0), (0, -64), (0, 64), (64, 0), (-64, 0), *product((64, -64), repeat=2))]
    boxes = [(a - 44, b - 34, a + 44, b + 34) for a, b in around]
    free = [index for index, own in enumerate(boxes) if not any(touch(own, other) for other in taken)]
    best = free[0] if free else 0
    taken.append(boxes[best])
    return around[best]


def fitting_lines(name: str, x: float, y: float, width: float, taken: Sequence[Box]) -> tuple[str, ...]:
    """The name on one line or on two, if it fits the area and touches no other name; else nothing."""
    for lines in ((name,), halves(name)):
        longest = max(map(len, lines)) * LETTER
        if longest <= width and not any(touch(box(lines, x, y), other) for other in taken):
            return lines
    return ()


def halves(name: str) -> tuple[str, ...]:
    """The name broken at the space nearest its middle."""
    breaks = [index for index, letter in enumerate(name) if letter == " "]
    if not breaks:
        return (name,)
    middle = min(breaks, key=lambda index: abs(index - len(name) / 2))
    return name[:middle], name[middle + 1 :]


def box(lines: Sequence[str], x: float, y: float) -> Box:
    """The room that lines take around their centre."""
    wide, high = max(map(len, lines)) * LETTER / 2, len(lines) * LINE / 2
    return x - wide, y - high, x + wide, y + high


def touch(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def surface(ring: Flat) -> float:
    """Area of a closed ring in steps squared, by the shoelace."""
    return abs(sum(a * y - x * b for (a, b), (x, y) in zip(ring, ring[1:], strict=False))) / 2


def roomiest(ring: Flat) -> tuple[float, float, float]:
    """The middle of a roomy level line through the ring and its width: of seven heights, the first from the middle
    that is nearly as wide as the widest."""
    ys = [y for _x, y in ring]
    low, high = min(ys), max(ys)
    lines = [widest(ring, low + (high - low) * part / 8 + 0.25) for part in (4, 3, 5, 2, 6, 1, 7)]
    widest_of = max(width for _x, _y, width in lines)
    found = next(line for line in lines if line[2] >= NEARLY * widest_of)
    return found if found[2] else (float(ring[0][0]), float(ring[0][1]), 0.0)


def widest(ring: Flat, y: float) -> tuple[float, float, float]:
    """The widest stretch inside the ring at one height: its middle, the height, its width."""
    crossings = sorted(
        a + (y - b) * (c - a) / (d - b) for (a, b), (c, d) in zip(ring, ring[1:], strict=False) if (b > y) != (d > y)
    )
    stretches = [
        (right - left, (left + right) / 2) for left, right in zip(crossings[::2], crossings[1::2], strict=False)
    ]
    width, middle = max(stretches, default=(0.0, 0.0))
    return middle, y, width
