"""./rukun export grants: the money of RTs as open standards, a ledger of plain text, a workbook or CSV.

What goes out is public: shops by name, people only as what they are. Texts go to the screen when no file is named.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO
from zipfile import ZIP_DEFLATED, ZipFile

from rukun.accounts.permissions import today
from rukun.audit import actions as audit
from rukun.facilitation.queries import programmes
from rukun.grants.queries import exports_giving, exports_journals, exports_ocds, exports_tables
from rukun.kit.problems import Problem
from rukun.kit.sheet import write_csv, write_xlsx
from rukun.site.commands import places
from rukun.site.commands.speaking import answer, say
from rukun.site.commands.whole import written_whole
from rukun.territory.types import Place
from rukun.ui.words import ribuan

BY = "perintah:export"
TEXTS = ("ocds", "360giving", "beancount")
FORMATS = (*TEXTS, "xlsx", "csv")
GIVING = "360G-rukun"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=FORMATS, help="grants: format keluaran")
    parser.add_argument("--year", type=int, help="grants: satu tahun saja")
    parser.add_argument("--prefix", default="", help="grants: awalan penerbit yang terdaftar (ocds-… atau 360G-…)")
    parser.add_argument("--publisher", default="", help="grants: nama penerbit; tanpa ini nama wilayahnya")


def run(options: argparse.Namespace) -> int:
    on = today()
    _check(options)
    with places.everything():
        area = places.place(options.area or None, on=on)
        written = WAYS[options.format](area, options, on)
        audit.record("grants.exported", by=BY, path=area.path, form=options.format, rows=written)
    if options.file is None:
        return 0
    told = {"ok": True, "file": str(options.file), "area": area.label, "format": options.format, "rows": written}
    return answer(told, f"{ribuan(written)} baris untuk {area.label}: {options.file}", as_json=options.json)


def _check(options: argparse.Namespace) -> None:
    if options.format is None:
        raise Problem("site.export_format")
    if options.file is None and options.format not in TEXTS:
        raise Problem("site.export_grants_file", format=options.format)


@contextmanager
def _opened(file: Path | None) -> Iterator[TextIO]:
    """The screen, or a file that appears whole or not at all."""
    if file is None:
        yield sys.stdout
        return
    with written_whole(file) as waiting, waiting.open("w", encoding="utf-8") as target:
        yield target


def _ocds(area: Place, options: argparse.Namespace, on: date) -> int:
    prefix = options.prefix or exports_ocds.UNREGISTERED
    if not options.prefix:
        say("Awalan OCDS belum terdaftar: pakai --prefix sebelum diterbitkan.")
    frame = exports_ocds.frame(publisher=options.publisher or area.label, uri=f"urn:rukun:{area.id}", on=on)
    rows = exports_ocds.releases(area.path, options.year, on, prefix=prefix)
    with _opened(options.file) as target:
        return _listed(target, frame, "releases", rows)


def _giving(area: Place, options: argparse.Namespace, on: date) -> int:
    programme = programmes.current(on)
    rows = exports_giving.grants(
        area.path, options.year, on, prefix=options.prefix or GIVING, funder=options.publisher or area.way[0].label,
        programme=programme.juknis.programme if programme else "Dana RT",
    )  # fmt: skip
    with _opened(options.file) as target:
        return _listed(target, {}, "grants", rows)


def _listed(target: TextIO, frame: dict[str, object], name: str, rows: Iterable[dict[str, object]]) -> int:
    """Writes a JSON object whose list is longer than memory should hold, one row a line."""
    head = json.dumps(frame, ensure_ascii=False)
    target.write(head[:-1] + (", " if len(head) > 2 else "") + f'"{name}": [')
    count = 0
    for row in rows:
        target.write(("," if count else "") + "\n" + json.dumps(row, ensure_ascii=False))
        count += 1
    target.write("\n]}\n")
    return count


def _beancount(area: Place, options: argparse.Namespace, on: date) -> int:
    """The journal of one book as text; of several as a ZIP, one file a book."""
    texts = exports_journals.texts(area.path, options.year)
    if exports_journals.count(area.path, options.year) == 1:
        with _opened(options.file) as target:
            return sum(1 for _name, text in texts if target.write(text))
    if options.file is None:
        raise Problem("site.export_many_journals")
    written = 0
    with written_whole(options.file) as waiting, ZipFile(waiting, "w", ZIP_DEFLATED) as archive:
        for name, text in texts:
            archive.writestr(name, text)
            written += 1
    return written


def _xlsx(area: Place, options: argparse.Namespace, on: date) -> int:
    with written_whole(options.file) as waiting:
        return write_xlsx(exports_tables.sheets(area.path, options.year, on), waiting)


def _csv(area: Place, options: argparse.Namespace, on: date) -> int:
    """One CSV a table, together in a ZIP."""
    written = 0
    with TemporaryDirectory() as folder, written_whole(options.file) as waiting:
        part = Path(folder) / "tabel.csv"
        with ZipFile(waiting, "w", ZIP_DEFLATED) as archive:
            for sheet in exports_tables.sheets(area.path, options.year, on):
                written += write_csv([column.title for column in sheet.columns], sheet.rows, part)
                archive.write(part, f"{sheet.name.lower()}.csv")
    return written


WAYS: dict[str, Callable[[Place, argparse.Namespace, date], int]] = {
    "ocds": _ocds, "360giving": _giving, "beancount": _beancount, "xlsx": _xlsx, "csv": _csv,
}  # fmt: skip
