"""Drawing up a choice, opening it (nothing about its count changes from then on), and annulling it."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.actions import steps
from rukun.kit.problems import Problem
from rukun.musrenbang.facts import elections
from rukun.musrenbang.models import Choice, Meeting, Option, Proposal
from rukun.musrenbang.queries import ceilings
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.types import Stage, Way
from rukun.parameters.juknis.types import Juknis, StepKind

RULES = ("equal-shares", "phragmen", "greedy-votes")
LONGEST_ORDER = 5


@transaction.atomic
def draw(
    *,
    meeting: Meeting,
    juknis: Juknis | None,
    way: str,
    rule: str,
    ceiling: int,
    because: str,
    unit: str,
    voters: int,
    together: bool,
    by: Any,
) -> Choice:
    """Draws up the choice of a meeting, or draws it up anew while it is not open. `because`: why the ceiling is lower
    than the RT's own; `together`: one USG sheet filled in by the meeting as a whole.

    Raises Problem musrenbang.meeting_not_open, musrenbang.quorum_not_met, musrenbang.choice_open,
    musrenbang.way_not_allowed, musrenbang.ceiling_above, musrenbang.ceiling_reason, musrenbang.no_voters,
    musrenbang.voters_above, musrenbang.nothing_to_choose.
    """
    _check(meeting, juknis, way, ceiling, because, unit, voters)
    prospect = queries.prospect(meeting, juknis, ceiling)
    if not prospect.options:
        raise Problem("musrenbang.nothing_to_choose", excluded=len(prospect.excluded))
    choice = queries.of_meeting(meeting) or Choice(meeting=meeting, path=meeting.path)
    if choice.stage != Stage.DRAWN:
        raise Problem("musrenbang.choice_open")
    choice.way, choice.ceiling, choice.voters = way, ceiling, voters
    choice.rules = _rules(choice, juknis, prospect, rule, because, unit, together)
    choice.save()
    _put_on_sheet(choice, juknis, prospect.options)
    audit.record("choice.drawn", choice, by=by, path=choice.path, way=way, options=len(prospect.options))
    return choice


@transaction.atomic
def open_choice(*, choice: Choice, on: date, by: Any) -> Choice:
    """From here on nothing about the count can change: the frozen rules are sealed by their digest.

    Raises Problem musrenbang.meeting_not_open, musrenbang.quorum_not_met, musrenbang.choice_open.
    """
    held = _held(choice)
    if held.stage != Stage.DRAWN:
        raise Problem("musrenbang.choice_open")
    if code := queries.may_choose(held.meeting):
        raise Problem(code)
    held.stage, held.opened_on = Stage.OPEN, on
    held.seal = elections.seal_of(held, queries.options_of(held))
    held.save(update_fields=["stage", "opened_on", "seal"])
    steps.begin(**step_of(held), on=on, by=by)
    audit.record("choice.opened", held, by=by, path=held.path, seal=held.seal)
    return held


@transaction.atomic
def annul(*, choice: Choice, because: str, by: Any) -> Choice:
    """Ends a choice that was not counted; the meeting may draw up another. What was voted goes.

    Raises Problem musrenbang.choice_counted, musrenbang.annul_reason.
    """
    held = _held(choice)
    if held.stage not in {Stage.DRAWN, Stage.OPEN}:
        raise Problem("musrenbang.choice_counted")
    if not because.strip():
        raise Problem("musrenbang.annul_reason")
    held.stage, held.annulled_because = Stage.ANNULLED, because.strip()
    held.save(update_fields=["stage", "annulled_because"])
    held.sheets.all().delete()
    held.codes.all().delete()
    audit.record("choice.annulled", held, by=by, path=held.path, because=held.annulled_because)
    return held


def step_of(choice: Choice) -> dict[str, Any]:
    """Whose step of the year a choice is."""
    return {
        "rt_id": choice.meeting.area_id,
        "path": choice.path,
        "year": choice.meeting.year,
        "step": StepKind.CHOICE,
    }


def _held(choice: Choice) -> Choice:
    return Choice.objects.select_for_update(of=("self",)).select_related("meeting").get(pk=choice.pk)


def _check(
    meeting: Meeting, juknis: Juknis | None, way: str, ceiling: int, because: str, unit: str, voters: int
) -> None:
    if code := queries.may_choose(meeting):
        raise Problem(code)
    if juknis and juknis.choosing.ways and way not in juknis.choosing.ways:
        raise Problem("musrenbang.way_not_allowed", way=Way(way).label)
    money = ceilings.under(juknis, meeting.path, meeting.year, meeting.on)
    _check_ceiling(money.amount if money else None, ceiling, because)
    here = queries.present(meeting)[unit]
    if voters < 1:
        raise Problem("musrenbang.no_voters")
    if here is not None and voters > here:
        raise Problem("musrenbang.voters_above", voters=voters, present=here)


def _check_ceiling(highest: int | None, ceiling: int, because: str) -> None:
    if highest is not None and ceiling > highest:
        raise Problem("musrenbang.ceiling_above", ceiling=f"Rp{ceiling:,}".replace(",", "."))
    if highest is not None and ceiling < highest and not because.strip():
        raise Problem("musrenbang.ceiling_reason")


def _rules(
    choice: Choice,
    juknis: Juknis | None,
    prospect: queries.Prospect,
    rule: str,
    because: str,
    unit: str,
    together: bool,
) -> dict[str, Any]:
    """Everything that decides how the ballots are counted. The seed of the lot is drawn now, before any ballot, and
    stays when the choice is drawn up anew."""
    seed = choice.rules.get("seed") or secrets.token_hex(8)
    is_field = choice.way in {Way.USG, Way.CONSENSUS}
    return {
        "rule": choice.way if is_field else rule,
        "utility": "cost",
        "completion": "add-one",
        "ties": f"cost,lot:{seed}" if is_field else f"votes,cost,lot:{seed}",
        "seed": seed,
        "unit": unit,
        "points": juknis.choosing.points if juknis else 10,
        "most": min(LONGEST_ORDER, len(prospect.options)),
        "together": together and choice.way == Way.USG,
        "shares": elections.shares_of(juknis.clusters if juknis else (), choice.ceiling),
        "because": because.strip(),
        "excluded": [
            {"proposal": each.proposal.pk, "title": each.proposal.title, "code": each.code, "words": each.words}
            for each in prospect.excluded
        ],
    }


def _put_on_sheet(choice: Choice, juknis: Juknis | None, proposals: Sequence[Proposal]) -> None:
    choice.options.all().delete()
    clusters = _clusters(juknis)
    Option.objects.bulk_create(
        Option(
            choice=choice,
            path=choice.path,
            proposal=each,
            mark=mark,
            title=each.title,
            cost=each.cost,
            cluster=each.cluster or clusters.get(each.menu, ""),
        )
        for mark, each in zip(elections.marks_for(len(proposals)), proposals, strict=True)
    )


def _clusters(juknis: Juknis | None) -> Mapping[str, str]:
    """Menu entry → its cluster."""
    return {each.code: each.cluster for each in juknis.menu} if juknis else {}
