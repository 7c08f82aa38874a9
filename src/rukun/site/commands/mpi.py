"""./rukun mpi: many hardships counted at once, for a file of households and a set of indicators; no database."""

from __future__ import annotations

import argparse
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

from rukun.kit.problems import Problem
from rukun.parameters import mpi as parameters
from rukun.rules.mpi import Index, Indicator, Spec, measure
from rukun.site.commands import deprivations


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, metavar="BERKAS", help="berkas .csv atau .parquet: satu rumah tangga sebaris"
    )
    parser.add_argument("--spec", type=Path, metavar="BERKAS", help="penunjuk, bobot dan batas (.yaml)")
    parser.add_argument(
        "--by", action="append", default=[], metavar="KOLOM", help="dirinci menurut kolom; boleh berulang"
    )
    parser.add_argument("--weight", metavar="KOLOM", default="", help="kolom bobot survei")
    parser.add_argument("--cutoff", metavar="PECAHAN", help="batas miskin, mengalahkan yang di berkas")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    held = (
        parameters.read(options.spec.read_text("utf-8"), options.spec.stem) if options.spec else parameters.indonesia()
    )
    spec = Spec(tuple(Indicator(i.code, i.weight, i.dimension) for i in held.indicators), _cutoff(options, held))
    weight = options.weight or held.weight
    table = deprivations.read(options.file, held, weight=weight, groups=options.by)
    everyone = measure(table, spec, weight=weight)[None]
    groups = [("", "", everyone)]
    groups += [
        (by, key, index) for by in options.by for key, index in measure(table, spec, weight=weight, by=by).items()
    ]
    told = [_told(by, key, index, everyone, held) for by, key, index in groups]
    print(_as_json(held, spec, told) if options.json else _page(held, spec, told))
    return 0


def _cutoff(options: argparse.Namespace, held: parameters.Set) -> Fraction:
    if not options.cutoff:
        return held.cutoff
    try:
        cutoff = Fraction(options.cutoff)
    except (ValueError, ZeroDivisionError):
        cutoff = Fraction(0)
    if not 0 < cutoff <= 1:
        raise Problem("site.mpi_cutoff", cutoff=options.cutoff)
    return cutoff


def _told(by: str, key: Any, index: Index, everyone: Index, held: parameters.Set) -> dict[str, Any]:
    """One group as plain numbers; null where nobody stands."""
    shares = {name: getattr(index, name) for name in ("h", "a", "m0", "h_least", "h_most")}
    shares |= {"share": index.share_of(everyone), "contribution": index.contribution_to(everyone)}
    parts = [
        {
            "code": each.code,
            "raw": index.raw(each.code),
            "censored": index.censored(each.code),
            "adds": index.adds(each.code),
        }
        for each in held.indicators
    ]
    told = {"by": by, "group": key, "counted": index.counted, "incomplete": index.incomplete, **shares}
    return {**told, "indicators": parts}


def _as_json(held: parameters.Set, spec: Spec, told: list[dict[str, Any]]) -> str:
    whole = {"ok": True, "title": held.title, "source": held.source, "cutoff": str(spec.cutoff), "groups": told}
    return json.dumps(whole, default=float, ensure_ascii=False)


def _page(held: parameters.Set, spec: Spec, told: list[dict[str, Any]]) -> str:
    lines = [f"{held.title} · batas {spec.cutoff}", ""]
    head = f"{'Kelompok':<28}{'dihitung':>10}{'terpisah':>10}{'H':>9}{'A':>9}{'M0':>9}{'bagian M0':>11}"
    lines += [head, "-" * len(head), *(_line(each) for each in told), ""]
    lines += ["terpisah: ada jawaban yang belum diketahui, jadi tidak ikut dihitung.", "", *_parts(held, told[0])]
    return "\n".join(lines)


def _line(each: dict[str, Any]) -> str:
    name = f"{each['by']} {each['group']}".strip() or "Semua"
    shares = "".join(f"{_percent(each[share]):>9}" for share in ("h", "a", "m0"))
    return f"{name:<28}{each['counted']:>10}{each['incomplete']:>10}{shares}{_percent(each['contribution']):>11}"


def _parts(held: parameters.Set, everyone: dict[str, Any]) -> list[str]:
    names = {each.code: each.id for each in held.indicators}
    head = f"{'Penunjuk':<48}{'semua':>9}{'miskin':>9}{'bagian M0':>11}"
    rows = (
        f"{names[part['code']][:46]:<48}" + "".join(f"{_percent(part[name]):>{width}}" for name, width in SHOWN)
        for part in everyone["indicators"]
    )
    return [head, "-" * len(head), *rows]


SHOWN = (("raw", 9), ("censored", 9), ("adds", 11))


def _percent(share: Any) -> str:
    return "–" if share is None else f"{100 * float(share):.1f}%".replace(".", ",")
