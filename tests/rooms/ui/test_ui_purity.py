"""No page of any room carries inline style or inline script: the content security policy would silence it anyway."""

import re
from pathlib import Path

import pytest

import rukun

SOURCE = Path(rukun.__path__[0])
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
SHEETS = sorted([*SOURCE.rglob("static/**/*.css"), *SOURCE.rglob("static/**/*.svg"), *SOURCE.rglob("static/**/*.js")])

FILES = {"profile_file.html"}
"""Pages that are handed out as files of their own: they carry their look with them."""

INLINE = {
    "a style attribute": re.compile(r"""\sstyle\s*=""", re.I),
    "a style element": re.compile(r"<style\b", re.I),
    "an event attribute": re.compile(r"""[\s"']on[a-z]+\s*=\s*["'{]""", re.I),
    "htmx words that need eval": re.compile(r"\bhx-(on|vals\s*=\s*[\"']js:)", re.I),
    "a javascript address": re.compile(r"javascript:", re.I),
    "a script of its own": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>", re.I),
    "something from elsewhere": re.compile(r"""(src|href|action)\s*=\s*["']?(https?:)?//""", re.I),
}


def test_there_are_templates_to_look_at():
    assert len(TEMPLATES) > 30


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_template_is_pure(path):
    text = re.sub(r"\{#.*?#\}|\{% comment.*?endcomment %\}", "", path.read_text("utf-8"), flags=re.S)
    found = {name for name, pattern in INLINE.items() if pattern.search(text)}
    assert found == ({"a style element"} if path.name in FILES else set())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_static_files_fetch_nothing_from_elsewhere(path):
    text = path.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert "//cdn" not in text and "http:" not in text and "https:" not in text and "@import" not in text


@pytest.mark.parametrize(
    "bad", ['<p style="x">', "<a onclick='x()'>", "<script>x</script>", '<a href="//x.y">', '<b hx-on:click="x">']
)
def test_the_watch_sees_what_it_should(bad):
    assert any(pattern.search(bad) for pattern in INLINE.values())
