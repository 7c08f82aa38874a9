"""The names of the line icons, read once from the sprite, so that a misspelt icon fails in tests and not on a phone."""

import re
from pathlib import Path

SPRITE = "ui/icons.svg"
NAMES = frozenset(re.findall(r'<symbol id="([\w-]+)"', (Path(__file__).parent / "static" / SPRITE).read_text("utf-8")))
