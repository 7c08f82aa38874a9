"""./rukun allocate: counts elections from .pb files and tells the outcome; it needs no database."""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from rukun.kit.problems import Problem
from rukun.rules.allocation import count, pabulib
from rukun.rules.allocation.explain import Changes, all_changes
from rukun.rules.allocation.method import COMPLETIONS, RULES, TIES, UTILITIES, Method, criteria
from rukun.rules.allocation.outcome import Outcome, canonical
from rukun.rules.allocation.pabulib import File
from rukun.rules.allocation.pabulib.counted import method_of, shares_of
from rukun.site.commands.allocated import page, speaker
from rukun.site.commands.refusals import refuse, spoken

ENDINGS = (".pb", ".pb.gz")
LARGEST_EXPLAINED = 40_000
"""People times works: above this, what would have made each loser win is not searched; an RT has a few thousand."""
PACKED = b"\x1f\x8b"
GZIP = 31  # zlib reads gzip itself: the module of that name costs a start ten milliseconds


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="BERKAS", help="berkas .pb atau .pb.gz, atau folder berisi berkas itu"
    )
    parser.epilog = "Berkas dari Rukun menyebut cara hitungnya sendiri; pilihan di baris perintah mengalahkannya."
    parser.add_argument("--rule", choices=RULES, help=f"aturan hitung (tanpa pilihan: {RULES[0]})")
    parser.add_argument("--utility", choices=UTILITIES, help="nilai usulan bagi pemilihnya: biayanya, atau satu")
    parser.add_argument("--completion", choices=COMPLETIONS, help="cara equal-shares memakai sisa pagu")
    parser.add_argument("--ties", type=_ties, metavar="URUTAN", help=f"pemutus seri, berurutan (tanpa pilihan: {TIES})")
    parser.add_argument(
        "--groups",
        type=lambda text: tuple(text.split(",")),
        default=(),
        metavar="KOLOM,…",
        help="kolom pemilih yang hasilnya dirinci per kelompok, misalnya sex,neighborhood",
    )
    parser.add_argument(
        "--explain",
        choices=("id", "en"),
        help="menjelaskan setiap hasil dalam bahasa ini, dan apa yang akan membuat tiap usulan terpilih",
    )
    parser.add_argument("--json", action="store_true", help="jawaban untuk program; satu baris tiap berkas")


def run(options: argparse.Namespace) -> int:
    has_one = len(options.files) == 1 and not options.files[0].is_dir()
    return max(_answer(path, options, is_alone=has_one) for path in _found(options.files))


def _answer(path: Path, options: argparse.Namespace, *, is_alone: bool) -> int:
    """Counts one file and tells of it; one bad file does not stop the others."""
    language, told = options.explain or "id", {} if is_alone else {"file": str(path)}
    try:
        file = _with_shares(pabulib.read(_unpacked(path), name=path.name, groups=options.groups))
        method = _method(file, options)
        outcome = count(file.election, method)
    except (Problem, OSError) as cause:
        return refuse(cause, as_json=options.json, language=language, **told)
    explained = options.explain and file.election.voters * len(file.election.projects) <= LARGEST_EXPLAINED
    changed = all_changes(file.election, method, outcome) if explained else {}
    print(
        _as_json(file, outcome, told, options.explain, changed)
        if options.json
        else page(file, outcome, language, changed)
    )
    return 0


def _method(file: File, options: argparse.Namespace) -> Method:
    """How the file says it was counted, in what the command line does not say otherwise."""
    asked = {name: getattr(options, name) for name in ("rule", "utility", "completion", "ties")}
    return replace(method_of(file), **{name: word for name, word in asked.items() if word})


def _with_shares(file: File) -> File:
    """What a city says of shares is only told; a file of ours is counted with its own."""
    shares = shares_of(file)
    return replace(file, election=replace(file.election, shares=shares)) if shares else file


def _as_json(
    file: File, outcome: Outcome, told: dict[str, str], language: str | None, changed: Mapping[str, Changes]
) -> str:
    """The result file with the oddities of its source and, where asked for, a sentence for each project, and what
    would have made each loser win."""
    findings = [{"code": each.code, **each.details} for each in file.findings]
    whole = {**told, **outcome.as_json(), "findings": findings}
    if language:
        say = speaker(file, language).reason
        whole["sentences"] = {project: say(project, reason) for project, reason in outcome.reasons.items()}
        whole["changes"] = {project: each.as_json() for project, each in changed.items()}
    return canonical(whole)


def _found(paths: list[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named, each folder in the order of its names.

    Raises Problem `allocation.no_files` for a folder without any.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(each for each in path.iterdir() if each.name.endswith(ENDINGS))
        if not inside:
            raise Problem("allocation.no_files", folder=path)
        yield from inside


def _unpacked(path: Path) -> bytes:
    """The bytes of a file, out of its gzip where it is packed. Raises OSError, Problem `allocation.file_not_packed`."""
    data = path.read_bytes()
    if not data.startswith(PACKED):
        return data
    unpacking = zlib.decompressobj(wbits=GZIP)
    try:
        unpacked = unpacking.decompress(data)
    except zlib.error:
        raise Problem("allocation.file_not_packed", file=path.name) from None
    if not unpacking.eof or unpacking.unused_data:
        raise Problem("allocation.file_not_packed", file=path.name)
    return unpacked


def _ties(text: str) -> str:
    try:
        criteria(text)
    except Problem as problem:
        sentence = spoken(problem)
        raise argparse.ArgumentTypeError(f"{sentence.what} {sentence.why}") from None
    return text
