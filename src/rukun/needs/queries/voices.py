"""What was said and counts, by which kinds of voice, and whose voice is still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from django.db.models import Count, F, Q, QuerySet

from rukun.needs.models import Grouping, Statement
from rukun.needs.types import Age, Disability, Kind, Missing, Occasion, Sex, Spoken, Welfare
from rukun.needs.words import group_words, voice_of
from rukun.people.queries import groups
from rukun.poverty.queries import figures

KINDS = ("sex", "age", "welfare", "disability")
GROUPS: Mapping[str, tuple[str, str]] = {
    "female": ("sex", Sex.FEMALE),
    "male": ("sex", Sex.MALE),
    "child": ("age", Age.CHILD),
    "young": ("age", Age.YOUNG),
    "elderly": ("age", Age.ELDERLY),
    "poor": ("welfare", Welfare.POOR),
    "disability": ("disability", Disability.WITH),
}
"""Whose voice is looked for → the kind of voice it is heard in."""


def counting(path: str, year: int) -> QuerySet[Statement]:
    """Statements that were not withdrawn, in and beneath a path, the newest first."""
    return Statement.objects.filter(path__startswith=path, year=year, withdrawal__isnull=True).order_by("-pk")


def path_of(statement_id: int) -> str:
    """Where a statement belongs; "" when it is not seen from here or counts no more."""
    held = Statement.objects.filter(pk=statement_id, withdrawal__isnull=True)
    return held.values_list("path", flat=True).first() or ""


def years(path: str) -> list[int]:
    """The years in which people of an RT have spoken, the newest first."""
    return list(Statement.objects.filter(path=path).order_by("-year").values_list("year", flat=True).distinct())


def heard(path: str, year: int) -> Counter[tuple[str, str]]:
    """(kind, value) → how many statements came in that kind of voice: one query."""
    found: Counter[tuple[str, str]] = Counter()
    for *values, count in counting(path, year).order_by().values_list(*KINDS, Count("pk")):
        found.update({pair: count for pair in zip(KINDS, values, strict=True) if pair[1]})
    return found


def missing(path: str, year: int) -> list[Missing]:
    """Groups of the RT that nobody has heard this year, as the register of people knows them."""
    known, said = _present(path, year), heard(path, year)
    unheard = [code for code, voice in GROUPS.items() if not said[voice]]
    return [Missing(code, group_words(code), known[code]) for code in unheard if known[code] != 0]


def counts(path: str, year: int) -> tuple[int, int]:
    """(statements, those without a problem): one query."""
    told = counting(path, year).aggregate(all=Count("pk"), free=Count("pk", filter=Q(grouping__isnull=True)))
    return told["all"], told["free"]


def behind(problem_ids: Iterable[int]) -> Counter[int]:
    """Problem → how many statements stand behind it."""
    rows = Grouping.objects.filter(problem__in=list(problem_ids)).values_list("problem").annotate(n=Count("pk"))
    return Counter(dict(rows))


def of_problem(problem_id: int) -> list[Statement]:
    """The statements behind a problem, the oldest first. A grouped statement was never withdrawn."""
    return list(Statement.objects.filter(grouping__problem=problem_id).order_by("pk"))


def by_group(path: str, year: int) -> QuerySet[Statement]:
    """Those without a problem first, then problem by problem, the newest first."""
    held = counting(path, year).select_related("grouping")
    return held.order_by(F("grouping__problem").asc(nulls_first=True), "-pk")


def group_of(statement_id: int) -> int | None:
    return Grouping.objects.filter(statement=statement_id).values_list("problem", flat=True).first()


def told(statements: Iterable[Statement]) -> list[Spoken]:
    """Statements as the pages of the RT show them."""
    return [
        Spoken(
            each.pk,
            each.words,
            str(Kind(each.kind).label),
            voice_of(each),
            str(Occasion(each.occasion).label),
            each.on,
            _problem_of(each),
        )
        for each in statements
    ]


def _problem_of(each: Statement) -> int | None:
    held = getattr(each, "grouping", None) if "grouping" in each._state.fields_cache else None
    return held.problem_id if held else None


def kinds_of(statements: Iterable[Statement]) -> set[tuple[str, str]]:
    return {(kind, value) for each in statements for kind in KINDS if (value := getattr(each, kind))}


def _present(path: str, year: int) -> dict[str, int | None]:
    """How many live there; None for every group while the register is empty, and for who was never asked."""
    counted = asdict(groups.of_rt(path, year))
    own = figures.of_path(path)
    told = {code: counted[code] if counted["people"] else None for code in GROUPS if code != "poor"}
    return told | {"poor": own.poor if own.judged else None}
