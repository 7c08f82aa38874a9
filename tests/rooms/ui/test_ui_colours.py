"""The colours of the sheet can be read in sunlight, at night, on a photocopy, and by every common kind of sight."""

import re
from itertools import combinations
from pathlib import Path

import pytest

import rukun.ui

SHEET = (Path(rukun.ui.__file__).parent / "static/ui/rukun.css").read_text("utf-8")
LIGHT_WORDS, _, REST = SHEET.partition("@media screen and (prefers-color-scheme: dark)")
HEX = re.compile(r"--([\w-]+): (#[0-9A-F]{6});")
LIGHT = dict(HEX.findall(LIGHT_WORDS))
THEMES = {"light": LIGHT, "dark": LIGHT | dict(HEX.findall(REST.partition("@layer base")[0]))}

# letters upon their ground: 4.5 to 1 (WCAG 2.2, 1.4.3)
LETTERS = [
    *((ink, ground) for ink in ("ink", "quiet") for ground in ("paper", "sheet", "wood-wash")),
    *(("leaf", ground) for ground in ("paper", "sheet", "leaf-wash", "wood-wash")),
    *(("leaf-deep", ground) for ground in ("paper", "sheet", "leaf-wash", "wood-wash")),
    *(("brick", ground) for ground in ("paper", "sheet", "brick-wash")),
    *(("ink", ground) for ground in ("leaf-wash", "brick-wash", "saffron-wash", "sky-wash", "k0", "k1", "k2")),
    *(("paper", ground) for ground in ("k3", "k4", "k5")),
    ("on-leaf", "leaf"),
    ("on-leaf", "leaf-deep"),
    ("saffron-ink", "saffron-wash"),
    ("sky-ink", "sky-wash"),
]
# edges, marks and charts upon their ground: 3 to 1 (1.4.11)
MARKS = [
    *((mark, ground) for mark in ("edge", "wood", "leaf") for ground in ("paper", "sheet")),
    *((f"c{kind}", "paper") for kind in range(1, 7)),
]
# How a screen looks to people who see red, green or blue less (Machado, Oliveira and Fernandes 2009, full severity).
SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "less red": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "less green": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "less blue": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def light_of(colour: str) -> list[float]:
    """Linear red, green and blue of "#RRGGBB"."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def luminance(colour: str) -> float:
    red, green, blue = light_of(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def lab(colour: str, sight) -> tuple[float, float, float]:
    """A colour as an eye of this sight takes it in: lightness, green to red, blue to yellow (CIE 1976)."""
    light = light_of(colour)
    red, green, blue = (min(max(sum(a * b for a, b in zip(row, light, strict=True)), 0), 1) for row in sight)
    whites = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in whites)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_black_on_white_is_the_known_ratio():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_founding_colours_are_kept():
    given = {
        "paper": "#FBFAF7",
        "ink": "#1E2522",
        "leaf": "#0F6B5C",
        "saffron": "#C98A12",
        "brick": "#A93A2A",
        "sky": "#2B6CB0",
    }
    assert given.items() <= LIGHT.items()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "ground"), LETTERS)
def test_letters_can_be_read(theme, ink, ground):
    colours = THEMES[theme]
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_edges_and_marks_can_be_seen(theme, mark, ground):
    colours = THEMES[theme]
    assert contrast(colours[mark], colours[ground]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_kinds_are_told_apart_by_every_sight(theme, sight):
    seen = {kind: lab(THEMES[theme][kind], SIGHTS[sight]) for kind in ("c1", "c2", "c3", "c4", "c5", "c6")}
    for one, other in combinations(seen, 2):
        apart = sum((a - b) ** 2 for a, b in zip(seen[one], seen[other], strict=True)) ** 0.5
        assert apart > 15, f"{one} and {other} look alike"


@pytest.mark.parametrize(("theme", "rises"), [("light", False), ("dark", True)])
def test_steps_keep_their_order_on_a_photocopy(theme, rises):
    steps = [luminance(THEMES[theme][f"k{step}"]) for step in range(6)]
    assert steps == sorted(steps, reverse=not rises)
    assert all(contrast(THEMES[theme][f"k{step}"], THEMES[theme][f"k{step + 1}"]) > 1.3 for step in range(5))


def test_no_colour_stands_outside_the_tokens():
    after = SHEET.partition("@layer base {")[2]
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", after)


def test_every_token_used_is_known():
    used = set(re.findall(r"var\(--([\w-]+)", SHEET))
    known = set(re.findall(r"--([\w-]+):", SHEET))
    assert used and used <= known
