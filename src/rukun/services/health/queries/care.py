"""Which household is in whose care, and who may be given one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from rukun.accounts import queries as accounts
from rukun.accounts.permissions import MAY, Permission
from rukun.services.health.models import Care


def of_monitor(user_id: int, paths: Iterable[str]) -> list[int]:
    """Households in the care of one monitor inside these areas, in the order of their ids."""
    held = Care.objects.filter(user=user_id, until__isnull=True).order_by("household")
    return [
        home for home, path in held.values_list("household", "path") if any(path.startswith(each) for each in paths)
    ]


def carers(path: str) -> dict[int, tuple[int, str]]:
    """Household → (user, name) of whoever looks after it, in the RT at a path."""
    held = Care.objects.filter(path=path, until__isnull=True).select_related("user")
    return {each.household_id: (each.user_id, each.user.name) for each in held}


def monitors(path: str, *, on: date) -> Sequence[Any]:
    """Users whose seat covers this RT and who may record health there: its own people first, then by name."""
    roles = [role for role, may in MAY.items() if Permission.HEALTH_RECORD in may]
    terms = accounts.in_force(on=on).filter(role__in=roles, user__is_active=True).select_related("user")
    seats = sorted((each for each in terms if path.startswith(each.path)), key=_nearest)
    return list({each.user_id: each.user for each in seats}.values())


def _nearest(term: Any) -> tuple[int, str, int]:
    return -len(term.path), term.user.name.casefold(), term.user_id
