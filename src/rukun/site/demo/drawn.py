"""Pictures nobody could take for real ones: drawn notes, lists and works, each marked REKAAN across."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFont

SIZE = (720, 960)
PAPERS = ("#fdf8e4", "#e8f1f8", "#fbe9ea", "#eaf6e6", "#f4ecf9")
MARK = "REKAAN"


def note(title: str, rows: Sequence[str], total: str) -> bytes:
    """A note of a shop, or a list with signatures: no two look alike."""
    rng = Random(f"{title}{rows}{total}")  # noqa: S311 - the same picture every time
    held = _table(rng)
    pen = ImageDraw.Draw(held)
    left, top = rng.randrange(30, 210), rng.randrange(30, 260)
    right, bottom = left + 480, top + rng.randrange(460, 660)
    pen.rectangle((left, top, right, bottom), fill=rng.choice(PAPERS))
    for line, words in enumerate((title, "", *rows, "", total)):
        pen.text((left + 20, top + 20 + line * 36), words, fill="#26302f", font=ImageFont.load_default(22))
    for _ in range(5):
        x, y = rng.randrange(left, right - 90), rng.randrange(bottom - 260, bottom - 40)
        pen.arc((x, y, x + rng.randrange(60, 220), y + rng.randrange(30, 160)), 0, 300, fill="#4650a0", width=9)
    return _marked(held, rng)


def _table(rng: Random) -> Image.Image:
    """A cloth of patches under the paper, another each time."""
    held = Image.new("RGB", SIZE)
    pen = ImageDraw.Draw(held)
    for x in range(0, SIZE[0], 120):
        for y in range(0, SIZE[1], 120):
            pen.rectangle((x, y, x + 120, y + 120), fill=tuple(rng.randrange(20, 235) for _ in range(3)))
    return held


def path(percent: int) -> bytes:
    """A path between two rows of grass: earth, and concrete as far as it has come."""
    rng = Random(percent)  # noqa: S311
    held = Image.new("RGB", (960, 720), ("#bfd9e6", "#e9dcc3", "#a9c3d8")[percent // 50])
    pen = ImageDraw.Draw(held)
    pen.rectangle((0, 260 + percent, 960, 720), fill="#5f8046")
    bend = 480 + rng.randrange(-200, 200)
    pen.polygon([(bend, 260), (bend + 80, 260), (860, 720), (100, 720)], fill="#8a7250")
    far = 720 - int(4.6 * percent)
    if percent:
        pen.polygon([(100, 720), (860, 720), (bend + 90, far), (bend - 20, far)], fill="#cac7bf", outline="#77746c")
    for _ in range(12):
        x, y = rng.randrange(960), rng.randrange(300, 720)
        pen.ellipse((x, y, x + 70, y + 50), fill=rng.choice(("#3f6b31", "#73955a", "#a08a5c")))
    return _marked(held, rng)


def _marked(held: Image.Image, rng: Random) -> bytes:
    pen = ImageDraw.Draw(held)
    spot = (held.width // 4, rng.randrange(held.height // 3, held.height // 2))
    pen.text(spot, MARK, fill="#c0392b", font=ImageFont.load_default(96))
    kept = BytesIO()
    held.save(kept, "JPEG", quality=80)
    return kept.getvalue()
