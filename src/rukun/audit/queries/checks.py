"""Does the log keep its own promises: no number of a person in it, a reason behind every look, a line for every act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import connection

from rukun.audit.models import Line
from rukun.kit.problems import Finding

NUMBERS = r"""
    select id from audit_line
    where details::text ~ '(^|[^0-9A-Fa-f])[0-9]{16}([^0-9A-Fa-f]|$)' order by id
"""
WITHOUT_REASON = """
    select id from audit_line where verb in ('secret.revealed', 'people.names_exported')
    and (coalesce(details ->> 'reason', '') = '' or verb = 'secret.revealed' and subject_id is null) order by id
"""
SHOWN = 10


def findings(*, on: date) -> list[Finding]:
    """Codes: audit.check_number, audit.check_reason. A line about a person's number names neither it nor the person."""
    found = []
    for code, statement in (("audit.check_number", NUMBERS), ("audit.check_reason", WITHOUT_REASON)):
        with connection.cursor() as cursor:
            cursor.execute(statement)
            ids = [pk for (pk,) in cursor.fetchall()]
        if ids:
            found.append(Finding(code, "error", {"count": len(ids), "ids": ids[:SHOWN]}))
    return found


def without_line(subject: str, verbs: Iterable[str], ids: Iterable[int]) -> list[Finding]:
    """Acts that left no line: of these things, those that no line of one of these verbs is about. Asked by the rooms.

    Code: audit.check_missing.
    """
    told = set(Line.objects.filter(subject=subject, verb__in=list(verbs)).values_list("subject_id", flat=True))
    lacking = sorted(set(ids) - told)
    if not lacking:
        return []
    said = {"subject": subject, "verbs": list(verbs), "count": len(lacking), "ids": lacking[:SHOWN]}
    return [Finding("audit.check_missing", "error", said)]
