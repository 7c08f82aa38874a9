"""Charts as plain SVG: bars, stacked bars, a population pyramid, a line through the years.

Each answers a Picture that carries its own table and sentence. Made 400 wide, so that the letters stay readable on a
phone of 360 pixels; colours and sizes of type live in the style sheet. An unknown value is drawn as unknown.
"""

from collections.abc import Sequence
from html import escape

from django.utils.text import slugify
from django.utils.translation import gettext as _

from rukun.ui.svg import Picture, block, drawing, legend, patterns, short, tag, text
from rukun.ui.tables import Column, Row, Table
from rukun.ui.words import MISSING, Number, ribuan

WIDTH = 400
KINDS = 6
LETTER = 12


def bars(rows: Sequence[tuple[str, Number | None]], *, title: str, words: str = "", unit: str = "") -> Picture:
    """One bar a row, its name above it, longest possible bar as wide as the picture."""
    top = max((value for _name, value in rows if value is not None), default=0) or 1
    room = 10 + LETTER * max((len(ribuan(value)) for _name, value in rows if value is not None), default=0)
    parts = [bar(index, name, value, (WIDTH - max(room, 70)) / float(top)) for index, (name, value) in enumerate(rows)]
    table = Table(
        title,
        [Column(_("Nama")), Column(unit or _("Jumlah"), is_number=True)],
        [Row([name, ribuan(value)]) for name, value in rows],
        stays=True,
        caption_hidden=True,
    )
    return Picture(title, drawing(title, words, WIDTH, 46 * len(rows), *parts, kind="chart"), words, table=table)


def bar(index: int, name: str, value: Number | None, scale: float) -> str:
    """A name, a bar and its number; or words where the number is not known."""
    y = 46 * index
    named = text(name, 0, y + 15)
    if value is None:
        return named + text(_("belum diketahui"), 0, y + 36, class_="soft")
    long = max(float(value) * scale, 1)
    return named + block("", 1, 0, y + 21, long, 18) + text(ribuan(value), long + 8, y + 36, class_="strong")


def stacked(
    rows: Sequence[tuple[str, Sequence[Number]]], parts: Sequence[str], *, title: str, words: str = ""
) -> Picture:
    """Whole things and what they are made of. At most six parts; more is a ValueError."""
    if len(parts) > KINDS:
        raise ValueError(f"{title}: {len(parts)} parts, at most {KINDS} can be told apart")
    key = slugify(title)
    scale = WIDTH / float(max((sum(values) for _name, values in rows), default=0) or 1)
    drawn = [stack(key, index, name, values, scale) for index, (name, values) in enumerate(rows)]
    kinds = range(1, len(parts) + 1)
    table = Table(
        title,
        [Column(_("Nama")), *(Column(part, is_number=True) for part in parts), Column(_("Jumlah"), is_number=True)],
        [Row([name, *map(ribuan, values), ribuan(sum(values))]) for name, values in rows],
        caption_hidden=True,
    )
    swatches = legend([(block(key, kind, 0, 0, 24, 18), part) for kind, part in zip(kinds, parts, strict=True)])
    image = drawing(title, words, WIDTH, 62 * len(rows), patterns(key, kinds), *drawn, kind="chart")
    return Picture(title, image, words, swatches, table)


def stack(key: str, index: int, name: str, values: Sequence[Number], scale: float) -> str:
    """One whole: its name and sum, its parts side by side, their numbers beneath where there is room."""
    x, y, drawn = 0.0, 62 * index, []
    for kind, value in enumerate(values, start=1):
        long = float(value) * scale
        drawn.append(block(key, kind, x, y + 21, max(long - 1, 0), 20))
        if long > 9 * len(ribuan(value)) + 5:
            drawn.append(text(ribuan(value), x, y + 55, class_="soft"))
        x += long
    return (
        text(name, 0, y + 15)
        + text(ribuan(sum(values)), WIDTH, y + 15, class_="strong", text_anchor="end")
        + "".join(drawn)
    )


def pyramid(bands: Sequence[tuple[str, int, int]], *, title: str, words: str = "") -> Picture:
    """People by age, (band, male, female), the youngest band first; men to the left, women to the right."""
    key, middle, room = slugify(title), WIDTH / 2, WIDTH / 2 - 34
    scale = room / (max((max(male, female) for _band, male, female in bands), default=0) or 1)
    height = 22 * len(bands)
    drawn = [
        text(_("Laki-laki"), middle - 34, 15, class_="strong", text_anchor="end"),
        text(_("Perempuan"), middle + 34, 15, class_="strong"),
    ]
    for index, (band, male, female) in enumerate(reversed(bands)):
        y = 24 + 22 * index
        drawn += [
            block(key, 3, middle - 34 - male * scale, y, male * scale, 18),
            block(key, 2, middle + 34, y, female * scale, 18),
            text(band, middle, y + 14, class_="soft", text_anchor="middle"),
        ]
    table = Table(
        title,
        [Column(_("Umur")), *(Column(name, is_number=True) for name in (_("Laki-laki"), _("Perempuan"), _("Jumlah")))],
        [Row([band, ribuan(male), ribuan(female), ribuan(male + female)]) for band, male, female in bands],
        stays=True,
        caption_hidden=True,
    )
    image = drawing(title, words, WIDTH, height + 28, patterns(key, (2, 3)), *drawn, kind="chart")
    return Picture(title, image, words, table=table)


def spark(values: Sequence[tuple[str, Number | None]], *, title: str, words: str = "") -> Picture:
    """A line through (when, how many). The ground is zero; where nothing is known the line is broken."""
    top = float(max((value for _when, value in values if value is not None), default=0) or 1)
    step = (WIDTH - 60) / max(len(values) - 1, 1)
    spots = [
        None if value is None else (20 + index * step, 104 - 80 * float(value) / top, value)
        for index, (_when, value) in enumerate(values)
    ]
    known = [spot for spot in spots if spot]
    drawn = [tag("path", class_="axis", d=f"M0 104h{WIDTH}"), tag("path", class_="trend", d=broken_line(spots))]
    drawn += [tag("circle", class_="dot", cx=short(x), cy=short(y), r=4.5) for x, y, _value in known]
    drawn += [text(ribuan(value), x, y - 10, class_="strong", text_anchor="middle") for x, y, value in known[-1:]]
    drawn += [text(when, 20 + i * step, 122, class_="soft", text_anchor="middle") for i, when in ends(values)]
    table = Table(
        title,
        [Column(_("Kapan")), Column(_("Jumlah"), is_number=True)],
        [Row([when, MISSING if value is None else ribuan(value)]) for when, value in values],
        stays=True,
        caption_hidden=True,
    )
    return Picture(title, drawing(title, words, WIDTH, 128, *drawn, kind="chart"), words, table=table)


def broken_line(spots: Sequence[tuple[float, float, Number] | None]) -> str:
    """Path data that lifts the pen over what is not known."""
    pieces, is_down = [], False
    for spot in spots:
        if spot:
            pieces.append(f"{'L' if is_down else 'M'}{short(spot[0])} {short(spot[1])}")
        is_down = spot is not None
    return escape("".join(pieces)) or "M0 0"


def ends(values: Sequence[tuple[str, Number | None]]) -> list[tuple[int, str]]:
    """The first and the last moment with their places, once when there is only one."""
    last = len(values) - 1
    return [(index, values[index][0]) for index in sorted({0, last}) if values]
