"""The logged door to a NIK or KK number: shown for a reason, written sealed, masked everywhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from rukun.audit.actions import record as write_line
from rukun.kit.problems import Finding, Problem
from rukun.people.actions import tallies
from rukun.people.models import FamilyCard, Person, Secret
from rukun.people.types import NikStatus
from rukun.rules.identity import compare_nik, parse_kk, parse_nik
from rukun.walls import vault

SHORTEST_REASON = 10
LOOKS_LIKE_A_NUMBER = re.compile(r"\d[\d .\-]{4,}\d")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was stored, and what to look at: a NIK may legally differ from the register, so these never stop."""

    secret: Secret
    findings: tuple[Finding, ...]


@transaction.atomic
def reveal(*, holder: Person | FamilyCard, reason: str, by: Any) -> str:
    """The number in force, with a line in the log that says who looked and why.

    Raises Problem people.reason_missing, people.reason_has_number, people.no_number.
    """
    told = told_reason(reason)
    held = holder.secrets.filter(until__isnull=True).first()
    if held is None:
        raise Problem("people.no_number")
    write_line("secret.revealed", holder, by=by, path=holder.path, kind=held.kind, reason=told)
    return vault.unseal(held.sealed)


def told_reason(reason: str) -> str:
    """A reason as the log keeps it. Raises Problem people.reason_missing, people.reason_has_number."""
    told = " ".join(reason.split())
    if sum(letter.isalpha() for letter in told) < SHORTEST_REASON:
        raise Problem("people.reason_missing", letters=SHORTEST_REASON)
    if LOOKS_LIKE_A_NUMBER.search(told):
        raise Problem("people.reason_has_number")
    return told


@transaction.atomic
def record(*, person: Person, nik: str, status: str, since: date, by: Any) -> Recorded:
    """Seals the NIK of a person; another one in force ends the day this begins.

    Raises Problem people.number_unreadable (`reason`: a code of rules.identity) and people.number_taken.
    """
    if status not in NikStatus.values or status == NikStatus.NONE:
        raise ValueError(f"not a status of a number that is there: {status}")
    read = parse_nik(nik, on=since)
    _refuse_unreadable(read.findings)
    kept = _keep("nik", read.digits, since, "", person=person)
    person.nik_status = status
    person.revision += 1
    person.save(update_fields=["nik_status", "revision"])
    write_line("secret.recorded", person, by=by, path=person.path, kind="nik", status=status)
    tallies.refresh(rt_ids=[person.rt_id], on=since)
    remarks = (*read.findings, *compare_nik(read, birth_date=person.birth_date, sex=person.sex))
    return Recorded(kept, tuple(Finding(f"people.{each.code}", "warning", dict(each.details)) for each in remarks))


def keep_card_number(*, card: FamilyCard, number: str, since: date, reason: str) -> Secret:
    """Seals the number of a card: a part of `cards.issue` and `cards.renew`, which write the log.

    Raises Problem people.number_unreadable and people.number_taken.
    """
    read = parse_kk(number, on=since)
    _refuse_unreadable(read.findings)
    return _keep("kk", read.digits, since, reason, card=card)


def lay_down_card_number(*, card: FamilyCard, on: date) -> None:
    """The number of a card that ends is in force no longer: a part of `cards`."""
    for held in card.secrets.filter(until__isnull=True):
        _end(held, on)


def _refuse_unreadable(findings: tuple[Any, ...]) -> None:
    wrong = next((finding for finding in findings if finding.is_error), None)
    if wrong:
        raise Problem(f"people.number_{wrong.code}", **dict(wrong.details))


def _keep(kind: str, digits: str, since: date, reason: str, **holder: Any) -> Secret:
    index = vault.index(kind, digits)
    owner = next(iter(holder.values()))
    held = owner.secrets.filter(until__isnull=True).first()
    if held and bytes(held.index) == index:
        return held
    if held:
        _end(held, since)
    try:
        with transaction.atomic():
            sealed = {"kind": kind, "index": index, "sealed": vault.seal(digits)}
            return Secret.objects.create(path=owner.path, since=since, reason=reason, **sealed, **holder)
    except IntegrityError:
        # It may be held outside the areas of the writer: the letter does not say where or by whom.
        raise Problem("people.number_taken", kind={"nik": "NIK", "kk": "KK"}[kind]) from None


def _end(held: Secret, on: date) -> None:
    held.until = max(on, held.since)
    held.save(update_fields=["until"])
