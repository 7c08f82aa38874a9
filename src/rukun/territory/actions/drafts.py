"""A file that was brought and read waits here for a yes; one of a kind for each place."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from rukun.audit import actions as audit
from rukun.territory.models import Draft


@transaction.atomic
def keep(*, kind: str, path: str, file: str, content: bytes, answers: dict[str, str], by: Any) -> Draft:
    """Keeps a file until it is accepted or put aside; an older one of the same kind and place gives way."""
    Draft.objects.filter(kind=kind, path=path).delete()
    draft = Draft.objects.create(kind=kind, path=path, file=file[:200], content=content, answers=answers)
    audit.record("territory.file_kept", draft, by=by, path=path, kind=kind, bytes=len(content))
    return draft


@transaction.atomic
def put_aside(*, draft: Draft, by: Any) -> None:
    """The file is not wanted after all, or has come in."""
    audit.record("territory.file_put_aside", draft, by=by, path=draft.path, kind=draft.kind)
    draft.delete()
