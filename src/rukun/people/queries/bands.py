"""How many of which sex and age live in each RT, who heads a household, who lives with a disability: counts only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from rukun.people.queries.groups import NO_DISABILITY
from rukun.walls import scope

EDGES = (0, 5, 12, 18, 30, 45, 60)
"""Where each band of ages begins, in completed years."""
NAMES = ("0–4", "5–11", "12–17", "18–29", "30–44", "45–59", "60+")
SQL = """
    select s.path, p.sex, width_bucket(extract(year from age(%(on)s, p.birth_date))::int, %(edges)s::int[]), count(*),
        count(*) filter (where s.relation = 'head'), count(*) filter (where p.disability <> all(%(none)s))
    from people_stay s join people_person p on p.id = s.person_id
    where s.until is null and s.path >= %(low)s and s.path < %(high)s
    group by 1, 2, 3
"""


@dataclass(slots=True)
class Bands:
    """Of one RT: (sex, band) → people; those without a birth date are in no band, so they are `undated`."""

    by_age: dict[tuple[str, int], int] = field(default_factory=dict)
    by_sex: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    undated: int = 0
    women_heads: int = 0
    disability: int = 0

    @property
    def people(self) -> int:
        return sum(self.by_sex.values())

    def at(self, sex: str, band: int) -> int:
        return self.by_age.get((sex, band), 0)


def by_rt(path: str, *, on: date) -> dict[str, Bands]:
    """Path of each RT where somebody lives now → its bands: one query, whatever the number of RTs."""
    given = {"on": on, "edges": list(EDGES), "none": list(NO_DISABILITY), "low": path, "high": path[:-1] + "/"}
    found: dict[str, Bands] = defaultdict(Bands)
    with scope.many_rows("64MB"), connection.cursor() as cursor:
        cursor.execute(SQL, given)
        for rt, *row in cursor.fetchall():
            _add(found[rt], *row)
    return dict(found)


def _add(held: Bands, sex: str, band: int | None, people: int, heads: int, disability: int) -> None:
    held.by_sex[sex] += people
    held.disability += disability
    held.women_heads += heads if sex == "female" else 0
    if band:
        held.by_age[sex, band - 1] = people
    else:
        held.undated += people
