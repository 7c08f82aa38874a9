"""The line icons of the sprite. Their names are read once, so that a misspelt icon fails in tests, not on a phone."""

import re
from pathlib import Path

from django.forms.utils import flatatt
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

SPRITE = "ui/icons.svg"
NAMES = frozenset(re.findall(r'<symbol id="([\w-]+)"', (Path(__file__).parent / "static" / SPRITE).read_text("utf-8")))


def icon(name: str, label: str = "") -> SafeString:
    """A line icon. Without a label it is decoration and is not read aloud. An unknown name is a LookupError."""
    if name not in NAMES:
        raise LookupError(f"no icon is called {name!r}")
    spoken = {"role": "img", "aria-label": label} if label else {"aria-hidden": "true"}
    return format_html('<svg class="icon"{}><use href="{}#{}"></use></svg>', flatatt(spoken), static(SPRITE), name)
