"""One-time codes on a phone: made once for slips, kept as keyed digests; the last ballot of a code counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.db import transaction

from rukun.audit import actions as audit
from rukun.kit import slips
from rukun.kit.problems import Problem
from rukun.musrenbang.actions.sheets import check_room, opened, read
from rukun.musrenbang.models import Choice, Code
from rukun.musrenbang.queries import choices as queries
from rukun.walls import vault

TRIES, AWHILE = 20, 600


@transaction.atomic
def make(*, choice: Choice, number: int, by: Any) -> list[str]:
    """So many new codes, as they are printed; nobody can read them again.

    Raises Problem musrenbang.choice_not_open, musrenbang.no_codes, musrenbang.too_many_codes.
    """
    held = opened(choice)
    if held.way not in queries.WITH_CODES or number < 1:
        raise Problem("musrenbang.no_codes")
    most = held.voters - Code.objects.filter(choice=held).count()
    if number > most:
        raise Problem("musrenbang.too_many_codes", number=number, most=most)
    drawn = [slips.make() for _ in range(number)]
    Code.objects.bulk_create(Code(choice=held, path=held.path, digest=digest(each)) for each in sorted(drawn))
    audit.record("choice.codes_made", held, by=by, path=held.path, codes=number)
    return [slips.spoken(each) for each in drawn]


@transaction.atomic
def discard(*, choice: Choice, by: Any) -> int:
    """Makes all slips worthless, when they were lost before anyone voted with them.

    Raises Problem musrenbang.choice_not_open, musrenbang.codes_used.
    """
    held = opened(choice)
    codes = Code.objects.filter(choice=held)
    if codes.filter(marks__isnull=False).exists():
        raise Problem("musrenbang.codes_used")
    number = codes.delete()[0]
    audit.record("choice.codes_discarded", held, by=by, path=held.path, codes=number)
    return number


@transaction.atomic
def cast(*, code: Code, typed: Mapping[str, str]) -> None:
    """Keeps the ballot of a code in place of its last one. No time, no order, no line in the log.

    Raises Problem musrenbang.choice_not_open, musrenbang.more_than_voters, musrenbang.nothing_marked, and those of
    facts.marks.
    """
    held = opened(code.choice)
    marks = read(held, typed)
    mine = Code.objects.select_for_update().get(pk=code.pk)
    if mine.marks is None:
        check_room(held)
    mine.marks = marks
    mine.save(update_fields=["marks"])


def find(*, area_id: int, typed: str) -> Code | None:
    """The code someone typed for a choice of this area, or None."""
    code = slips.read(typed)
    if code is None:
        return None
    held = Code.objects.filter(digest=digest(code), choice__meeting__area_id=area_id)
    return held.select_related("choice").first()


def digest(code: str) -> str:
    return vault.index("ballot", code).hex()


def is_tired(*, address: str) -> bool:
    """Whether too many wrong codes came from one address in a while."""
    return int(cache.get(_tries(address), 0)) >= TRIES


def wrong(*, address: str) -> None:
    """Counts a wrong code. Right ones leave no trace of where they came from."""
    key = _tries(address)
    cache.set(key, int(cache.get(key, 0)) + 1, AWHILE)


def _tries(address: str) -> str:
    return f"pilih:{vault.index('ballot-tries', address).hex()}"
