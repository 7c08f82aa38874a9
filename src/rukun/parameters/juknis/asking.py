"""What a juknis leaves open though the year needs it: asked in plain words, answered with a source."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import reduce
from typing import Any

from rukun.kit.problems import Problem, marked
from rukun.parameters.juknis import asking_money
from rukun.parameters.juknis.asking_parts import Answer, Asked, Kind, asking, written
from rukun.parameters.juknis.documents import as_document, from_document
from rukun.parameters.juknis.types import Juknis


def unknown(juknis: Juknis) -> tuple[Asked, ...]:
    """What still wants an answer, in the order of the juknis; what only money needs comes last."""
    return tuple(each for each in askable(juknis) if each.is_open)


def askable(juknis: Juknis) -> tuple[Asked, ...]:
    """Everything that may be answered here: what is open, and what is known and may be set right."""
    return tuple(_questions(juknis))


def answered(juknis: Juknis, path: str, value: Answer, source: str) -> Juknis:
    """The juknis with one value filled in and who says so. A `limit` is (least, most) per cent, None for no bound.

    Problems juknis.not_asked, parameters.wrong_shape and those of `soundness`.
    """
    asked = next((each for each in askable(juknis) if each.path == path), None)
    if asked is None:
        raise Problem("juknis.not_asked", path=path)
    document = deepcopy(as_document(juknis))
    if asked.theme == "plan":
        _put(document, path.split("."), _document_value(asked.kind, value))
    else:
        asking_money.put(document["money"], path, value, source)
    others = [each for each in document["filled"] if each["path"] != path]
    return from_document(document | {"filled": [*others, {"path": path, "source": source}]})


PLAIN: tuple[tuple[str, Kind, str], ...] = (
    ("meeting.quorum", "percent", marked("Berapa persen rumah tangga harus hadir dalam musyawarah?")),
    ("meeting.second_quorum", "percent", marked("Berapa persen cukup pada panggilan kedua?")),
    ("meeting.notice_days", "days", marked("Berapa hari sebelum musyawarah undangan dibagikan?")),
    ("choosing.ways", "ways", marked("Cara memilih mana yang boleh dipakai?")),
    ("choosing.unit", "unit", marked("Siapa yang memegang satu lembar suara?")),
    ("answers.desa", "days", marked("Berapa hari desa punya waktu untuk menjawab usulan?")),
    ("answers.kecamatan", "days", marked("Berapa hari kecamatan punya waktu untuk memeriksa usulan?")),
    ("answers.rt", "days", marked("Berapa hari RT punya waktu memperbaiki usulan yang dikembalikan?")),
)


def _questions(juknis: Juknis) -> Iterator[Asked]:
    if juknis.money.allocation.kind not in ("tiers", "range"):
        yield asking("ceiling", "rupiah", marked("Berapa pagu untuk setiap RT?"), juknis.ceiling)
    yield from _shares(juknis)
    yield from _dates(juknis)
    for path, kind, question in PLAIN:
        yield asking(path, kind, question, reduce(getattr, path.split("."), juknis))
    if juknis.readiness.questions:
        yield asking("readiness.needed", "count", marked("Berapa jawaban kuis harus benar?"), juknis.readiness.needed)
    yield from asking_money.questions(juknis)


def _shares(juknis: Juknis) -> Iterator[Asked]:
    question = marked("Berapa persen pagu untuk bidang {name}?")
    for cluster in juknis.clusters:
        bound = cluster.limit if cluster.limit.is_known else None
        yield asking(f"clusters.{cluster.key}.limit", "limit", question, bound, cluster.label)


def _dates(juknis: Juknis) -> Iterator[Asked]:
    for step in juknis.steps:
        yield asking(f"steps.{step.key}.since", "date", marked("Kapan langkah “{name}” mulai?"), step.since, step.label)
        yield asking(
            f"steps.{step.key}.until", "date", marked("Kapan tenggat langkah “{name}”?"), step.until, step.label
        )


def _document_value(kind: Kind, value: Any) -> Any:
    if kind == "limit":
        return dict(zip(("at_least", "at_most"), value, strict=True)) | {"is_known": True}
    return written(value)


def _put(document: Any, way: list[str], value: Any) -> None:
    *above, last = way
    for name in above:
        document = (
            document[name] if isinstance(document, dict) else next(each for each in document if each["key"] == name)
        )
    document[last] = value
