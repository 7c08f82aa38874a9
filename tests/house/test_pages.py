"""What holds for every page there is: read from the templates themselves."""

from __future__ import annotations

import re
from pathlib import Path

TEMPLATES = sorted((Path(__file__).resolve().parents[2] / "src" / "rukun").rglob("templates/**/*.html"))
SHEET = Path(__file__).resolve().parents[2] / "src" / "rukun" / "ui" / "static" / "ui" / "rukun.css"


def test_no_browser_speaks_before_our_forms_do():
    """A browser stops an empty answer in words of its own, in its own language; ours are said by the page."""
    forms = [(path.name, form) for path in TEMPLATES for form in re.findall(r"<form\b[^>]*>", path.read_text())]
    assert len(forms) > 50
    assert [(name, form) for name, form in forms if " novalidate " not in form] == []


def test_the_style_sheet_opens_every_layer_at_the_top():
    """A brace lost in a merge makes all that follows weaker without a word."""
    depth = 0
    for line in SHEET.read_text().splitlines():
        assert depth == 0 or not line.startswith("@layer"), line
        depth += line.count("{") - line.count("}")
    assert depth == 0
