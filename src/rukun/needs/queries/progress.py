"""How far the RTs under an area are: counts only."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from django.db.models import Count, Exists, OuterRef

from rukun.facilitation.queries import programmes, steps
from rukun.needs.models import Link
from rukun.needs.queries import trees, voices
from rukun.needs.types import Progress
from rukun.parameters.juknis import StepKind


def by_rt(prefix: str, year: int) -> dict[str, Progress]:
    """Path of each RT where something was said → how far it is: two queries."""
    said = voices.counting(prefix, year).order_by().values_list("path").annotate(count=Count("pk"))
    statements = dict(said)
    problems: Counter[str] = Counter()
    rooted: Counter[str] = Counter()
    themes: dict[str, Counter[str]] = defaultdict(Counter)
    for path, theme, is_rooted in _problems(prefix, year):
        problems[path] += 1
        rooted[path] += is_rooted
        themes[path][theme] += 1
    return {
        path: Progress(statements.get(path, 0), problems[path], rooted[path], dict(themes.get(path, {})))
        for path in sorted({*statements, *problems})
    }


def done_on(rt_id: int, on: date) -> date | None:
    """When the RT said it was done with this step; None while it is not, or where no programme runs."""
    programme = programmes.current(on)
    stations = steps.of_rt(rt_id, programme, on=on) if programme else []
    return next((each.done_on for each in stations if each.step.kind == StepKind.NEEDS), None)


def themes(found: dict[str, Progress]) -> list[tuple[str, int, int]]:
    """(theme, problems, RTs), the most frequent first."""
    problems: Counter[str] = Counter()
    rts: Counter[str] = Counter()
    for each in found.values():
        problems.update(each.themes)
        rts.update(each.themes.keys())
    return [(theme, count, rts[theme]) for theme, count in problems.most_common()]


def _problems(prefix: str, year: int) -> list[tuple[str, str, bool]]:
    """A problem is rooted when something brings its core about: every other cause lies behind that one."""
    onto_core = Link.objects.filter(effect__problem=OuterRef("pk"), effect__is_core=True)
    found = trees.standing(prefix, year).annotate(is_rooted=Exists(onto_core))
    return list(found.values_list("path", "theme", "is_rooted"))
