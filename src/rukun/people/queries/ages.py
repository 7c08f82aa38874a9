"""Who is young in an area, now and before: for rooms that weigh, teach and count."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from rukun.people.models import Stay


def born_since(path: str, born: date, *, since: date) -> list[Stay]:
    """Stays under a path that had not ended on `since`, of people born on a day or after it. One query."""
    held = Stay.objects.filter(path__gte=path, path__lt=f"{path[:-1]}/", person__birth_date__gte=born)
    held = held.filter(Q(until__isnull=True) | Q(until__gt=since)).select_related("person")
    return list(held.order_by("person__name_key", "person_id", "since"))
