"""./rukun export: people by name (with a reason, written down) or the sums of every RT, as CSV or XLSX."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rukun.accounts.permissions import today
from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.kit.sheet import Column, Sheet, write_csv, write_xlsx
from rukun.kit.sheet.writing import Value
from rukun.people.actions import secrets
from rukun.people.queries import extracts
from rukun.people.types import NikStatus, Relation, Sex
from rukun.poverty.public import THRESHOLD
from rukun.poverty.queries import figures
from rukun.poverty.types import Figures, Label
from rukun.site.commands import granted, places
from rukun.site.commands.speaking import answer, counted, say
from rukun.site.commands.whole import written_whole
from rukun.territory import queries as territory
from rukun.territory.types import Place
from rukun.ui.words import ribuan

BY = "perintah:export"
MOST_XLSX_ROWS = 1_048_575
STEP = 50_000
FORMS = (".csv", ".xlsx")
WHERE = (Column("Kecamatan"), Column("Desa/Kelurahan"), Column("Kode desa", 16), Column("RT", 24))
PEOPLE = (
    *WHERE, Column("Rumah tangga", 14, "number"), Column("Hubungan"), Column("Nama", 28), Column("Jenis kelamin", 12),
    Column("Tanggal lahir", 14, "date"), Column("Tempat lahir"), Column("Status kawin"), Column("Pendidikan"),
    Column("Pekerjaan"), Column("NIK tercatat"), Column("Alamat", 30), Column("Tinggal sejak", 14, "date"),
)  # fmt: skip
COUNTS = {
    "Rumah tangga": "households", "Warga": "people", "Balita": "under_five", "Lansia": "elderly",
    "Tanpa NIK tercatat": "without_nik", "Sudah diwawancarai": "interviewed",
}  # fmt: skip
SMALL = f"ada hitungan di bawah {THRESHOLD}: jangan diterbitkan"
FIGURES = (
    *WHERE,
    *(Column(title, 14, "number") for title in (*COUNTS, *(str(label.label) for label in Label))),
    Column("Wawancara tertua", 16, "date"),
    Column("Catatan", 44),
)
Rows = Iterable[Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Extract:
    """A table on its way out. `small` counts rows with a count so small that it may point to a family."""

    name: str
    columns: Sequence[Column]
    count: int
    rows: Rows
    small: int = 0


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what", choices=["people", "figures", "grants"],
        help="people: warga dengan nama; figures: jumlah per RT; grants: dana RT dalam format terbuka",
    )  # fmt: skip
    parser.add_argument(
        "file",
        metavar="BERKAS",
        type=Path,
        nargs="?",
        help="berkas yang ditulis; untuk people dan figures berakhiran .csv atau .xlsx",
    )
    parser.add_argument(
        "--area", metavar="KODE", default="", help=places.AREA_HELP + "; wajib untuk people dan figures"
    )
    granted.arguments(parser)
    parser.add_argument(
        "--reason", metavar="KEPERLUAN", default="", help="keperluan; wajib untuk nama warga, dan tercatat"
    )
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    if options.what == "grants":
        return granted.run(options)
    if options.file is None or not options.area:
        raise Problem("site.export_what", what=options.what)
    on, form = today(), options.file.suffix.lower()
    if form not in FORMS:
        raise Problem("site.export_form", file=options.file)
    reason = secrets.told_reason(options.reason) if options.what == "people" else ""
    with written_whole(options.file) as waiting, places.everything():
        area = places.place(options.area, on=on)
        with EXTRACTS[options.what](area, on) as made:
            say(f"Menulis {ribuan(made.count)} baris untuk {area.label} …")
            written = _write(made, waiting, form)
        if options.what == "people":
            audit.record("people.names_exported", by=BY, path=area.path, reason=reason, rows=written, form=form)
    return _tell(options, area, made, written)


def _tell(options: argparse.Namespace, area: Place, made: Extract, written: int) -> int:
    told = {"ok": True, "file": str(options.file), "area": area.label, "rows": written, "small_counts": made.small}
    words = f"{ribuan(written)} baris untuk {area.label}: {options.file}"
    if made.small:
        words += f"\n{ribuan(made.small)} baris memuat hitungan di bawah {THRESHOLD}."
        words += "\nHitungan kecil dapat menunjuk satu rumah tangga: jangan diterbitkan."
    if options.what == "people":
        words += "\nBerisi nama warga. Simpan terkunci, hapus bila selesai. NIK tidak ada di dalamnya."
    return answer(told, words, as_json=options.json)


def _write(made: Extract, target: Path, form: str) -> int:
    """Writes for its owner's eyes only, and only as many rows as were asked for: else Problem site.export_count."""
    if form == ".xlsx" and made.count > MOST_XLSX_ROWS:
        raise Problem("site.export_too_long", rows=made.count, most=MOST_XLSX_ROWS)
    target.touch(mode=0o600)
    target.chmod(0o600)
    written = _writers()[form](made, target)
    if written != made.count:
        raise Problem("site.export_count", written=written, count=made.count)
    return written


def _writers() -> dict[str, Callable[[Extract, Path], int]]:
    return {
        ".csv": lambda made, target: write_csv([column.title for column in made.columns], made.rows, target),
        ".xlsx": lambda made, target: write_xlsx([Sheet(made.name, made.columns, made.rows)], target),
    }


@contextmanager
def _people(area: Place, on: date) -> Iterator[Extract]:
    ways = _ways(area, on)
    with extracts.residents(area.path) as (count, residents):
        yield Extract("Warga", PEOPLE, count, _told(_person(each, ways) for each in residents))


def _told(rows: Rows) -> Iterator[Sequence[Value]]:
    for number, row in enumerate(rows, start=1):
        yield row
        if number % STEP == 0:
            counted(number)


def _person(each: extracts.Resident, ways: dict[int, tuple[str, ...]]) -> Sequence[Value]:
    return (
        *ways.get(each.rt_id, ("", "", "", "")), each.household_id, _word(Relation, each.relation), each.name,
        _word(Sex, each.sex), each.birth_date, each.birth_place, each.marital, each.education, each.occupation,
        _word(NikStatus, each.nik_status), each.address, each.since,
    )  # fmt: skip


def _word(choices: type[Relation] | type[Sex] | type[NikStatus], value: str) -> str:
    return str(choices(value).label) if value in choices.values else value


@contextmanager
def _figures(area: Place, on: date) -> Iterator[Extract]:
    by_rt, ways = figures.figures_by_rt(area.path), _ways(area, on)
    paths = dict(territory.rts_under(area.path, on=on).values_list("area", "area__path"))
    found = {rt: by_rt.get(path, Figures(rts=1)) for rt, path in paths.items()}
    rows = [_row(ways[rt], each) for rt, each in found.items()]
    small = sum(_is_small(each) for each in found.values())
    yield Extract("Jumlah per RT", FIGURES, len(paths), rows, small)


def _row(way: tuple[str, ...], each: Figures) -> Sequence[Value]:
    counts = (getattr(each, field) for field in COUNTS.values())
    verdicts = (each.verdicts.get(label, 0) if each.judged else None for label in Label.values)
    return (*way, *counts, *verdicts, each.oldest, SMALL if _is_small(each) else "")


def _is_small(each: Figures) -> bool:
    counts = (*(getattr(each, field) for field in COUNTS.values()), *each.verdicts.values())
    return any(0 < count < THRESHOLD for count in counts)


def _ways(area: Place, on: date) -> dict[int, tuple[str, ...]]:
    """RT → kecamatan, desa, code of the desa, RT."""
    rts = list(territory.rts_under(area.path, on=on).values_list("area", flat=True))
    named = territory.places(rts, on=on)
    desas = {step.id for place in named.values() for step in place.way}
    above = {pk: place for pk, place in territory.places(list(desas), on=on).items() if place.level in ABOVE}
    return {pk: _way(place, above) for pk, place in named.items()}


ABOVE = ("kecamatan", "desa")


def _way(place: Place, above: dict[int, Place]) -> tuple[str, ...]:
    found = {above[step.id].level: above[step.id] for step in place.way if step.id in above}
    kecamatan, desa = found.get("kecamatan"), found.get("desa")
    names = (kecamatan.label if kecamatan else "", desa.label if desa else "", desa.code if desa else "")
    return (*names, place.label)


EXTRACTS: dict[str, Callable[[Place, date], AbstractContextManager[Extract]]] = {"people": _people, "figures": _figures}
