"""What a count says to people: for each proposal in or out and why, fairness in words, money by cluster.

Counts are kept in the result and spoken only where they betray nobody (facts.elections.is_hidden).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from rukun.kit.problems import Problem
from rukun.musrenbang.facts import elections
from rukun.musrenbang.models import Choice, Option, Result
from rukun.musrenbang.queries import choices as queries
from rukun.musrenbang.types import Stage, Way
from rukun.rules.allocation import Method, Outcome, Reason, pabulib
from rukun.rules.allocation.explain import Changes
from rukun.rules.allocation.pabulib import File
from rukun.rules.allocation.pabulib.counted import as_meta
from rukun.rules.allocation.sentences import Speaker
from rukun.ui.words import rupiah

WITHOUT_COUNTS = frozenset({"dearer_than_ceiling", "share_full", "kept_for_share", "objected", "not_agreed"})
"""Reasons that say nothing of how many chose what."""


@dataclass(frozen=True, slots=True)
class Line:
    """One proposal of the sheet: whether it is chosen, why, and what would have been needed."""

    mark: str
    title: str
    cost: int
    proposal_id: int
    chosen: bool
    reason: str
    needed: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The money chosen of one cluster beside its share."""

    label: str
    chosen: int
    at_least: int
    at_most: int | None
    lowered: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A result as it may be shown to anyone."""

    won: Sequence[Line]
    lost: Sequence[Line]
    excluded: Sequence[tuple[str, str]]
    parts: Sequence[Part]
    fairness: Sequence[str]
    ties: Sequence[str]
    cost: int
    left: int
    ceiling: int
    sheets: int
    spoilt: int
    is_hidden: bool
    is_explained: bool
    digest: str


def of(choice: Choice) -> Result:
    """The result of a choice. Raises Problem musrenbang.not_counted."""
    found = Result.objects.filter(choice=choice).first()
    if found is None:
        raise Problem("musrenbang.not_counted")
    return found


def told(choice: Choice, result: Result) -> Told:
    """The page of a result, in the language of the reader."""
    hidden = is_hidden(choice)
    options, outcome = queries.options_of(choice), elections.told_again(choice, result.outcome)
    say = _speaker(choice, options)
    lines = {each.mark: _line(say, each, outcome, result.outcome["changes"], hidden) for each in options}
    order = sorted(outcome.winners) if hidden else outcome.winners
    return Told(
        won=[lines[mark] for mark in order],
        lost=[line for line in lines.values() if not line.chosen],
        excluded=[(each["title"], why_excluded(each)) for each in choice.rules["excluded"]],
        parts=_parts(choice, options, result.outcome),
        fairness=_fairness(say, outcome, hidden),
        ties=[] if hidden else [say.tie(each) for each in outcome.ties],
        cost=outcome.cost,
        left=outcome.left,
        ceiling=outcome.ceiling,
        sheets=result.sheets,
        spoilt=result.spoilt,
        is_hidden=hidden,
        is_explained=bool(result.outcome["changes"]) or hidden or choice.way in {Way.USG, Way.CONSENSUS},
        digest=result.digest,
    )


def needed(choice: Choice, result: Result, mark: str) -> Line | None:
    """One proposal that lost, with what would have made it win, searched now; None where that is not told."""
    held, options = ballots(choice), queries.options_of(choice)
    found = next((each for each in options if each.mark == mark), None)
    outcome = elections.told_again(choice, result.outcome)
    if found is None or outcome.reasons[mark].chosen or not elections.may_explain(choice, held):
        return None
    changed = {mark: elections.needed(choice, options, held, mark).as_json()}
    return _line(_speaker(choice, options), found, outcome, changed, hidden=False)


def letters(choice: Choice, result: Result) -> dict[str, str]:
    """The reason of every option as its history keeps it, in Bahasa Indonesia."""
    with override("id"):
        page = told(choice, result)
        return {line.mark: line.reason for line in (*page.won, *page.lost)}


def is_hidden(choice: Choice) -> bool:
    return elections.is_hidden(choice, ballots(choice))


def ballots(choice: Choice) -> list[dict[str, Any]]:
    return list(choice.ballots.values_list("marks", flat=True))


def why_excluded(each: Mapping[str, Any]) -> str:
    """Why a proposal did not stand on the sheet."""
    return {
        "no_cost": _("Usulan ini tidak ikut dipilih: biayanya belum diisi."),
        "above_ceiling": _("Usulan ini tidak ikut dipilih: biayanya melebihi pagu."),
        "blocked": _("Usulan ini tidak ikut dipilih: belum boleh menurut juknis. %(why)s") % {"why": each["words"]},
    }[each["code"]]


def recounted(choice: Choice, *, explained: bool = True) -> dict[str, Any]:
    """The sealed ballots counted again."""
    return elections.outcome(choice, queries.options_of(choice), ballots(choice), explained=explained)


def is_whole(result: Result) -> bool:
    """Whether ballots, rules and outcome are still those that were sealed at the close, and count to the same."""
    choice, held = result.choice, list(result.choice.ballots.all())
    digest = elections.digest_of(choice, held, result.outcome, result.sheets, result.spoilt)
    if digest != result.digest or elections.seal_of(choice, queries.options_of(choice)) != choice.seal:
        return False
    return recounted(choice, explained=False) == {**result.outcome, "changes": {}}


def no_file(choice: Choice) -> str:
    """Why the ballots of a choice are not published, as the code of a problem; "" where they are."""
    if choice.stage != Stage.COUNTED:
        return "musrenbang.not_counted"
    if choice.way == Way.CONSENSUS:
        return "musrenbang.nothing_counted"
    return "musrenbang.ballots_hidden" if is_hidden(choice) else ""


def ballots_file(choice: Choice, place: str) -> bytes:
    """The ballots as a Pabulib file that says itself how to count them again. Identical ballots stand together in one
    fixed order: nothing is left of the order they came in.

    Raises Problem musrenbang.not_counted, musrenbang.nothing_counted, musrenbang.ballots_hidden.
    """
    if code := no_file(choice):
        raise Problem(code)
    held = elections.election(choice, queries.options_of(choice), ballots(choice))
    shares = _as_counted(held, of(choice).outcome["lowered"])
    meta = _meta(choice, place) | as_meta(_counting(choice), shares)
    return pabulib.written(File(file_name(choice), replace(held, shares=()), meta))


def file_name(choice: Choice) -> str:
    return f"rukun_{choice.meeting.year}_{choice.meeting.area_id}_{choice.pk}.pb"


def _meta(choice: Choice, place: str) -> dict[str, str]:
    told = {
        "description": f"Musyawarah {place}",
        "country": "Indonesia",
        "unit": place,
        "instance": str(choice.meeting.year),
        "currency": "IDR",
        "language": "id",
        "rule": choice.rules["rule"],
        "rukun_seal": choice.seal,
    }
    return told | ({"max_length": str(choice.rules["most"])} if choice.way == Way.RANKING else {})


def _counting(choice: Choice) -> Method:
    """USG adds up scores and takes the highest that fits: what counting most votes does with points."""
    held = elections.method(choice)
    return replace(held, rule="greedy-votes") if choice.way == Way.USG else held


def _as_counted(held: Any, lowered: Sequence[Mapping[str, Any]]) -> list[Any]:
    least = {each["category"]: each["reachable"] for each in lowered}
    return [replace(each, at_least=least.get(each.category, each.at_least)) for each in held.shares]


def _speaker(choice: Choice, options: Sequence[Option]) -> Speaker:
    language = "en" if (get_language() or "id").startswith("en") else "id"
    return Speaker(language, {each.mark: each.title for each in options}, rupiah)


def _line(say: Speaker, option: Option, outcome: Outcome, changed: Mapping[str, Any], hidden: bool) -> Line:
    mark, reason = option.mark, _labelled(option.choice, outcome.reasons[option.mark])
    here = replace(say, names={**say.names, mark: _("Usulan ini")})
    needed = [] if hidden or mark not in changed else here.changes(mark, _changes(changed[mark]))
    spoken = _quiet(here, mark, reason) if hidden else here.reason(mark, reason)
    return Line(mark, option.title, option.cost, option.proposal_id, reason.chosen, spoken, needed)


def _quiet(say: Speaker, mark: str, reason: Reason) -> str:
    """The reason without anything that was counted."""
    if reason.code in WITHOUT_COUNTS:
        return say.reason(mark, reason)
    if reason.chosen:
        return _("Usulan ini diterima.")
    return _("Usulan ini belum terpilih: dukungan atau sisa pagu belum cukup.")


def _labelled(choice: Choice, reason: Reason) -> Reason:
    labels = {each["category"]: each["label"] for each in choice.rules["shares"]}
    if "category" not in reason.values:
        return reason
    key = str(reason.values["category"])
    return replace(reason, values={**reason.values, "category": labels.get(key, key)})


def _changes(told: Mapping[str, Any]) -> Changes:
    names = ("cost_lower_by", "new_cost", "supporters_more_by", "swadaya", "step", "most_supporters", "counts")
    return Changes(**{name: told[name] for name in names})


def _fairness(say: Speaker, outcome: Outcome, hidden: bool) -> list[str]:
    return say.certificate(outcome) if outcome.certificate and not hidden else []


def _parts(choice: Choice, options: Sequence[Option], outcome: Mapping[str, Any]) -> list[Part]:
    winners, lowered = set(outcome["winners"]), {each["category"]: each["reachable"] for each in outcome["lowered"]}
    spent = {each["category"]: 0 for each in choice.rules["shares"]}
    for each in options:
        if each.mark in winners and each.cluster in spent:
            spent[each.cluster] += each.cost
    return [
        Part(each["label"], spent[each["category"]], each["at_least"], each["at_most"], lowered.get(each["category"]))
        for each in choice.rules["shares"]
    ]
