"""Price lists and lists of AHSP as users bring them: read whole, every cell that cannot be read named, nothing kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from rukun.grants.types import MOST, LineKind
from rukun.kit import money, sheet
from rukun.kit.problems import Finding, Problem
from rukun.rules import budget as rules

MOST_TOLD = 30
PRICES = sheet.Header(
    {
        "kode": ("kode barang", "no kode", "kode item"),
        "jenis": ("kategori", "kelompok"),
        "uraian": ("nama barang", "nama", "uraian barang", "item", "jenis barang"),
        "satuan": ("sat",),
        "harga": ("harga satuan", "harga dasar", "standar harga"),
    },
    frozenset({"uraian", "satuan", "harga"}),
)
ANALYSES = sheet.Header(
    {
        "kode_ahsp": ("kode ahsp",),
        "nama_ahsp": ("nama ahsp", "uraian pekerjaan"),
        "kode_item_lookup": ("kode item",),
        "kategori": (),
        "item": ("uraian",),
        "satuan": (),
        "koefisien": (),
    },
    frozenset({"kode_ahsp", "nama_ahsp", "item", "satuan", "koefisien"}),
)
KINDS = sheet.choices(
    {
        LineKind.MATERIAL.value: ("bahan", "material", "bahan bangunan"),
        LineKind.EQUIPMENT.value: ("alat", "peralatan", "sewa alat"),
        LineKind.WAGE.value: ("upah", "tenaga", "tenaga kerja"),
        LineKind.FEE.value: ("honor", "jasa", "honor dan jasa"),
    }
)
DAYS = frozenset({"hok", "oh", "oj", "org/hari", "orang/hari", "orang hari"})
_DECIMAL = re.compile(r"\d{1,10}(?:[.,]\d{1,6})?", re.ASCII)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds. `errors` name sheet, row and column; with one of them nothing is kept. `marked`: coefficients
    that look as if they had lost their comma, kept as they stand."""

    rows: tuple[Row, ...]
    errors: tuple[Finding, ...]
    count: int
    marked: tuple[Row, ...] = ()


def prices(source: bytes | Path, name: str) -> Read:
    """Raises the Problems of kit.sheet."""
    return _read(source, name, PRICES, _price)


def analyses(source: bytes | Path, name: str) -> Read:
    """The layout id, kode_ahsp, nama_ahsp, kode_item_lookup, kategori, item, satuan, koefisien."""
    return _read(source, name, ANALYSES, _coefficient)


def _read(source: bytes | Path, name: str, header: sheet.Header, one: Callable[[Row], Row]) -> Read:
    table = sheet.read(source, name, header=header)
    rows: list[Row] = []
    errors: list[Finding] = []
    seen: dict[str, int] = {}
    for number, cells in table.rows:
        told = {key: sheet.clean_text(cells[at]) for key, at in table.columns.items()}
        try:
            row = one(told | {"row": number, "sheet": table.sheet})
            _once(row, table.sheet, number, seen)
        except Problem as problem:
            errors.append(Finding(problem.code, "error", problem.details))
        else:
            rows.append(row)
    errors += [each for each in table.findings if each.code == "sheet.merged_cells"]
    if not rows and not errors:
        raise Problem("sheet.empty", sheet=table.sheet)
    marked = (row for row in rows if "quantity" in row and rules.looks_wrong(row["kind"], Decimal(row["quantity"])))
    return Read(tuple(rows), tuple(sorted(errors, key=_weight)), len(rows) + len(errors), tuple(marked))


def _weight(finding: Finding) -> int:
    return finding.code != "sheet.merged_cells"


def _once(row: Row, sheet: str, number: int, seen: dict[str, int]) -> None:
    if "amount" in row and seen.setdefault(row["code"], number) != number:
        raise Problem("grants.price_code_twice", sheet=sheet, row=number, name=row["code"], first=seen[row["code"]])


def _price(told: Row) -> Row:
    words, unit = _text(told, "uraian", 200), _text(told, "satuan", 20)
    kind = _kind(told["jenis"]) or (LineKind.WAGE.value if unit.casefold() in DAYS else LineKind.MATERIAL.value)
    code = told["kode"][:60] or f"baris-{told['row']}"
    return {"code": code, "kind": kind, "words": words, "unit": unit, "amount": _amount(told)}


def _amount(told: Row) -> int:
    text = told["harga"]
    try:
        amount = money.parse(text)
    except Problem:
        raise _unreadable(told, "harga", text) from None
    if not 0 < amount <= MOST:
        raise Problem("grants.price_range", sheet=told["sheet"], row=told["row"], column="harga", text=text)
    return amount


def _unreadable(told: Row, column: str, text: str) -> Problem:
    return Problem("grants.price_cell", sheet=told["sheet"], row=told["row"], column=column, text=text)


def _coefficient(told: Row) -> Row:
    quantity = told["koefisien"]
    if not _DECIMAL.fullmatch(quantity) or not Decimal(quantity.replace(",", ".")) > 0:
        raise _unreadable(told, "koefisien", quantity)
    return {
        "work_code": _text(told, "kode_ahsp", 40), "work_words": _text(told, "nama_ahsp", 600),
        "kind": _kind(told["kategori"]) or LineKind.MATERIAL.value, "code": told["kode_item_lookup"][:60],
        "words": _text(told, "item", 300), "unit": _text(told, "satuan", 40), "quantity": quantity.replace(",", "."),
    }  # fmt: skip


def _text(told: Row, name: str, most: int) -> str:
    if not told[name]:
        raise _unreadable(told, name, "")
    return str(told[name])[:most]


def _kind(text: str) -> str:
    found = sheet.choice(text, KINDS)
    return found if isinstance(found, str) else ""


def first(errors: tuple[Finding, ...]) -> Iterator[Finding]:
    yield from errors[:MOST_TOLD]
