"""Writes the one line of every act."""

from __future__ import annotations

from typing import Any

from django.db import connection

from rukun.audit.models import Line


def record(verb: str, subject: Any = None, *, by: Any, path: str, **details: Any) -> None:
    """One line in the act's own transaction. `by` is a user or the name of a command; details hold no secrets.

    Raises RuntimeError outside a transaction: a line without its act, or an act without its line, is a lie.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an audit line is written inside the transaction of its act")
    Line.objects.create(
        verb=verb,
        actor=str(by),
        subject=subject._meta.label_lower if subject is not None else "",
        subject_id=subject.pk if subject is not None else None,
        path=path,
        details=details,
    )
