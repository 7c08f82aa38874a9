"""Who looks after which household."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.people.queries import households
from rukun.services.health.models import Care


@transaction.atomic
def entrust(*, user: Any, path: str, homes: Iterable[int], on: date, by: Any) -> None:
    """From now on this monitor looks after exactly these households of the RT at a path; who had them is free."""
    wanted = set(homes) & set(households.living(path))
    held = Care.objects.select_for_update().filter(path=path, until__isnull=True)
    own = {each.household_id for each in held if each.user_id == user.pk}
    leaving = held.filter(household__in=own - wanted) | held.filter(household__in=wanted - own)
    let_go = leaving.update(until=on)
    Care.objects.bulk_create(Care(user=user, household_id=home, path=path, since=on) for home in sorted(wanted - own))
    if let_go or wanted - own:
        audit.record("care.entrusted", user, by=by, path=path, households=len(wanted))
