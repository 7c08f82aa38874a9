"""Is the record of places sound: editions as the rules ask, paths as the parents, a line for each act."""

from __future__ import annotations

from datetime import date

from django.db import connection

from rukun.audit import queries as audit
from rukun.kit.problems import Finding
from rukun.rules import lineage
from rukun.territory.facts.lineage import edition_values, succession_values
from rukun.territory.models import Edition, Succession
from rukun.territory.queries import gazetteer

SHOWN = 10
WRONG_PATHS = """
    with latest as (
        select distinct on (area_id) area_id, parent_id from territory_edition order by area_id, since desc
    )
    select a.id from territory_area a left join latest on latest.area_id = a.id
    left join territory_area above on above.id = latest.parent_id
    where latest.area_id is null or a.path <> coalesce(above.path, '') || a.id || '.'
    union select e.area_id from territory_edition e join territory_area a on a.id = e.area_id where e.path <> a.path
    union select b.area_id from territory_boundary b join territory_area a on a.id = b.area_id where b.path <> a.path
    order by 1
"""


def findings(*, on: date) -> list[Finding]:
    """Codes: those of rules.lineage as `territory.…`, territory.check_path, territory.check_untold."""
    rows, passed = list(Edition.objects.order_by("since")), list(Succession.objects.all())
    named = {str(row.area_id): gazetteer.label(row) for row in rows}
    unsound = [
        Finding(
            f"territory.{each.code}",
            "error",
            {"name": named.get(each.area, "–"), "other": named.get(each.other, "–"), "on": each.on},
        )
        for each in lineage.findings(edition_values(rows), succession_values(passed))
    ]
    return [*unsound, *_wrong_paths(), *_untold(passed)]


def _wrong_paths() -> list[Finding]:
    with connection.cursor() as cursor:
        cursor.execute(WRONG_PATHS)
        ids = [pk for (pk,) in cursor.fetchall()]
    return [Finding("territory.check_path", "error", {"count": len(ids), "ids": ids[:SHOWN]})] if ids else []


def _untold(passed: list[Succession]) -> list[Finding]:
    """Every succession goes back to an act: a line about one of its areas of that day, or a renewed list of codes."""
    lines = audit.lines().filter(verb__startswith="territory.").values_list("verb", "subject_id", "details")
    told = {(pk, details.get("on")) for _verb, pk, details in lines}
    renewed = {details.get("since") for verb, _pk, details in lines if verb == "territory.codes_renewed"}
    lacking = [
        each.pk
        for each in passed
        if str(each.on) not in renewed
        and not {(each.source_id, str(each.on)), (each.target_id, str(each.on))} & told
        and (_parent_of(each), str(each.on)) not in told
    ]
    return (
        [Finding("territory.check_untold", "error", {"count": len(lacking), "ids": lacking[:SHOWN]})] if lacking else []
    )


def _parent_of(passed: Succession) -> int | None:
    """The place above: a child that changes hands in a split or merge is told in the line of the place above it."""
    steps = passed.path.strip(".").split(".")
    return int(steps[-2]) if len(steps) > 1 else None
