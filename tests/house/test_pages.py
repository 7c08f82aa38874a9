"""What holds for every page there is: read from the templates themselves."""

from __future__ import annotations

import re
from pathlib import Path

TEMPLATES = sorted((Path(__file__).resolve().parents[2] / "src" / "rukun").rglob("templates/**/*.html"))


def test_no_browser_speaks_before_our_forms_do():
    """A browser stops an empty answer in words of its own, in its own language; ours are said by the page."""
    forms = [(path.name, form) for path in TEMPLATES for form in re.findall(r"<form\b[^>]*>", path.read_text())]
    assert len(forms) > 50
    assert [(name, form) for name, form in forms if " novalidate " not in form] == []
