"""./rukun classify: judges the hardship of every household under an area again, by the rule of today."""

from __future__ import annotations

import argparse
import time

from rukun.accounts.permissions import today
from rukun.poverty.actions import classifications
from rukun.poverty.queries import figures
from rukun.poverty.types import Label
from rukun.site.commands import places
from rukun.site.commands.speaking import answer, counted, say
from rukun.ui.words import ribuan

BY = "perintah:classify"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--area", metavar="KODE", help=places.AREA_HELP + "; tanpa ini seluruh kabupaten")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    began, on = time.monotonic(), today()
    with places.everything():
        area = places.place(options.area, on=on)
        say(f"Menilai keluarga di {area.label} …")
        changed = classifications.classify_area(path=area.path, on=on, by=BY, progress=counted)
        verdicts = figures.of_path(area.path).verdicts
    labels = {label: verdicts.get(label, 0) for label in Label.values}
    judged = sum(labels.values())
    told = {"ok": True, "area": area.label, "households": judged, "changed": changed} | labels
    told["seconds"] = round(time.monotonic() - began, 1)
    words = [f"{ribuan(judged)} keluarga dinilai, {ribuan(changed)} putusan baru."]
    words += [f"  {ribuan(labels[label])} {str(label.label).lower()}" for label in Label]
    return answer(told, "\n".join(words), as_json=options.json)
