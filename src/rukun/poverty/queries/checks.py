"""Do verdicts, standings and sums agree: the newest verdict stands, the sums are those of the standings, and the same
facts judged again by the same rule give the same label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from django.db import connection

from rukun.kit.problems import Finding
from rukun.people.queries import tallies as people_tallies
from rukun.poverty.facts import rulebook
from rukun.poverty.facts.judgements import LABELS, told_again
from rukun.poverty.facts.rulebook import BPS14
from rukun.poverty.models import PovertyTally, Standing

SHOWN = 10
SAMPLE = 200
OUTDATED = """
    with newest as (
        select distinct on (household_id, split_part(rule, '@', 1)) household_id, split_part(rule, '@', 1) as rule,
               id, label, counted, unknown, path
        from poverty_classification order by household_id, split_part(rule, '@', 1), id desc
    )
    select s.household_id from poverty_standing s
    left join poverty_classification kept on kept.id = s.verdict_id
    left join newest on newest.household_id = s.household_id and newest.rule = split_part(kept.rule, '@', 1)
    where newest.id is null or newest.id <> s.verdict_id
        or (newest.label, newest.counted, newest.unknown, newest.path) <> (s.label, s.counted, s.unknown, s.path)
    order by 1
"""
LABEL_SUMS = "select path, label, count(*) from poverty_standing where rule = %s group by 1, 2"
NEED_SUMS = """
    select path, need, count(*) from poverty_standing, unnest(needs) need where rule = %s group by 1, 2
"""
REASON_SUMS = """
    select s.path, code, count(*)
    from poverty_standing s join poverty_classification c on c.id = s.verdict_id,
    jsonb_array_elements_text(c.reasons -> 'holds') code where s.rule = %s group by 1, 2
"""
Sums = dict[str, dict[str, int]]


def findings(*, on: date) -> list[Finding]:
    """Codes: poverty.check_outdated, poverty.check_tally, poverty.check_verdict."""
    found = {
        "poverty.check_outdated": _outdated(),
        "poverty.check_tally": list(_wrong_tallies()),
        "poverty.check_verdict": list(_other_verdicts()),
    }
    return [Finding(code, "error", {"count": len(ids), "ids": ids[:SHOWN]}) for code, ids in found.items() if ids]


def _outdated() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(OUTDATED)
        return [pk for (pk,) in cursor.fetchall()]


def _wrong_tallies() -> Iterator[int]:
    """RTs whose kept sums are not those of their standings; sums that know they are old are counted again anyway."""
    labels, needs, reasons = _sums(LABEL_SUMS), _sums(NEED_SUMS), _sums(REASON_SUMS)
    versions = {tally.rt_id: tally.version for tally in people_tallies.under("")}
    for kept in PovertyTally.objects.filter(rule=BPS14).order_by("rt"):
        if kept.seen_version != versions.get(kept.rt_id, 0):
            continue
        own = {label: getattr(kept, label) for label in LABELS if getattr(kept, label)}
        if (own, kept.needs, kept.reasons) != (labels[kept.path], needs[kept.path], reasons[kept.path]):
            yield kept.rt_id


def _sums(statement: str) -> Sums:
    found: Sums = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(statement, [BPS14])
        for path, word, count in cursor.fetchall():
            found[path][word] = count
    return found


def _other_verdicts() -> Iterator[int]:
    """Households, others each time, whose kept facts give another label than the one that is kept."""
    kept = Standing.objects.filter(rule=BPS14).select_related("verdict").order_by("?")[:SAMPLE]
    for standing in kept:
        book = rulebook.of_key(standing.verdict.rule)
        if book is None:
            continue
        verdict = told_again(standing.verdict.reasons, book)
        if (verdict.label, verdict.counted) != (standing.verdict.label, standing.verdict.counted):
            yield standing.household_id
