"""./rukun shell: Python with the models at hand, behind the walls; --everything opens every area."""

from __future__ import annotations

import argparse
import code

from django.apps import apps
from django.db import transaction

from rukun.walls import scope


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--everything", action="store_true", help="buka semua wilayah (dalam satu transaksi)")
    parser.add_argument("--run", metavar="KODE", help="jalankan satu baris Python lalu selesai")


def run(options: argparse.Namespace) -> int:
    names = {model.__name__: model for model in apps.get_models() if model.__module__.startswith("rukun.")}
    with transaction.atomic():
        if options.everything:
            scope.enter_everything()
        if options.run:
            exec(options.run, names)  # noqa: S102 - the shell of the machine's own keeper
        else:
            code.interact(banner="Rukun · " + ", ".join(sorted(names)), local=names)
    return 0
