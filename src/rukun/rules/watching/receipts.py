"""Receipts beside one another: the same one twice, rows of numbers from one pad, days that cannot be.

>>> plain("INV-0017"), plain("0017")
('inv0017', '17')
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from rukun.rules.watching.values import Finding, Receipt, reason


def duplicates(receipts: Iterable[Receipt]) -> list[Finding]:
    """R-1: the same seller and number, with the same day, amount or desa; where a note has no number, the same seller,
    day and amount. In any RT and any year: a name alone may belong to two shops far apart."""
    held: dict[tuple[object, ...], list[Receipt]] = defaultdict(list)
    for each in receipts:
        for key in _keys(each) if each.vendor else ():
            held[key].append(each)
    groups = {tuple(sorted(each.id for each in group)): group for group in held.values() if len(group) > 1}
    return [found for group in groups.values() for found in _of_group(group)]


def _keys(each: Receipt) -> tuple[tuple[object, ...], ...]:
    number = plain(each.number)
    if not number:
        return ((each.vendor, "", each.on, each.amount),)
    return tuple((each.vendor, number, about) for about in (each.on, each.amount, each.desa))


def plain(number: str) -> str:
    """A note's number as it is compared: letters and digits, without leading zeros."""
    return re.sub(r"[^a-z0-9]", "", number.casefold()).lstrip("0")


def _of_group(group: Sequence[Receipt]) -> Iterator[Finding]:
    ids = ",".join(str(each.id) for each in sorted(group, key=lambda each: each.id))
    for each in group:
        other = next(one for one in group if one.id != each.id)
        is_same_amount = other.amount == each.amount
        yield Finding(
            "R-1", each.rt, f"R-1:{ids}",
            (
                reason("same_note", number=each.number or "–", times=len(group), rts=len({one.rt for one in group})),
                reason("same_amount" if is_same_amount else "other_amount", amount=each.amount, other=other.amount),
                reason("maybe_two_pads"),
            ),
            each.id, 2.0 if is_same_amount else 1.0,
        )  # fmt: skip


def sequences(receipts: Iterable[Receipt], *, notes: int, days: int) -> list[Finding]:
    """R-4: one RT owns at least `notes` consecutive numbers of one seller spread over at least `days` days: a shop that
    sells to others too would have numbers between them."""
    held: dict[tuple[int, str], list[tuple[int, Receipt]]] = defaultdict(list)
    for each in receipts:
        if each.vendor and (digits := re.search(r"\d{1,9}", each.number)):
            held[(each.rt, each.vendor)].append((int(digits[0]), each))
    found = []
    for (rt, vendor), pairs in held.items():
        for run in _runs(sorted(pairs, key=lambda pair: (pair[0], pair[1].id))):
            spread = max(each.on for _, each in run) - min(each.on for _, each in run)
            if len(run) >= notes and spread >= timedelta(days=days):
                found.append(_of_run(rt, vendor, run, spread.days, notes))
    return found


def _runs(pairs: Sequence[tuple[int, Receipt]]) -> Iterator[list[tuple[int, Receipt]]]:
    if not pairs:
        return
    run = [pairs[0]]
    for before, after in pairwise(pairs):
        if after[0] == before[0] + 1:
            run.append(after)
        elif after[0] != before[0]:
            yield run
            run = [after]
    yield run


def _of_run(rt: int, vendor: str, run: Sequence[tuple[int, Receipt]], days: int, notes: int) -> Finding:
    first, last = run[0], run[-1]
    return Finding(
        "R-4", rt, f"R-4:{vendor}:{first[0]}",
        (
            reason("numbers_in_a_row", count=len(run), first=first[0], last=last[0], days=days),
            reason("usual_gaps", notes=notes),
            reason("maybe_only_customer"),
        ),
        last[1].id, min(3.0, len(run) / notes),
    )  # fmt: skip


def impossible_dates(receipts: Iterable[Receipt]) -> list[Finding]:
    """R-7: dated after it was typed, or paid from the RT's money before any of it had come."""
    return [found for each in receipts if (found := _impossible(each)) is not None]


def _impossible(each: Receipt) -> Finding | None:
    if each.recorded is not None and each.on > each.recorded:
        return _dated(each, "dated_ahead", each.recorded)
    if each.released is not None and each.on < each.released and not each.is_talangan:
        return _dated(each, "dated_before_money", each.released)
    return None


def _dated(each: Receipt, code: str, other: date) -> Finding:
    days = abs((each.on - other).days)
    return Finding(
        "R-7", each.rt, f"R-7:{each.id}",
        (
            reason(code, on=each.on.isoformat(), other=other.isoformat()),
            reason("days_apart", days=days),
            reason("maybe_slip_of_date"),
        ),
        each.id, 1.0 if days < 7 else 1.5,
    )  # fmt: skip


def back_dated(receipts: Iterable[Receipt], *, days: int, least: int) -> list[Finding]:
    """C-5: half of an RT's receipts were typed more than `days` days after their date."""
    late: dict[int, list[int]] = defaultdict(list)
    for each in receipts:
        if each.recorded is not None:
            late[each.rt].append((each.recorded - each.on).days)
    return [
        Finding(
            "C-5", rt, "C-5",
            (
                reason("typed_late", days=median, count=len(gaps)),
                reason("usual_days", days=days),
                reason("maybe_no_signal"),
            ),
            strength=0.5,
        )
        for rt, gaps in late.items()
        if len(gaps) >= least and (median := sorted(gaps)[len(gaps) // 2]) > days
    ]  # fmt: skip
