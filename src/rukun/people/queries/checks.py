"""Does the register agree with itself: sums with people, stays with one another, numbers with their keys.

Each check is one statement over the whole register and tells how many rows do not fit, with the first ids.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import connection

from rukun.audit.queries.checks import without_line
from rukun.kit.problems import Finding
from rukun.people.models import Batch, Person, Secret
from rukun.people.types import BatchState
from rukun.rules.identity import name_key
from rukun.walls import vault

SHOWN = 10
SAMPLE = 200
# Counted here in words of their own, so that a mistake in the kept sums is not repeated: ages of the day of each sum.
TALLIES = """
    with homes as (
        select rt_id, count(*) as households, count(asked.newest) as interviewed, min(asked.newest) as oldest,
               max(asked.newest) as newest
        from people_household h
        left join (select household_id, max("on") as newest from people_interview group by 1) asked
            on asked.household_id = h.id
        where h.until is null group by rt_id
    ),
    heads as (
        select h.rt_id, count(*) as people, count(*) filter (where p.sex = 'male') as male,
               count(*) filter (where p.sex = 'female') as female,
               count(*) filter (where p.birth_date > t.counted_on - interval '5 years') as under_five,
               count(*) filter (where p.birth_date <= t.counted_on - interval '60 years') as elderly,
               count(*) filter (where p.birth_date <= t.counted_on - interval '7 years'
                                and p.birth_date > t.counted_on - interval '19 years') as school_age,
               count(*) filter (where p.nik_status = 'none') as without_nik
        from people_stay s
        join people_household h on h.id = s.household_id and h.until is null
        join people_person p on p.id = s.person_id
        left join people_tally t on t.rt_id = h.rt_id
        where s.until is null group by h.rt_id
    ),
    stated as (
        select distinct on (c.rt_id) c.rt_id, c.households from people_statedcount c
        join people_tally t on t.rt_id = c.rt_id and c."on" <= t.counted_on
        order by c.rt_id, c."on" desc, c.id desc
    )
    select coalesce(t.rt_id, homes.rt_id) from people_tally t
    full join homes on homes.rt_id = t.rt_id
    left join heads on heads.rt_id = coalesce(t.rt_id, homes.rt_id)
    left join stated on stated.rt_id = t.rt_id
    left join territory_area a on a.id = t.rt_id
    where t.rt_id is null or t.path <> a.path
    or (t.households, t.interviewed, t.people, t.male, t.female, t.under_five, t.school_age, t.elderly, t.without_nik)
        <> (coalesce(homes.households, 0), coalesce(homes.interviewed, 0), coalesce(heads.people, 0),
            coalesce(heads.male, 0), coalesce(heads.female, 0), coalesce(heads.under_five, 0),
            coalesce(heads.school_age, 0), coalesce(heads.elderly, 0), coalesce(heads.without_nik, 0))
    or (t.oldest_interview, t.newest_interview, t.stated_households)
        is distinct from (homes.oldest, homes.newest, stated.households)
    order by 1
"""
STAYS_OVERLAP = """
    select distinct now.person_id from people_stay now join people_stay before using (person_id)
    where now.until is null and before.until > now.since order by 1
"""
PERSON_ELSEWHERE = """
    select p.id from people_stay s join people_person p on p.id = s.person_id
    where s.until is null and s.path <> p.path order by 1
"""
NOBODY_HOME = """
    select h.id from people_household h where h.until is null
    and not exists (select from people_stay s where s.household_id = h.id and s.until is null) order by 1
"""
CLOSED_YET_LIVED_IN = """
    select distinct h.id from people_stay s join people_household h on h.id = s.household_id
    where s.until is null and h.until is not null order by 1
"""
TWO_HEADS = """
    select household_id from people_stay where until is null and relation = 'head'
    group by household_id having count(*) > 1 order by 1
"""
NIK_STATUS = """
    select p.id from people_person p
    left join people_secret held on held.person_id = p.id and held.until is null
    where (p.nik_status = 'none') <> (held.id is null) order by 1
"""
BATCH_COUNTS = """
    select b.id from people_batch b
    left join (select batch_id, count(*) as people from people_person where batch_id is not null group by 1) own
        on own.batch_id = b.id
    where b.rows_read <> b.rows_kept + b.rows_refused
    or coalesce(own.people, 0) <> case when b.state = 'accepted' then b.rows_kept else 0 end order by 1
"""
STATEMENTS = {
    "people.check_tally": TALLIES,
    "people.check_stays_overlap": STAYS_OVERLAP,
    "people.check_person_elsewhere": PERSON_ELSEWHERE,
    "people.check_nobody_home": NOBODY_HOME,
    "people.check_closed_yet_lived_in": CLOSED_YET_LIVED_IN,
    "people.check_two_heads": TWO_HEADS,
    "people.check_nik_status": NIK_STATUS,
    "people.check_batch_counts": BATCH_COUNTS,
}
TELLING = {
    BatchState.ACCEPTED: ("people.batch_accepted",),
    BatchState.UNDONE: ("people.batch_undone",),
    BatchState.DISCARDED: ("people.batch_discarded",),
}


def findings(*, on: date) -> list[Finding]:
    """Codes: the keys of STATEMENTS, people.check_number_sealed, people.check_number_index, people.check_name_key,
    audit.check_missing.
    """
    return [*_statements(), *_numbers(), *_names(), *_lines()]


def _statements() -> Iterator[Finding]:
    for code, statement in STATEMENTS.items():
        with connection.cursor() as cursor:
            cursor.execute(statement)
            yield from _told(code, [pk for (pk,) in cursor.fetchall()])


def _numbers() -> Iterator[Finding]:
    """Some numbers, others each time: every one must open with our keys, and be found by its index."""
    locked, lost = [], []
    for held in Secret.objects.order_by("?")[:SAMPLE]:
        try:
            if vault.index(held.kind, vault.unseal(held.sealed)) != bytes(held.index):
                lost.append(held.pk)
        except LookupError:
            locked.append(held.pk)
    yield from _told("people.check_number_sealed", locked)
    yield from _told("people.check_number_index", lost)


def _names() -> Iterator[Finding]:
    """Some people, others each time: their search words must be those that this Rukun would write."""
    people = Person.objects.order_by("?").values_list("pk", "name", "name_key")[:SAMPLE]
    yield from _told("people.check_name_key", [pk for pk, name, kept in people if kept != name_key(name)])


def _lines() -> Iterator[Finding]:
    yield from without_line("people.batch", ("people.batch_checked",), Batch.objects.values_list("pk", flat=True))
    for state, verbs in TELLING.items():
        yield from without_line("people.batch", verbs, Batch.objects.filter(state=state).values_list("pk", flat=True))


def _told(code: str, ids: list[int]) -> Iterator[Finding]:
    if ids:
        yield Finding(code, "error", {"count": len(ids), "ids": ids[:SHOWN]})
