"""Files that were brought and wait for a yes, inside the scope."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from rukun.territory.models import Draft


def waiting() -> QuerySet[Draft]:
    return Draft.objects.all()


def unsaved(**fields: Any) -> Draft:
    """A draft that is only read, not kept: to look at a file before anything is stored."""
    return Draft(**fields)
