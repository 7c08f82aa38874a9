"""A census that comes all at once: one interview for each family card, found by its sealed number."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import connection, transaction

from rukun.audit.actions import record as tell
from rukun.parameters import instruments
from rukun.people.actions import interviews, tallies
from rukun.territory import queries as territory
from rukun.walls import scope, vault

WAIT = "create temporary table people_told (index bytea, answers jsonb) on commit drop"
COPY = "copy people_told (index, answers) from stdin"
KEEP = """
    insert into people_interview (household_id, path, instrument, "on", source, answers, by, recorded_at)
    select distinct on (stay.household_id) stay.household_id, stay.path, %(instrument)s, %(on)s, %(source)s,
        told.answers, %(by)s, now()
    from people_told told
    join people_secret held on held.index = told.index and held.kind = 'kk' and held.until is null
    join people_cardentry entry on entry.card_id = held.card_id and entry.until is null
    join people_stay stay on stay.person_id = entry.person_id and stay.until is null
    order by stay.household_id, entry.relation = 'head' desc
"""


@transaction.atomic
def record(*, answers: Iterable[tuple[str, Mapping[str, Any]]], instrument: str, on: date, source: str, by: Any) -> int:
    """KK number and answers of each household → how many interviews were kept; a number not registered is left out.

    Every answer is checked as in `interviews.record`, with the same problems; all come in, or none.
    """
    asked = instruments.load(instrument)
    with connection.cursor() as cursor:
        cursor.execute(WAIT)
        with cursor.copy(COPY) as copy:
            for number, told in answers:
                copy.write_row((vault.index("kk", number), json.dumps(interviews.checked(asked, told))))
        cursor.execute("analyze people_told")
        values = {"instrument": instrument, "on": on, "source": source, "by": str(by)}
        with scope.many_rows():
            cursor.execute(KEEP, values)
        kept = cursor.rowcount
        cursor.execute("drop table people_told")
    tallies.refresh(on=on)
    tell("interviews.recorded_all", by=by, path=territory.installation().kabupaten.path, kept=kept, source=source)
    return kept
