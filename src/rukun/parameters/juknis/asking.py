"""What a juknis leaves open though the year needs it: asked in plain words, answered with a source."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any, Literal

from rukun.kit.problems import Problem, marked
from rukun.parameters.juknis.documents import as_document, from_document
from rukun.parameters.juknis.types import Juknis

Kind = Literal["rupiah", "percent", "days", "count", "ways", "unit", "date", "limit"]
Answer = int | str | date | tuple[str, ...] | tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """One value. `question` is a marked text with {name}, which is `about`; `is_open`: nobody knows it yet."""

    path: str
    kind: Kind
    question: str
    about: str = ""
    is_open: bool = True


def unknown(juknis: Juknis) -> tuple[Asked, ...]:
    """What still wants an answer, in the order of the juknis."""
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
    _put(document, path.split("."), _written(asked.kind, value))
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
    yield _asked("ceiling", "rupiah", marked("Berapa pagu untuk setiap RT?"), juknis.ceiling)
    yield from _shares(juknis)
    yield from _dates(juknis)
    for path, kind, question in PLAIN:
        yield _asked(path, kind, question, reduce(getattr, path.split("."), juknis))
    if juknis.readiness.questions:
        yield _asked("readiness.needed", "count", marked("Berapa jawaban kuis harus benar?"), juknis.readiness.needed)


def _shares(juknis: Juknis) -> Iterator[Asked]:
    question = marked("Berapa persen pagu untuk bidang {name}?")
    for cluster in juknis.clusters:
        bound = cluster.limit if cluster.limit.is_known else None
        yield _asked(f"clusters.{cluster.key}.limit", "limit", question, bound, cluster.label)


def _dates(juknis: Juknis) -> Iterator[Asked]:
    for step in juknis.steps:
        yield _asked(f"steps.{step.key}.since", "date", marked("Kapan langkah “{name}” mulai?"), step.since, step.label)
        yield _asked(
            f"steps.{step.key}.until", "date", marked("Kapan tenggat langkah “{name}”?"), step.until, step.label
        )


def _asked(path: str, kind: Kind, question: str, value: object, about: str = "") -> Asked:
    return Asked(path, kind, question, about, is_open=value is None or value == ())


def _written(kind: Kind, value: Any) -> Any:
    if kind == "limit":
        return dict(zip(("at_least", "at_most"), value, strict=True)) | {"is_known": True}
    if kind == "ways":
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def _put(document: Any, way: list[str], value: Any) -> None:
    *above, last = way
    for name in above:
        document = (
            document[name] if isinstance(document, dict) else next(each for each in document if each["key"] == name)
        )
    document[last] = value
