"""The few strokes that pictures and maps share: safe elements, patterns beside colours, and a picture as a value."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify

from rukun.ui.tables import Table

# What lies over each kind of colour, so that a photocopy and every eye still tell them apart. Kind 1 stays plain.
PATTERNS = {
    2: '<path class="hatch" d="M-2 2l4-4M0 8l8-8M6 10l4-4"/>',
    3: '<circle class="hatch-dot" cx="2" cy="2" r="0.9"/><circle class="hatch-dot" cx="6" cy="6" r="0.9"/>',
    4: '<path class="hatch" d="M-2 6l4 4M0 0l8 8M6-2l4 4"/>',
    5: '<path class="hatch" d="M4 0v8"/>',
    6: '<path class="hatch" d="M0 4h8"/>',
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with the words and the table that say the same. Shown by components/picture.html."""

    title: str
    drawing: SafeString
    words: str = ""
    legend: SafeString = SafeString("")
    table: Table | None = None
    swatches: Sequence[tuple[str, str]] = ()
    """The legend once more as (what is drawn in a box of 24 by 18, its words), for paper."""

    @property
    def has_short_table(self) -> bool:
        """Short enough to be printed beneath; a longer one is a book of its own."""
        return self.table is not None and len(self.table.rows) <= 60


def tag(name: str, *inside: str, **attributes: object) -> str:
    """One element. Attribute values are escaped, `_` in names becomes `-`; what stands inside is taken as it is."""
    given = "".join(f' {key.strip("_").replace("_", "-")}="{escape(str(value))}"' for key, value in attributes.items())
    return f"<{name}{given}>{''.join(inside)}</{name}>" if inside else f"<{name}{given}/>"


def text(words: object, x: float, y: float, **attributes: object) -> str:
    """A line of text."""
    return tag("text", escape(str(words)), x=short(x), y=short(y), **attributes)


def short(number: float) -> str:
    """A coordinate without needless digits: 12.0 → "12", 3.456 → "3.5"."""
    return f"{number:.1f}".removesuffix(".0")


def drawing(
    title: str, words: str, width: float, height: float, *inside: str, kind: str, role: str = "img"
) -> SafeString:
    """The whole picture, named and described for those who listen."""
    key = slugify(title) or "gambar"
    named = tag("title", escape(title), id=f"{key}-judul") + tag("desc", escape(words or title), id=f"{key}-uraian")
    return mark_safe(  # noqa: S308  every text above went through escape
        tag(
            "svg",
            named,
            *inside,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {short(width)} {short(height)}",
            class_=kind,
            role=role,
            aria_labelledby=f"{key}-judul",
            aria_describedby=f"{key}-uraian",
        )  # fmt: skip
    )


def patterns(key: str, kinds: Iterable[int]) -> str:
    """The patterns a picture needs, under ids of its own."""
    drawn = (
        tag("pattern", PATTERNS[kind], id=f"{key}-{kind}", width=8, height=8, patternUnits="userSpaceOnUse")
        for kind in kinds
        if kind in PATTERNS
    )
    return tag("defs", *drawn)


def block(key: str, kind: int, x: float, y: float, width: float, height: float) -> str:
    """A rectangle of one kind: its colour, and its pattern above."""
    place = {"x": short(x), "y": short(y), "width": short(width), "height": short(height)}
    over = tag("rect", fill=f"url(#{key}-{kind})", **place) if kind in PATTERNS else ""
    return tag("rect", class_=f"c{kind}", **place) + over


def legend(entries: Sequence[tuple[str, str]]) -> SafeString:
    """Swatches with their words: (what is drawn in a box of 24 by 18, what it means)."""
    items = (
        tag("li", tag("svg", swatch, viewBox="0 0 24 18", aria_hidden="true"), escape(str(words)))
        for swatch, words in entries
    )
    return mark_safe(tag("ul", *items, class_="legend"))  # noqa: S308  words escaped, swatches are ours
