"""./rukun growth: z-scores for a file of measured children, a row for a row; it needs no database."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from rukun.parameters import growth
from rukun.site.commands import measured

LAYOUT = """Kolom: sex (1 laki-laki, 2 perempuan, atau kata), age_days atau birth_date dan visit_date, weight_kg,
lenhei_cm, measure (l telentang, h berdiri), oedema (y/n), headc_cm, muac_cm. Kolom lain ikut terbawa. Hasilnya waz,
haz, whz, baz, hcz, acz, masing-masing dengan kategori, tanda (1 bila tidak masuk akal) dan alasannya."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="BERKAS", help="berkas .csv dengan satu anak tiap baris")
    parser.add_argument("--language", choices=("id", "en"), default="id", help="bahasa kategori dan alasan")
    parser.add_argument(
        "--on", type=date.fromisoformat, help="kategori yang berlaku pada hari ini (tanpa ini: sekarang)"
    )
    parser.epilog = LAYOUT


def run(options: argparse.Namespace) -> int:
    classes = growth.classes(options.on or datetime.now(UTC).date())
    told = measured.scored(measured.read(options.file), classes, language=options.language)
    told.write_csv(sys.stdout.buffer)
    return 0
