"""Maps as plain SVG, with no tile server: areas by step, points for households, tiles where no border is known.

Coordinates are longitude and latitude in degrees (or planar, y to the north). They are laid flat with the cosine of the
middle latitude, true enough for one kabupaten, and rounded to a grid of 2,000 steps: sharp at A3, small on the wire.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import cos, radians

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _

from rukun.ui.labels import Label, place_labels
from rukun.ui.svg import Picture, drawing, legend, tag, text
from rukun.ui.tables import Column, Row, Table

SIZE = 2000
STEPS = 6
DEEP = 3  # from this step on, letters upon the colour are light
LABELLED = 25

Ring = Sequence[tuple[float, float]]
Flat = list[tuple[int, int]]

MARKS = {
    1: "m-20 0a20 20 0 1 0 40 0a20 20 0 1 0-40 0z",
    2: "m-18-18h36v36h-36z",
    3: "m0-24 22 40h-44z",
    4: "m0-26 26 26-26 26-26-26z",
}


FORMS = {f"c{kind}" for kind in MARKS}
SWATCH = "translate(8.4 6.3) scale(.3)"  # the forms above, small enough for the legend


@dataclass(frozen=True, slots=True)
class Shape:
    """An area with its borders: rings of (longitude, latitude); holes are rings too."""

    key: str
    label: str
    rings: Sequence[Ring]


@dataclass(frozen=True, slots=True)
class Point:
    """Something that stands at one place. `kind` 1 to 4 chooses colour and form: round, square, triangle, diamond."""

    label: str
    at: tuple[float, float]
    kind: int = 1
    href: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """An area without known borders: its name, its step (None: not known), and the words that say why."""

    key: str
    label: str
    step: int | None
    words: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the map lies on the paper: its corner on earth, its scale each way, its size in steps of the grid."""

    west: float
    north: float
    across: float
    down: float
    width: int
    height: int

    def lay(self, ring: Ring) -> Flat:
        """The ring on the grid, without points that fall upon their neighbour."""
        west, north, across, down = self.west, self.north, self.across, self.down
        flat = [(round((x - west) * across), round((north - y) * down)) for x, y, *_height in ring]
        return [spot for spot, before in zip(flat, [None, *flat], strict=False) if spot != before]


def sheet_for(shapes: Iterable[Shape], points: Iterable[Point] = (), is_planar: bool = False) -> Sheet:
    """The smallest sheet that holds everything; nothing at all is a ValueError."""
    spots = [spot for shape in shapes for ring in shape.rings for spot in ring] + [point.at for point in points]
    if not spots:
        raise ValueError("a map needs at least one place")
    xs, ys = [spot[0] for spot in spots], [spot[1] for spot in spots]
    west, east, south, north = min(xs), max(xs), min(ys), max(ys)
    narrow = 1.0 if is_planar else cos(radians((south + north) / 2))
    wide, high = max((east - west) * narrow, 1e-9), max(north - south, 1e-9)
    scale = SIZE / max(wide, high)
    return Sheet(west, north, scale * narrow, scale, round(wide * scale), round(high * scale))


def outline(rings: Sequence[Flat]) -> str:
    """Path data in small relative steps. What is too small to draw leaves a dot, so that no area is lost."""
    pieces = []
    for ring in rings:
        if len(ring) < 4:
            continue
        moves = [f"{x - a} {y - b}" for (a, b), (x, y) in zip(ring, ring[1:-1], strict=False)]
        pieces.append(f"M{ring[0][0]} {ring[0][1]}l{' '.join(moves)}z")
    if not pieces and rings and rings[0]:
        x, y = rings[0][0]
        return f"M{x - 4} {y - 4}h8v8h-8z"
    return "".join(pieces).replace(" -", "-")


def choropleth(
    shapes: Sequence[Shape],
    values: Mapping[str, int | None],
    *,
    title: str,
    steps: Sequence[str],
    words: str = "",
    hrefs: Mapping[str, str] | None = None,
    points: Sequence[Point] = (),
    kinds: Sequence[str] = (),
    table: Table | None = None,
    is_planar: bool = False,
) -> Picture:
    """Areas coloured by step. `values`: key → index into `steps` (at most six), None or absent where not known.

    Without a `table` one is made from the names and steps. Two to 25 areas carry their name or a number. `kinds` say
    what the points of kind 1, 2, 3, 4 are.
    """
    if len(steps) > STEPS:
        raise ValueError(f"{title}: {len(steps)} steps, at most {STEPS} can be told apart")
    links, key = hrefs or {}, slugify(title)
    sheet = sheet_for(shapes, points, is_planar)
    flat = {shape.key: [sheet.lay(ring) for ring in shape.rings] for shape in shapes}
    meaning = {shape.key: step_words(values.get(shape.key), steps) for shape in shapes}
    areas = [
        area(
            shape.label, outline(flat[shape.key]), values.get(shape.key), meaning[shape.key], links.get(shape.key), key
        )
        for shape in shapes
    ]
    labels = place_labels([(shape.label, flat[shape.key]) for shape in shapes]) if 1 < len(shapes) <= LABELLED else []
    inside = [unknown_pattern(key), tag("g", *areas, fill_rule="evenodd"), *map(written, labels), *dots(points, sheet)]
    image = drawing(title, words, sheet.width, sheet.height, *inside, kind="map", role="group")
    legend = step_legend(steps, all(values.get(shape.key) is not None for shape in shapes), kinds)
    beneath = table or own_table(title, shapes, meaning, links, is_numbered=bool(labels))
    return Picture(title, image + keys(shapes, links) if labels else image, words, legend, beneath)


def step_words(step: int | None, steps: Sequence[str]) -> str:
    """The words of a step; what is not known says so."""
    return _("belum diketahui") if step is None else str(steps[step])


def area(label: str, path: str, step: int | None, meaning: str, href: str | None, key: str) -> str:
    """One area with its name for the finger that rests on it. Keyboards take the list beneath instead."""
    named = f"<title>{escape(label)}: {escape(meaning)}</title>"
    paint = f'fill="url(#{key}-kosong)"' if step is None else ""
    colour = "" if step is None else f" k{step}"
    shape = f'<path class="area{colour}"{" " if paint else ""}{paint} d="{path}">{named}</path>'
    return f'<a href="{escape(href)}" tabindex="-1">{shape}</a>' if href else shape


def unknown_pattern(key: str) -> str:
    """Stripes for what is not known: never mistaken for the lowest step."""
    ground = tag("rect", class_="unknown-ground", width=28, height=28)
    stripes = tag("path", class_="unknown-line", d="M-7 7 7-7M0 28 28 0M21 35 35 21")
    return tag(
        "defs", tag("pattern", ground, stripes, id=f"{key}-kosong", width=28, height=28, patternUnits="userSpaceOnUse")
    )


def written(label: Label) -> str:
    """The number of an area, for phones; and its name where it fits, for desks and paper."""
    number = text(label.number, label.number_x, label.number_y + 11, class_="place named" if label.lines else "place")
    first = label.y + 11 - 17 * (len(label.lines) - 1)
    return number + "".join(
        text(line, label.x, first + 34 * row, class_="name") for row, line in enumerate(label.lines)
    )


def dots(points: Sequence[Point], sheet: Sheet) -> list[str]:
    """Points above everything else."""
    drawn = []
    for point in points:
        x, y = sheet.lay([point.at])[0]
        mark = tag(
            "path", tag("title", escape(point.label)), class_=f"point c{point.kind}", d=f"M{x} {y}{MARKS[point.kind]}"
        )
        drawn.append(tag("a", mark, href=point.href) if point.href else mark)
    return drawn


def step_legend(steps: Sequence[str], is_whole: bool, kinds: Sequence[str] = ()) -> SafeString:
    """The steps in their order, the stripes when something is not known, and the forms of the points."""
    entries = [(tag("rect", class_=f"k{step}", width=24, height=18), words) for step, words in enumerate(steps)]
    stripes = tag("rect", class_="unknown-ground", width=24, height=18) + tag(
        "path", class_="stripes", d="M0 18 18 0M12 18 24 6M-6 12 6 0"
    )
    if not is_whole:
        entries.append((stripes, _("belum diketahui")))
    return legend([*entries, *zip(map(form, MARKS), kinds, strict=False)])


def form(kind: int) -> str:
    """The form of a point as a legend shows it."""
    return tag("path", class_=f"c{kind}", d=f"M12 9{MARKS[kind]}", transform=SWATCH)


def swatch(look: str) -> str:
    """What a legend on paper shows for a class of colour: "c2" the form of that point, any other its colour alone."""
    shown = form(int(look[1:])) if look in FORMS else tag("rect", class_=look, width=24, height=18)
    return tag("svg", shown, xmlns="http://www.w3.org/2000/svg", viewBox="0 0 24 18")


def own_table(
    title: str, shapes: Sequence[Shape], meaning: Mapping[str, str], links: Mapping[str, str], *, is_numbered: bool
) -> Table:
    """The map in rows: every area with its step."""
    rows = [
        Row([f"{number}. {shape.label}" if is_numbered else shape.label, meaning[shape.key]], links.get(shape.key, ""))
        for number, shape in enumerate(shapes, start=1)
    ]
    return Table(title, [Column(_("Wilayah")), Column(_("Keadaan"))], rows, stays=True, caption_hidden=True)


def keys(shapes: Sequence[Shape], links: Mapping[str, str]) -> SafeString:
    """What the numbers on the map mean, each a way in that a thumb can hit."""
    named = ((f"{number}. {escape(shape.label)}", links.get(shape.key)) for number, shape in enumerate(shapes, start=1))
    items = (tag("li", tag("a", name, href=href) if href else name) for name, href in named)
    return mark_safe(tag("ol", *items, class_="keys"))  # noqa: S308  labels escaped above


def tile_map(cells: Sequence[Cell], *, title: str, steps: Sequence[str], words: str = "") -> Picture:
    """One tile an area, in the order given, for places whose borders nobody has drawn yet. Flows to any width."""
    tiles = mark_safe(tag("ol", *(tag("li", tile(cell, steps)) for cell in cells), class_="tiles"))  # noqa: S308
    is_whole = all(cell.step is not None for cell in cells)
    rows = [Row([cell.label, step_words(cell.step, steps), cell.words], cell.href) for cell in cells]
    table = Table(
        title, [Column(_("Wilayah")), Column(_("Keadaan")), Column(_("Keterangan"))], rows, caption_hidden=True
    )
    return Picture(title, tiles, words, step_legend(steps, is_whole), table)


def tile(cell: Cell, steps: Sequence[str]) -> str:
    """One tile: its name, its words, its step in colour."""
    colour = "unknown" if cell.step is None else f"k{cell.step}{' deep' if cell.step >= DEEP else ''}"
    inside = tag("b", escape(cell.label)) + tag("span", escape(cell.words or step_words(cell.step, steps)))
    return (
        tag("a", inside, class_=f"tile {colour}", href=cell.href)
        if cell.href
        else tag("div", inside, class_=f"tile {colour}")
    )
