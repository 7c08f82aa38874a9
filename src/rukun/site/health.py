"""Whether this installation can serve: asked by `./rukun up` and by whoever watches the machine."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, JsonResponse


def health(request: HttpRequest) -> JsonResponse:
    """200 when the database answers. It tells nothing else to strangers."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return JsonResponse({"sehat": True})
