"""Figures that may be shown to who may not see families: small counts are drawn curtains, and no sum betrays them.

Which counts of an area are hidden is decided once, in the table of its parent, and kept on its own page.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from rukun.poverty.queries import figures as queries
from rukun.poverty.queries.figures import total
from rukun.poverty.types import HIDDEN, AreaSheet, Count, Figures, Label, Likelihood, Safe, whole
from rukun.rules.disclosure import Shown, Table, suppress
from rukun.territory import queries as territory

THRESHOLD = 10


def figures(area_id: int, *, on: date) -> tuple[AreaSheet, Safe, dict[int, Safe]] | None:
    """An area's sheet with its safe counts and those of its children by id; None when there is no such place."""
    place = territory.place(area_id, on=on)
    if place is None:
        return None
    sheet = queries.sheet(place, on=on)
    return sheet, own(sheet, on=on), beneath(sheet)


def own(sheet: AreaSheet, *, on: date) -> Safe:
    """The area's own counts as its parent's table shows them."""
    parent = territory.place(sheet.place.parent_id, on=on) if sheet.place.parent_id else None
    if parent is None:
        return _safe(sheet.own, _released({sheet.place.id: sheet.own})[sheet.place.id])
    siblings = {child.id: found for child, found in queries.children(parent, on=on)}
    return _safe(sheet.own, _released(siblings)[sheet.place.id])


def beneath(sheet: AreaSheet) -> dict[int, Safe]:
    released = _released({child.id: found for child, found in sheet.children})
    return {child.id: _safe(found, released[child.id]) for child, found in sheet.children}


def by_rt(found: Mapping[str, Figures]) -> dict[str, Safe]:
    """Path of each RT → its safe counts, as the table of its parent shows them: the same as `own`, for many at once."""
    beneath: dict[str, dict[str, list[Figures]]] = {_parent(rt): {} for rt in found}
    for rt, figures in found.items():
        for above in filter(beneath.__contains__, _above(rt)):
            beneath[above].setdefault(_step(above, rt), []).append(figures)
    safe: dict[str, Safe] = {}
    for parts in beneath.values():
        sums = {number: (path, total(held)) for number, (path, held) in enumerate(parts.items())}
        released = _released({number: held for number, (_path, held) in sums.items()})
        safe |= {path: _safe(held, released[number]) for number, (path, held) in sums.items() if path in found}
    return safe


def _above(path: str) -> list[str]:
    steps = path.split(".")[:-1]
    return ["".join(f"{step}." for step in steps[:depth]) for depth in range(1, len(steps))]


def _parent(path: str) -> str:
    return _above(path)[-1]


def _step(above: str, path: str) -> str:
    """The place right beneath `above` in which `path` lies."""
    return f"{above}{path[len(above) :].partition('.')[0]}."


def likelihoods(sheet: AreaSheet) -> list[Likelihood]:
    """What the score cards say of an area, where more than a few families were scored."""
    return [each for each in sheet.likelihoods if each.count >= THRESHOLD]


def _released(areas: Mapping[int, Figures]) -> dict[int, dict[str, Count]]:
    """Area → label → count: one table of areas by verdict, its sums taken as known. An unjudged area has no row."""
    told = {pk: found for pk, found in areas.items() if found.judged}
    counts = tuple(tuple(found.verdicts.get(label, 0) for label in Label.values) for found in told.values())
    table = Table(tuple(map(str, told)), tuple(Label.values), counts)
    cells = suppress(table, threshold=THRESHOLD).cells if told else ()
    rows = {pk: dict(zip(Label.values, map(_count, line), strict=True)) for pk, line in zip(told, cells, strict=True)}
    return {pk: rows.get(pk, dict.fromkeys(Label.values, 0)) for pk in areas}


def _safe(found: Figures, verdicts: dict[str, Count]) -> Safe:
    """Reasons and needs are shown only beside verdicts that are all shown, and never from either side when few."""
    is_open = whole(verdicts) is not HIDDEN
    return Safe(verdicts, _sides(found.reasons, found.judged, is_open), _sides(found.needs, found.judged, is_open))


def _sides(counts: Mapping[str, int], judged: int, is_open: bool) -> dict[str, Count]:
    return {
        code: count if is_open and THRESHOLD <= count <= judged - THRESHOLD else HIDDEN
        for code, count in counts.items()
    }


def _count(cell: object) -> Count:
    return cell.count if isinstance(cell, Shown) else HIDDEN
