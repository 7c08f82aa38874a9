"""Does every result still agree with its sealed ballots, its frozen rules and its own count."""

from __future__ import annotations

from datetime import date

from rukun.kit.problems import Finding
from rukun.musrenbang.models import Result
from rukun.musrenbang.queries import results


def findings(*, on: date) -> list[Finding]:
    held = Result.objects.select_related("choice").order_by("pk")
    broken = (each.choice_id for each in held.iterator() if not results.is_whole(each))
    return [Finding("musrenbang.result_changed", "error", {"choice": pk}) for pk in broken]
