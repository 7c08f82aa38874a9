"""./rukun import: people, codes, borders, RT and score cards from files, through the same gates as the screens."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from rukun.accounts.permissions import today
from rukun.kit.known_areas import DECREE
from rukun.kit.problems import Problem
from rukun.people.actions import batches
from rukun.people.actions.bulk import MANY
from rukun.people.types import BatchState
from rukun.poverty.actions import score_cards
from rukun.poverty.queries import score_cards as card_queries
from rukun.site import letters, postgres
from rukun.site.commands import places
from rukun.site.commands.speaking import answer, say
from rukun.territory import queries as territory
from rukun.territory.actions import boundaries, codes, registers
from rukun.territory.queries import readings
from rukun.territory.types import Place, Remark
from rukun.ui.words import ribuan

BY = "perintah:import"
LEAST_BYTES_A_ROW = 60
REMARKS_SHOWN = 20
DRY_RUN = "periksa saja; tidak ada yang disimpan"


def arguments(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="people|codes|boundaries|register|ppi")
    _people_arguments(kinds.add_parser("people", help="warga, dari CSV atau XLSX"))
    _codes_arguments(kinds.add_parser("codes", help="kode kabupaten, kecamatan, desa; tanpa berkas: daftar bawaan"))
    _boundaries_arguments(kinds.add_parser("boundaries", help="batas wilayah, dari GeoJSON"))
    _register_arguments(kinds.add_parser("register", help="daftar RT, dari CSV atau XLSX"))
    _ppi_arguments(kinds.add_parser("ppi", help="kartu skor PPI dan tabelnya, dari CSV"))


def _people_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="BERKAS", type=Path, help="berkas CSV atau XLSX: 43 kolom OpenSID atau susunan kami"
    )
    parser.add_argument("--area", metavar="KODE", required=True, help=places.AREA_HELP)
    parser.add_argument("--report", type=Path, metavar="HASIL.xlsx", help="tulis baris yang perlu diperbaiki ke sini")
    _common(parser)


def _codes_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="BERKAS", type=Path, nargs="?", help="berkas daftar kode; boleh kosong saat pertama kali"
    )
    parser.add_argument("--kabupaten", help="kode kabupaten/kota, hanya saat pertama kali, misalnya 64.02")
    _dated(parser)


def _boundaries_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", type=Path, help="berkas GeoJSON (FeatureCollection)")
    parser.add_argument("--level", required=True, choices=["kabupaten", "kecamatan", "desa", "dusun", "rw", "rt"])
    parser.add_argument("--area", metavar="KODE", help=places.AREA_HELP + "; tanpa ini seluruh kabupaten")
    parser.add_argument("--source", required=True, help="asal batas ini, misalnya Peta BIG 2024")
    parser.add_argument("--code", default="kode", help="nama kolom kode di berkas")
    parser.add_argument("--name", default="nama", help="nama kolom nama di berkas")
    _dated(parser)


def _register_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="BERKAS", type=Path, help="berkas CSV atau XLSX, satu baris satu RT")
    parser.add_argument("--area", metavar="KODE", help=places.AREA_HELP + "; tanpa ini seluruh kabupaten")
    _dated(parser)


def _ppi_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="KARTU", type=Path, help="CSV kartu: no, indicator, response, lalu garis")
    parser.add_argument("--table", metavar="TABEL", type=Path, required=True, help="CSV tabel: score, lalu garis")
    parser.add_argument("--source", metavar="SUMBER", type=_at_most(200), required=True, help="pemilik dan terbitannya")
    parser.add_argument("--name", metavar="JUDUL", type=_at_most(120), help="judul kartu; tanpa ini nama berkasnya")
    parser.add_argument("--line", metavar="GARIS", default="", help="garis di tabel yang dipakai menilai")
    parser.add_argument(
        "--pair", metavar="KARTU=TABEL", type=_pair, action="append", default=[],
        help="garis mana di kartu adalah garis mana di tabel; boleh berulang",
    )  # fmt: skip
    parser.add_argument("--since", type=date.fromisoformat, metavar="TTTT-BB-HH", help="dipakai sejak; hari ini")
    _common(parser)


def _at_most(letters_long: int) -> Callable[[str], str]:
    def checked(text: str) -> str:
        if not 0 < len(text.strip()) <= letters_long:
            raise argparse.ArgumentTypeError(f"isi dengan 1 sampai {letters_long} huruf")
        return text.strip()

    return checked


def _pair(text: str) -> tuple[str, str]:
    """A line's title on the card may hold "=" itself; a name in the table does not."""
    card, sign, table = text.rpartition("=")
    if not (sign and card.strip() and table.strip()):
        raise argparse.ArgumentTypeError(f"tulis KARTU=TABEL, bukan {text}")
    return card.strip(), table.strip()


def _dated(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--since", type=date.fromisoformat, metavar="TTTT-BB-HH", help="berlaku sejak; hari ini")
    parser.add_argument("--basis", metavar="DASAR", default="", help="dasar hukum, misalnya Perda 3/2024")
    _common(parser)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--dry-run", action="store_true", help=DRY_RUN)
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    if options.file:
        places.readable(options.file)
    return IMPORTS[options.what](options)


def _people(options: argparse.Namespace) -> int:
    """Checked in one transaction and accepted in the next: what happens between them leaves a batch to look at."""
    on = today()
    _become_owner_for_many(options.file)
    with places.everything():
        area = places.place(options.area, on=on)
        say(f"Memeriksa {options.file.name} untuk {area.label} …")
        source = batches.Upload(options.file.name, options.file)
        batch = batches.check(area_id=area.id, source=source, by=BY, on=on)
        if options.report:
            _write_report(batch, options.report)
    enters = batch.state == BatchState.CHECKED and batch.rows_kept > 0
    with places.everything():
        if enters and not options.dry_run:
            say(f"Menyimpan {ribuan(batch.rows_kept)} baris …")
            batch = batches.accept(batch=batch, by=BY, on=on)
        else:
            batch = batches.discard(batch=batch, by=BY, on=on)
    return _tell_batch(batch, options, ok=enters)


def _become_owner_for_many(file: Path) -> None:
    """Only the owner may lay the keys down while very many rows move in; everyone else stays behind the walls."""
    if file.stat().st_size >= MANY * LEAST_BYTES_A_ROW:
        postgres.enter_as(connection, settings.OWNER)


def _write_report(batch: Any, target: Path) -> None:
    """The workbook holds people's cells: it is readable by its owner only from its first byte."""
    with batches.report(batch=batch, by=BY) as made, os.fdopen(_private(target), "wb") as file:
        file.write(made.read())


def _private(target: Path) -> int:
    handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.fchmod(handle, 0o600)
    return handle


def _tell_batch(batch: Any, options: argparse.Namespace, *, ok: bool) -> int:
    counts = {name: getattr(batch, f"rows_{name}") for name in ("read", "kept", "refused", "warned")}
    told = {"ok": ok, "batch": batch.pk, "state": batch.state, "is_dry_run": options.dry_run} | counts
    told |= {"report": str(options.report) if options.report else None, "findings": batch.findings}
    lines = [_ending(ok, options.dry_run), _counts(counts), *_kinds_of_findings(batch.findings)]
    if options.report:
        lines.append(f"Baris yang perlu diperbaiki ada di {options.report}")
    elif counts["refused"]:
        lines.append("Tambahkan --report HASIL.xlsx untuk mendapat baris yang ditolak, lalu perbaiki di sana.")
    return answer(told, "\n".join(lines), as_json=options.json)


def _ending(ok: bool, is_dry_run: bool) -> str:
    if not ok:
        return "Tidak ada yang masuk: terlalu banyak masalah, atau tidak ada baris yang dapat disimpan."
    return "Percobaan saja: tidak ada yang disimpan." if is_dry_run else "Masuk."


def _counts(counts: dict[str, int]) -> str:
    words = {"read": "dibaca", "kept": "dapat disimpan", "refused": "ditolak", "warned": "perlu dilihat"}
    return ", ".join(f"{ribuan(number)} {words[name]}" for name, number in counts.items())


def _kinds_of_findings(findings: dict[str, dict[str, Any]]) -> list[str]:
    return [
        f"  {ribuan(about['count'])} × {letters.spoken(Problem(code)).what} (baris {_few(about['rows'])})"
        for code, about in findings.items()
    ]


def _few(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))


def _codes(options: argparse.Namespace) -> int:
    on = options.since or today()
    with places.everything():
        if territory.installation() is None:
            return _found(options, on)
        if not options.file:
            raise Problem("site.file_missing")
        content, name = options.file.read_bytes(), options.file.name
        compared = readings.compare_codes(content, name, on=on)
        if not options.dry_run and not compared.errors:
            codes.bring(source=content, file=name, since=on, basis=_basis(options), by=BY)
    counts = {"fresh": len(compared.fresh), "revised": len(compared.revised), "same": compared.same}
    words = f"{counts['fresh']} baru, {counts['revised']} berubah, {counts['same']} tetap, "
    words += f"{len(compared.missing)} tidak ada di daftar (dibiarkan)."
    return _tell(options, compared.remarks, words, **counts, missing=len(compared.missing))


def _found(options: argparse.Namespace, on: date) -> int:
    """An empty installation: the kabupaten is founded, by the shipped list or by the file."""
    if not options.kabupaten:
        raise Problem("site.kabupaten_missing")
    listed = None
    if options.file:
        content = options.file.read_bytes()
        listed = readings.list_of(content, options.file.name, kabupaten_code=options.kabupaten)
    basis = options.basis.strip() or DECREE
    codes.found(kabupaten_code=options.kabupaten, since=on, basis=basis, by=BY, listed=listed)
    fresh = territory.editions(on=on).count()
    transaction.set_rollback(options.dry_run)
    return _tell(options, (), f"{fresh} wilayah; kabupaten siap.", fresh=fresh)


def _boundaries(options: argparse.Namespace) -> int:
    on = options.since or today()
    content, file = options.file.read_bytes(), options.file.name
    with places.everything():
        area = places.place(options.area, on=on)
        where = {"level": options.level, "within": area.path, "since": on, "code": options.code, "name": options.name}
        atlas = readings.read_boundaries(content, file, **where)
        if not options.dry_run and not atlas.errors:
            boundaries.bring(content=content, file=file, source=options.source, by=BY, **where)
    words = f"{len(atlas.drawn)} batas dari {atlas.read} bentuk; {len(atlas.without)} wilayah tanpa batas."
    return _tell(options, atlas.remarks, words, read=atlas.read, kept=len(atlas.drawn), without=len(atlas.without))


def _register(options: argparse.Namespace) -> int:
    on = options.since or today()
    content, file = options.file.read_bytes(), options.file.name
    with places.everything():
        area: Place = places.place(options.area, on=on)
        where = {"within": area.path, "since": on, "basis": _basis(options)}
        register = readings.read_register(content, file, **where)
        if not options.dry_run and not register.errors:
            registers.bring(source=content, file=file, by=BY, **where)
    words = f"{register.read} dibaca, {len(register.rows)} RT baru, {register.known} sudah ada."
    return _tell(options, register.remarks, words, read=register.read, kept=len(register.rows), known=register.known)


def _ppi(options: argparse.Namespace) -> int:
    """A dry run brings the card as well and takes it back, so that it meets every refusal of the real one."""
    on = options.since or today()
    places.readable(options.table)
    files = {"card": options.file.read_bytes(), "lookup": options.table.read_bytes()}
    with places.everything():
        places.place(None, on=today())
        seen = card_queries.examined(**files, title=options.name or options.file.stem)
        for pair in seen.pairs:
            say(f"  {pair.card} = {pair.lookup}: {'cocok' if pair.agrees else 'periksa'}")
        kept = score_cards.bring(
            **files, title=options.name or options.file.stem, source=options.source, line=_line(options, seen),
            names=_names(options, seen), since=on, by=BY,
        )  # fmt: skip
        transaction.set_rollback(options.dry_run)
    told = {"key": kept.key, "line": kept.card["line"], "lines": seen.lookup.lines, "since": on}
    told |= {"questions": len(seen.card.questions), "ok": True, "is_dry_run": options.dry_run}
    words = f"{kept.title}: {told['questions']} pertanyaan, dinilai pada garis {told['line']}, dipakai sejak {on}."
    return answer(told, f"{_ending(True, options.dry_run)} {words}", as_json=options.json)


def _line(options: argparse.Namespace, seen: card_queries.Examined) -> str:
    """The named line; unnamed, the only one there is."""
    if options.line or len(seen.lookup.lines) > 1:
        return options.line
    return seen.lookup.lines[0]


def _names(options: argparse.Namespace, seen: card_queries.Examined) -> dict[str, str]:
    """What the person paired over what agrees by itself; {} leaves all of it to the proposal."""
    agreed = {pair.card: pair.lookup for pair in seen.pairs if pair.agrees}
    return agreed | dict(options.pair) if options.pair else {}


def _basis(options: argparse.Namespace) -> str:
    if not options.basis.strip():
        raise Problem("site.basis_missing")
    return options.basis.strip()


def _tell(options: argparse.Namespace, remarks: Sequence[Remark], words: str, **counts: int) -> int:
    """What came of a file about places: all of it came in, or, with errors, nothing."""
    errors = [remark for remark in remarks if remark.is_error]
    for remark in (*errors, *(each for each in remarks if not each.is_error))[:REMARKS_SHOWN]:
        say(f"  baris {remark.row}, {remark.column or '-'}: {letters.spoken(remark.finding).what}")
    if errors:
        words = f"Tidak ada yang masuk: {len(errors)} baris perlu diperbaiki. {words}"
    elif options.dry_run:
        words = f"Percobaan saja: tidak ada yang disimpan. {words}"
    told = {"ok": not errors, "is_dry_run": options.dry_run, "refused": len(errors)} | counts
    return answer(told | {"warned": len(remarks) - len(errors)}, words, as_json=options.json)


IMPORTS = {"people": _people, "codes": _codes, "boundaries": _boundaries, "register": _register, "ppi": _ppi}
