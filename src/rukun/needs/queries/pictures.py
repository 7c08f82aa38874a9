"""A tree as a picture: the core in the middle, effects above, causes beneath; and the same in hopes."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import category

from django.utils.translation import gettext as _

from rukun.needs.models import Problem
from rukun.needs.queries import trees
from rukun.needs.types import Grown
from rukun.rules.trees import Key, Layout, Tree, layout, mirror
from rukun.ui.svg import Picture, drawing, legend, short, tag, text

BOX, TALL, ACROSS, DOWN, EDGE = 164, 92, 182, 140, 6
LINE, LETTERS, LINES = 20, 18, 4
WIDEST = 8
CORE, CAUSE, EFFECT, LOOSE, HOPE, BLANK = "core", "cause", "effect", "loose", "hope", "blank"


def tree(problem: Problem) -> Picture:
    """The problem tree."""
    return of_problem(trees.tree(problem))


def of_problem(each: Grown) -> Picture:
    shape = each.shape
    kinds = dict.fromkeys(shape.causes, CAUSE) | dict.fromkeys(shape.effects, EFFECT)
    kinds |= dict.fromkeys(shape.loose, LOOSE) | {each.tree.core: CORE}
    told = {"core": each.words, "causes": len(shape.causes), "effects": len(shape.effects)}
    words = _("%(core)s: %(causes)s sebab di bawah, %(effects)s akibat di atas.") % told
    keys = legend([(_swatch(EFFECT), _("akibat")), (_swatch(CORE), _("masalah pokok")), (_swatch(CAUSE), _("sebab"))])
    return Picture(_("Pohon masalah"), _drawn(_("Pohon masalah"), words, each.tree, kinds), words, keys)


def of_hopes(each: Grown) -> Picture:
    seen = mirror(each.tree, each.hopes)
    kinds = dict.fromkeys(each.tree.nodes, HOPE) | dict.fromkeys(seen.missing, BLANK)
    told = {"n": len(each.tree.nodes) - len(seen.missing), "all": len(each.tree.nodes)}
    words = _("%(n)s dari %(all)s kotak sudah punya harapan.") % told
    keys = legend([(_swatch(HOPE), _("harapan")), (_swatch(BLANK), _("belum ada harapan"))])
    return Picture(_("Pohon harapan"), _drawn(_("Pohon harapan"), words, seen.tree, kinds), words, keys)


def _drawn(title: str, words: str, held: Tree, kinds: Mapping[Key, str]) -> object:
    spots = layout(held)
    middles = {key: _middle(spot) for key, spot in spots.places.items()}
    arrows = (_arrow(middles[cause], middles[effect]) for cause, effect in held.sound)
    boxes = (_box(*middles[key], kinds[key], held.nodes[key]) for key in spots.places)
    return drawing(title, words, *_size(spots), *arrows, *boxes, kind=f"tree wide-{min(spots.columns, WIDEST)}")


def _size(spots: Layout) -> tuple[float, float]:
    return (spots.columns - 1) * ACROSS + BOX + 2 * EDGE, (spots.rows - 1) * DOWN + TALL + 2 * EDGE


def _middle(spot: tuple[float, int]) -> tuple[float, float]:
    return EDGE + BOX / 2 + spot[0] * ACROSS, EDGE + TALL / 2 + spot[1] * DOWN


def _arrow(cause: tuple[float, float], effect: tuple[float, float]) -> str:
    """From the top of the cause to the foot of the effect, with its head."""
    (x, y), (u, v) = (cause[0], cause[1] - TALL / 2), (effect[0], effect[1] + TALL / 2 + 8)
    bend = (y - v) / 2
    line = f"M{short(x)} {short(y)}C{short(x)} {short(y - bend)} {short(u)} {short(v + bend)} {short(u)} {short(v)}"
    head = f"M{short(u - 6)} {short(v)}L{short(u)} {short(v - 8)}L{short(u + 6)} {short(v)}Z"
    return tag("path", class_="tie", d=line) + tag("path", class_="head", d=head)


def _box(x: float, y: float, kind: str, words: str) -> str:
    rect = tag("rect", class_=f"leaf {kind}", x=short(x - BOX / 2), y=short(y - TALL / 2), width=BOX, height=TALL, rx=8)
    lines = wrapped(words)
    top = y - LINE * (len(lines) - 1) / 2 + 5
    return rect + "".join(text(line, x, top + LINE * n, text_anchor="middle") for n, line in enumerate(lines))


def _swatch(kind: str) -> str:
    return tag("rect", class_=f"leaf {kind}", x=1, y=1, width=22, height=16, rx=3)


def wrapped(words: str) -> list[str]:
    """Words in lines that fit a box; a longer word is cut, what does not fit ends in an ellipsis.

    Marks that stand above or beneath a letter take no room of their own.
    """
    lines, line = [], ""
    for word in _pieces(words):
        if line and _long(line) + 1 + _long(word) > LETTERS:
            lines, line = [*lines, line], word
        else:
            line = f"{line} {word}".strip()
    lines.append(line)
    return lines if len(lines) <= LINES else [*lines[: LINES - 1], lines[LINES - 1].rstrip(".,") + "…"]


def _pieces(words: str) -> list[str]:
    return [word[at : at + LETTERS] for word in words.split() for at in range(0, len(word), LETTERS)] or [""]


def _long(word: str) -> int:
    return sum(not category(letter).startswith("M") for letter in word)
