"""Takes households to another RT, with everything that lives in them: a part of `households.move` and `splits`.

Stays, former places, interviews and sealed numbers follow by the composite keys (on update cascade). Each step is
worked out once (materialized): a planner that thinks the tables empty would else do it again for every person.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import connection

KEEP_FORMER = """
    insert into people_formerplace (household_id, path, rt_id, since, until, basis)
    select id, path, rt_id, rt_since, %(on)s, %(basis)s from people_household
    where id = any(%(ids)s) and rt_id = %(source)s and rt_since < %(on)s
"""
MOVE_HOUSEHOLDS = """
    update people_household
    set rt_id = %(target)s, path = %(path)s, rt_since = greatest(rt_since, %(on)s), revision = revision + 1
    where id = any(%(ids)s) and rt_id = %(source)s
"""
# Whoever lives here, or lived here last: the register of the dead and the departed goes with their last kitchen.
MOVE_PEOPLE = """
    with touched as materialized (select distinct person_id from people_stay where household_id = any(%(ids)s)),
    last as materialized (
        select distinct on (s.person_id) s.person_id, s.household_id
        from people_stay s join touched using (person_id)
        order by s.person_id, s.until desc nulls first, s.since desc, s.id desc
    )
    update people_person p set rt_id = %(target)s, path = %(path)s, revision = revision + 1
    from last where p.id = last.person_id and last.household_id = any(%(ids)s) and p.rt_id = %(source)s
"""
# A card goes where its head goes; without a head, where the first one on it goes.
MOVE_CARDS = """
    with holder as materialized (
        select distinct on (e.card_id) e.card_id, e.person_id
        from people_cardentry e join people_familycard c on c.id = e.card_id
        where c.rt_id = %(source)s
        order by e.card_id, e.until desc nulls first, (e.relation = 'head') desc, e.id
    )
    update people_familycard c set rt_id = p.rt_id, path = p.path
    from holder join people_person p on p.id = holder.person_id
    where c.id = holder.card_id and p.rt_id = %(target)s
"""
LEFT_BEHIND = (
    "update people_person set rt_id = %(target)s, path = %(path)s, revision = revision + 1 where rt_id = %(source)s",
    "update people_familycard set rt_id = %(target)s, path = %(path)s where rt_id = %(source)s",
)


def carry(household_ids: Sequence[int], *, source: int, target: Any, on: date, basis: str) -> None:
    """Households of the RT `source` belong to `target` (`id`, `path`) from `on`; where they were stays written."""
    values = {"ids": list(household_ids), "source": source, "target": target.id, "path": target.path}
    with connection.cursor() as cursor:
        for statement in (KEEP_FORMER, MOVE_HOUSEHOLDS, MOVE_PEOPLE, MOVE_CARDS):
            cursor.execute(statement, values | {"on": on, "basis": basis})


def carry_left_behind(*, source: int, target: Any) -> None:
    """People and cards of an RT that is no more, who belong to no household."""
    with connection.cursor() as cursor:
        for statement in LEFT_BEHIND:
            cursor.execute(statement, {"source": source, "target": target.id, "path": target.path})
