"""Which groups of people live in an RT, counted for who prepares a meeting: numbers only, no names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from rukun.people.models import Stay

NO_DISABILITY = ("", "none")


@dataclass(frozen=True, slots=True)
class Groups:
    """Residents of one RT. Who has no birth date is in no age group; a disability counts where it was asked."""

    people: int
    female: int
    male: int
    child: int
    young: int
    adult: int
    elderly: int
    disability: int


def of_rt(path: str, year: int) -> Groups:
    """Who lives there now; ages as they are reached in that year."""
    aged = {"child": (10, 17), "young": (18, 30), "adult": (31, 59), "elderly": (60, 200)}
    counted = Stay.objects.filter(path=path, until__isnull=True).aggregate(
        people=Count("pk"),
        female=Count("pk", filter=Q(person__sex="female")),
        male=Count("pk", filter=Q(person__sex="male")),
        disability=Count("pk", filter=~Q(person__disability__in=NO_DISABILITY)),
        **{name: Count("pk", filter=_born(year, *ages)) for name, ages in aged.items()},
    )
    return Groups(**counted)


def _born(year: int, youngest: int, oldest: int) -> Q:
    return Q(person__birth_date__range=(date(year - oldest, 1, 1), date(year - youngest, 12, 31)))
