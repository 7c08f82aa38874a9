"""Counts the RTs again: one statement for one RT or for all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import connection, transaction

from rukun.territory import queries as territory

UNDER_FIVE, SCHOOL_FROM, SCHOOL_TO, ELDERLY = 5, 7, 18, 60
"""Completed years: children under five, school age (the twelve years of compulsory school), elderly (UU 13/1998)."""

COUNT = """
    insert into people_tally as held (rt_id, path, households, people, male, female, under_five, school_age, elderly,
        without_nik, interviewed, oldest_interview, newest_interview, stated_households, counted_on, version)
    with wanted as (select * from unnest(%(ids)s::bigint[], %(paths)s::text[]) as rt (rt_id, path)),
    homes as (
        select h.id, h.rt_id, told.on
        from people_household h join wanted using (rt_id)
        left join (select household_id, max("on") as on from people_interview group by household_id) told
            on told.household_id = h.id
        where h.until is null
    ),
    home_sums as (
        select rt_id, count(*) as households, count(homes.on) as interviewed, min(homes.on) as oldest,
               max(homes.on) as newest
        from homes group by rt_id
    ),
    person_sums as (
        select homes.rt_id, count(*) as people, count(*) filter (where p.sex = 'male') as male,
               count(*) filter (where p.sex = 'female') as female,
               count(*) filter (where p.birth_date > %(five)s) as under_five,
               count(*) filter (where p.birth_date > %(nineteen)s and p.birth_date <= %(seven)s) as school_age,
               count(*) filter (where p.birth_date <= %(sixty)s) as elderly,
               count(*) filter (where p.nik_status = 'none') as without_nik
        from homes join people_stay s on s.household_id = homes.id and s.until is null
        join people_person p on p.id = s.person_id
        group by homes.rt_id
    ),
    stated as (
        select distinct on (c.rt_id) c.rt_id, c.households from people_statedcount c join wanted using (rt_id)
        where c."on" <= %(on)s order by c.rt_id, c."on" desc, c.id desc
    )
    select w.rt_id, w.path, coalesce(h.households, 0), coalesce(p.people, 0), coalesce(p.male, 0),
           coalesce(p.female, 0), coalesce(p.under_five, 0), coalesce(p.school_age, 0), coalesce(p.elderly, 0),
           coalesce(p.without_nik, 0), coalesce(h.interviewed, 0), h.oldest, h.newest, s.households, %(on)s, 1
    from wanted w left join home_sums h using (rt_id) left join person_sums p using (rt_id)
    left join stated s using (rt_id)
    on conflict (rt_id) do update set
        path = excluded.path, households = excluded.households, people = excluded.people, male = excluded.male,
        female = excluded.female, under_five = excluded.under_five, school_age = excluded.school_age,
        elderly = excluded.elderly, without_nik = excluded.without_nik, interviewed = excluded.interviewed,
        oldest_interview = excluded.oldest_interview, newest_interview = excluded.newest_interview,
        stated_households = excluded.stated_households, counted_on = excluded.counted_on, version = held.version + 1
"""


@transaction.atomic
def refresh(*, rt_ids: Iterable[int] | None = None, on: date) -> int:
    """Counts these RTs again as they stand, or every RT of the day when None; tells how many were counted.

    Ages are of the day `on`; who has no birth date is in no age group. No audit line: the act that changed people
    writes its own.
    """
    rts = territory.editions(on=on).filter(area__level="rt")
    if rt_ids is not None:
        rts = rts.filter(area__in=list(rt_ids))
    known = dict(rts.values_list("area", "area__path"))
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"ids": list(known), "paths": list(known.values()), "on": on} | _birthdays(on))
    return len(known)


def _birthdays(on: date) -> dict[str, date]:
    """Who is born after `five` is under five; born on or before `sixty`, sixty or older."""
    years = {"five": UNDER_FIVE, "seven": SCHOOL_FROM, "nineteen": SCHOOL_TO + 1, "sixty": ELDERLY}
    return {name: _years_before(on, count) for name, count in years.items()}


def _years_before(on: date, years: int) -> date:
    """Who is born on 29 February has the birthday on 1 March of a common year, so the day before is 28 February."""
    is_leap_day = (on.month, on.day) == (2, 29)
    return date(on.year - years, on.month, 28 if is_leap_day else on.day)
