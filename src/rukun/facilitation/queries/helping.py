"""Which RTs want help first, and why: steps past their deadline, nobody who helps, nobody counted yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from rukun.accounts import queries as accounts
from rukun.accounts.types import Role
from rukun.facilitation.facts import calendar
from rukun.facilitation.models import Programme, StepState
from rukun.facilitation.types import Need
from rukun.people.queries import tallies
from rukun.territory import queries as territory


def needing(paths: Iterable[str], programme: Programme | None, *, on: date) -> list[Need]:
    """The RTs in these areas that want help, the most needy first, then in the order of their places."""
    found = [need for need in standing(paths, programme, on=on) if need.weight]
    return sorted(found, key=lambda need: (-need.weight, need.path))


def standing(paths: Iterable[str], programme: Programme | None, *, on: date) -> list[Need]:
    """Every RT in these areas, whether it wants help or not."""
    within = _outermost(paths)
    late = calendar.late_steps(programme.juknis.steps, on) if programme else {}
    done, helped, counted = _done(within, programme, late), _helped(on), _counted(within)
    return [
        Need(
            rt_id,
            path,
            late=tuple(label for mark, label in late.items() if mark not in done.get(rt_id, ())),
            has_helper=not helped.isdisjoint(_above(path)),
            is_counted=path in counted,
        )
        for rt_id, path in _rts(within, on)
    ]


def _outermost(paths: Iterable[str]) -> list[str]:
    held = sorted(set(paths))
    return [path for path in held if not any(path != other and path.startswith(other) for other in held)]


def _rts(within: list[str], on: date) -> Iterator[tuple[int, str]]:
    for path in within:
        yield from territory.rts_under(path, on=on).values_list("area_id", "area__path")


def _done(within: list[str], programme: Programme | None, late: dict[str, str]) -> dict[int, list[str]]:
    if programme is None or not late:
        return {}
    found = StepState.objects.filter(_under(within), year=programme.year, step__in=late, done_on__isnull=False)
    return dict(found.values("rt").annotate(steps=ArrayAgg("step")).values_list("rt", "steps"))


def _helped(on: date) -> set[str]:
    return set(accounts.in_force(on=on).filter(role=Role.PENDAMPING).values_list("path", flat=True))


def _above(path: str) -> set[str]:
    """The path itself and every path it lies beneath."""
    steps = path.split(".")[:-1]
    return {"".join(f"{step}." for step in steps[: place + 1]) for place in range(len(steps))}


def _counted(within: list[str]) -> set[str]:
    return {
        path for each in within for path in tallies.under(each).filter(households__gt=0).values_list("path", flat=True)
    }


def _under(within: list[str]) -> Q:
    asked = Q(pk__in=[])
    for path in within:
        asked |= Q(path__startswith=path)
    return asked
