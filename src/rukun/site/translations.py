"""Words in two languages: which texts the house speaks (Indonesian is the msgid), and the catalogue made ready.

`msgids` gathers every text from templates, code, letters and code lists; `compile_catalogues` turns each django.po
into the django.mo that gettext reads. Run as a module it writes what is missing into the catalogue, untranslated:

    python -m rukun.site.translations
"""

from __future__ import annotations

import ast
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from rukun.parameters.ahsp import recipes

SOURCE = Path(__file__).resolve().parents[1]
LOCALE = SOURCE / "site" / "locale"
CALLS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "lazy": None,
    "marked": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
}
LABEL = re.compile(r"\blabel: ([^,}\n]+)")
LEADING = re.compile(r"^[ \t]+", re.MULTILINE)
Msgid = str | tuple[str, str]


def msgids() -> dict[Msgid, set[str]]:
    """Every text of the house → the files it stands in. A text with a plural is the pair of both forms."""
    found: dict[Msgid, set[str]] = {}
    for file in sorted(SOURCE.rglob("*")):
        if file.suffix in {".py", ".html", ".txt", ".yaml"} and "migrations" not in file.parts:
            for msgid in _texts_of(file):
                found.setdefault(msgid, set()).add(file.relative_to(SOURCE).as_posix())
    return found


def missing(language: str = "en") -> dict[Msgid, set[str]]:
    """Texts without a translation, and where they stand."""
    held = catalogue(language)
    told = {message.id for message in held if message.id and _is_told(message)}
    return {msgid: files for msgid, files in msgids().items() if msgid not in told}


def catalogue(language: str) -> Catalog:
    with _po(language).open("rb") as file:
        return read_po(file, locale=language, domain="django")


def compile_catalogues() -> list[Path]:
    """Makes each .mo anew when its .po is younger; returns those. Several processes may do so at once: the last whole
    file stays."""
    anew = []
    for po in LOCALE.glob("*/LC_MESSAGES/django.po"):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        made = io.BytesIO()
        write_mo(made, catalogue(po.parts[-3]))
        _replace(mo, made.getvalue())
        anew.append(mo)
    return anew


def add_missing(language: str = "en") -> int:
    """Writes texts that are not in the catalogue yet into it, untranslated. Returns how many are still untranslated."""
    held, lacking = catalogue(language), missing(language)
    for msgid, files in lacking.items():
        held.add(msgid, locations=[(file, None) for file in sorted(files)])
    made = io.BytesIO()
    write_po(made, held, width=120, sort_output=True, include_lineno=False)
    _replace(_po(language), made.getvalue())
    return len(lacking)


def _texts_of(file: Path) -> Iterator[Msgid]:
    if file.suffix == ".py":
        if "CATALOGUE" in (source := file.read_text("utf-8")):
            yield from _letters_of(source)
        yield from _extracted(source)
    elif file.name == "recipes.yaml":
        for each in recipes():
            yield from (each.label, *each.asks.values())
    elif file.name == "codes.yaml":
        yield from LABEL.findall(file.read_text("utf-8"))
    elif "templates" in file.parts:
        # a template becomes Python-like calls among X-ed out text; line starts must not look like blocks
        yield from _extracted(LEADING.sub("", templatize(file.read_text("utf-8"))))


def _extracted(source: str) -> Iterator[Msgid]:
    for _, found, _, _ in extract("python", io.BytesIO(source.encode()), CALLS, options={"encoding": "utf-8"}):
        yield found if isinstance(found, str) else tuple(found)


def _letters_of(source: str) -> Iterator[str]:
    """The three parts of every letter of a problems catalogue: they are translated where they are shown."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "Sentence":
            parts = [*call.args, *(keyword.value for keyword in call.keywords)]
            yield from (part.value for part in parts if isinstance(part, ast.Constant) and part.value)


def _is_told(message: object) -> bool:
    told = message.string
    return bool(told) if isinstance(told, str) else bool(told) and all(told)


def _po(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _replace(path: Path, content: bytes) -> None:
    half = path.with_name(f".{path.name}.{os.getpid()}")
    half.write_bytes(content)
    half.replace(path)


if __name__ == "__main__":
    print(f"{add_missing()} teks belum diterjemahkan")
