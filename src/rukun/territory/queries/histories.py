"""Places through time: the tree of any day, old places in today's borders, the life of one place in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from rukun.rules import lineage
from rukun.territory.facts.lineage import edition_values, succession_values
from rukun.territory.models import Area, Edition, Level, Succession
from rukun.territory.queries import gazetteer
from rukun.territory.types import Event


def tree(*, on: date, path: str = "") -> lineage.Tree:
    """The tree of a day, by the parents of that day. A path keeps what lies beneath it in today's borders."""
    return lineage.tree(edition_values(gazetteer.editions(on=on).filter(area__path__startswith=path)), on)


def in_todays_borders(area_ids: Iterable[int], *, on: date) -> dict[int, tuple[int, ...]]:
    """Area of another day → the areas that hold some part of it on the day `on`; itself where nothing changed.

    Empty where an area ended and nothing came of it. Three queries, whatever the count.
    """
    asked = set(area_ids)
    passed = list(Succession.objects.order_by("on"))
    met = {row.source_id for row in passed} | {row.target_id for row in passed}
    borders = lineage.Borders.of(
        edition_values(Edition.objects.filter(area__in=asked | met)), succession_values(passed)
    )
    return {area: tuple(sorted(int(each) for each in borders.successors(str(area), on))) for area in asked}


def passings(path: str, *, until: date) -> list[Succession]:
    """Every split and merge of an RT beneath a path up to a day, the oldest first."""
    found = Succession.objects.filter(kind__in=["split", "merge"], source__level=Level.RT, on__lte=until)
    return list(found.filter(source__path__startswith=path).order_by("on", "id"))


def beneath(area_id: int, *, on: date) -> dict[int, int]:
    """RT → the place right beneath the area that held it on that day; an RT holds itself. What had no edition that
    day is where it lies now, so that nobody falls out of a sum."""
    areas = list(Area.objects.values_list("pk", "path", "level"))
    above = {pk: int(path.strip(".").rpartition(".")[0].rpartition(".")[2] or 0) for pk, path, _level in areas}
    above |= {pk: parent or 0 for pk, parent in gazetteer.editions(on=on).values_list("area", "parent")}
    held = {pk: _step_towards(area_id, pk, above) for pk, _path, level in areas if level == Level.RT}
    return {rt: step for rt, step in held.items() if step}


def _step_towards(area_id: int, rt: int, above: Mapping[int, int]) -> int:
    """The last step below an area on the way up from an RT, 0 when the way does not lead there."""
    step = rt
    while step and step != area_id and above[step] != area_id:
        step = above[step]
    return step


def counts(path: str, *, on: date) -> dict[str, int]:
    """How many places of each level lie beneath a path on a day, the place itself left out."""
    rows = (
        gazetteer.editions(on=on)
        .filter(area__path__startswith=path)
        .exclude(area__path=path)
        .values_list("area__level")
        .annotate(number=Count("id"))
    )
    return dict(rows.values_list("area__level", "number"))


def history(area_id: int) -> list[Event]:
    """The life of an area, oldest first, each day as one sentence with its decree."""
    rows = list(Edition.objects.filter(area=area_id).order_by("since"))
    passed = list(Succession.objects.filter(Q(source=area_id) | Q(target=area_id)).order_by("on", "id"))
    names = _names(passed)
    events = [*_born(area_id, rows, passed), *_changed(rows), *_passings(area_id, passed, names), *_ended(rows, passed)]
    return sorted(events, key=lambda event: event.on)


def _names(passed: list[Succession]) -> dict[int, str]:
    """How the neighbours in the story were called; the latest name is what people know."""
    return latest_labels({row.source_id for row in passed} | {row.target_id for row in passed})


def latest_labels(area_ids: Iterable[int]) -> dict[int, str]:
    """How places were last called, also those that are no more."""
    named = Edition.objects.filter(area__in=set(area_ids)).order_by("area", "-since").distinct("area")
    return {row.area_id: gazetteer.label(row) for row in named}


def _born(area_id: int, rows: list[Edition], passed: list[Succession]) -> Iterator[Event]:
    came = (
        any(row.target_id == area_id != row.source_id and row.on == rows[0].since for row in passed) if rows else True
    )
    if not came:
        yield Event(rows[0].since, _("Tercatat sebagai %(name)s.") % {"name": gazetteer.label(rows[0])}, rows[0].basis)


def _changed(rows: list[Edition]) -> Iterator[Event]:
    for before, after in zip(rows, rows[1:], strict=False):
        if gazetteer.label(before) != gazetteer.label(after):
            words = {"before": gazetteer.label(before), "after": gazetteer.label(after)}
            yield Event(after.since, _("%(before)s berganti nama menjadi %(after)s.") % words, after.basis)
        if before.code != after.code:
            words = {"before": before.code or "–", "after": after.code or "–"}
            yield Event(after.since, _("Kode %(before)s diganti %(after)s.") % words, after.basis)
        if before.parent_id != after.parent_id:
            yield Event(after.since, _moved(before, after), after.basis)


def _moved(before: Edition, after: Edition) -> str:
    named = gazetteer.places([each for each in (before.parent_id, after.parent_id) if each], on=after.since)
    last = Edition.objects.filter(area=before.parent_id).order_by("-since").first()
    old = named[before.parent_id].label if before.parent_id in named else gazetteer.label(last) if last else "–"
    return _("Pindah dari %(old)s ke %(new)s.") % {"old": old, "new": named[after.parent_id].label}


def _passings(area_id: int, passed: list[Succession], names: dict[int, str]) -> Iterator[Event]:
    gone_on = {row.on for row in passed if row.kind == "split" and row.source_id == row.target_id == area_id}
    for row in passed:
        if row.source_id == row.target_id:
            continue
        words = {"source": names[row.source_id], "target": names[row.target_id]}
        if row.target_id == area_id:
            yield Event(row.on, _came(row.kind) % words, row.basis)
        else:
            yield Event(row.on, _went(row.kind, row.on in gone_on) % words, row.basis)


def _came(kind: str) -> str:
    return {
        "split": _("%(target)s lahir dari pemekaran %(source)s."),
        "merge": _("%(source)s digabung ke %(target)s."),
        "transfer": _("Menerima sebagian %(source)s."),
    }.get(kind, _("%(target)s menggantikan %(source)s."))


def _went(kind: str, goes_on: bool) -> str:
    if kind == "split":
        return _("Sebagian menjadi %(target)s.") if goes_on else _("%(source)s dimekarkan: lahir %(target)s.")
    return {
        "merge": _("Digabung ke %(target)s."),
        "transfer": _("Sebagian dialihkan ke %(target)s."),
    }.get(kind, _("Digantikan %(target)s."))


def _ended(rows: list[Edition], passed: list[Succession]) -> Iterator[Event]:
    last = rows[-1] if rows else None
    if last and last.until and not any(row.on == last.until and row.source_id != row.target_id for row in passed):
        yield Event(last.until, _("%(name)s ditutup.") % {"name": gazetteer.label(last)}, last.basis)
