"""Groups: begun, joined, capital out and back, ended when nothing is out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit.money import shown
from rukun.kit.problems import Problem
from rukun.programmes.facts import capital
from rukun.programmes.models import Group, Member, Repayment
from rukun.programmes.queries import groups, people, schemes

MOST = 10**13
"""Ten trillion rupiah: more is a slip of the finger."""


@transaction.atomic
def begin(*, area_id: int, path: str, scheme_id: int, name: str, since: date, today: date, by: Any) -> Group:
    """Raises Problem programmes.day_not_possible, programmes.scheme_not_here, programmes.group_same_name."""
    _day(since, today, date(2000, 1, 1))
    scheme = next((each for each in schemes.reaching(path, on=since) if each.pk == scheme_id), None)
    if scheme is None:
        raise Problem("programmes.scheme_not_here", on=since)
    if Group.objects.filter(area=area_id, name__iexact=name.strip(), until__isnull=True).exists():
        raise Problem("programmes.group_same_name", name=name.strip())
    made = Group.objects.create(scheme=scheme, area_id=area_id, path=path, name=name.strip(), since=since)
    audit.record("group.begun", made, by=by, path=path, name=made.name)
    return made


@transaction.atomic
def lend(*, group: Group, amount: int, on: date, today: date, by: Any, words: str = "") -> Repayment:
    """Capital goes out. Raises Problem programmes.group_ended, programmes.capital_amount,
    programmes.day_not_possible."""
    held = _held(group)
    if held.until is not None:
        raise Problem("programmes.group_ended", name=held.name, until=held.until)
    return _moved(held, -_amount(amount), on, today, by, words)


@transaction.atomic
def repay(*, group: Group, amount: int, on: date, today: date, by: Any, words: str = "") -> Repayment:
    """Capital comes back: never more than is out on that day or after it. Raises Problem programmes.capital_amount,
    programmes.day_not_possible, programmes.more_back_than_out."""
    return _moved(_held(group), _amount(amount), on, today, by, words)


@transaction.atomic
def undo(*, repayment: Repayment, words: str, today: date, by: Any) -> Repayment:
    """The opposite of a row that never should have been; both stay to be read.

    Raises Problem programmes.undone_already, programmes.undo_words, programmes.more_back_than_out.
    """
    held = _held(repayment.group)
    if repayment.undoes_id or Repayment.objects.filter(undoes=repayment).exists():
        raise Problem("programmes.undone_already")
    if not words.strip():
        raise Problem("programmes.undo_words")
    made = _row(held, -repayment.amount, repayment.on, by, words, undoes=repayment)
    _count(held, made)
    audit.record("capital.undone", made, by=by, path=held.path, amount=made.amount, undoes=repayment.pk)
    return made


@transaction.atomic
def join(*, group: Group, person_id: int, today: date, by: Any) -> Member:
    """Raises Problem programmes.group_ended, programmes.not_a_resident, programmes.member_already."""
    held = _held(group)
    if held.until is not None:
        raise Problem("programmes.group_ended", name=held.name, until=held.until)
    if not people.lives_under(person_id, held.path):
        raise Problem("programmes.not_a_resident")
    if held.members.filter(person=person_id, until__isnull=True).exists():
        raise Problem("programmes.member_already")
    made = Member.objects.create(group=held, path=held.path, person_id=person_id, since=today)
    audit.record("group.joined", made, by=by, path=held.path, group=held.pk)
    return made


@transaction.atomic
def leave(*, member: Member, today: date, by: Any) -> Member:
    """Once; again changes nothing."""
    held = Member.objects.select_for_update().get(pk=member.pk)
    if held.until is None:
        held.until = today
        held.save(update_fields=["until"])
        audit.record("group.left", held, by=by, path=held.path, group=held.group_id)
    return held


@transaction.atomic
def end(*, group: Group, today: date, by: Any) -> Group:
    """Only when nothing is out. Raises Problem programmes.capital_still_out, programmes.group_ended."""
    held = _held(group)
    if held.until is not None:
        raise Problem("programmes.group_ended", name=held.name, until=held.until)
    if (out := held.lent - held.returned) > 0:
        raise Problem("programmes.capital_still_out", out=shown(out))
    held.until = today
    held.save(update_fields=["until"])
    held.members.filter(until__isnull=True).update(until=today)
    audit.record("group.ended", held, by=by, path=held.path, name=held.name)
    return held


def _moved(held: Group, amount: int, on: date, today: date, by: Any, words: str) -> Repayment:
    _day(on, today, held.since)
    made = _row(held, amount, on, by, words)
    _count(held, made)
    audit.record("capital.lent" if amount < 0 else "capital.repaid", made, by=by, path=held.path, amount=abs(amount))
    return made


def _row(held: Group, amount: int, on: date, by: Any, words: str, **more: Any) -> Repayment:
    told = {"amount": amount, "on": on, "words": words.strip()[:200], "by": str(by)}
    return Repayment.objects.create(group=held, path=held.path, **told, **more)


def _count(held: Group, made: Repayment) -> None:
    """The sums again from every row; the group is locked already."""
    counted = capital.told(groups.moves(held.repayments.all()))
    if counted.least < 0:
        raise Problem("programmes.more_back_than_out", over=shown(-counted.least), on=made.on)
    held.lent, held.returned = counted.lent, counted.returned
    held.save(update_fields=["lent", "returned"])


def _held(group: Group) -> Group:
    """As it stands now, locked: whoever moves its capital waits here."""
    return Group.objects.select_for_update().get(pk=group.pk)


def _amount(amount: int) -> int:
    if not 0 < amount < MOST:
        raise Problem("programmes.capital_amount", amount=shown(amount))
    return amount


def _day(on: date, today: date, first: date) -> None:
    if not first <= on <= today:
        raise Problem("programmes.day_not_possible", on=on, first=first, today=today)
