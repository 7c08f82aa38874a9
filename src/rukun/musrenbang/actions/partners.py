"""RTs join in one proposal: someone who serves both asks, the partner's own people say yes or no."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.problems import Problem
from rukun.musrenbang.models import Partner, Proposal
from rukun.musrenbang.queries import proposals
from rukun.musrenbang.types import State
from rukun.territory import queries as territory
from rukun.territory.types import Place


@transaction.atomic
def ask(*, proposal: Proposal, rt: Place, share: int, on: date, by: Any) -> Partner:
    """Asks another RT of the same desa to carry a part of the cost; asked again, the part is a new question.

    Raises Problem musrenbang.partner_elsewhere, musrenbang.not_open, musrenbang.share_too_big.
    """
    _check(proposal, rt, share)
    asked = {"path": rt.path, "leader_id": proposal.rt_id, "year": proposal.year, "name": proposals.name(proposal)}
    asked |= {"title": proposal.title, "share": share, "asked_on": on}
    anew = {"agreed_on": None, "refused_on": None, "reason": ""}
    held, _is_new = Partner.objects.update_or_create(
        proposal_id=proposal.pk, rt_id=rt.id, defaults=asked | anew, create_defaults=asked
    )
    audit.record("proposal.partner_asked", held, by=by, path=rt.path, proposal=proposal.pk, share=share)
    return held


@transaction.atomic
def agree(*, partner: Partner, on: date, by: Any) -> Partner:
    """The partner RT will carry its part. Raises Problem musrenbang.partner_answered."""
    return _answered(partner, by, "proposal.partner_agreed", agreed_on=on)


@transaction.atomic
def refuse(*, partner: Partner, reason: str, on: date, by: Any) -> Partner:
    """The partner RT will not, and says why. Raises Problem musrenbang.partner_answered, musrenbang.reason_missing."""
    if not reason.strip():
        raise Problem("musrenbang.reason_missing", after=State.REFUSED.label)
    return _answered(partner, by, "proposal.partner_refused", refused_on=on, reason=reason.strip())


def _check(proposal: Proposal, rt: Place, share: int) -> None:
    same_desa = territory.desa_path(rt.path) == territory.desa_path(proposal.path)
    if rt.level != "rt" or rt.id == proposal.rt_id or not same_desa:
        raise Problem("musrenbang.partner_elsewhere", place=rt.label)
    if not proposals.may_edit(proposal):
        raise Problem("musrenbang.not_open", state=State(proposal.state).label)
    if proposal.cost is not None and share > proposal.cost:
        raise Problem("musrenbang.share_too_big")


def _answered(partner: Partner, by: Any, verb: str, **answer: Any) -> Partner:
    held = Partner.objects.select_for_update().get(pk=partner.pk)
    if held.agreed_on or held.refused_on:
        raise Problem("musrenbang.partner_answered")
    for name, value in answer.items():
        setattr(held, name, value)
    held.save(update_fields=list(answer))
    audit.record(verb, held, by=by, path=held.path, proposal=held.proposal_id)
    return held
