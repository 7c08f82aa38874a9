"""A meeting is called, called again, opened, closed, or cancelled. Its rules are those of the day it was called."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.facilitation.actions import steps
from rukun.kit.problems import Problem
from rukun.musrenbang.actions import invitations
from rukun.musrenbang.actions.holding import check_revision, held
from rukun.musrenbang.facts import meeting_rules, presence
from rukun.musrenbang.models import Meeting
from rukun.musrenbang.queries import meetings as queries
from rukun.musrenbang.types import Calling
from rukun.parameters.juknis import StepKind
from rukun.territory import queries as territory


@transaction.atomic
def call(
    *,
    area: Any,
    year: int,
    day: date,
    place: str,
    on: date,
    by: Any,
    at: time | None = None,
    agenda: str = "",
    notice_reason: str = "",
) -> Meeting:
    """Calls a meeting of an RT or a desa (`area` has id, path, level) and draws its list of households.

    Raises Problem musrenbang.meeting_in_past, musrenbang.notice_short, musrenbang.meeting_waiting.
    """
    if waiting := queries.unfinished(area.path):
        raise Problem("musrenbang.meeting_waiting", day=waiting.on)
    rules = meeting_rules.frozen(meeting_rules.of_year(year, on=on), area.level)
    _check_day(day, rules["notice_days"], notice_reason, on)
    made = Meeting.objects.create(
        area_id=area.id, path=area.path, year=year, on=day, at=at, place=place.strip(), called_on=on,
        agenda=agenda.strip(), notice_reason=notice_reason.strip(), rules=rules,
    )  # fmt: skip
    invitations.draw_up(meeting=made)
    for each in _steps(made, on):
        steps.begin(**each, on=on, by=by)
    audit.record("meeting.called", made, by=by, path=made.path, on=str(day), year=year)
    return made


@transaction.atomic
def call_again(
    *, meeting: Meeting, day: date, place: str, on: date, by: Any, at: time | None = None, notice_reason: str = ""
) -> Meeting:
    """The second call after a meeting without quorum, with the same rules, agenda and invitations.

    Raises Problem musrenbang.not_short, musrenbang.called_again, musrenbang.meeting_in_past, musrenbang.notice_short.
    """
    first = held(meeting)
    if first.state != Calling.SHORT or first.earlier_id:
        raise Problem("musrenbang.not_short")
    if queries.second_call_of(first):
        raise Problem("musrenbang.called_again")
    _check_day(day, first.rules.get("notice_days"), notice_reason, on)
    made = Meeting.objects.create(
        area_id=first.area_id, path=first.path, year=first.year, earlier=first, on=day, at=at, place=place.strip(),
        called_on=on, agenda=first.agenda, notice_reason=notice_reason.strip(), rules=first.rules,
    )  # fmt: skip
    invitations.copy(earlier=first, meeting=made)
    audit.record("meeting.called_again", made, by=by, path=made.path, on=str(day), year=made.year)
    return made


@transaction.atomic
def change(
    *,
    meeting: Meeting,
    revision: int,
    day: date,
    place: str,
    agenda: str,
    on: date,
    by: Any,
    at: time | None = None,
    notice_reason: str = "",
) -> Meeting:
    """Another day, hour, place or agenda, as long as the meeting is not open.

    Raises Problem musrenbang.meeting_state, musrenbang.changed_meanwhile, musrenbang.meeting_in_past,
    musrenbang.notice_short.
    """
    kept = held(meeting, Calling.PLANNED)
    check_revision(kept, revision)
    if day != kept.on:
        _check_day(day, kept.rules.get("notice_days"), notice_reason, on)
    kept.on, kept.at, kept.place, kept.agenda = day, at, place.strip(), agenda.strip()
    kept.notice_reason = notice_reason.strip()
    kept.revision += 1
    kept.save()
    audit.record("meeting.changed", kept, by=by, path=kept.path, on=str(day))
    return kept


@transaction.atomic
def open(*, meeting: Meeting, on: date, by: Any, agreed: str = "") -> Meeting:
    """Opens the meeting, or finds that too few came; the verdict is kept either way.

    `agreed`: how the meeting itself decided that enough came, asked where the juknis does not say.
    Raises Problem musrenbang.meeting_state, musrenbang.meeting_not_yet, musrenbang.nobody_came,
    musrenbang.quorum_undecided.
    """
    kept = held(meeting, Calling.PLANNED, Calling.SHORT)
    if queries.second_call_of(kept):
        raise Problem("musrenbang.called_again")
    if kept.on > on:
        raise Problem("musrenbang.meeting_not_yet", day=kept.on)
    came = presence.kinds(kept)
    if not came.everybody:
        raise Problem("musrenbang.nobody_came")
    kept.verdict = {}
    of = presence.base(kept)
    found = presence.verdict(kept, came, of)
    if found.state == "unknown" and not agreed.strip():
        raise Problem("musrenbang.quorum_undecided")
    kept.verdict = presence.kept(found, of, came, presence.lacking(kept, came), agreed.strip())
    kept.state = Calling.SHORT if found.state == "short" else Calling.OPEN
    kept.save(update_fields=["verdict", "state"])
    audit.record("meeting.opened", kept, by=by, path=kept.path, state=found.state, present=found.present, of=of)
    return kept


@transaction.atomic
def close(*, meeting: Meeting, on: date, by: Any) -> Meeting:
    """Closes an open meeting: from then on nothing in it changes.

    Raises Problem musrenbang.meeting_state, musrenbang.nobody_came, musrenbang.quorum_lost,
    musrenbang.no_decision, musrenbang.no_chair.
    """
    kept = held(meeting, Calling.OPEN)
    came = presence.kinds(kept)
    if not came.everybody:
        raise Problem("musrenbang.nobody_came")
    found = presence.verdict(kept, came, presence.base(kept))
    if found.state == "short":
        raise Problem("musrenbang.quorum_lost", present=found.present, needed=found.needed)
    if not kept.decisions.exists():
        raise Problem("musrenbang.no_decision")
    if not (kept.chair and kept.writer):
        raise Problem("musrenbang.no_chair")
    kept.state, kept.closed_on = Calling.CLOSED, on
    kept.save(update_fields=["state", "closed_on"])
    for each in _steps(kept, on):
        steps.finish(**each, on=on, by=by)
    audit.record("meeting.closed", kept, by=by, path=kept.path, decisions=kept.decisions.count())
    return kept


@transaction.atomic
def cancel(*, meeting: Meeting, reason: str, on: date, by: Any) -> Meeting:
    """Raises Problem musrenbang.meeting_state, musrenbang.cancel_reason_missing."""
    kept = held(meeting, Calling.PLANNED, Calling.SHORT, Calling.OPEN)
    if queries.second_call_of(kept):
        raise Problem("musrenbang.called_again")
    if not reason.strip():
        raise Problem("musrenbang.cancel_reason_missing")
    kept.state, kept.cancel_reason = Calling.CANCELLED, reason.strip()
    kept.save(update_fields=["state", "cancel_reason"])
    audit.record("meeting.cancelled", kept, by=by, path=kept.path, on=str(on))
    return kept


def _steps(meeting: Meeting, on: date) -> list[dict[str, Any]]:
    """Whose step of the year this meeting is: the RT's own, or that of every RT beneath a desa."""
    beneath = territory.rts_under(meeting.path, on=on).exclude(area=meeting.area_id).values_list("area", "path")
    found = [(rt_id, path, StepKind.DESA) for rt_id, path in beneath]
    found = found or [(meeting.area_id, meeting.path, StepKind.MEETING)]
    return [{"rt_id": rt_id, "path": path, "year": meeting.year, "step": step} for rt_id, path, step in found]


def _check_day(day: date, notice_days: int | None, reason: str, on: date) -> None:
    if day < on:
        raise Problem("musrenbang.meeting_in_past", day=day)
    if notice_days and (day - on).days < notice_days and not reason.strip():
        raise Problem("musrenbang.notice_short", days=notice_days, away=(day - on).days)
